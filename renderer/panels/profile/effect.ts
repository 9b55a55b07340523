// What another profile would do to the open document: its placement before and after, in figures.
import { placementOf } from '../../../shared/analysis/analyse.ts'
import type { ProfileSettings } from '../../../shared/model/profile.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'

export interface ProfileFigures {
  readonly handoffs: number
  readonly minutes: number
  /** Actions that the handoffs of the document do not cover. */
  readonly open: number
}

/** Cost: one placement. */
export function figuresUnder(workflow: Workflow, profile: ProfileSettings, asOf: string): ProfileFigures {
  const { open, result } = placementOf({ ...workflow, profile }, { asOf })
  return {
    handoffs: result.placement.handoffs.filter(({ kind }) => kind !== 'notify').length,
    minutes: result.placement.minutesPerRun,
    open: open.length,
  }
}
