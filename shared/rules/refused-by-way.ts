// Part of X7: people who say no by the way that they take, as steps of the workflow and not as handoffs.
import type { Edge } from '../graph/edge.ts'
import type { Graph } from '../graph/graph.ts'
import { reach } from '../graph/reach.ts'
import type { Command } from '../commands/index.ts'
import { safeStopIn, together } from './fixes.ts'
import { loopBody, retryBound } from './loops.ts'
import { named, namedEdge, waitsOn } from './places.ts'
import type { DesignContext, Found } from './types.ts'
import { ungatedFrom } from './ungated.ts'

const COMES_BACK = 2

/** A human step with one way out can only nod: whatever the person says, the run goes on in the same direction. */
export function onlyNods({ graph, required }: DesignContext, v: number): readonly Found[] {
  const step = graph.steps[v]!
  if (step.kind !== 'human' || !step.grant || !graph.reachable[v]) return []
  const [edge, ...others] = graph.out[v]!
  if (!edge || others.length > 0 || graph.steps[edge.to]!.kind === 'decision') return []
  if (!required.some((demand) => demand >= 1)) return []
  const stop = safeStopIn(graph.workflow)
  return [
    {
      at: { step: step.id },
      kind: 'repair',
      grade: 'plain',
      because: 'the person is asked by the workflow itself, and a runtime may stop the run for them',
      message: `${named(graph, v)} confers ${step.grant}, and the run goes on the same way whatever the person says.`,
      facts: [
        { name: 'grant', value: step.grant, field: `steps/${step.id}/grant` },
        { name: 'ways out', value: 1 },
      ],
      goesAwayIf: 'a reject transition leaves the step, or a decision follows it',
      path: [step.id, graph.steps[edge.to]!.id],
      fixes: [
        together('Let the person say no, and stop the run safely then', 'add a way for a no', [
          ...stop.adding,
          { type: 'addTransition', transition: { from: step.id, to: stop.id, kind: 'reject' } },
        ]),
      ],
    },
  ]
}

/** A transition for a “no” that reaches what was refused, or leads back to the same person for ever. */
export function refusedByWay(context: DesignContext, edge: Edge): readonly Found[] {
  const { graph } = context
  const person = graph.steps[edge.from]!
  if (edge.kind !== 'reject' || !edge.transition || person.kind !== 'human') return []
  if (!graph.reachable[edge.from] || waitsOn(graph, edge).length > 0) return []
  const around = ungatedFrom(context, edge.to, 1)
  const isRefused = around && isBehindYes(graph, edge, around.action)
  if (isRefused && !around.walk.includes(edge.from)) return [goesOnAnyway(graph, edge, around)]
  return comesBack(graph, edge)
}

// Only what the person would have let through: a letter that says no may well be sent after a no.
function isBehindYes(graph: Graph, edge: Edge, action: number): boolean {
  const yes = graph.out[edge.from]!.filter(({ kind }) => kind === 'normal').map(({ to }) => to)
  const withoutPerson = graph.out.map((edges, v) => (v === edge.from ? [] : edges))
  return reach(yes, withoutPerson)[action]!
}

function goesOnAnyway(
  graph: Graph,
  edge: Edge,
  around: { readonly action: number; readonly walk: readonly number[] },
): Found {
  const { id } = edge.transition!
  const stop = safeStopIn(graph.workflow)
  return {
    at: { transition: id },
    kind: 'repair',
    grade: 'grave',
    because: 'a refused run reaches the act all the same',
    message: `After a “no” of ${named(graph, edge.from)} the run can still reach ${named(graph, around.action)} without being asked again.`,
    facts: [
      { name: 'kind', value: edge.kind, field: `transitions/${id}/kind` },
      { name: 'reaches', value: graph.steps[around.action]!.id },
    ],
    goesAwayIf: 'every way on from there passes a gate that is strong enough, or stops',
    path: [edge.from, ...around.walk].map((v) => graph.steps[v]!.id),
    fixes: [
      together('Stop the run safely instead', 'lead a no to a safe stop', [
        ...stop.adding,
        { type: 'reconnectTransition', id, to: stop.id },
      ]),
    ],
  }
}

function comesBack(graph: Graph, edge: Edge): readonly Found[] {
  const body = loopBody(graph, edge)
  if (body.length === 0 || retryBound(graph, body) !== undefined) return []
  const { id } = edge.transition!
  const person = graph.steps[edge.from]!
  const bound: Command = { type: 'updateSteps', ids: [person.id], set: { retry: { max: COMES_BACK } } }
  return [
    {
      at: { transition: id },
      kind: 'repair',
      grade: 'plain',
      because: 'somebody is asked every time, only without an end',
      message: `What is refused by ${named(graph, edge.from)} comes back by ${namedEdge(graph, edge)}, and nothing says how often.`,
      facts: [
        { name: 'bound', value: '(none)', field: `steps/${person.id}/retry/max` },
        { name: 'steps in the loop', value: body.map((v) => graph.steps[v]!.id) },
      ],
      goesAwayIf: 'a step of the loop says how often it may run again',
      path: body.map((v) => graph.steps[v]!.id),
      fixes: [{ title: `Let it come back at most ${COMES_BACK} times`, command: bound }],
    },
  ]
}
