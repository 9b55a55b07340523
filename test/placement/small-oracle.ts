// The whole question on a small world, answered from its definition: which steps does a walk reach with too little
// consent, by which shortest walk, and what do the cheapest gates cost. Knows nothing of the product, not even its types.

export interface SmallWorld {
  /** By step, of which a run begins at the first: consent that it needs, 0 to 3, and does it make earlier one stale? */
  readonly needs: readonly number[]
  readonly doubts: readonly boolean[]
  /** From, to, weight; from OUTSIDE to step 0 as well. Every step also ends the run, with a weight of 1. */
  readonly ways: readonly (readonly [from: number, to: number, weight: number])[]
  /** Gates that are there: place and level. Place v is the door of step v; place n + i is way i. */
  readonly gates: Levels
}
type Levels = ReadonlyMap<number, number>
export const OUTSIDE = -1
const MINUTES = [0, 0.5, 4, 10]

export function oracleOf({ needs, doubts, ways, gates: standing }: SmallWorld) {
  const steps = [...needs.keys()]
  const outs = new Map([OUTSIDE, ...steps].map((v) => [v, [...ways.keys()].filter((i) => ways[i]![0] === v)]))
  const share = ([from, , weight]: SmallWorld['ways'][number]): number =>
    from === OUTSIDE ? 1 : weight / outs.get(from)!.reduce((sum, i) => sum + ways[i]![2], 1)
  const behind = (from: number): ReadonlySet<number> => {
    const found = new Set(outs.get(from)!.map((i) => ways[i]![1]))
    for (const v of found) for (const i of outs.get(v)!) found.add(ways[i]![1])
    return found
  }
  const met = behind(OUTSIDE)
  // Consent that was given before counts for nothing outside, and where doubt can come to a need.
  const live = [OUTSIDE, ...steps].filter(
    (v) => v === OUTSIDE || (doubts[v]! && met.has(v) && [...behind(v)].some((to) => needs[to]! > 0)),
  )
  const visits = visited(
    steps.map((v) =>
      steps.map((to) => ways.reduce((sum, way) => sum + (way[0] === v && way[1] === to ? share(way) : 0), 0)),
    ),
  )
  const passing = [...visits, ...ways.map((way) => (way[0] === OUTSIDE ? 1 : visits[way[0]]! * share(way)))]
  // A door is a place, and so is a way into a step that others lead into as well.
  const isPlace = (i: number): boolean =>
    ways.filter(([from, to]) => to === ways[i]![1] && (from === OUTSIDE || met.has(from))).length > 1
  /** Ways of a shortest walk to `step` from outside or live doubt, on which no gate is as strong as it needs. */
  function openWalk(gates: Levels, step: number): readonly number[] | undefined {
    const holds = (place: number): boolean => (gates.get(place) ?? 0) >= needs[step]!
    const walks = new Map(live.map((v) => [v, [] as readonly number[]]))
    for (const [from, walk] of walks) {
      for (const i of outs.get(from)!) {
        const to = ways[i]![1]
        if (holds(needs.length + i) || holds(to)) continue
        if (to === step) return [...walk, i]
        if (!walks.has(to)) walks.set(to, [...walk, i])
      }
    }
    return undefined
  }
  /** Least minutes of gates that cover everything, and how few gates do it for those minutes. */
  function cheapest(): { readonly minutes: number; readonly gates: number } {
    const strongestFirst = steps.filter((v) => needs[v]! > 0).toSorted((a, b) => needs[b]! - needs[a]!)
    const costOf = (added: Levels): number =>
      [...added].reduce((sum, [at, k]) => sum + passing[at]! * MINUTES[k]!, 0)
    const doors = new Map([...open.keys()].map((v) => [v, needs[v]!]))
    let best = { minutes: costOf(doors), gates: doors.size }
    const seen = new Set<string>()
    const search = (added: Levels): void => {
      const minutes = costOf(added)
      if (minutes > best.minutes + 1e-9 || (minutes > best.minutes - 1e-9 && added.size >= best.gates)) return
      const key = [...added].map(String).toSorted().join(';')
      if (seen.size === seen.add(key).size) return
      const gates = new Map([...standing, ...added])
      for (const step of strongestFirst) {
        const walk = openWalk(gates, step)
        if (!walk) continue
        // Whatever covers everything has a gate as strong as this somewhere on the walk.
        const places = walk.flatMap((i) => (isPlace(i) ? [ways[i]![1], needs.length + i] : [ways[i]![1]]))
        places.sort((a, c) => passing[a]! - passing[c]!)
        for (const place of places) search(new Map(added).set(place, needs[step]!))
        return
      }
      best = { minutes, gates: added.size }
    }
    search(new Map())
    return best
  }

  const shown = steps.map((v) => [v, needs[v]! > 0 ? openWalk(standing, v) : undefined] as const)
  const open = new Map(shown.flatMap(([v, walk]) => (walk ? [[v, walk]] : [])))
  return { open, cheapest, live }
}

/** Expected visits of each step from step 0: x = e + x·P, by elimination. */
function visited(flow: readonly (readonly number[])[]): readonly number[] {
  const rows = flow.map((_, v) => [...flow.map((row, u) => (u === v ? 1 : 0) - row[v]!), v === 0 ? 1 : 0])
  rows.forEach((pivot, k) => {
    for (const [v, row] of rows.entries()) {
      const factor = v === k ? 0 : row[k]! / pivot[k]!
      for (let c = k; c < row.length; c++) row[c]! -= factor * pivot[c]!
    }
  })
  return rows.map((row, k) => row.at(-1)! / row[k]!)
}
