// The shape of our table of node types: what a type is for, and what its operations do.
import type { Level, UncertaintyLabel } from '../../model/scales.ts'
import type { EffectName } from '../../tagging/effects.ts'

export type Role =
  | 'start'
  | 'step'
  | 'app'
  | 'http'
  | 'code'
  | 'model'
  | 'agent'
  | 'check'
  | 'decision'
  | 'loop'
  | 'merge'
  | 'wait'
  | 'form'
  | 'chat'
  | 'reply'
  | 'subflow'
  | 'stop'
  | 'store'

export interface TypeEntry {
  readonly role: Role
  /** What people call it, where the type's name does not already say it. */
  readonly title?: string
  /** Who sees what it sends: own people, people outside, or everybody. */
  readonly audience?: 'team' | 'people' | 'public'
  readonly domains?: readonly string[]
  /** The effect of everything that `operations` does not name. */
  readonly effect?: EffectName
  /** By `resource.operation`, by `operation`, or by `resource.*`; looked up in that order. */
  readonly operations?: Readonly<Record<string, EffectName>>
  readonly uncertainty?: { readonly level: Level; readonly label: UncertaintyLabel; readonly why: string }
}

/** What n8n does when a node of this type does not say. The first entry that fits the version counts. */
export interface DefaultOperation {
  /** Only for versions below this one. */
  readonly below?: number
  readonly resource?: string
  readonly operation: string
}
