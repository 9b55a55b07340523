// The whole difference of two workflows: what changed in the document, and what that changes for people.
import type { Difference } from '../model/difference.ts'
import type { Analysis } from '../model/analysis.ts'
import { behaviouralDifference } from './behavioural.ts'
import type { Sides } from './sides.ts'

/** Both sides must have been analysed as `compareSides` gives them, and as of the same day. */
export function differenceOf(
  { before, after, twins, structural }: Sides,
  analyses: { readonly before: Analysis; readonly after: Analysis },
): Difference {
  return {
    twins: [...twins],
    structural: [...structural],
    behavioural: behaviouralDifference(
      { workflow: before, analysis: analyses.before },
      { workflow: after, analysis: analyses.after },
    ),
  }
}
