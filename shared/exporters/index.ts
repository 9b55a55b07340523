// The targets that a workflow can be exported to.
import { certificate } from './certificate.ts'
import { policy } from './policy.ts'
import { proof } from './proof.ts'
import { proofPage } from './proof-page.ts'
import { svg } from './svg.ts'
import type { Exporter } from './types.ts'

export const exporters: readonly Exporter[] = [policy, svg, certificate, proof, proofPage]
