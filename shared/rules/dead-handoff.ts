// X11: a handoff that no run ever meets.
import { reach } from '../graph/reach.ts'
import type { FindingPlace } from '../model/finding.ts'
import type { Handoff } from '../model/handoff.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { takingOut } from './fixes.ts'
import { named, stepBehind } from './places.ts'
import { actedUnasked } from './too-late.ts'
import type { DesignContext, Found, PlacementRule } from './types.ts'

const steps = [{ id: 'start' }, payment('pay'), { id: 'old_way' }, { id: 'end' }]
const ways = [
  ['start', 'pay'],
  ['pay', 'end'],
  ['old_way', 'end'],
] as const

export const deadHandoff: PlacementRule = {
  id: 'X11',
  phase: 'placement',
  title: 'A handoff stands where no run comes',
  explanation:
    'A handoff on a way that cannot be taken reassures whoever reads the drawing and protects nobody. Connect the way it stands on, give it odds above zero, or take the handoff out.',
  examples: {
    bad: {
      says: 'The old way is not connected any more, and its gate is still drawn.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [approvalBefore('pay'), approvalBefore('old_way')],
      }),
      expect: ['X11@approve_old_way'],
    },
    good: {
      says: 'Every gate stands where runs come by.',
      workflow: sketch(steps.slice(0, 2).concat({ id: 'end' }), ways.slice(0, 2), {
        brief: BRIEF,
        handoffs: [approvalBefore('pay')],
      }),
      expect: [],
    },
  },
  check: (context) => [
    ...context.graph.workflow.handoffs.flatMap((h) => {
      const v = standsAt(context, h)
      if (DECIDES_CASES.has(h.kind) && v !== undefined && context.graph.reachable[v]) return []
      return checkPlace(context, { handoff: h.id }, `“${h.title || h.id}”`, v)
    }),
    ...context.graph.steps.flatMap((step, v) =>
      step.kind === 'human' && step.grant
        ? checkPlace(context, { step: step.id }, named(context.graph, v), v)
        : [],
    ),
  ],
}

/** Who takes a case over, answers or decides about a failure does something, whatever follows. */
const DECIDES_CASES: ReadonlySet<string> = new Set(['exception', 'clarify', 'recovery'])

// The step behind the handoff, or undefined when the transition it stands on has odds of zero.
function standsAt({ graph }: DesignContext, handoff: Handoff): number | undefined {
  if (!('on' in handoff.at)) return stepBehind(graph, handoff)
  const edge = graph.edgeOf.get(handoff.at.on)
  return edge && graph.reachable[edge.from] ? edge.to : undefined
}

function checkPlace(context: DesignContext, at: FindingPlace, name: string, v: number | undefined): Found[] {
  const { graph } = context
  const met = v !== undefined && graph.reachable[v]!
  const ahead = met ? reach([v], graph.out) : []
  const matters = graph.steps.some(
    (step, w) => ahead[w] && (step.kind === 'action' || step.kind === 'end' || step.kind === 'agent'),
  )
  // What comes after an action that nobody released is spoken of as too late.
  if (met && (matters || actedUnasked(context, { behind: v, handoff: undefined }).length > 0)) return []
  return [
    {
      at,
      kind: 'remove',
      grade: 'plain',
      because: met ? 'it releases nothing' : 'no run reaches it',
      message: met
        ? `${name} leads to no action and to no end, so nothing depends on its answer.`
        : `No run reaches ${name}.`,
      facts: [
        { name: 'reachable', value: met },
        { name: 'expected visits a run', value: met ? graph.visits[v]! : 0, passing: true },
      ],
      goesAwayIf: met
        ? 'an action or an end follows it'
        : 'a start leads to it along transitions with odds above zero',
      ...('handoff' in at ? { fixes: [{ title: 'Take it out', command: takingOut(at) }] } : {}),
    },
  ]
}
