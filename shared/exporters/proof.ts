// The proof of coverage in words, as Markdown: for people who answer for the workflow and do not open Baton.
import { sameForAll } from '../policy/losses.ts'
import type { Exporter } from './types.ts'

export const proof: Exporter = {
  id: 'proof',
  name: 'Proof (Markdown)',
  // It stands beside the document and is no copy of it.
  capabilities: sameForAll({
    verdict: 'preserved',
    why: 'the proof speaks of the document, which keeps this',
  }),
  write: ({ baseName, prove }) => ({
    files: [{ name: `${baseName}.proof.md`, text: prove().markdown }],
    losses: [],
  }),
}
