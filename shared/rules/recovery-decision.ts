// S8: the workflow deals with its own failure, again and again, without anybody deciding what to do.
import type { Command } from '../commands/index.ts'
import { idsOf, transitionName } from '../commands/entries.ts'
import type { Edge } from '../graph/edge.ts'
import type { Graph } from '../graph/graph.ts'
import { acts } from '../model/step.ts'
import { uniqueId } from '../support/ids.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { placing, safeStopIn, together } from './fixes.ts'
import { loopBody } from './loops.ts'
import { named, namedEdge, waitsOn } from './places.ts'
import type { DesignContext, DesignRule, Fix, Found } from './types.ts'

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
  // What leads to something new is called a retry by mistake.
  if (body.length === 0) return []
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
  const isBounded = bound !== undefined && bound <= RETRY_BOUND
  if (isBounded && exit) return []
  const grave = body.some((v) => graph.steps[v]!.kind === 'action' && graph.steps[v]!.idempotent === false)
  const id = edge.transition.id
  const wrong = [
    ...(bound === undefined
      ? ['says nowhere how often it may run']
      : isBounded
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
      fixes: [bounded(graph, edge, { body, tooOften: !isBounded, exit })],
    },
  ]
}

interface Loop {
  readonly body: readonly number[]
  readonly tooOften: boolean
  readonly exit: boolean
}

// A step of the loop gets the bound; the loop gets a way out for when it is used up, on which a person decides whether
// it ends there.
function bounded(graph: Graph, { from, to }: Edge, { body, tooOften, exit }: Loop): Fix {
  const { workflow } = graph
  const source = graph.steps[from]!.id
  // Not on a step that acts, where it would say that the step repeats itself.
  const holder =
    body.find((v) => graph.steps[v]!.retry?.max !== undefined) ??
    [to, from].find((v) => !acts(graph.steps[v]!))
  const target = graph.steps[holder ?? to]!
  const retry = { max: RETRY_BOUND, ...(target.retry?.backoff === undefined ? { backoff: 'PT30S' } : {}) }
  const bound: readonly Command[] = tooOften
    ? [{ type: 'updateSteps', ids: [target.id], set: { retry } }]
    : []
  const title = `Try at most ${RETRY_BOUND} times`
  if (exit) return together(title, 'bound retry', bound)
  const stop = safeStopIn(workflow)
  const id = uniqueId(transitionName({ from: source, to: stop.id }), idsOf(workflow.transitions))
  const transition = { id, from: source, to: stop.id, kind: 'error', label: 'gives up' } as const
  const drawn = { ...workflow, transitions: [...workflow.transitions, transition] }
  return together(
    tooOften ? `${title}, then let a person decide` : 'Let a person decide when it keeps failing',
    'bound retry',
    [
      ...bound,
      ...stop.adding,
      { type: 'addTransition', transition },
      placing(drawn, [{ kind: 'recovery', strength: 'approve', at: { on: id } }]),
    ],
  )
}

function repeatsSideEffect({ graph }: DesignContext, from: string): boolean {
  return graph.edges.some((edge) => {
    if (edge.kind !== 'retry') return false
    const body = loopBody(graph, edge)
    if (!body.some((v) => graph.steps[v]!.id === from)) return false
    return body.some((v) => graph.steps[v]!.kind === 'action' && graph.steps[v]!.idempotent === false)
  })
}
