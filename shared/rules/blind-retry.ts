// X6: something is done again because it failed, without anybody having decided that it should be.
import type { Edge } from '../graph/edge.ts'
import type { Graph } from '../graph/graph.ts'
import { components } from '../graph/components.ts'
import type { Fact } from '../model/finding.ts'
import { acts } from '../model/step.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { placing, together, underKey } from './fixes.ts'
import { named } from './places.ts'
import { RETRY_BOUND } from './recovery-decision.ts'
import { FAILING, isAskedEachTime, repeatingEdges, unaskedRepeat } from './repeats.ts'
import { ownRetry, tirelessLoops, tirelessStep } from './tireless.ts'
import { twiceAfterPause } from './twice-after-pause.ts'
import type { DesignContext, Fix, Found, PlacementRule } from './types.ts'

const steps = [
  { id: 'start' },
  { id: 'release', kind: 'human' as const, grant: 'approve' as const, timeout: 'PT4H' },
  { ...payment('pay'), idempotent: false },
  { id: 'wait', kind: 'wait' as const },
  { id: 'end' },
]
const ways = [
  ['start', 'release'],
  ['release', 'pay'],
  ['pay', 'end', { probability: 0.95 }],
  ['pay', 'wait', { probability: 0.05, kind: 'timeout' as const }],
  ['wait', 'pay', { kind: 'retry' as const }],
] as const

export const blindRetry: PlacementRule = {
  id: 'X6',
  phase: 'placement',
  title: 'What failed is done again without anybody deciding so',
  explanation:
    'A time-out does not say that nothing happened: the payment may have gone through and only the answer was lost. An action that must not run twice is repeated only after a person has looked, or under a key by which the other side knows it again. And a retry without a bound, without a pause and with the same input is no plan; it only takes longer to fail.',
  examples: {
    bad: {
      says: 'One approval, and after every time-out one more payment.',
      workflow: sketch(steps, ways, { brief: BRIEF }),
      expect: ['X6@pay'],
    },
    good: {
      says: 'After a time-out a person decides whether the payment is tried again.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [{ ...approvalBefore('pay'), id: 'decide', kind: 'recovery', at: { on: 't4' } }],
      }),
      expect: [],
    },
  },
  check: (context) => {
    if (context.required.every((demand) => demand === 0)) return []
    const { graph } = context
    const looped = inFailingLoops(graph)
    const repeated = graph.steps.flatMap((_, v) => checkStep(context, v, looped.has(v)))
    const spokenFor = new Set(repeated.flatMap(({ path = [] }) => path))
    return [
      ...repeated,
      ...graph.steps.flatMap(({ id }, v) => (spokenFor.has(id) ? [] : twiceAfterPause(graph, v))),
      ...tirelessLoops(graph, spokenFor),
    ]
  },
}

// Steps of loops that are closed by a failure; most workflows have few, and the others need not be searched.
function inFailingLoops(graph: Graph): ReadonlySet<number> {
  const failures = graph.edges.filter(({ kind }) => FAILING.has(kind))
  if (failures.length === 0) return new Set()
  return new Set(
    components(graph.out).flatMap((component) => {
      const inside = new Set(component)
      return failures.some(({ from, to }) => inside.has(from) && inside.has(to)) ? component : []
    }),
  )
}

// A step that repeats itself, or is repeated by the ways around it.
function checkStep(context: DesignContext, v: number, looped: boolean): readonly Found[] {
  const { graph, required } = context
  const step = graph.steps[v]!
  if (!graph.reachable[v]) return []
  const own = step.retry !== undefined && step.retry.max !== 0
  const harmful =
    acts(step) && (step.idempotent === false || (step.idempotent === undefined && required[v]! >= 2))
  const around = harmful && looped ? unaskedRepeat(graph, v, new Set()) : undefined
  if (harmful && (own || around)) return [sideEffect(graph, v, own, around ?? [])]
  return own ? tirelessStep(graph, v) : []
}

function sideEffect(graph: Graph, v: number, own: boolean, around: readonly Edge[]): Found {
  const step = graph.steps[v]!
  const stated = step.idempotent === false
  const asked = !own && isAskedEachTime(graph, v)
  const path =
    around.length > 0 ? [v, ...around.map(({ to }) => to)].map((u) => graph.steps[u]!.id) : [step.id]
  return {
    at: { step: step.id },
    kind: 'repair',
    grade: stated && !asked ? 'grave' : 'plain',
    because: !stated
      ? 'nobody has said whether it may run twice'
      : asked
        ? 'somebody is asked each time, only without knowing that'
        : 'it must not run twice, and one approval is no approval of the second time',
    message: !stated
      ? `${named(graph, v)} is tried again after a failure, and nobody has said whether it may run twice.`
      : asked
        ? `${named(graph, v)} must not run twice, and whoever approves that it is tried again is not told that it may have happened already.`
        : `${named(graph, v)} must not run twice, and is tried again after a failure without anybody deciding so.`,
    facts: [
      {
        name: 'may run twice',
        value: stated ? false : '(not said)',
        field: `steps/${step.id}/idempotent`,
      },
      ...(own ? [ownRetry(step)] : []),
      ...around.flatMap(({ kind, transition }): Fact[] =>
        kind === 'normal' || !transition
          ? []
          : [{ name: 'tried again by', value: transition.id, field: `transitions/${transition.id}/kind` }],
      ),
    ],
    goesAwayIf: own
      ? 'it does not repeat itself, or a key makes it safe to run twice'
      : 'a person decides before it is tried again, or a key makes it safe to run twice',
    path,
    fixes: [
      unrepeated(graph, v, own),
      runUnderKey(graph, v, own || around.some(({ kind }) => kind === 'retry')),
    ],
  }
}

function unrepeated(graph: Graph, v: number, own: boolean): Fix {
  const { id } = graph.steps[v]!
  const failures = repeatingEdges(graph, v).flatMap(({ transition }) => transition?.id ?? [])
  const suggestions = failures.map((on) => ({ kind: 'recovery', strength: 'approve', at: { on } }) as const)
  const title =
    failures.length === 0
      ? `Do not let ${named(graph, v)} repeat itself`
      : `Ask a person before ${named(graph, v)} is tried again`
  return together(title, 'stop blind retry', [
    ...(own ? [{ type: 'updateSteps', ids: [id], set: { retry: null } } as const] : []),
    ...(failures.length > 0 ? [placing(graph.workflow, suggestions)] : []),
  ])
}

// What may run twice from now on still needs a bound and a pause.
function runUnderKey(graph: Graph, v: number, isRetried: boolean): Fix {
  const { id, retry } = graph.steps[v]!
  const fix = underKey(graph, [v])
  if (!isRetried) return fix
  const bounded = {
    max: Math.min(retry?.max ?? RETRY_BOUND, RETRY_BOUND),
    backoff: retry?.backoff ?? 'PT10S',
  }
  return together(fix.title, 'run under a key', [
    fix.command,
    { type: 'updateSteps', ids: [id], set: { retry: bounded } },
  ])
}
