// Closes the flow: wherever a run would stop without an end, it gets one. One "Done" and one "Stopped" for each
// island, and only where a run can get to at all.
import { addStep, connect } from './draft.ts'
import type { Draft } from './draft.ts'
import type { Point } from '../../model/workflow.ts'

/** A way out of a step that leads nowhere. */
export interface LooseWay {
  readonly from: string
  readonly label: string
  readonly kind: 'normal' | 'reject'
  readonly condition?: string
}

/** Adds the ends that are missing, and says how many. */
export function closeFlow(draft: Draft, open: readonly LooseWay[], where: string): void {
  const islands = islandsOf(draft)
  const alive = new Set<number>()
  for (const step of draft.steps.values()) if (step.kind === 'start') alive.add(islands.get(step.id)!)
  const leaving = new Set(draft.transitions.map((transition) => transition.from))
  const openFrom = new Set(open.map((way) => way.from))
  const leaves: LooseWay[] = []
  for (const step of draft.steps.values()) {
    const nested = step.parent !== undefined
    if (step.kind === 'end' || nested || leaving.has(step.id) || openFrom.has(step.id)) continue
    leaves.push({ from: step.id, label: '', kind: 'normal' })
  }
  const ends = new Map<string, string>()
  let ways = 0
  for (const way of [...open, ...leaves]) {
    const island = islands.get(way.from)!
    if (!alive.has(island)) continue
    const kind = way.kind === 'reject' ? 'Stopped' : 'Done'
    const key = `${kind} ${island}`
    if (!ends.has(key)) ends.set(key, addEnd(draft, kind))
    const end = ends.get(key)!
    connect(draft, { ...way, to: end })
    moveBehind(draft, way.from, end)
    ways++
  }
  report(draft, ends.size, ways, where)
  reportUnreachable(draft, islands, alive, where)
}

function report(draft: Draft, ends: number, ways: number, where: string): void {
  if (ways === 0) return
  draft.book.repairs.push({
    message: `${ends === 1 ? 'an end was' : `${ends} ends were`} added where the flow simply stops`,
    place: where,
    count: ways,
    change: { steps: ends, transitions: ways },
  })
}

function reportUnreachable(
  draft: Draft,
  islands: ReadonlyMap<string, number>,
  alive: ReadonlySet<number>,
  where: string,
): void {
  const lost = [...islands].filter(([, island]) => !alive.has(island))
  if (lost.length === 0) return
  draft.book.blindSpots.push({
    message: 'steps stand in parts of the file that nothing starts; no run gets there',
    place: where,
    count: lost.length,
  })
}

function addEnd(draft: Draft, name: 'Done' | 'Stopped'): string {
  return addStep(draft, { kind: 'end', name, outcome: name === 'Done' ? 'ok' : 'stopped' }).id
}

// An end stands right of everything that leads to it, at the height of the last of them.
function moveBehind(draft: Draft, from: string, end: string): void {
  const source = draft.positions.get(from)
  if (!source) return
  const before: Point | undefined = draft.positions.get(end)
  draft.positions.set(end, [
    Math.max(source[0] + 220, before?.[0] ?? Number.NEGATIVE_INFINITY),
    before?.[1] ?? source[1],
  ])
}

/** Steps that hang together, by transitions or as tools, get the same number. Nearly linear (union by path halving). */
export function islandsOf(draft: Draft): ReadonlyMap<string, number> {
  const ids = [...draft.steps.keys()]
  const numberOf = new Map(ids.map((id, index) => [id, index]))
  const leader = ids.map((_, index) => index)
  const find = (index: number): number => {
    let here = index
    while (leader[here] !== here) {
      leader[here] = leader[leader[here]!]!
      here = leader[here]!
    }
    return here
  }
  const join = (a: string, b: string): void => {
    leader[find(numberOf.get(a)!)] = find(numberOf.get(b)!)
  }
  for (const { from, to } of draft.transitions) join(from, to)
  for (const step of draft.steps.values()) if (step.parent !== undefined) join(step.id, step.parent)
  return new Map(ids.map((id, index) => [id, find(index)]))
}
