// X8: nobody answers, and the run waits for ever, or goes ahead.
import type { Edge } from '../graph/edge.ts'
import type { Handoff } from '../model/handoff.ts'
import { askedFirst } from '../model/handoff-defaults.ts'
import type { Workflow } from '../model/workflow.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { safeStopIn, together } from './fixes.ts'
import { isBlocking, named, namedEdge, stepBehind } from './places.ts'
import type { DesignContext, Fix, Found, PlacementRule } from './types.ts'
import { ungatedFrom } from './ungated.ts'

const steps = [{ id: 'start' }, payment('pay'), { id: 'end' }]
const ways = [
  ['start', 'pay'],
  ['pay', 'end'],
] as const
const { timeout: _, ...withoutTimeout } = approvalBefore('pay')

/** How long is waited where a button has to say something: at a handoff, and at a human step. */
const WAITS = 'PT4H'
const PERSON_WAITS = 'P1D'

export const missingTimeout: PlacementRule = {
  id: 'X8',
  phase: 'placement',
  title: 'Nothing says what happens when nobody answers',
  explanation:
    'On a Friday evening nobody answers. Every handoff that a run waits at says after how long it asks somebody else, is refused, or ends the run safely. Silence never approves: a time-out that leads on to an action which needs approval or cannot be undone is the same as having no gate.',
  examples: {
    bad: {
      says: 'The approval waits for ever.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [withoutTimeout] }),
      expect: ['X8@approve_pay'],
    },
    good: {
      says: 'After four hours of silence the run ends safely.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] }),
      expect: [],
    },
  },
  check: (context) => [
    ...context.graph.workflow.handoffs.flatMap((handoff) => checkHandoff(context, handoff)),
    ...context.graph.edges.flatMap((edge) => checkTimeout(context, edge)),
    ...context.graph.steps.flatMap((_step, v) => checkPerson(context, v)),
  ],
}

function checkHandoff({ graph }: DesignContext, handoff: Handoff): Found[] {
  const behind = stepBehind(graph, handoff)
  if (!isBlocking(handoff) || behind === undefined || !graph.reachable[behind]) return []
  const escalates = (handoff.escalation?.length ?? 0) > 0
  const nobody = handoff.timeout === undefined && !escalates
  const nowhere = handoff.timeout?.then === 'escalate' && !escalates
  if (!nobody && !nowhere) return []
  const name = `“${handoff.title || handoff.id}”`
  return [
    {
      at: { handoff: handoff.id },
      kind: 'repair',
      grade: 'grave',
      because: 'the run may wait for ever',
      message: nobody
        ? `${name} has no answer for when nobody answers.`
        : `${name} escalates when nobody answers, and names nobody to escalate to.`,
      facts: [
        {
          name: 'time-out',
          value: handoff.timeout?.after ?? '(none)',
          field: `handoffs/${handoff.id}/timeout`,
        },
        {
          name: 'escalation levels',
          value: handoff.escalation?.length ?? 0,
          field: `handoffs/${handoff.id}/escalation`,
        },
      ],
      goesAwayIf: nobody
        ? 'it has a time-out or an escalation'
        : 'it names whom to ask next, or the time-out ends the run',
      fixes: answered(graph.workflow, handoff),
    },
  ]
}

function checkTimeout(context: DesignContext, edge: Edge): Found[] {
  const { graph } = context
  if (edge.kind !== 'timeout' || !edge.transition || !graph.reachable[edge.from]) return []
  if (context.grants.on[edge.index]! >= 2) return []
  const around = ungatedFrom(context, edge.to, 2) ?? irreversibleFrom(context, edge.to)
  if (!around) return []
  const id = edge.transition.id
  const stop = safeStopIn(graph.workflow)
  return [
    {
      at: { transition: id },
      kind: 'repair',
      grade: 'grave',
      because: 'silence would count as a yes',
      message: `When nobody answers, ${namedEdge(graph, edge)} leads on to ${named(graph, around.action)}.`,
      facts: [{ name: 'kind', value: edge.kind, field: `transitions/${id}/kind` }],
      goesAwayIf:
        'the time-out leads to a safe stop, to somebody else, or through a gate that is strong enough',
      path: [graph.steps[edge.from]!.id, ...around.walk.map((v) => graph.steps[v]!.id)],
      fixes: [
        together('Stop the run safely when nobody answers', 'lead a time-out to a safe stop', [
          ...stop.adding,
          { type: 'reconnectTransition', id, to: stop.id },
        ]),
      ],
    },
  ]
}

// Ending the run is always possible; asking somebody else only where there is somebody else.
function answered({ parties }: Workflow, handoff: Handoff): Fix[] {
  const after = handoff.timeout?.after ?? WAITS
  const asked = askedFirst(handoff)
  const other = parties.find(({ id, kind }) => kind !== 'model' && kind !== 'service' && !asked.includes(id))
  const changing = (title: string, set: Readonly<Record<string, unknown>>): Fix => ({
    title,
    command: { type: 'updateHandoff', id: handoff.id, set },
  })
  return [
    changing('End the run safely when nobody answers', { timeout: { after, then: 'abort' } }),
    ...(other
      ? [
          changing(`Ask “${other.name}” when nobody answers, and end the run safely after that`, {
            timeout: { after, then: 'escalate' },
            escalation: [{ role: other.id, after, then: 'abort' }],
          }),
        ]
      : []),
  ]
}

function irreversibleFrom(context: DesignContext, from: number): ReturnType<typeof ungatedFrom> {
  const around = ungatedFrom(context, from, 1)
  const reversibility = around && context.graph.steps[around.action]!.consequence?.reversibility
  return (reversibility ?? 0) >= 2 ? around : undefined
}

function checkPerson({ graph }: DesignContext, v: number): Found[] {
  const step = graph.steps[v]!
  if (step.kind !== 'human' || !step.grant || !graph.reachable[v]) return []
  if (step.timeout !== undefined || graph.out[v]!.some((edge) => edge.kind === 'timeout')) return []
  const stop = safeStopIn(graph.workflow)
  return [
    {
      at: { step: step.id },
      kind: 'repair',
      grade: 'plain',
      because: 'the runtime may have a time-out of its own',
      message: `${named(graph, v)} waits for a person, and nothing says for how long.`,
      facts: [{ name: 'time-out', value: '(none)', field: `steps/${step.id}/timeout` }],
      goesAwayIf: 'the step has a time-out, or a time-out transition leaves it',
      fixes: [
        together('End the run safely when nobody answers', 'add a time-out', [
          ...stop.adding,
          { type: 'updateSteps', ids: [step.id], set: { timeout: PERSON_WAITS } },
          { type: 'addTransition', transition: { from: step.id, to: stop.id, kind: 'timeout' } },
        ]),
      ],
    },
  ]
}
