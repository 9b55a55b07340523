// What a target keeps of each handoff: nothing is lost silently.
import { HandoffSchema } from '../model/handoff.ts'
import type { Handoff } from '../model/handoff.ts'
import { compareText } from '../support/compare.ts'

/** What only the people who design have use for: no runtime can lose it. */
type DesignField = 'id' | 'pinned'
const DESIGN: ReadonlySet<string> = new Set<DesignField>(['id', 'pinned'])

/** What a handoff of the format may say to a runtime. */
export type HandoffField = Exclude<keyof typeof HandoffSchema.shape, DesignField>

export type Fidelity = 'preserved' | 'weakened' | 'lost'

export interface Carried {
  readonly verdict: Fidelity
  /** What becomes of the field, for a person who relies on it. */
  readonly why: string
}

/** For every field of a handoff, what a target does with it. `unknown` is for fields that the format does not know. */
export type HandoffCapabilities = Readonly<Record<HandoffField | 'unknown', Carried>>

export interface Loss {
  readonly handoff: string
  readonly field: string
  readonly verdict: Exclude<Fidelity, 'preserved'>
  readonly why: string
}

/** Every field that some handoff uses and the target does not keep as it is; by handoff, in the order of the format. */
export function lossesOf(handoffs: readonly Handoff[], capabilities: HandoffCapabilities): readonly Loss[] {
  return handoffs.flatMap((handoff) =>
    fieldsUsed(handoff).flatMap((field): Loss[] => {
      const { verdict, why } = capabilities[isKnown(field) ? field : 'unknown']
      return verdict === 'preserved' ? [] : [{ handoff: handoff.id, field, verdict, why }]
    }),
  )
}

/** The same answer for every field. */
export function sameForAll(carried: Carried): HandoffCapabilities {
  return Object.fromEntries(
    [...FIELDS, 'unknown' as const].map((field) => [field, carried]),
  ) as HandoffCapabilities
}

const FIELDS = Object.keys(HandoffSchema.shape).filter(
  (field) => !DESIGN.has(field),
) as readonly HandoffField[]

function isKnown(field: string): field is HandoffField {
  return FIELDS.some((known) => known === field)
}

function fieldsUsed(handoff: Handoff): readonly string[] {
  const said = Object.entries(handoff).flatMap(([field, value]) => (saysSomething(value) ? [field] : []))
  const unknown = said.filter((field) => !DESIGN.has(field) && !isKnown(field)).toSorted(compareText)
  return [...FIELDS.filter((field) => said.includes(field)), ...unknown]
}

function saysSomething(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}
