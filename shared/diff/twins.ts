// Which parts of two workflows are the same: by id first, and then, as for a file that was imported again, by what they
// are called, what they do, and what stands beside them. Turning the two workflows round turns the pairs round.
import { renamedPlace } from '../document/renaming.ts'
import type { Ids, Renaming } from '../document/renaming.ts'
import { placeKey } from '../model/handoff.ts'
import type { Twin } from '../model/difference.ts'
import type { Workflow } from '../model/workflow.ts'
import { compareText } from '../support/compare.ts'

interface Entry {
  readonly id: string
}
/** What an entry is told by; undefined where it cannot be told apart. */
type Sign<T> = (entry: T) => string | undefined

/** A step is found by its neighbours, which may have been found a round before: a chain of so many can be followed. */
const ROUNDS = 50

/** Pairs of parts that are the same under two ids. What has the same id is the same, and is not listed. */
export function matchTwins(before: Workflow, after: Workflow): Renaming {
  const parties = unknownIn(before.parties, after.parties)
  pair(
    parties,
    ({ kind, name }) => JSON.stringify([kind, name]),
    ({ kind, name }) => JSON.stringify([kind, name]),
  )
  const steps = matchSteps(before, after)
  const there = (id: string): string => steps.get(id) ?? id
  const transitions = unknownIn(before.transitions, after.transitions)
  for (const fields of [['kind', 'condition', 'label'], ['kind'], []] as const) {
    pair(
      transitions,
      (way) => JSON.stringify([there(way.from), there(way.to), ...fields.map((field) => way[field] ?? '')]),
      (way) => JSON.stringify([way.from, way.to, ...fields.map((field) => way[field] ?? '')]),
    )
  }
  const on = (id: string): string => transitions.found.get(id) ?? id
  const handoffs = unknownIn(before.handoffs, after.handoffs)
  for (const fields of [['kind', 'strength', 'title'], ['kind', 'strength'], ['kind']] as const) {
    pair(
      handoffs,
      (gate) =>
        JSON.stringify([
          placeKey(renamedPlace(gate.at, there, on)),
          ...fields.map((field) => gate[field] ?? ''),
        ]),
      (gate) => JSON.stringify([placeKey(gate.at), ...fields.map((field) => gate[field] ?? '')]),
    )
  }
  return { parties: parties.found, steps, transitions: transitions.found, handoffs: handoffs.found }
}

/** The pairs as a list, in the order of parts and ids. */
export function twinsOf({ parties, steps, transitions, handoffs }: Renaming): readonly Twin[] {
  const listed = (part: Twin['part'], ids: Ids): readonly Twin[] =>
    [...ids].map(([a, b]) => ({ part, before: a, after: b })).sort((a, b) => compareText(a.after, b.after))
  return [
    ...listed('party', parties),
    ...listed('step', steps),
    ...listed('transition', transitions),
    ...listed('handoff', handoffs),
  ]
}

interface Open<T> {
  before: readonly T[]
  after: readonly T[]
  readonly found: Map<string, string>
}

function unknownIn<T extends Entry>(before: readonly T[], after: readonly T[]): Open<T> {
  const [old, now] = [idsOf(before), idsOf(after)]
  return {
    before: before.filter(({ id }) => !now.has(id)),
    after: after.filter(({ id }) => !old.has(id)),
    found: new Map(),
  }
}

/** Pairs what has a sign that exactly one entry on either side has. True where that found anything. */
function pair<T extends Entry>(open: Open<T>, signBefore: Sign<T>, signAfter: Sign<T>): boolean {
  const [old, now] = [bySign(open.before, signBefore), bySign(open.after, signAfter)]
  const size = open.found.size
  for (const [sign, a] of old) {
    const b = now.get(sign)
    if (a !== null && b) open.found.set(a.id, b.id)
  }
  const taken = new Set(open.found.values())
  open.before = open.before.filter(({ id }) => !open.found.has(id))
  open.after = open.after.filter(({ id }) => !taken.has(id))
  return open.found.size > size
}

/** Null where several entries have the sign. */
function bySign<T>(entries: readonly T[], sign: Sign<T>): ReadonlyMap<string, T | null> {
  const found = new Map<string, T | null>()
  for (const entry of entries) {
    const key = sign(entry)
    if (key !== undefined) found.set(key, found.has(key) ? null : entry)
  }
  return found
}

type Step = Workflow['steps'][number]

function matchSteps(before: Workflow, after: Workflow): Ids {
  const open = unknownIn(before.steps, after.steps)
  if (open.before.length === 0 || open.after.length === 0) return open.found
  const [old, now] = [neighbours(before), neighbours(after)]
  const called = ({ kind, name }: Step): string => JSON.stringify([kind, name.trim().toLowerCase()])
  const named: Sign<Step> = (step) => (step.name.trim() === '' ? undefined : called(step))
  const around = (
    beside: Neighbours,
    name: (id: string) => string | undefined,
    sign: Sign<Step>,
  ): Sign<Step> => {
    return (step) => {
      const told = [beside.into.get(step.id) ?? [], beside.out.get(step.id) ?? []].map((ids) =>
        ids.map(name).sort((a, b) => compareText(a ?? '', b ?? '')),
      )
      const known = told.flat()
      return known.length === 0 || known.includes(undefined) ? undefined : JSON.stringify([sign(step), told])
    }
  }
  const nameIn = ({ steps }: Workflow): ((id: string) => string | undefined) => {
    const names = new Map(steps.map((step) => [step.id, called(step)]))
    return (id) => names.get(id)
  }
  // First those whose name and neighbours agree, then those whose name nobody else has.
  pair(open, around(old, nameIn(before), named), around(now, nameIn(after), named))
  pair(open, named, named)
  // Then whoever stands between the same steps: something that was renamed in between.
  const [mine, theirs] = [idsOf(before.steps), idsOf(after.steps)]
  const known = (id: string): string | undefined =>
    open.found.get(id) ?? (mine.has(id) && theirs.has(id) ? id : undefined)
  const kind: Sign<Step> = (step) => step.kind
  for (let round = 0; round < ROUNDS && open.before.length > 0 && open.after.length > 0; round++) {
    const unsettled = idsOf(open.after)
    const settled = (id: string): string | undefined => (unsettled.has(id) ? undefined : id)
    if (!pair(open, around(old, known, kind), around(now, settled, kind))) break
  }
  return open.found
}

interface Neighbours {
  readonly into: ReadonlyMap<string, readonly string[]>
  readonly out: ReadonlyMap<string, readonly string[]>
}

function neighbours({ transitions }: Workflow): Neighbours {
  const into = new Map<string, string[]>()
  const out = new Map<string, string[]>()
  const add = (map: Map<string, string[]>, key: string, id: string): void => {
    const list = map.get(key)
    if (list) list.push(id)
    else map.set(key, [id])
  }
  for (const { from, to } of transitions) {
    add(into, to, from)
    add(out, from, to)
  }
  return { into, out }
}

function idsOf(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id))
}
