// What a gate releases: the actions that a run comes to behind it, before it comes to the next gate.
import { acts } from '../model/step.ts'
import type { ExistingGate } from './gates.ts'
import type { DesignContext } from './types.ts'

/** Acting steps behind a gate and before the next one, by number; `fresh` ones only behind new doubt. */
export interface Released {
  /** On some way before anything new that is doubtful. */
  readonly known: readonly number[]
  /** Only on ways on which something doubtful is added between the gate and the action. */
  readonly fresh: readonly number[]
}

/** Breadth-first over (step, has doubt been added), O(edges). */
export function releasedBy({ graph, grants, live }: DesignContext, gate: ExistingGate): Released {
  const known = new Set<number>()
  const fresh = new Set<number>()
  const seen = new Set<string>()
  const queue: (readonly [v: number, doubted: boolean])[] = []
  const come = (v: number, doubted: boolean): void => {
    const key = `${v} ${doubted}`
    if (seen.has(key)) return
    seen.add(key)
    queue.push([v, doubted])
  }
  const on = gate.handoff && 'on' in gate.handoff.at
  const gatedAgain = on && grants.before[gate.behind]! > 0
  if (!gatedAgain) come(gate.behind, false)
  for (const [v, doubted] of queue) {
    if (acts(graph.steps[v]!)) (doubted ? fresh : known).add(v)
    for (const edge of graph.out[v]!) {
      const gated = grants.on[edge.index]! > 0 || grants.before[edge.to]! > 0
      if (!gated || edge.returns) come(edge.to, doubted || live[v]!)
    }
  }
  return { known: sorted(known), fresh: sorted(fresh).filter((v) => !known.has(v)) }
}

function sorted(numbers: ReadonlySet<number>): number[] {
  return [...numbers].sort((a, b) => a - b)
}
