// X9: something has been done, more is to come, and the run cannot stop in between.
import { components } from '../graph/components.ts'
import type { Edge } from '../graph/edge.ts'
import type { Graph } from '../graph/graph.ts'
import { reach } from '../graph/reach.ts'
import type { Place } from '../model/handoff.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { safeStopIn, together } from './fixes.ts'
import { isBlocking, named } from './places.ts'
import type { Fix, Found, PlacementContext, PlacementRule } from './types.ts'

const steps = [
  { id: 'start' },
  payment('pay_deposit'),
  payment('pay_rest'),
  { id: 'stopped', kind: 'end' as const, outcome: 'stopped' as const },
  { id: 'end' },
]
const ways = [
  ['start', 'pay_deposit'],
  ['pay_deposit', 'pay_rest'],
  ['pay_rest', 'end'],
] as const

/** Ways that are taken when a run does not go as planned. */
const FAILING: ReadonlySet<Edge['kind']> = new Set([
  'error',
  'timeout',
  'exception',
  'low-confidence',
  'ambiguity',
])

export const noSafeStop: PlacementRule = {
  id: 'X9',
  phase: 'placement',
  title: 'Once it has begun, the run cannot stop safely',
  explanation:
    'Half of the work is done, the other half fails, and no way leads out: the run goes on, or breaks off wherever it happens to be. After an action that matters, and as long as more is to come, a way should lead to an end that says “stopped”, to a step that undoes the action, or to a person who can refuse the rest.',
  examples: {
    bad: {
      says: 'The deposit is paid. Whatever happens to the rest, no way leads to a stop.',
      workflow: sketch(
        steps.filter(({ id }) => id !== 'stopped'),
        ways,
        { brief: BRIEF, handoffs: [approvalBefore('pay_deposit')] },
      ),
      expect: ['X9@pay_deposit'],
    },
    good: {
      says: 'If the rest cannot be paid, the run stops and says so.',
      workflow: sketch(steps, [...ways, ['pay_rest', 'stopped', { kind: 'error' }]], {
        brief: BRIEF,
        handoffs: [approvalBefore('pay_deposit')],
      }),
      expect: [],
    },
  },
  check: (context) => {
    const { graph, required } = context
    const more = moreToCome(context)
    const stops = canStop(context)
    const stuck = graph.steps.flatMap((_, v) =>
      required[v]! >= 1 &&
      afterwards(graph, v).some((edge) => more.edges.has(edge) || more.steps[edge.to]) &&
      !afterwards(graph, v).some((edge) => stops.edges.has(edge) || stops.steps[edge.to])
        ? [v]
        : [],
    )
    return firstOf(graph, stuck).map((v) => found(context, v))
  },
}

function found(context: PlacementContext, v: number): Found {
  const { graph } = context
  const step = graph.steps[v]!
  const ahead = reach(
    afterwards(graph, v).map(({ to }) => to),
    graph.out,
  )
  const actions = graph.steps.flatMap((_, w) => (w !== v && ahead[w] && context.required[w]! >= 1 ? [w] : []))
  const [next] = actions
  const hard = (step.consequence?.reversibility ?? 0) >= 2
  const heavy = next === undefined || actions.some((w) => context.required[w]! >= 2)
  const grave = hard && heavy
  const fix = next === undefined ? safeEnd(context, ahead) : wayOut(context, v, actions)
  return {
    at: { step: step.id },
    kind: 'repair',
    grade: grave ? 'grave' : 'plain',
    because: grave
      ? 'what it has done is hard to take back'
      : 'what it has done can still be taken back by hand',
    message:
      next === undefined
        ? `Once ${named(graph, v)} is done and something goes wrong, no way leads to a safe stop.`
        : `Once ${named(graph, v)} is done, the run cannot stop safely any more, and ${named(graph, next)} is still to come.`,
    facts: [
      {
        name: 'reversibility',
        value: step.consequence?.reversibility ?? '(not said)',
        field: `steps/${step.id}/consequence/reversibility`,
      },
      { name: 'still to come', value: actions.map((w) => graph.steps[w]!.id) },
      {
        name: 'undone by',
        value: step.compensatedBy ?? '(nothing)',
        field: `steps/${step.id}/compensatedBy`,
      },
    ],
    goesAwayIf:
      'a way leads from there to an end that says “stopped”, to a step that undoes what was done, or to a person who can refuse the rest',
    ...(fix ? { fixes: [fix] } : {}),
  }
}

