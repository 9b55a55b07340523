// Strongly connected components (Tarjan 1972), iterative: a chain of 100,000 steps must not overflow the stack.
import type { Edge } from './edge.ts'

/** Components in reverse topological order: each comes after every component that it leads to. */
export function components(out: readonly (readonly Edge[])[]): readonly (readonly number[])[] {
  const order = new Int32Array(out.length).fill(-1)
  const low = new Int32Array(out.length)
  const onStack = new Uint8Array(out.length)
  const stack: number[] = []
  const found: number[][] = []
  let next = 0
  const open = (v: number): void => {
    order[v] = low[v] = next++
    stack.push(v)
    onStack[v] = 1
  }
  for (let root = 0; root < out.length; root++) {
    if (order[root] !== -1) continue
    const path: number[] = [root]
    const position: number[] = [0]
    open(root)
    while (path.length > 0) {
      const v = path[path.length - 1]!
      const edge = out[v]![position[position.length - 1]!++]
      if (edge !== undefined) {
        if (order[edge.to] === -1) {
          open(edge.to)
          path.push(edge.to)
          position.push(0)
        } else if (onStack[edge.to]) low[v] = Math.min(low[v]!, order[edge.to]!)
        continue
      }
      path.pop()
      position.pop()
      const parent = path[path.length - 1]
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[v]!)
      if (low[v] === order[v]) found.push(closeComponent(stack, onStack, v))
    }
  }
  return found
}

function closeComponent(stack: number[], onStack: Uint8Array, root: number): number[] {
  const component: number[] = []
  for (;;) {
    const w = stack.pop()!
    onStack[w] = 0
    component.push(w)
    if (w === root) return component
  }
}
