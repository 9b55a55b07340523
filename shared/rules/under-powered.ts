// X18: somebody is asked on the way to an action, and what they may release is less than the action needs.
import type { Command } from '../commands/index.ts'
import { raisedFields } from '../commands/complete-handoff.ts'
import { strengthOf } from '../model/strength.ts'
import type { Demand } from '../model/strength.ts'
import { BRIEF, payment, sketch } from './example.ts'
import { expiredBy } from './expiry.ts'
import { existingGates } from './gates.ts'
import type { ExistingGate } from './gates.ts'
import { isMet, named } from './places.ts'
import { releasedBy } from './released.ts'
import type { Found, PlacementContext, PlacementRule } from './types.ts'

const deskThat = (grant: 'confirm' | 'approve') =>
  sketch(
    [
      { id: 'start' },
      { id: 'route', kind: 'decision' },
      { id: 'desk', kind: 'human', grant, timeout: 'P1D' },
      { id: 'check', kind: 'check', grant: 'approve' },
      payment('pay'),
      { id: 'refused', kind: 'end', outcome: 'stopped' },
      { id: 'end' },
    ],
    [
      ['start', 'route'],
      ['route', 'check', { probability: 0.9 }],
      ['route', 'desk', { probability: 0.1, kind: 'exception' }],
      ['check', 'pay'],
      ['desk', 'pay', { probability: 0.8 }],
      ['desk', 'refused', { probability: 0.2, kind: 'reject' }],
      ['pay', 'end'],
    ],
    { brief: BRIEF },
  )

export const underPowered: PlacementRule = {
  id: 'X18',
  phase: 'placement',
  title: 'Who is asked may not release what follows',
  explanation:
    'The desk looks at the case and lets it go on, and what follows needs more than the desk can give. Either the same people release it properly, with the time that this takes, or the action gets a gate of its own. A gate directly in front of its action that is too weak is the business of rule S3; this one speaks of people and gates further up the way, which are needed where they are.',
  examples: {
    bad: {
      says: 'The desk for odd cases only confirms, and a payment that needs approval follows.',
      workflow: deskThat('confirm'),
      expect: ['X18@desk'],
    },
    good: {
      says: 'The desk approves.',
      workflow: deskThat('approve'),
      expect: [],
    },
  },
  check: (context) => existingGates(context).flatMap((gate) => checkGate(context, gate)),
}

function checkGate(context: PlacementContext, gate: ExistingGate): Found[] {
  const { graph, required, counterexamples, placement } = context
  if (gate.authority === 0 || !isMet(graph, gate) || isAtTheDoor(context, gate)) return []
  // What can go, or comes too early, is not raised.
  if (placement.remove.includes(idOf(gate)) || expiredBy(context, gate)) return []
  const released = releasedBy(context, gate).known.filter((v) => required[v]! >= 1)
  // It is strong enough for something: then it is there for that.
  if (released.some((v) => required[v]! <= gate.authority)) return []
  const open = new Set(counterexamples.map(({ action }) => action))
  const tooMuch = released.filter((v) => open.has(graph.steps[v]!.id))
  if (tooMuch.length === 0) return []
  const demand = tooMuch.reduce<Demand>((most, v) => (required[v]! > most ? required[v]! : most), 0)
  const action = tooMuch.find((v) => required[v] === demand)!
  const [strength, confers] = [strengthOf(demand)!, strengthOf(gate.authority as Demand)!]
  const short = demand - gate.authority
  return [
    {
      at: gate.place,
      kind: 'repair',
      grade: short >= 2 ? 'grave' : 'plain',
      because: short >= 2 ? 'it is two levels too weak or more' : 'it is one level too weak',
      message: `${gate.name} can only ${verb(confers)}, and ${named(graph, action)} behind it needs ${strength}.`,
      facts: [
        { name: 'confers', value: confers, field: fieldOf(gate) },
        { name: 'required strength', value: strength },
        { name: 'behind it', value: tooMuch.map((v) => graph.steps[v]!.id) },
      ],
      goesAwayIf: `it is raised to ${strength}, or the action gets a gate of its own`,
      path: [graph.steps[gate.behind]!.id, graph.steps[action]!.id],
      fixes: [{ title: `Raise it to ${strength}`, command: raising(gate, strength) }],
    },
  ]
}

function verb(strength: string): string {
  return strength === 'two-person' ? 'release it with two people' : strength
}

function idOf({ place }: ExistingGate): string {
  return 'handoff' in place ? place.handoff : 'step' in place ? place.step : ''
}

function fieldOf({ place, handoff }: ExistingGate): string {
  return handoff ? `handoffs/${handoff.id}/strength` : `steps/${'step' in place ? place.step : ''}/grant`
}

// The gate in front of an action that it is too weak for is spoken of there.
function isAtTheDoor({ required }: PlacementContext, { handoff, behind }: ExistingGate): boolean {
  if (!handoff || !('before' in handoff.at) || handoff.kind === 'exception') return false
  return required[behind]! >= 1
}

function raising(
  { place, handoff }: ExistingGate,
  strength: ReturnType<typeof strengthOf> & string,
): Command {
  if (handoff) {
    return { type: 'updateHandoff', id: handoff.id, set: raisedFields(handoff, strength) }
  }
  return { type: 'updateSteps', ids: ['step' in place ? place.step : ''], set: { grant: strength } }
}
