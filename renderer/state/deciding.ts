// Which steps the placement hangs on, for the marks on the canvas.
import type { Sensitivity } from '../../shared/model/sensitivity.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

type Deciding = 'decides' | 'untagged'

/** Steps to mark on the canvas: where a tag decides, and where one is missing that would. */
export function decidingSteps(
  { effects, untagged }: Sensitivity,
  { transitions }: Pick<Workflow, 'transitions'>,
): ReadonlyMap<string, Deciding> {
  const steps = new Map<string, Deciding>()
  const from = new Map(transitions.map((way) => [way.id, way.from]))
  for (const { element } of effects) {
    // Odds are decided where the ways part.
    const step = 'step' in element ? element.step : from.get(element.transition)
    if (step !== undefined) steps.set(step, 'decides')
  }
  for (const { element, minutes, handoffs, uncovered } of untagged) {
    const decides = minutes[1] > minutes[0] || handoffs[1] > handoffs[0] || uncovered.length > 0
    if (decides && 'step' in element) steps.set(element.step, 'untagged')
  }
  return steps
}
