// Who should do each step: plain automation, a cheap model, a strong model, or a person (PLACEMENT.md, rule S12).
import type { Graph } from '../graph/graph.ts'
import { highestPending } from '../graph/uncertainty.ts'
import type { Routing } from '../model/analysis.ts'
import type { Demands } from './demands.ts'
import type { Grants } from './grants.ts'

/** Doubt of these kinds is not settled by a bigger model: somebody has to say what is meant. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(['intent', 'conflict'])
const FOR_PEOPLE_FROM = 3

/** The tier of a step and the reason for it. Cost: O(edges) for a step done by a model, O(1) for any other. */
export function routingOf(graph: Graph, demands: Demands, grants: Grants, v: number): Routing {
  const step = graph.steps[v]!
  if (step.kind === 'human') return { tier: 'human', because: 'A person does this step.' }
  if (step.kind !== 'model' && step.kind !== 'agent') {
    return { tier: 'automation', because: 'No model is needed: the step does the same thing every time.' }
  }
  const { level = 0, label } = step.uncertainty ?? {}
  if (label !== undefined && FOR_PEOPLE.has(label) && level >= FOR_PEOPLE_FROM) {
    return {
      tier: 'human',
      because: 'It has to guess what is meant, and a bigger model would only guess better.',
    }
  }
  const doubt = Math.max(level, highestPending(demands.pending, v))
  const stake = demandBeforeNextGate(graph, demands, grants, v)
  if (doubt <= 1 && stake <= 0.5) {
    return {
      tier: 'cheap-model',
      because: 'Little is uncertain, and nothing that follows needs more than a notice.',
    }
  }
  if (doubt <= 2 || stake <= 1) {
    return {
      tier: 'premium-model',
      because:
        stake <= 1
          ? 'What follows before the next gate needs no approval.'
          : 'The doubt is moderate, and a gate follows.',
    }
  }
  return {
    tier: 'premium-model',
    because: 'Much is uncertain and much hangs on it: a strong model, and the handoff that covers it.',
  }
}

// The strongest demand that can be reached from a step before any gate is passed.
function demandBeforeNextGate(graph: Graph, demands: Demands, grants: Grants, from: number): number {
  const seen = new Set([from])
  const todo = [from]
  let most: number = demands.required[from]!
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    for (const edge of graph.out[v]!) {
      if (seen.has(edge.to) || grants.on[edge.index]! > 0 || grants.before[edge.to]! > 0) continue
      seen.add(edge.to)
      todo.push(edge.to)
      most = Math.max(most, demands.required[edge.to]!)
    }
  }
  return most
}
