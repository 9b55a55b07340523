// The proof of coverage in words, as one page of HTML that needs nothing else: to print, or to file.
import { sameForAll } from '../policy/losses.ts'
import type { Exporter } from './types.ts'

export const proofPage: Exporter = {
  id: 'proof-page',
  name: 'Proof (HTML)',
  // It stands beside the document and is no copy of it.
  capabilities: sameForAll({
    verdict: 'preserved',
    why: 'the proof speaks of the document, which keeps this',
  }),
  write: ({ baseName, prove }) => ({
    files: [{ name: `${baseName}.proof.html`, text: prove().html }],
    losses: [],
  }),
}
