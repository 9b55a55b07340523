// The list of benches, in the order in which they run.
import type { Bench } from './bench.ts'
import { canvasEdit } from './canvas-edit.bench.ts'
import { PLACEMENT_BENCHES } from './placement.bench.ts'

export const BENCHES: readonly Bench[] = [...PLACEMENT_BENCHES, canvasEdit]
