// Solves the traffic equations inside one loop: x = b + A·x, where A holds the odds of coming from each step.
// Elimination with the rows kept sparse, taking the variable with the fewest neighbours next: workflows have short,
// nested loops, so that fill-in stays near nothing. What turns out dense is solved as a dense matrix.

/** Stands in for the visits of a loop that nothing leaves, which have no finite value. */
const ENDLESS = 1_000_000
const SINGULAR = 1e-12
/** From this many multiplications for one variable on, what remains is treated as dense. */
const DENSE_FROM = 4_000
/** A dense matrix larger than this would not fit into memory; elimination then goes on sparse. */
const LARGEST_DENSE = 3_000

type Rows = Map<number, Map<number, number>>

interface System {
  readonly rows: Rows
  readonly users: Map<number, Set<number>>
  readonly constant: Map<number, number>
}

/** Visits of each of `component`; `endless` when some part of the loop is never left. Changes `rows`. */
export function solveTraffic(
  component: readonly number[],
  rows: Rows,
  b: readonly number[],
): { readonly value: ReadonlyMap<number, number>; readonly endless: boolean } {
  const constant = new Map(component.map((v) => [v, b[v]!]))
  const users = new Map<number, Set<number>>(component.map((v) => [v, new Set()]))
  for (const [v, row] of rows) for (const u of row.keys()) users.get(u)!.add(v)
  const system = { rows, users, constant }
  const remaining = new Set(component)
  const order: number[] = []
  let endless = false
  while (remaining.size > 0) {
    const { v, cost } = cheapest(remaining, system)
    if (cost > DENSE_FROM && remaining.size <= LARGEST_DENSE) break
    remaining.delete(v)
    order.push(v)
    const { pivot, singular } = pivotOf(rows.get(v)!.get(v) ?? 0)
    endless ||= singular
    const row = rows.get(v)!
    row.delete(v)
    for (const [u, weight] of row) row.set(u, weight / pivot)
    constant.set(v, constant.get(v)! / pivot)
    substitute(v, row, system)
  }
  const dense = solveDense([...remaining], system)
  const value = dense.value
  for (const v of order.reverse()) {
    let x = constant.get(v)!
    for (const [u, weight] of rows.get(v)!) x += weight * value.get(u)!
    value.set(v, Math.min(x, ENDLESS))
  }
  return { value, endless: endless || dense.endless }
}

function pivotOf(self: number): { pivot: number; singular: boolean } {
  const pivot = 1 - self
  return pivot > SINGULAR ? { pivot, singular: false } : { pivot: 1 / ENDLESS, singular: true }
}

// Gaussian elimination without row exchange: I − A is a diagonally dominant M-matrix, which needs none.
function solveDense(
  list: readonly number[],
  { rows, constant }: System,
): { value: Map<number, number>; endless: boolean } {
  const n = list.length
  const at = new Map(list.map((v, i) => [v, i]))
  const m = new Float64Array(n * n)
  const x = Float64Array.from(list, (v) => constant.get(v)!)
  list.forEach((v, i) => {
    m[i * n + i] = 1
    for (const [u, weight] of rows.get(v)!) m[i * n + at.get(u)!]! -= weight
  })
  let endless = false
  for (let k = 0; k < n; k++) {
    const { pivot, singular } = pivotOf(1 - m[k * n + k]!)
    endless ||= singular
    m[k * n + k] = pivot
    for (let i = k + 1; i < n; i++) {
      const factor = m[i * n + k]! / pivot
      if (factor === 0) continue
      for (let j = k + 1; j < n; j++) m[i * n + j]! -= factor * m[k * n + j]!
      x[i]! -= factor * x[k]!
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    let sum = x[k]!
    for (let j = k + 1; j < n; j++) sum -= m[k * n + j]! * x[j]!
    x[k] = Math.min(sum / m[k * n + k]!, ENDLESS)
  }
  return { value: new Map(list.map((v, i) => [v, x[i]!])), endless }
}

function cheapest(remaining: ReadonlySet<number>, { rows, users }: System): { v: number; cost: number } {
  let best = { v: -1, cost: Infinity }
  for (const v of remaining) {
    const cost = rows.get(v)!.size * users.get(v)!.size
    if (cost >= best.cost) continue
    best = { v, cost }
    if (cost <= 1) break
  }
  return best
}

function substitute(v: number, row: ReadonlyMap<number, number>, { rows, users, constant }: System): void {
  for (const w of users.get(v)!) {
    if (w === v) continue
    const target = rows.get(w)!
    const weight = target.get(v)!
    target.delete(v)
    constant.set(w, constant.get(w)! + weight * constant.get(v)!)
    for (const [u, factor] of row) {
      target.set(u, (target.get(u) ?? 0) + weight * factor)
      users.get(u)!.add(w)
    }
  }
  for (const u of row.keys()) users.get(u)!.delete(v)
}
