// An edge of the index: a transition that can be walked, or a way that no transition says: the call of a tool, the
// beginning of a sub-flow, the "no" of a person.
import type { TransitionKind } from '../model/scales.ts'
import type { Transition } from '../model/transition.ts'

/** One way from a step to another. */
export interface Edge {
  readonly index: number
  /**
   * Where the way is left from. For a transition out of a sub-flow that has contents this is the last of them, so that
   * one transition has an edge for each way in which the contents can end.
   */
  readonly from: number
  readonly to: number
  readonly kind: TransitionKind
  /** Absent for what no transition of the document says. */
  readonly transition: Transition | undefined
  /** Odds of leaving `from` this way; for a split, 1 on every branch. */
  readonly probability: number
  /** True where the document gives no odds and the analysis had to assume them. */
  readonly assumed: boolean
  /**
   * True for the way back from a tool: the agent goes on where it was, and is not started again, so that no gate before
   * it is passed.
   */
  readonly returns: boolean
  /** True for the way on after a "no", or after silence: whatever was agreed before counts for nothing on it. */
  readonly refused: boolean
  /** The step whose visits are counted here: `from`, or the sub-flow where several share the contents that `from` ends. */
  readonly counted: number
  /**
   * Share of the visits of `counted` that flows here. 0 for a tool's return, whose visits the agent has counted, and for
   * the "no" at a handoff, whose odds nobody knows.
   */
  readonly flow: number
}
