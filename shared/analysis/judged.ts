// A workflow as it counts on a day: what has expired by then is not in force.
import { isInForce } from '../model/placing.ts'
import type { Workflow } from '../model/workflow.ts'
import { laterDay } from '../support/expiry.ts'

/**
 * The day on which a workflow is judged: the later of `asOf` (today, to those who have a clock) and the day that the
 * document itself names. A document that looks ahead is judged as it will count then; none is judged as of a past day.
 */
export function dayOfJudgement(workflow: Workflow, asOf: string | undefined): string | undefined {
  return laterDay(asOf, workflow.asOf)
}

/**
 * The same workflow with only those accepted risks that are in force on that day, and with the day, on which permissions
 * are judged. The hashes are still those of the document itself. Cost: O(accepted risks).
 */
export function judgedOn(workflow: Workflow, asOf: string | undefined): Workflow {
  const day = dayOfJudgement(workflow, asOf)
  const { placing } = workflow
  const dated = day === undefined || day === workflow.asOf ? workflow : { ...workflow, asOf: day }
  if (!placing || placing.waivers.every((waiver) => isInForce(waiver, day))) return dated
  return {
    ...dated,
    placing: { ...placing, waivers: placing.waivers.filter((waiver) => isInForce(waiver, day)) },
  }
}
