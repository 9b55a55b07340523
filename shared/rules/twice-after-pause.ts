// Part of X6: an agent that is paused in the middle and may begin again from the start.
import type { Graph } from '../graph/graph.ts'
import { reach } from '../graph/reach.ts'
import type { Fact } from '../model/finding.ts'
import { acts } from '../model/step.ts'
import { underKey } from './fixes.ts'
import { isBlocking, listed, named, waitsOn } from './places.ts'
import type { Found } from './types.ts'

/**
 * An agent that waits for a person among its tools, with other tools that must not run twice. A runtime that wakes a
 * paused agent may run it again from the beginning: what ran before the pause runs twice.
 */
export function twiceAfterPause(graph: Graph, v: number): readonly Found[] {
  const agent = graph.steps[v]!
  if (agent.kind !== 'agent' || !graph.reachable[v]) return []
  const tools = graph.steps.flatMap((step, w) => (step.parent === agent.id ? [w] : []))
  // Most agents have no such tool.
  const once = tools.filter((w) => acts(graph.steps[w]!) && graph.steps[w]!.idempotent === false)
  const pauses = once.length > 0 ? tools.filter((w) => pausesAt(graph, w)) : []
  if (pauses.length === 0) return []
  const inside = new Set([v, ...tools])
  const within = graph.out.map((edges, u) => (inside.has(u) ? edges.filter((e) => inside.has(e.to)) : []))
  const twice = once.filter((w) => {
    const ahead = reach([w], within)
    return pauses.some((pause) => pause !== w && ahead[pause])
  })
  if (twice.length === 0) return []
  return [
    {
      at: { step: agent.id },
      kind: 'repair',
      grade: 'plain',
      because: 'it depends on the runtime whether an agent that was paused goes on or begins again',
      message: `${named(graph, v)} waits for a person in the middle, and ${listed(twice.map((w) => named(graph, w)))} may have run by then: a runtime that begins the agent again would do it twice.`,
      facts: [
        { name: 'waits for a person at', value: pauses.map((w) => graph.steps[w]!.id) },
        ...twice.map((w): Fact => {
          const { id } = graph.steps[w]!
          return { name: 'may run twice', value: id, field: `steps/${id}/idempotent` }
        }),
      ],
      goesAwayIf:
        'a key makes these tools safe to run twice, or they are steps of the workflow instead of tools of the agent',
      fixes: [underKey(graph, twice)],
    },
  ]
}

function pausesAt(graph: Graph, v: number): boolean {
  const { id, kind } = graph.steps[v]!
  return (
    kind === 'human' ||
    graph.workflow.handoffs.some((h) => 'before' in h.at && h.at.before === id && isBlocking(h)) ||
    graph.in[v]!.some((edge) => waitsOn(graph, edge).length > 0)
  )
}
