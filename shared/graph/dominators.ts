// Dominators: the last step that every run has passed before it comes to a step. Source: Cooper, Harvey & Kennedy 2001.
import type { Edge } from './edge.ts'

/** For each step the step that dominates it immediately; -1 for starts, for what no start reaches, and where no step does. */
export function immediateDominators(
  out: readonly (readonly Edge[])[],
  into: readonly (readonly Edge[])[],
  starts: readonly number[],
): readonly number[] {
  const size = out.length
  // One root in front of all starts.
  const root = size
  const order = reversePostorder(out, starts)
  const rank = new Int32Array(size + 1).fill(-1)
  rank[root] = 0
  order.forEach((v, i) => (rank[v] = i + 1))
  const dominator = new Int32Array(size + 1).fill(-1)
  dominator[root] = root
  const isStart = new Set(starts)
  const common = (a: number, b: number): number => {
    let [x, y] = [a, b]
    while (x !== y) {
      while (rank[x]! > rank[y]!) x = dominator[x]!
      while (rank[y]! > rank[x]!) y = dominator[y]!
    }
    return x
  }
  for (let changed = true; changed;) {
    changed = false
    for (const v of order) {
      let found = isStart.has(v) ? root : -1
      for (const { from } of into[v]!) {
        if (rank[from]! < 0 || dominator[from]! < 0) continue
        found = found < 0 ? from : common(found, from)
      }
      if (dominator[v] === found) continue
      dominator[v] = found
      changed = true
    }
  }
  return Array.from(dominator.subarray(0, size), (v) => (v === root ? -1 : v))
}

function reversePostorder(out: readonly (readonly Edge[])[], starts: readonly number[]): readonly number[] {
  const seen = new Uint8Array(out.length)
  const order: number[] = []
  for (const start of starts) {
    if (seen[start]) continue
    seen[start] = 1
    const path = [{ v: start, next: 0 }]
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const edge = out[top.v]![top.next++]
      if (edge === undefined) {
        order.push(top.v)
        path.pop()
      } else if (!seen[edge.to]) {
        seen[edge.to] = 1
        path.push({ v: edge.to, next: 0 })
      }
    }
  }
  return order.reverse()
}
