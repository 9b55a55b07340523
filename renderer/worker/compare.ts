// Compares two workflows, and both as of today. A worker that does this does nothing else.
import { analyse } from '../../shared/analysis/analyse.ts'
import { differenceOf } from '../../shared/diff/difference.ts'
import { compareSides } from '../../shared/diff/sides.ts'
import type { CompareReply, CompareRequest } from './messages.ts'

export function compare({ before, after }: CompareRequest): CompareReply {
  try {
    const asOf = new Date().toISOString().slice(0, 10)
    const sides = compareSides(before, after)
    const analyses = { before: analyse(sides.before, { asOf }), after: analyse(sides.after, { asOf }) }
    return { kind: 'comparison', before: sides.before, difference: differenceOf(sides, analyses) }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}
