// The certificate of coverage: what anybody can check without trusting Baton.
import { sameForAll } from '../policy/losses.ts'
import { canonicalJson } from '../support/canonical-json.ts'
import type { Exporter } from './types.ts'

export const certificate: Exporter = {
  id: 'certificate',
  name: 'Certificate of coverage',
  // It stands beside the document and is no copy of it.
  capabilities: sameForAll({
    verdict: 'preserved',
    why: 'the certificate speaks of the document, which keeps this',
  }),
  write: ({ analysis, baseName }) => ({
    files: [{ name: `${baseName}.certificate.json`, text: `${canonicalJson(analysis.certificate)}\n` }],
    losses: [],
  }),
}
