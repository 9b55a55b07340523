// The targets that a workflow can be exported to.
import { policy } from './policy.ts'
import { svg } from './svg.ts'
import type { Exporter } from './types.ts'

export const exporters: readonly Exporter[] = [policy, svg]
