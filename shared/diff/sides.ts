// Two workflows made comparable: the first under the ids of the second, and every change from one to the other.
import type { Analysis } from '../model/analysis.ts'
import type { Change, Twin } from '../model/difference.ts'
import type { Workflow } from '../model/workflow.ts'
import { withIds } from '../document/renaming.ts'
import { structuralChanges } from './structural.ts'
import { matchTwins, twinsOf } from './twins.ts'

export interface Sides {
  /** The first workflow, speaking of everything under the ids of the second. */
  readonly before: Workflow
  readonly after: Workflow
  readonly twins: readonly Twin[]
  readonly structural: readonly Change[]
}

/** One of two workflows that speak of the same steps under the same ids, and its analysis. */
export interface Side {
  readonly workflow: Workflow
  readonly analysis: Analysis
}

/** Compares two documents part by part. Pure, and independent of the order of entries. O(size). */
export function compareSides(before: Workflow, after: Workflow): Sides {
  const matching = matchTwins(before, after)
  const renamed = withIds(before, matching)
  return {
    before: renamed,
    after,
    twins: twinsOf(matching),
    structural: structuralChanges(renamed, after),
  }
}
