// The tint of a step that is seen from afar.
import type { SceneStep } from '../../../shared/report/scene/types.ts'

/** The warmer of the two meters; the letter tells which, so that the tint is warm or cool. */
export function heatOf(step: SceneStep): string | undefined {
  const consequence = typeof step.consequence === 'number' ? step.consequence : 0
  const uncertainty = typeof step.uncertainty === 'number' ? step.uncertainty : 0
  if (step.consequence === undefined || step.uncertainty === undefined) return 'untagged'
  if (consequence === 0 && uncertainty === 0) return undefined
  return consequence >= uncertainty ? `c${consequence}` : `u${uncertainty}`
}
