// Blocks of parallel branches: a split whose branches all lead to one join and meet nothing else on the way. Only of
// these can be said that all branches were run whenever the join is passed, each of them once.
import { immediateDominators } from './dominators.ts'
import type { Edge } from './edge.ts'
import type { Step } from '../model/step.ts'

export interface Block {
  readonly split: number
  readonly join: number
  /** The steps of all branches, without the split and the join. */
  readonly inside: ReadonlySet<number>
  /** For each branch the edges by which it comes to the join. */
  readonly arrivals: readonly (readonly Edge[])[]
}

interface Index {
  readonly steps: readonly Step[]
  readonly out: readonly (readonly Edge[])[]
  readonly in: readonly (readonly Edge[])[]
  readonly starts: readonly number[]
  readonly reachable: readonly boolean[]
}

/**
 * The blocks, the innermost first. A join that closes no single split is in none of them, nor is anything that several
 * tokens of one run can come to, or that a run can leave for another split: there a branch of one passage could meet one
 * of another. Cost: O(joins × edges).
 */
export function parallelBlocks(index: Index): readonly Block[] {
  const dominator = immediateDominators(index.out, index.in, index.starts)
  const blocks = index.steps.flatMap(({ kind }, join): Block[] => {
    const split = dominator[join]!
    if (kind !== 'join' || split < 0 || !isSplit(index, split)) return []
    const block = blockBetween(index, split, join)
    return block ? [block] : []
  })
  return withoutStrays(index, blocks).toSorted((a, b) => a.inside.size - b.inside.size || a.join - b.join)
}

function isSplit({ steps, out }: Index, v: number): boolean {
  return steps[v]!.kind === 'split' && out[v]!.length > 1
}

function blockBetween(index: Index, split: number, join: number): Block | undefined {
  const leadsOn = backFrom(index, join, split)
  const inside = new Set<number>()
  const arrivals: Edge[][] = []
  for (const first of index.out[split]!) {
    const branch = branchOf(index, first, { split, join, leadsOn })
    if (!branch || [...branch.inside].some((v) => inside.has(v))) return undefined
    for (const v of branch.inside) inside.add(v)
    arrivals.push(branch.arrivals)
  }
  const isOwn = ({ from }: Edge): boolean => !index.reachable[from] || from === split || inside.has(from)
  const isClosed = [...inside, join].every((v) => index.in[v]!.every(isOwn))
  return isClosed ? { split, join, inside, arrivals } : undefined
}

interface Ends {
  readonly split: number
  readonly join: number
  readonly leadsOn: ReadonlySet<number>
}

// What a branch can come to and go on from to the join. It may be left for where runs only end.
function branchOf(
  index: Index,
  first: Edge,
  { split, join, leadsOn }: Ends,
): { readonly inside: ReadonlySet<number>; readonly arrivals: Edge[] } | undefined {
  const inside = new Set<number>()
  const arrivals: Edge[] = []
  const todo = [first]
  for (let edge = todo.pop(); edge; edge = todo.pop()) {
    if (edge.to === join) {
      arrivals.push(edge)
      continue
    }
    if (inside.has(edge.to)) continue
    if (edge.to === split) return undefined
    if (!leadsOn.has(edge.to)) {
      if (comesToSplit(index, edge.to)) return undefined
      continue
    }
    inside.add(edge.to)
    todo.push(...index.out[edge.to]!)
  }
  return arrivals.length > 0 ? { inside, arrivals } : undefined
}

function backFrom(index: Index, to: number, without: number): ReadonlySet<number> {
  const found = new Set<number>()
  const todo = [to]
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    for (const { from } of index.in[v]!) {
      if (from === without || from === to || found.has(from) || !index.reachable[from]) continue
      found.add(from)
      todo.push(from)
    }
  }
  return found
}

function comesToSplit(index: Index, from: number): boolean {
  return [...ahead(index, [from])].some((v) => isSplit(index, v))
}

function ahead({ out }: Index, from: readonly number[]): ReadonlySet<number> {
  const found = new Set(from)
  for (const v of found) for (const { to } of out[v]!) found.add(to)
  return found
}

// Behind a split that no join closes, a run has several tokens. Blocks that hold one, or that come after one, are none;
// then their own splits are such.
function withoutStrays(index: Index, blocks: readonly Block[]): readonly Block[] {
  const splits = new Set(blocks.map(({ split }) => split))
  const strays = index.steps.flatMap((_, v) =>
    index.reachable[v] && isSplit(index, v) && !splits.has(v) ? [v] : [],
  )
  const behind = ahead(index, strays)
  const closes = (v: number): boolean => blocks.some(({ split, join }) => split === v && !behind.has(join))
  const kept = blocks.filter(({ split, inside }) => {
    const held = [...inside].filter((v) => isSplit(index, v))
    return (
      !behind.has(split) &&
      held.every((v) => closes(v) && blocks.some((b) => b.split === v && inside.has(b.join)))
    )
  })
  return kept.length === blocks.length ? kept : withoutStrays(index, kept)
}
