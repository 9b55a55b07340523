// Can all separations of duty hold at once with the people there are? Exact: whoever does the work is chosen, and then
// every gate has to find enough others. Source: workflow satisfiability (Wang & Li 2010), by search with a bound.
import type { Pool } from './principals.ts'

/** Work that somebody does before a gate. */
export interface Duty {
  readonly id: string
  readonly pool: Pool
}

/** A gate that needs people who did not do the work that it looks at. */
export interface Separation {
  readonly id: string
  readonly pool: Pool
  readonly needed: number
  /** Ids of the duties whose doer may not say yes here. */
  readonly apartFrom: readonly string[]
}

export type Staffing =
  /** Who does what and who says yes, by id of the duty or gate. Where anybody will do, nobody is named. */
  | { readonly kind: 'possible'; readonly who: ReadonlyMap<string, readonly string[]> }
  /** Gates that cannot be staffed together; without any one of them the others can. */
  | { readonly kind: 'impossible'; readonly gates: readonly string[] }
  /** The search was given up. */
  | { readonly kind: 'unknown' }

/** Choices that are tried before the search is given up: some ten milliseconds. */
const MOST_CHOICES = 5_000

/** Whether everybody can be found, and who. */
export function staffing(duties: readonly Duty[], gates: readonly Separation[]): Staffing {
  const found = search(duties, gates)
  if (found !== 'none') return found === 'given up' ? { kind: 'unknown' } : { kind: 'possible', who: found }
  const conflict = gates.reduce<readonly Separation[]>((left, gate) => {
    const without = left.filter((other) => other !== gate)
    return search(duties, without) === 'none' ? without : left
  }, gates)
  return { kind: 'impossible', gates: conflict.map(({ id }) => id) }
}

function search(
  duties: readonly Duty[],
  gates: readonly Separation[],
): ReadonlyMap<string, readonly string[]> | 'none' | 'given up' {
  const looked = new Set(gates.flatMap(({ apartFrom }) => apartFrom))
  const wanted = new Set(gates.flatMap(({ pool }) => [...pool.known]))
  const chosen = new Map<string, string>()
  // Whoever no gate could ask is the best one to do the work; the fewer there are to choose from, the earlier.
  const open = duties
    .filter(({ id, pool }) => looked.has(id) && pool.open.size === 0 && pool.known.size > 0)
    .filter(({ pool }) => [...pool.known].every((one) => wanted.has(one)))
    .toSorted((a, b) => a.pool.known.size - b.pool.known.size)
  const free = duties.filter((duty) => !open.includes(duty))
  let choices = 0
  const tryFrom = (i: number): 'found' | 'none' | 'given up' => {
    if (gates.some((gate) => isShort(gate, chosen))) return 'none'
    const duty = open[i]
    if (!duty) return 'found'
    for (const one of [...duty.pool.known].toSorted()) {
      if (++choices > MOST_CHOICES) return 'given up'
      chosen.set(duty.id, one)
      const result = tryFrom(i + 1)
      if (result !== 'none') return result
    }
    chosen.delete(duty.id)
    return 'none'
  }
  const result = tryFrom(0)
  if (result !== 'found') return result
  const who = new Map<string, readonly string[]>()
  for (const { id, pool } of free) who.set(id, [...pool.known].filter((one) => !wanted.has(one)).slice(0, 1))
  for (const [id, one] of chosen) who.set(id, [one])
  for (const gate of gates) who.set(gate.id, others(gate, chosen).slice(0, gate.needed))
  return who
}

function isShort(gate: Separation, chosen: ReadonlyMap<string, string>): boolean {
  return gate.pool.open.size === 0 && others(gate, chosen).length < gate.needed
}

function others({ pool, apartFrom }: Separation, chosen: ReadonlyMap<string, string>): readonly string[] {
  const busy = new Set(apartFrom.flatMap((id) => chosen.get(id) ?? []))
  return [...pool.known].filter((one) => !busy.has(one)).toSorted()
}
