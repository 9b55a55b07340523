// Tells real joins from mere meeting points: branches come back together in a join only when all of them were set off
// at once. Branches of a decision exclude each other, and waiting for all of them would wait for ever.
import type { Draft } from './draft.ts'

/** Transitions that may be walked in all, so that a hostile file cannot make this quadratic. */
const BUDGET = 1_000_000

export interface JoinVerdict {
  readonly joins: readonly string[]
  /** Meeting points that several ways enter, of which nobody can say that all of them come. */
  readonly unsure: readonly string[]
}

/** Which of the `candidates` all branches of one split enter, each by exactly one way. */
export function findJoins(draft: Draft, candidates: Iterable<string>): JoinVerdict {
  const out = new Map<string, string[]>()
  const into = new Map<string, string[]>()
  for (const { from, to } of draft.transitions) {
    push(out, from, to)
    push(into, to, from)
  }
  const open = new Set([...candidates].filter((id) => (into.get(id)?.length ?? 0) > 1))
  const joins: string[] = []
  let budget = BUDGET
  for (const step of draft.steps.values()) {
    if (step.kind !== 'split' || open.size === 0) continue
    const { branchOf, walked } = branchesOf(step.id, out, budget)
    budget -= walked
    // What was not walked to its end says nothing.
    if (budget <= 0) break
    const near = branchOf.size < open.size ? [...branchOf.keys()].filter((id) => open.has(id)) : [...open]
    for (const id of near) {
      if (!allBranchesMeet(step.id, id, into.get(id)!, out.get(step.id)!, branchOf)) continue
      open.delete(id)
      joins.push(id)
    }
  }
  return { joins, unsure: [...open] }
}

/** The number of the branch that each step lies on; -1 where several branches lead to it. */
function branchesOf(
  split: string,
  out: ReadonlyMap<string, readonly string[]>,
  budget: number,
): { readonly branchOf: ReadonlyMap<string, number>; readonly walked: number } {
  const branchOf = new Map<string, number>()
  let walked = 0
  for (const [branch, first] of (out.get(split) ?? []).entries()) {
    const seen = new Set([split, first])
    const todo = [first]
    for (let id = todo.pop(); id !== undefined && walked < budget; id = todo.pop()) {
      branchOf.set(id, branchOf.has(id) && branchOf.get(id) !== branch ? -1 : branch)
      for (const next of out.get(id) ?? []) {
        walked++
        if (seen.has(next)) continue
        seen.add(next)
        todo.push(next)
      }
    }
  }
  return { branchOf, walked }
}

// What lies behind a meeting point is on several branches, so a way that comes back from there never counts as one:
// a join in a ring would wait for itself.
function allBranchesMeet(
  split: string,
  join: string,
  sources: readonly string[],
  ways: readonly string[],
  branchOf: ReadonlyMap<string, number>,
): boolean {
  const branches = new Set<number>()
  let direct = -1
  for (const source of sources) {
    // Where the split itself leads here, that way of its own is the branch.
    if (source === split) direct = ways.indexOf(join, direct + 1)
    const branch = source === split ? direct : branchOf.get(source)
    if (branch === undefined || branch === -1 || branches.has(branch)) return false
    branches.add(branch)
  }
  return branches.size > 1
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
