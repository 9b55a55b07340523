// Expected visits a run: the traffic equations n(v) = s(v) + Σ n(u)·p(u→v), a join's divided by its fan-in,
// solved exactly. Source: absorbing Markov chains (Kemeny & Snell), visits = e_start (I − Q)^-1.
import type { Step } from '../model/step.ts'
import { components } from './components.ts'
import type { Edge } from './edge.ts'

interface Input {
  readonly steps: readonly Step[]
  readonly out: readonly (readonly Edge[])[]
  readonly in: readonly (readonly Edge[])[]
  readonly starts: readonly number[]
  readonly reachable: readonly boolean[]
}

/** Stands in for the visits of a loop that nothing leaves, which have no finite value. */
const ENDLESS = 1_000_000
const SINGULAR = 1e-12

/**
 * Visits of every step, and the steps of loops without an exit. With several starts a run begins at one of them,
 * each with the same odds. Cost: O(edges) for the loop-free part; sparse elimination inside each loop.
 */
export function expectedVisits(input: Input): { visits: number[]; closed: Set<number> } {
  const visits = input.steps.map(() => 0)
  const closed = new Set<number>()
  for (const start of input.starts) visits[start]! += 1 / input.starts.length
  const share = sharesInto(input)
  // Tarjan yields components in reverse topological order, so that walking backwards sees every source first.
  const order = components(input.out)
  for (let i = order.length - 1; i >= 0; i--) {
    const component = order[i]!.filter((v) => input.reachable[v])
    if (component.length > 0) solveComponent(component, input, share, visits, closed)
  }
  return { visits, closed }
}

// 1 / fan-in at a join: its branches all ran, and it runs once for all of them.
function sharesInto({ steps, in: into, reachable }: Input): number[] {
  return steps.map((step, v) => {
    if (step.kind !== 'join') return 1
    return 1 / Math.max(1, into[v]!.filter((edge) => reachable[edge.from]).length)
  })
}

function solveComponent(
  component: readonly number[],
  { in: into, reachable }: Input,
  share: readonly number[],
  visits: number[],
  closed: Set<number>,
): void {
  const members = new Set(component)
  const rows = new Map<number, Map<number, number>>()
  for (const v of component) {
    const row = new Map<number, number>()
    for (const edge of into[v]!) {
      if (!reachable[edge.from] || edge.flow === 0) continue
      const weight = edge.flow * share[v]!
      if (members.has(edge.from)) row.set(edge.from, (row.get(edge.from) ?? 0) + weight)
      else visits[v]! += visits[edge.from]! * weight
    }
    rows.set(v, row)
  }
  if (component.length === 1 && rows.get(component[0]!)!.size === 0) return
  const solution = eliminate(component, rows, visits)
  if (solution.endless) for (const v of component) closed.add(v)
  for (const v of component) visits[v] = solution.value.get(v)!
}

// Gaussian elimination on x = b + A·x with the rows kept sparse, taking the variable with the fewest neighbours
// next. Workflows have short, nested loops, so fill-in stays near nothing; the dense worst case is O(n³).
function eliminate(
  component: readonly number[],
  rows: Map<number, Map<number, number>>,
  b: readonly number[],
): { value: Map<number, number>; endless: boolean } {
  const constant = new Map(component.map((v) => [v, b[v]!]))
  const users = new Map<number, Set<number>>(component.map((v) => [v, new Set()]))
  for (const [v, row] of rows) for (const u of row.keys()) users.get(u)!.add(v)
  const remaining = new Set(component)
  const order: number[] = []
  let endless = false
  while (remaining.size > 0) {
    const v = cheapest(remaining, rows, users)
    remaining.delete(v)
    order.push(v)
    const row = rows.get(v)!
    let pivot = 1 - (row.get(v) ?? 0)
    if (!(pivot > SINGULAR)) {
      endless = true
      pivot = 1 / ENDLESS
    }
    row.delete(v)
    for (const [u, weight] of row) row.set(u, weight / pivot)
    constant.set(v, constant.get(v)! / pivot)
    substitute(v, row, { rows, users, constant })
  }
  const value = new Map<number, number>()
  for (const v of order.reverse()) {
    let x = constant.get(v)!
    for (const [u, weight] of rows.get(v)!) x += weight * value.get(u)!
    value.set(v, Math.min(x, ENDLESS))
  }
  return { value, endless }
}

function cheapest(
  remaining: ReadonlySet<number>,
  rows: ReadonlyMap<number, ReadonlyMap<number, number>>,
  users: ReadonlyMap<number, ReadonlySet<number>>,
): number {
  let best = -1
  let least = Infinity
  for (const v of remaining) {
    const cost = rows.get(v)!.size * users.get(v)!.size
    if (cost >= least) continue
    least = cost
    best = v
    if (cost <= 1) break
  }
  return best
}

function substitute(
  v: number,
  row: ReadonlyMap<number, number>,
  system: {
    readonly rows: Map<number, Map<number, number>>
    readonly users: Map<number, Set<number>>
    readonly constant: Map<number, number>
  },
): void {
  for (const w of system.users.get(v)!) {
    if (w === v) continue
    const target = system.rows.get(w)!
    const weight = target.get(v)!
    target.delete(v)
    system.constant.set(w, system.constant.get(w)! + weight * system.constant.get(v)!)
    for (const [u, factor] of row) {
      target.set(u, (target.get(u) ?? 0) + weight * factor)
      system.users.get(u)!.add(w)
    }
  }
  for (const u of row.keys()) system.users.get(u)!.delete(v)
}
