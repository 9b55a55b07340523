// What the facts of rule packs are made of.
import type { DesignContext } from '../types.ts'
import type { FeelValue } from '../../support/feel.ts'

export type FactType = 'text' | 'number' | 'yes or no' | 'texts' | 'list'

/** One fact: its name in a condition, what it says, and how it is read. */
export interface FactDefinition<View> {
  readonly name: string
  readonly type: FactType
  /** One sentence for the help page and for whoever writes a condition. */
  readonly says: string
  readonly read: (view: View) => FeelValue
  /** The field of the element that holds it: `consequence/level`. */
  readonly field?: string
  /** What things are called, and figures that move with everything else: no ground for a decision about a finding. */
  readonly passing?: true
}

/** What the facts of packs are read from. */
export interface PackContext extends Pick<
  DesignContext,
  'graph' | 'required' | 'pending' | 'carried' | 'grants' | 'counterexamples'
> {
  /** Minutes and prompts of people a run, as the document stands. */
  readonly attention: { readonly minutes: number; readonly prompts: number }
}
