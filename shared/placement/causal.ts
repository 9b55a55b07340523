// Authority where a join is read causally (PLACEMENT.md 1.7): every branch of a block was run, so that a person in one of
// them has answered for all that was in doubt before the branches parted. What comes into doubt inside one branch was
// never seen by a person in another: for that the weakest counts, as everywhere.
import type { Edge } from '../graph/edge.ts'
import type { Graph } from '../graph/graph.ts'
import type { Block } from '../graph/parallel.ts'
import type { Demands } from './demands.ts'
import type { Grants } from './grants.ts'

const MOST = 3

/** On arrival, after the gate before the step, and on leaving. */
interface Carried {
  readonly in: Uint8Array
  readonly mid: Uint8Array
  readonly out: Uint8Array
}

/** What a block does to authority. */
interface Effect {
  readonly block: Block
  /** What comes out for doubt from before it that came in with nothing: the best branch counts. */
  readonly old: number
  /** What comes out for doubt from inside it: the worst branch counts. */
  readonly fresh: number
}

type Effects = readonly Effect[]

/** Carried authority, as `carriedAuthority` has it. Cost: O(levels × edges) for each level of nesting. */
export function causalAuthority(
  graph: Graph,
  blocks: readonly Block[],
  demands: Demands,
  grants: Grants,
): Carried {
  const effects = effectsOf(graph, blocks, demands, grants)
  const begin = graph.starts.map((v) => [v, 0] as const)
  return carry(graph, grants, effects, {
    live: demands.live,
    begin,
    isInside: (v) => graph.reachable[v]!,
    what: 'all',
  })
}

function effectsOf(graph: Graph, blocks: readonly Block[], demands: Demands, grants: Grants): Effects {
  const effects: Effect[] = []
  const none = graph.steps.map(() => false)
  // The innermost come first, so that the effect of what is inside a block is known.
  for (const block of blocks) {
    const isInside = (v: number): boolean => block.inside.has(v)
    const enter = (value: number) =>
      graph.out[block.split]!.filter(({ to }) => isInside(to)).map(
        (edge) => [edge.to, Math.max(value, grants.on[edge.index]!)] as const,
      )
    const old = carry(graph, grants, effects, { live: none, begin: enter(0), isInside, what: 'old' })
    const fresh = carry(graph, grants, effects, {
      live: demands.live,
      begin: enter(MOST),
      isInside,
      what: 'all',
    })
    const brought = ({ out }: Carried, edge: Edge, direct: number): number => {
      const carried = edge.refused ? 0 : edge.from === block.split ? direct : out[edge.from]!
      return Math.max(carried, grants.on[edge.index]!)
    }
    effects.push({
      block,
      old: Math.max(
        ...block.arrivals.map((edges) => Math.min(...edges.map((edge) => brought(old, edge, 0)))),
      ),
      fresh: Math.min(...block.arrivals.flat().map((edge) => brought(fresh, edge, MOST))),
    })
  }
  return effects
}

interface Part {
  readonly live: readonly boolean[]
  readonly begin: readonly (readonly [v: number, value: number])[]
  readonly isInside: (v: number) => boolean
  /** Old doubt alone, or all doubt there is. */
  readonly what: 'old' | 'all'
}

