// The certificate: numbers with which anybody can check, without trusting the optimiser, that everything is covered
// (PLACEMENT.md 3.5). The checker in `checker/` shares no code with what made it.
import type { Edge } from '../graph/edge.ts'
import type { Graph } from '../graph/graph.ts'
import type { Certificate } from '../model/placement.ts'
import type { Authority } from '../model/scales.ts'
import { strengthOf } from '../model/strength.ts'
import { authorityOn, carriedAuthority } from './authority.ts'
import type { Demands } from './demands.ts'
import { gatesInForce } from './grants.ts'
import type { Grants } from './grants.ts'
import type { PlacementResult } from './place.ts'

/** Writes down the labelling γ of the workflow with the suggestions placed. `workflow` is the hash of its meaning. */
export function certificateOf(
  graph: Graph,
  demands: Demands,
  result: PlacementResult,
  workflow: string,
): Certificate {
  const { grants, gates, placement, optimum } = result
  const carried = carriedAuthority(graph, demands, grants)
  const reachable = graph.steps.flatMap((step, v) => (graph.reachable[v] ? [[step.id, v] as const] : []))
  const gated = [...graph.edgesOf].flatMap(([id, edges]) => {
    const walked = edges.filter((edge) => graph.reachable[edge.from] && isGated(grants, edge))
    if (walked.length === 0) return []
    return [[id, Math.min(...walked.map((edge) => authorityOn(carried, grants, edge))) as Authority] as const]
  })
  return {
    format: 'baton-certificate',
    version: 1,
    workflow,
    liveSources: reachable.flatMap(([id, v]) => (demands.live[v] ? [id] : [])),
    required: record(
      reachable.flatMap(([id, v]) =>
        demands.required[v]! >= 1 ? [[id, demands.required[v] as Authority] as const] : [],
      ),
    ),
    ...(demands.waived.size > 0 && { waived: [...demands.waived.keys()].map((v) => graph.steps[v]!.id) }),
    steps: record(
      reachable.map(([id, v]) => [id, triple(carried.in[v]!, carried.mid[v]!, carried.out[v]!)] as const),
    ),
    transitions: record(gated),
    gates: gatesInForce(graph, gates).map(({ at, authority }) => ({ at, strength: strengthOf(authority)! })),
    needed: placement.handoffs
      .filter((h) => h.kind !== 'notify' && h.rules.some((rule) => rule === 'S2' || rule === 'S9'))
      .map(({ at, walk }) => ({ at, walk })),
    bound: { method: placement.method, minutes: optimum.minutes, lowerBound: optimum.lowerBound },
  }
}

function isGated({ on, fading }: Grants, { index }: Edge): boolean {
  return on[index]! > 0 || fading?.on.has(index) === true
}

// Ids are text that people chose; without a prototype no id can hit a built-in property.
function record<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  const out = Object.create(null) as Record<string, T>
  for (const [key, value] of entries) out[key] = value
  return out
}

function triple(a: number, b: number, c: number): [Authority, Authority, Authority] {
  return [a as Authority, b as Authority, c as Authority]
}
