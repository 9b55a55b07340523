// Plain reachability along walkable edges.
import type { Edge } from './edge.ts'

/** Which steps can be reached along walkable edges from `from` (those included). */
export function reach(from: readonly number[], out: readonly (readonly Edge[])[]): boolean[] {
  const seen = out.map(() => false)
  const todo = [...from]
  for (const index of todo) seen[index] = true
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    for (const edge of out[at]!) {
      if (seen[edge.to]) continue
      seen[edge.to] = true
      todo.push(edge.to)
    }
  }
  return seen
}

/** From which steps one of `to` can be reached along walkable edges (those included). `into`: the edges into each step. */
export function reachBack(to: readonly number[], into: readonly (readonly Edge[])[]): boolean[] {
  const seen = into.map(() => false)
  const todo = [...to]
  for (const index of todo) seen[index] = true
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    for (const edge of into[at]!) {
      if (seen[edge.from]) continue
      seen[edge.from] = true
      todo.push(edge.from)
    }
  }
  return seen
}
