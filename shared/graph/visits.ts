// Expected visits a run: the traffic equations n(v) = s(v) + Σ n(u)·p(u→v), a join's divided by its fan-in,
// solved exactly. Source: absorbing Markov chains (Kemeny & Snell), visits = e_start (I − Q)^-1.
import type { Step } from '../model/step.ts'
import { components } from './components.ts'
import type { Edge } from './edge.ts'
import { solveTraffic } from './traffic.ts'

interface Input {
  readonly steps: readonly Step[]
  readonly out: readonly (readonly Edge[])[]
  readonly in: readonly (readonly Edge[])[]
  readonly starts: readonly number[]
  readonly reachable: readonly boolean[]
}

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
    // A sub-flow is one branch, in however many ways its contents can end.
    const branches = new Set(
      into[v]!.flatMap((edge) => (reachable[edge.from] ? [edge.transition ?? edge] : [])),
    )
    return 1 / Math.max(1, branches.size)
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
      if (members.has(edge.counted)) row.set(edge.counted, (row.get(edge.counted) ?? 0) + weight)
      else visits[v]! += visits[edge.counted]! * weight
    }
    rows.set(v, row)
  }
  if (component.length === 1 && rows.get(component[0]!)!.size === 0) return
  const solution = solveTraffic(component, rows, visits)
  if (solution.endless) for (const v of component) closed.add(v)
  for (const v of component) visits[v] = solution.value.get(v)!
}
