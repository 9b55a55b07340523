// X21: an action runs without the gate that it needs, because somebody answers for the risk.
import type { WaivedDemand } from '../model/placement.ts'
import type { Waiver } from '../model/placing.ts'
import { approvalBefore, BRIEF, payment, sketch } from './example.ts'
import { named } from './places.ts'
import type { Found, PlacementContext, PlacementRule } from './types.ts'

const steps = [{ id: 'start' }, payment('pay'), { id: 'end' }]
const ways = [
  ['start', 'pay'],
  ['pay', 'end'],
] as const

export const acceptedRisk: PlacementRule = {
  id: 'X21',
  phase: 'placement',
  title: 'A risk is accepted instead of covered',
  explanation:
    'Somebody decided that an action may run without the handoff that it needs, and answers for it until a day. That can be right, and it must stay in sight: the action is not covered, it is excused. After that day the action needs its handoff again, as if nothing had been said.',
  examples: {
    bad: {
      says: 'The payment runs unseen, and Ana answers for it.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        placing: {
          forbidden: [],
          waivers: [{ step: 'pay', reason: 'Small sums only', owner: 'Ana', expires: '2099-01-01' }],
        },
      }),
      expect: ['X21@pay'],
    },
    good: {
      says: 'Somebody approves the payment.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] }),
      expect: [],
    },
  },
  check: (context) => [
    ...context.placement.waived.map((waived) => inForce(context, waived)),
    ...context.expiredWaivers.flatMap((waiver) => expired(context, waiver)),
  ],
}

function inForce({ graph }: PlacementContext, waived: WaivedDemand): Found {
  const { step, strength, owner, expires, reason } = waived
  const name = named(graph, graph.indexOf.get(step)!)
  return {
    at: { step },
    kind: 'lint',
    grade: 'plain',
    because: 'somebody answers for the risk',
    message: `${name} would need ${strength}. ${owner} accepts the risk until ${expires}: ${reason}`,
    facts: facts(waived, strength),
    goesAwayIf: 'the risk is no longer accepted, and the action is covered',
    fixes: [{ title: 'No longer accept this risk', command: { type: 'endWaiver', step } }],
  }
}

// Only where the step demands something: about any other there is nothing to be excused.
function expired({ graph, required }: PlacementContext, waiver: Waiver): Found[] {
  const v = graph.indexOf.get(waiver.step)
  if (v === undefined || !required[v]) return []
  return [
    {
      at: { step: waiver.step },
      kind: 'lint',
      grade: 'grave',
      because: 'nobody answers for the risk any longer',
      message: `${waiver.owner} accepted the risk of ${named(graph, v)} until ${waiver.expires}; that counts for nothing now.`,
      facts: facts(waiver, 'expired'),
      goesAwayIf: 'the risk is accepted anew, or is no longer accepted',
      fixes: [{ title: 'Forget this accepted risk', command: { type: 'endWaiver', step: waiver.step } }],
    },
  ]
}

function facts(
  { owner, expires, reason }: Pick<Waiver, 'owner' | 'expires' | 'reason'>,
  strength: string,
): Found['facts'] {
  return [
    { name: 'would need', value: strength },
    { name: 'owner', value: owner },
    { name: 'expires', value: expires },
    { name: 'reason', value: reason },
  ]
}
