// Maximum flow, and with it the cheapest cut (Dinic 1970), on a network of numbered nodes.

/** Arcs in pairs: arc `a ^ 1` is the way back of arc `a`. */
export interface Network {
  readonly nodes: number
  readonly to: number[]
  readonly capacity: number[]
  /** Arcs that leave each node. */
  readonly arcs: readonly number[][]
}

/** What is left of a capacity below this is rounding. */
const NOTHING = 1e-12

/** A network without arcs. */
export function newNetwork(nodes: number): Network {
  return { nodes, to: [], capacity: [], arcs: Array.from({ length: nodes }, () => []) }
}

/** Adds an arc of some capacity; Infinity is one that no cut may take. */
export function addArc({ to, capacity, arcs }: Network, from: number, target: number, room: number): void {
  arcs[from]!.push(to.length)
  to.push(target)
  capacity.push(room)
  arcs[target]!.push(to.length)
  to.push(from)
  capacity.push(0)
}

/**
 * Uses up the capacities and answers with the flow. Every way from `source` to `sink` has to hold an arc of finite
 * capacity. Worst case O(nodes² · arcs); on workflows a few sweeps.
 */
export function maximumFlow(network: Network, source: number, sink: number): number {
  let flow = 0
  for (;;) {
    const level = levelsFrom(network, source, sink)
    if (level[sink]! < 0) return flow
    const next = new Int32Array(network.nodes)
    for (let pushed = push(network, level, next, source, sink); pushed > 0;) {
      flow += pushed
      pushed = push(network, level, next, source, sink)
    }
  }
}

/** Nodes from which the sink can still be reached when the capacities are used up: the latest of the cheapest cuts. */
export function sinkSide({ nodes, to, capacity, arcs }: Network, sink: number): Uint8Array {
  const reaches = new Uint8Array(nodes)
  reaches[sink] = 1
  const todo = [sink]
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    for (const arc of arcs[v]!) {
      const u = to[arc]!
      if (reaches[u] || capacity[arc ^ 1]! <= NOTHING) continue
      reaches[u] = 1
      todo.push(u)
    }
  }
  return reaches
}

function levelsFrom({ nodes, to, capacity, arcs }: Network, source: number, sink: number): Int32Array {
  const level = new Int32Array(nodes).fill(-1)
  level[source] = 0
  const queue = [source]
  for (const v of queue) {
    if (level[sink]! >= 0) break
    for (const arc of arcs[v]!) {
      if (capacity[arc]! <= NOTHING || level[to[arc]!]! >= 0) continue
      level[to[arc]!] = level[v]! + 1
      queue.push(to[arc]!)
    }
  }
  return level
}

// One way from source to sink along rising levels, without recursion: ways are as long as the workflow.
function push(
  { to, capacity, arcs }: Network,
  level: Int32Array,
  next: Int32Array,
  source: number,
  sink: number,
): number {
  const way: number[] = []
  let v = source
  while (v !== sink) {
    const arc = arcs[v]![next[v]!]
    if (arc === undefined) {
      // A dead end: go back, and do not come here again in this sweep.
      const last = way.pop()
      if (last === undefined) return 0
      v = to[last ^ 1]!
      next[v]!++
    } else if (capacity[arc]! > NOTHING && level[to[arc]!] === level[v]! + 1) {
      way.push(arc)
      v = to[arc]!
    } else next[v]!++
  }
  const room = way.reduce((least, arc) => Math.min(least, capacity[arc]!), Infinity)
  for (const arc of way) {
    capacity[arc]! -= room
    capacity[arc ^ 1]! += room
  }
  return room
}