// The greatest fixpoint over a part of the graph. Out of a block nothing comes but by way of its effect.
function carry(
  graph: Graph,
  grants: Grants,
  effects: Effects,
  { live, begin, isInside, what }: Part,
): Carried {
  const size = graph.steps.length
  const [arriving, mid, leaving, back] = [0, 1, 2, 3].map(() => new Uint8Array(size).fill(MOST)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  const bySplit = new Map(effects.map((effect) => [effect.block.split, effect]))
  const joins = new Map(effects.map((effect) => [effect.block.join, effect]))
  const todo: number[] = []
  const lower = (list: Uint8Array, v: number, value: number): void => {
    if (value >= list[v]! || !isInside(v)) return
    list[v] = value
    todo.push(v)
  }
  const settle = (v: number): void => {
    mid[v] = Math.max(arriving[v]!, grants.before[v]!)
    leaving[v] = live[v] ? 0 : Math.min(mid[v], back[v]!)
    const effect = bySplit.get(v)
    if (effect) lower(arriving, effect.block.join, Math.max(leaving[v], effect.old))
    for (const edge of graph.out[v]!) {
      if (joins.has(edge.to)) continue
      if (edge.returns) lower(back, edge.to, leaving[v])
      else lower(arriving, edge.to, Math.max(edge.refused ? 0 : leaving[v], grants.on[edge.index]!))
    }
  }
  for (const [v, value] of begin) lower(arriving, v, value)
  for (const edge of graph.edges) {
    if (!edge.refused || !graph.reachable[edge.from] || !isInside(edge.from) || joins.has(edge.to)) continue
    lower(arriving, edge.to, grants.on[edge.index]!)
  }
  // What a block lets out of its own doubt comes out whatever comes in.
  for (const { block, fresh } of what === 'all' ? effects : []) lower(arriving, block.join, fresh)
  for (let v = 0; v < size; v++) if (graph.reachable[v] && live[v] && isInside(v)) settle(v)
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) settle(v)
  return { in: arriving, mid, out: leaving }
}

interface Trail {
  readonly edge: Edge
  readonly rest: Trail | undefined
  /** Blocks that the walk, read backwards, is in, and has come into by their join. */
  readonly entered: ReadonlySet<Block>
}

/**
 * The shortest walk from where authority is nothing to `target` past no gate of `demand`, where that cannot be answered
 * by another branch: undefined where the step is covered. Backwards; out of a block by its split only where every branch
 * lets doubt from before it through, or where the walk does not pass its join.
 */
export function causalWalk(
  graph: Graph,
  blocks: readonly Block[],
  demands: Demands,
  grants: Grants,
  target: number,
  demand: number,
): readonly Edge[] | undefined {
  if (grants.before[target]! >= demand) return undefined
  const effects = effectsOf(graph, blocks, demands, grants)
  const answered = new Set(effects.flatMap(({ block, old }) => (old >= demand ? [block] : [])))
  const seen = new Set<string>()
  const queue: Trail[] = []
  const step = (edge: Edge, rest: Trail | undefined): Trail | undefined => {
    if (!graph.reachable[edge.from] || grants.on[edge.index]! >= demand) return undefined
    const entered = enteredAfter(edge, rest?.entered ?? new Set())
    const crossed = blocks.find(
      ({ split, inside, join }) => split === edge.from && (inside.has(edge.to) || join === edge.to),
    )
    const isPassage = crossed && (edge.to === crossed.join || rest?.entered.has(crossed) === true)
    if (isPassage && answered.has(crossed)) return undefined
    const trail = { edge, rest, entered }
    if (demands.live[edge.from] || edge.refused) return trail
    const key = [edge.from, ...[...entered].map(({ join }) => join).sort((a, b) => a - b)].join(' ')
    if (seen.has(key)) return undefined
    seen.add(key)
    queue.push(trail)
    return undefined
  }
  const stepAll = (edges: readonly Edge[], rest: Trail | undefined): Trail | undefined => {
    for (const edge of edges) {
      const found = step(edge, rest)
      if (found) return found
    }
    return undefined
  }
  let found = stepAll(
    graph.in[target]!.filter(({ returns }) => !returns),
    undefined,
  )
  for (let i = 0; !found && i < queue.length; i++) {
    const trail = queue[i]!
    const u = trail.edge.from
    const barred = grants.before[u]! >= demand
    found = stepAll(
      graph.in[u]!.filter(({ returns }) => returns || !barred),
      trail,
    )
  }
  const edges: Edge[] = []
  for (let at = found; at; at = at.rest) edges.push(at.edge)
  return found && edges

  function enteredAfter(edge: Edge, before: ReadonlySet<Block>): ReadonlySet<Block> {
    const after = new Set(before)
    for (const block of blocks) {
      if (block.join === edge.to) after.add(block)
      if (block.split === edge.from) after.delete(block)
    }
    return after
  }
}
