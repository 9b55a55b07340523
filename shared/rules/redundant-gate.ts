// X1: a gate that nothing needs any more.
import type { Graph } from '../graph/graph.ts'
import type { Handoff } from '../model/handoff.ts'
import { strengthOf } from '../model/strength.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { withoutGate } from './fixes.ts'
import type { ExistingGate } from './gates.ts'
import { superfluousFor } from './superfluous.ts'
import { strongerThanNeeded } from './too-strong.ts'
import type { TooStrong } from './too-strong.ts'
import type { Found, PlacementContext, PlacementRule } from './types.ts'

const steps = [{ id: 'start' }, { id: 'prepare' }, payment('pay'), { id: 'end' }]
const ways = [
  ['start', 'prepare'],
  ['prepare', 'pay'],
  ['pay', 'end'],
] as const

export const redundantGate: PlacementRule = {
  id: 'X1',
  phase: 'placement',
  title: 'A gate asks for attention that nothing needs',
  explanation:
    'Every prompt costs the reviewer some of the attention that the next one needs. A gate can go when everything stays covered without it and it settles no doubt that a later action counts on. Gates on the way of exceptional, ambiguous or failed cases are never counted as superfluous: coverage is not what they are for.',
  examples: {
    bad: {
      says: 'The same thing is approved twice with nothing new in between.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [approvalBefore('prepare'), approvalBefore('pay')],
      }),
      expect: ['X1@approve_pay'],
    },
    good: {
      says: 'One approval, right before the act.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] }),
      expect: [],
    },
  },
  check: (context) => [
    ...superfluousFor(context, 'X1').map(({ gate }) => superfluous(context, gate)),
    ...strongerThanNeeded(context).map((gate) => tooStrong(gate)),
  ],
}

function superfluous(context: PlacementContext, gate: ExistingGate): Found {
  const { place, name } = gate
  const covering = coveredBy(context, 'handoff' in place ? place.handoff : 'step' in place ? place.step : '')
  return {
    at: place,
    kind: 'remove',
    grade: 'plain',
    because: 'it costs attention and changes nothing about what is covered',
    message: `${name} can go: ${
      covering.length > 0
        ? `${covering.join(', ')} already ${covering.length > 1 ? 'cover' : 'covers'} what follows`
        : 'nothing that follows needs it'
    }.`,
    facts: [
      { name: 'still covered by', value: [...covering], passing: true },
      { name: 'left open without it', value: 0 },
    ],
    goesAwayIf: 'it is removed, or one of the other gates is',
    fixes: [withoutGate(context, gate)],
  }
}

// A gate that is needed, and asks for more than anything that relies on it.
function tooStrong({ gate: { place, name }, handoff, needed }: TooStrong): Found {
  const strength = strengthOf(needed)!
  return {
    at: place,
    kind: 'remove',
    grade: 'plain',
    because: 'it costs attention and changes nothing about what is covered',
    message: `${name} asks for ${handoff.strength}, and nothing that relies on it needs more than ${strength}.`,
    facts: [
      { name: 'strength', value: handoff.strength, field: `handoffs/${handoff.id}/strength` },
      { name: 'strongest demand that relies on it', value: strength },
    ],
    goesAwayIf: `it is lowered to ${strength}, or something that needs more relies on it`,
    fixes: [
      {
        title: `Lower it to ${strength}`,
        command: { type: 'updateHandoff', id: handoff.id, set: { strength, ...onePerson(handoff) } },
      },
    ],
  }
}

function onePerson({ quorum }: Handoff): { readonly quorum?: Handoff['quorum'] } {
  return quorum ? { quorum: { ...quorum, approvals: 1 } } : {}
}

function nameOfHandoff(graph: Graph, id: string): string {
  const title = graph.workflow.handoffs.find((h) => h.id === id)?.title
  return title ? `“${title}”` : `“${id}”`
}

// The other gates, placed or suggested, through which the actions behind this one are reached.
function coveredBy({ graph, placement }: PlacementContext, id: string): string[] {
  const removed = new Set(placement.remove)
  const existing = graph.workflow.handoffs
    .filter(
      (h) =>
        h.id !== id &&
        !removed.has(h.id) &&
        (h.kind === 'approval' || h.kind === 'sign-off' || h.kind === 'exception'),
    )
    .map((h) => nameOfHandoff(graph, h.id))
  const people = graph.steps
    .filter((s) => s.grant !== undefined && s.id !== id && !removed.has(s.id))
    .map((s) => `“${s.name || s.id}”`)
  const suggested = placement.handoffs
    .filter((h) => h.rules.some((rule) => rule === 'S2' || rule === 'S9'))
    .map((h) =>
      'before' in h.at
        ? `the suggested ${h.strength} before “${h.at.before}”`
        : `the suggested ${h.strength} on a transition`,
    )
  return [...existing, ...people, ...suggested].slice(0, 4)
}