// From the actions that come last: whatever was done before them, the run can stop when they fail.
function wayOut(
  { graph, required }: PlacementContext,
  v: number,
  actions: readonly number[],
): Fix | undefined {
  const last = actions.filter((w) => {
    const on = reach(
      afterwards(graph, w).map(({ to }) => to),
      graph.out,
    )
    return !graph.steps.some((_, u) => u !== w && u !== v && on[u] && !on[w] && required[u]! >= 1)
  })
  const from = (last.length > 0 ? last : actions.slice(0, 1)).map((w) => graph.steps[w]!)
  const stop = safeStopIn(graph.workflow)
  return together(
    `Stop the run safely when ${from.map(({ id }) => named(graph, graph.indexOf.get(id)!)).join(' or ')} fails`,
    'add a safe stop',
    [
      ...stop.adding,
      ...from.map(
        ({ id }) =>
          ({ type: 'addTransition', transition: { from: id, to: stop.id, kind: 'error' } }) as const,
      ),
    ],
  )
}

// Nothing consequential is left; what goes wrong now ends in a safe stop instead of in any other end.
function safeEnd({ graph }: PlacementContext, ahead: readonly boolean[]): Fix | undefined {
  const failures = graph.edges.filter(
    (edge) => ahead[edge.from] && FAILING.has(edge.kind) && graph.steps[edge.to]!.kind === 'end',
  )
  if (failures.length === 0) return undefined
  const stop = safeStopIn(graph.workflow)
  return together('End the run in a safe stop when that goes wrong', 'add a safe stop', [
    ...stop.adding,
    ...failures.map(
      ({ transition }) => ({ type: 'reconnectTransition', id: transition!.id, to: stop.id }) as const,
    ),
  ])
}

// The ways on from a step that did what it was to do.
function afterwards(graph: Graph, v: number): readonly Edge[] {
  return graph.out[v]!.filter(({ kind }) => kind !== 'error' && kind !== 'timeout' && kind !== 'retry')
}

interface Ahead {
  /** Edges that are of the kind looked for themselves. */
  readonly edges: ReadonlySet<Edge>
  /** Steps that are, or from which one is reached. */
  readonly steps: readonly boolean[]
}

/** Where something is still to come that may have to be stopped: an action that demands somebody, or a failure. */
function moreToCome({ graph, required }: PlacementContext): Ahead {
  return lookingBack(
    graph,
    graph.edges.filter((edge) => FAILING.has(edge.kind)),
    graph.steps.flatMap((_, v) => (required[v]! >= 1 ? [v] : [])),
  )
}

/** From where the run can stop safely, once the suggestions are placed: whoever is asked can refuse. */
function canStop({ graph, placement }: PlacementContext): Ahead {
  // What is suggested for a failure is not counted: whether the failure ends in a stop is the question here.
  const suggested = placement.handoffs.filter(({ kind }) => kind !== 'recovery')
  const asking = [...graph.workflow.handoffs, ...suggested].filter(isBlocking)
  const places = asking.map(({ at }): Place => at)
  const on = new Set(places.flatMap((at) => ('on' in at ? [at.on] : [])))
  const before = new Set(places.flatMap((at) => ('before' in at ? [at.before] : [])))
  const undoing = new Set(graph.steps.flatMap(({ compensatedBy }) => compensatedBy ?? []))
  return lookingBack(
    graph,
    graph.edges.filter((edge) => edge.kind === 'compensate' || on.has(edge.transition?.id ?? '')),
    graph.steps.flatMap(({ id, kind, outcome }, v) => {
      const decides = kind === 'human' && graph.out[v]!.length > 1
      const stopped = kind === 'end' && outcome === 'stopped'
      return stopped || decides || before.has(id) || undoing.has(id) ? [v] : []
    }),
  )
}

function lookingBack(graph: Graph, edges: readonly Edge[], steps: readonly number[]): Ahead {
  const seen = graph.steps.map(() => false)
  const todo = [...steps, ...edges.map(({ from }) => from)]
  for (const v of todo) seen[v] = true
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    for (const { from } of graph.in[v]!) {
      if (seen[from]) continue
      seen[from] = true
      todo.push(from)
    }
  }
  return { edges: new Set(edges), steps: seen }
}

// Of several steps in a row only the first: the way out that it needs serves the others too.
function firstOf(graph: Graph, steps: readonly number[]): readonly number[] {
  if (steps.length < 2) return steps
  const wanted = new Set(steps)
  const below = graph.steps.map(() => false)
  const first: number[] = []
  for (const component of components(graph.out).toReversed()) {
    const inside = component.filter((v) => wanted.has(v))
    if (inside.length > 0 && !component.some((v) => below[v])) first.push(Math.min(...inside))
    if (inside.length === 0 && !component.some((v) => below[v])) continue
    for (const v of component) for (const { to } of graph.out[v]!) below[to] = true
  }
  return first.sort((a, b) => a - b)
}
