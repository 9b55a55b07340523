// What the window and its analysis worker say to each other.
import type { Patch } from '../../shared/document/patch.ts'
import type { Analysis, FirstAnswer } from '../../shared/model/analysis.ts'
import type { Difference } from '../../shared/model/difference.ts'
import type { Sensitivity } from '../../shared/model/sensitivity.ts'
import type { ParetoCurve } from '../../shared/model/pareto.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

/**
 * To the worker. `workflow` starts a document; `patch` leads from the revision sent last to this one. Revisions are
 * numbered by the window, and one is asked about at a time, so nothing old is ever computed.
 */
export type AnalysisRequest =
  | {
      readonly kind: 'workflow'
      readonly tab: string
      readonly revision: number
      readonly workflow: Workflow
    }
  | { readonly kind: 'patch'; readonly tab: string; readonly revision: number; readonly patch: Patch }
  | { readonly kind: 'close'; readonly tab: string }

/**
 * From the worker: after an edit the first part of the answer, as soon as it is there; then the whole of it, or why there
 * is none.
 */
export type AnalysisReply =
  | { readonly kind: 'first'; readonly tab: string; readonly revision: number; readonly first: FirstAnswer }
  | {
      readonly kind: 'analysis'
      readonly tab: string
      readonly revision: number
      readonly analysis: Analysis
    }
  | { readonly kind: 'error'; readonly tab: string; readonly revision: number; readonly message: string }

/** To a worker that does nothing else, and is ended when the answer is no longer wanted. */
export interface SensitivityRequest {
  readonly kind: 'sensitivity'
  readonly workflow: Workflow
}

/** From such a worker: how far it is, now and then, and at the end the answer, or why there is none. */
export type SensitivityReply =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'sensitivity'; readonly result: Sensitivity }
  | { readonly kind: 'failed'; readonly message: string }

/** To a worker of its own, which is ended when nobody waits any more: what more minutes of review buy. */
export interface CurveRequest {
  readonly kind: 'curve'
  readonly workflow: Workflow
}

export type CurveReply =
  | { readonly kind: 'curve'; readonly curve: ParetoCurve }
  | { readonly kind: 'failed'; readonly message: string }

/** To a worker of its own, which is ended when nobody waits any more: what is different between two workflows. */
export interface CompareRequest {
  readonly kind: 'compare'
  readonly before: Workflow
  readonly after: Workflow
}

export type CompareReply =
  | {
      readonly kind: 'comparison'
      /** The first workflow under the ids of the second. */
      readonly before: Workflow
      readonly difference: Difference
    }
  | { readonly kind: 'failed'; readonly message: string }
