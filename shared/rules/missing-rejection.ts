// X7: a person may say no, and nothing says what happens then.
import type { Handoff } from '../model/handoff.ts'
import { decisionsOf } from '../model/handoff-defaults.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { isBlocking, named, stepBehind } from './places.ts'
import type { DesignContext, Found, PlacementRule } from './types.ts'
import { ungatedFrom } from './ungated.ts'

const steps = [
  { id: 'start' },
  payment('pay'),
  { id: 'stopped', kind: 'end' as const, outcome: 'stopped' as const },
  { id: 'end' },
]
const ways = [
  ['start', 'pay'],
  ['pay', 'end'],
  ['pay', 'stopped', { probability: 0.02, kind: 'reject' as const }],
] as const
const { onReject: _, ...withoutReject } = approvalBefore('pay')

export const missingRejection: PlacementRule = {
  id: 'X7',
  phase: 'placement',
  title: 'A “no” leads nowhere, or round to the same act',
  explanation:
    'A gate is worth what its rejection is worth. Every handoff says where a refused run goes: back to rework with a bound, to a safe stop, or to somebody else. And no way on from there may reach the refused action without asking again.',
  examples: {
    bad: {
      says: 'The approval can be refused, and then?',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [withoutReject] }),
      expect: ['X7@approve_pay'],
    },
    good: {
      says: 'A refusal stops the run safely.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [approvalBefore('pay', { onReject: { to: 'stopped' } })],
      }),
      expect: [],
    },
  },
  check: (context) => [
    ...context.graph.workflow.handoffs.flatMap((handoff) => checkHandoff(context, handoff)),
    ...context.graph.steps.flatMap((_step, v) => checkPerson(context, v)),
  ],
}

const ASKING_PERMISSION: ReadonlySet<string> = new Set(['brief', 'approval', 'sign-off', 'exception'])

function checkHandoff(context: DesignContext, handoff: Handoff): Found[] {
  const { graph } = context
  const behind = stepBehind(graph, handoff)
  if (!isBlocking(handoff) || behind === undefined || !graph.reachable[behind]) return []
  const decisions = decisionsOf(handoff)
  const base: Pick<Found, 'at' | 'kind' | 'grade' | 'facts'> = {
    at: { handoff: handoff.id },
    kind: 'repair',
    grade: 'grave',
    facts: [
      { name: 'decisions', value: [...decisions], field: `handoffs/${handoff.id}/decisions` },
      { name: 'a refusal goes to', value: refusalGoesTo(handoff), field: `handoffs/${handoff.id}/onReject` },
    ],
  }
  const name = `“${handoff.title || handoff.id}”`
  if (!decisions.includes('reject') && !decisions.includes('abort')) {
    return [
      {
        ...base,
        because: 'a gate that cannot be refused stops nothing',
        message: `${name} offers no way to say no.`,
        goesAwayIf: 'it offers reject or abort',
      },
    ]
  }
  if (!handoff.onReject) {
    if (!ASKING_PERMISSION.has(handoff.kind) || !decisions.includes('reject')) return []
    return [
      {
        ...base,
        because: 'nobody knows what a refused run does',
        message: `${name} can be refused, and nothing says where the run goes then.`,
        goesAwayIf: 'it says where a refusal goes, or that the run stops',
      },
    ]
  }
  const target = handoff.onReject.to === null ? undefined : graph.indexOf.get(handoff.onReject.to)
  const around = target === undefined ? undefined : ungatedFrom(context, target, 1)
  if (!around) return []
  return [
    {
      ...base,
      because: 'a refused run reaches the act all the same',
      message: `After a refusal at ${name} the run can still reach ${named(graph, around.action)} without being asked again.`,
      goesAwayIf: 'every way on from a refusal passes a gate that is strong enough, or stops',
      path: around.walk.map((v) => graph.steps[v]!.id),
    },
  ]
}

function refusalGoesTo(handoff: Handoff): string {
  if (!handoff.onReject) return '(nowhere)'
  return handoff.onReject.to ?? 'the run stops'
}

// A human step with one way out can only nod: whatever the person says, the run goes on in the same direction.
function checkPerson({ graph, required }: DesignContext, v: number): Found[] {
  const step = graph.steps[v]!
  if (step.kind !== 'human' || !step.grant || !graph.reachable[v]) return []
  const [edge, ...others] = graph.out[v]!
  if (!edge || others.length > 0 || graph.steps[edge.to]!.kind === 'decision') return []
  if (!required.some((demand) => demand >= 1)) return []
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
    },
  ]
}
