// An edge of the index: a transition that can be walked, or the call of a tool that no transition says.
import type { TransitionKind } from '../model/scales.ts'
import type { Transition } from '../model/transition.ts'

/** One way from a step to another. */
export interface Edge {
  readonly index: number
  readonly from: number
  readonly to: number
  readonly kind: TransitionKind
  /** Absent for the call of a tool by its agent and the return from it, which no transition of the document says. */
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
  /** Share of the visits of `from` that flows here. 0 for a tool's return, whose visits the agent has counted. */
  readonly flow: number
}
