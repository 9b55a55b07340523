// What the passes over one n8n file share: its nodes, the draft they fill, and which step came of which node.
import type { Draft, DraftStep } from '../support/draft.ts'
import type { Ask } from './ask.ts'
import type { Plan } from './plan.ts'
import type { SourceNode } from './source.ts'

/** A way out of a decision that leads nowhere in the file: the run ends there. */
export interface OpenWay {
  readonly from: string
  readonly label: string
  readonly kind: 'normal' | 'reject'
  readonly condition?: string
}

export interface Context {
  readonly plan: Plan
  readonly draft: Draft
  /** By number of the node. */
  readonly stepOf: Map<number, DraftStep>
  readonly asks: ReadonlyMap<number, Ask>
  readonly openWays: OpenWay[]
  /** Steps made of merge nodes that have several inputs. */
  readonly merges: Map<string, SourceNode>
}
