// X7: a person may say no, and nothing says what happens then.
import { safeStop } from '../commands/complete-handoff.ts'
import { reach } from '../graph/reach.ts'
import type { Handoff } from '../model/handoff.ts'
import { decisionsOf } from '../model/handoff-defaults.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { isBlocking, isMet, named, stepBehind } from './places.ts'
import { onlyNods, refusedByWay } from './refused-by-way.ts'
import type { DesignContext, Fix, Found, PlacementRule } from './types.ts'
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
    ...context.graph.steps.flatMap((_step, v) => onlyNods(context, v)),
    ...context.graph.edges.flatMap((edge) => refusedByWay(context, edge)),
  ],
}

const ASKING_PERMISSION: ReadonlySet<string> = new Set(['brief', 'approval', 'sign-off', 'exception'])

/** How often refused work may come back, where a button has to say something. */
const COMES_BACK = 2

function checkHandoff(context: DesignContext, handoff: Handoff): Found[] {
  const { graph } = context
  const behind = stepBehind(graph, handoff)
  if (!isBlocking(handoff) || behind === undefined || !isMet(graph, { behind, handoff })) return []
  const wrong = refusalOf(context, handoff, behind)
  if (!wrong) return []
  const { says, ...rest } = wrong
  return [
    {
      at: { handoff: handoff.id },
      kind: 'repair',
      grade: 'grave',
      message: `${says(`“${handoff.title || handoff.id}”`)}.`,
      facts: [
        { name: 'decisions', value: [...decisionsOf(handoff)], field: `handoffs/${handoff.id}/decisions` },
        { name: 'a refusal goes to', value: goesTo(handoff), field: `handoffs/${handoff.id}/onReject` },
      ],
      ...rest,
    },
  ]
}

type Wrong = Pick<Found, 'because' | 'goesAwayIf' | 'fixes' | 'path'> & {
  readonly grade?: Found['grade']
  /** The message about a handoff of this name, without its full stop. */
  readonly says: (name: string) => string
}

// The first thing that is wrong with the way a “no” takes.
function refusalOf(context: DesignContext, handoff: Handoff, behind: number): Wrong | undefined {
  const { graph } = context
  const decisions = decisionsOf(handoff)
  if (!decisions.includes('reject') && !decisions.includes('abort')) {
    return {
      says: (name) => `${name} offers no way to say no`,
      because: 'a gate that cannot be refused stops nothing',
      goesAwayIf: 'it offers reject or abort',
      fixes: [
        changing(handoff, 'Let it be refused, and stop the run safely then', {
          decisions: [...decisions, 'reject'],
          onReject: stopping(graph.workflow),
        }),
      ],
    }
  }
  if (!handoff.onReject) {
    if (!ASKING_PERMISSION.has(handoff.kind) || !decisions.includes('reject')) return undefined
    return {
      says: (name) => `${name} can be refused, and nothing says where the run goes then`,
      because: 'nobody knows what a refused run does',
      goesAwayIf: 'it says where a refusal goes, or that the run stops',
      fixes: [stopped(graph.workflow, handoff)],
    }
  }
  const target = graph.indexOf.get(handoff.onReject.to ?? '')
  if (target === undefined) return undefined
  const around = ungatedFrom(context, target, 1)
  if (around) {
    return {
      says: (name) =>
        `After a refusal at ${name} the run can still reach ${named(graph, around.action)} without being asked again`,
      because: 'a refused run reaches the act all the same',
      goesAwayIf: 'every way on from a refusal passes a gate that is strong enough, or stops',
      path: around.walk.map((v) => graph.steps[v]!.id),
      fixes: [stopped(graph.workflow, handoff)],
    }
  }
  // Trying again is what a recovery is for.
  if (!ASKING_PERMISSION.has(handoff.kind) || handoff.onReject.maxReproposals !== undefined) return undefined
  if (!reach([target], graph.out)[behind]) return undefined
  return {
    says: (name) => `What is refused at ${name} can come back to it for ever`,
    grade: 'plain',
    because: 'somebody is asked every time, only without an end',
    goesAwayIf: 'it says how often refused work may come back',
    fixes: [
      changing(handoff, `Let it come back at most ${COMES_BACK} times`, {
        onReject: { ...handoff.onReject, maxReproposals: COMES_BACK },
      }),
    ],
  }
}

function changing({ id }: Handoff, title: string, set: Readonly<Record<string, unknown>>): Fix {
  return { title, command: { type: 'updateHandoff', id, set } }
}

function stopped(workflow: DesignContext['graph']['workflow'], handoff: Handoff): Fix {
  return changing(handoff, 'Stop the run safely when it is refused', { onReject: stopping(workflow) })
}

function stopping(workflow: DesignContext['graph']['workflow']): NonNullable<Handoff['onReject']> {
  return { to: safeStop(workflow), maxReproposals: 1 }
}

function goesTo({ onReject }: Handoff): string {
  if (!onReject) return '(nowhere)'
  return onReject.to ?? 'the run stops'
}
