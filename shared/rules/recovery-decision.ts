// S8: the workflow deals with its own failure, again and again, without anybody deciding what to do.
import type { Edge } from '../graph/edge.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { loopBody } from './loops.ts'
import { named, namedEdge, waitsOn } from './places.ts'
import type { DesignContext, DesignRule, Found } from './types.ts'

/** Attempts after which another blind one is no longer worth it: π = 0.1, q = 0.7, V/c = 10 (PLACEMENT.md 1.7). */
export const RETRY_BOUND = 4

const steps = [
  { id: 'start' },
  { id: 'work' },
  { id: 'ok', kind: 'decision' as const },
  payment('pay'),
  { id: 'failed', kind: 'end' as const, outcome: 'failed' as const },
  { id: 'end' },
]
const ways = [
  ['start', 'work'],
  ['work', 'ok'],
  ['ok', 'pay', { probability: 0.9 }],
  ['ok', 'failed', { probability: 0.1, kind: 'error' as const }],
  ['pay', 'end'],
] as const

export const recoveryDecision: DesignRule = {
  id: 'S8',
  phase: 'design',
  title: 'A failure is met without anybody deciding what to do',
  explanation:
    'After repeated errors or a conflicting fallback the run no longer knows its safest next move. Bound the retries, give the loop a way out for when they are used up, and let a person on that way decide: mend the input, take another route, narrow the task, or stop.',
  examples: {
    bad: {
      says: 'One run in ten fails into nothing.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] }),
      expect: ['S8@t4'],
    },
    good: {
      says: 'A person decides what to do about the failure.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [
          approvalBefore('pay'),
          { ...approvalBefore('pay'), id: 'recover', kind: 'recovery', at: { on: 't4' } },
        ],
      }),
      expect: [],
    },
  },
  check: (context) =>
    context.required.every((demand) => demand === 0)
      ? []
      : context.graph.edges.flatMap((edge) =>
          edge.kind === 'error'
            ? checkError(context, edge)
            : edge.kind === 'retry'
              ? checkRetry(context, edge)
              : [],
        ),
}

function checkError(context: DesignContext, edge: Edge): Found[] {
  const { graph } = context
  const target = graph.steps[edge.to]!
  if (!edge.transition || !graph.reachable[edge.from] || waitsOn(graph, edge).length > 0) return []
  const safe = target.kind === 'human' || (target.kind === 'end' && target.outcome === 'stopped')
  if (safe || graph.steps.some((step) => step.compensatedBy === target.id)) return []
  const grave = repeatsSideEffect(context, graph.steps[edge.from]!.id)
  const id = edge.transition.id
  return [
    {
      at: { transition: id },
      kind: 'suggest',
      grade: grave ? 'grave' : 'plain',
      because: grave
        ? 'what failed sits in a loop with an action that must not run twice'
        : 'no action that must not run twice is in a loop around it',
      message: `When ${named(graph, edge.from)} fails, the run goes on to ${named(graph, edge.to)} and nobody decides what to do.`,
      facts: [
        { name: 'kind', value: edge.kind, field: `transitions/${id}/kind` },
        { name: 'leads to', value: target.kind, field: `transitions/${id}/to` },
      ],
      goesAwayIf:
        'a person decides on this transition, or it leads to a person, a safe stop or the step that undoes the damage',
      path: [graph.steps[edge.from]!.id, target.id],
      suggestion: { kind: 'recovery', strength: 'approve', at: { on: id } },
    },
  ]
}

function checkRetry(context: DesignContext, edge: Edge): Found[] {
  const { graph } = context
  if (!edge.transition || !graph.reachable[edge.from]) return []
  const body = loopBody(graph, edge)
  const bounds = body.flatMap((v) => graph.steps[v]!.retry?.max ?? [])
  const bound = bounds.length > 0 ? Math.min(...bounds) : undefined
  const inside = new Set(body)
  const exit = body.some((v) =>
    graph.out[v]!.some(
      (e) =>
        !inside.has(e.to) &&
        (e.kind === 'error' || graph.steps[e.to]!.kind === 'human' || waitsOn(graph, e).length > 0),
    ),
  )
  const bounded = bound !== undefined && bound <= RETRY_BOUND
  if (bounded && exit) return []
  const grave = body.some((v) => graph.steps[v]!.kind === 'action' && graph.steps[v]!.idempotent === false)
  const id = edge.transition.id
  const wrong = [
    ...(bound === undefined
      ? ['says nowhere how often it may run']
      : bounded
        ? []
        : [`may run ${bound} times`]),
    ...(exit ? [] : ['has no way out for when it keeps failing']),
  ]
  return [
    {
      at: { transition: id },
      kind: 'repair',
      grade: grave ? 'grave' : 'plain',
      because: grave
        ? 'the loop holds an action that must not run twice'
        : 'the loop holds no action that must not run twice',
      message: `The retry ${namedEdge(graph, edge)} ${wrong.join(' and ')}.`,
      facts: [
        { name: 'bound', value: bound ?? '(none)', field: `steps/${graph.steps[edge.to]!.id}/retry/max` },
        { name: 'failure exit', value: exit },
        { name: 'steps in the loop', value: body.map((v) => graph.steps[v]!.id) },
      ],
      goesAwayIf: `a step of the loop allows at most ${RETRY_BOUND} retries, and the loop has an error way out`,
      path: body.map((v) => graph.steps[v]!.id),
    },
  ]
}

function repeatsSideEffect({ graph }: DesignContext, from: string): boolean {
  return graph.edges.some((edge) => {
    if (edge.kind !== 'retry') return false
    const body = loopBody(graph, edge)
    if (!body.some((v) => graph.steps[v]!.id === from)) return false
    return body.some((v) => graph.steps[v]!.kind === 'action' && graph.steps[v]!.idempotent === false)
  })
}
