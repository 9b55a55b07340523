// Which demanding actions can be reached from some step without passing a gate that is strong enough.
import type { DesignContext } from './types.ts'

/**
 * Demanding actions (at least `least`) that a run which enters `from` with no authority can reach ungated; the
 * walk is by step numbers, `from` first. A run that was refused, or that nobody answered, has no authority.
 */
export function ungatedFrom(
  { graph, required, grants }: DesignContext,
  from: number,
  least: number,
): { readonly action: number; readonly walk: readonly number[] } | undefined {
  for (const level of [1, 2, 3]) {
    if (level < least || !required.some((demand) => demand === level)) continue
    const walk = shortest(level)
    if (walk) return { action: walk[walk.length - 1]!, walk }
  }
  return undefined

  function shortest(level: number): number[] | undefined {
    if (grants.before[from]! >= level) return undefined
    const cameFrom = new Map<number, number>([[from, -1]])
    let ring = [from]
    while (ring.length > 0) {
      const wider: number[] = []
      for (const v of ring) {
        if (required[v] === level) return back(v, cameFrom)
        for (const edge of graph.out[v]!) {
          if (cameFrom.has(edge.to) || grants.on[edge.index]! >= level || grants.before[edge.to]! >= level)
            continue
          cameFrom.set(edge.to, v)
          wider.push(edge.to)
        }
      }
      ring = wider
    }
    return undefined
  }
}

function back(v: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const walk: number[] = []
  for (let at = v; at !== -1; at = cameFrom.get(at)!) walk.unshift(at)
  return walk
}
