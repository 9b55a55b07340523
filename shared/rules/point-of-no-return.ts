// S5: a run passes the point from which it can no longer be taken back, and nobody has approved that.
import { isApproved, placeOfEdge } from '../graph/pivots.ts'
import type { Pivot } from '../graph/pivots.ts'
import type { Suggestion } from '../model/finding.ts'
import { placeKey } from '../model/handoff.ts'
import { strengthOf } from '../model/strength.ts'
import { BRIEF, approvalBefore, sketch } from './example.ts'
import { listed, named, namedEdge, strongestOf } from './places.ts'
import type { Found, PlacementContext, PlacementRule } from './types.ts'

const steps = [
  { id: 'start' },
  {
    id: 'reserve',
    kind: 'action' as const,
    verb: 'purchase',
    compensatedBy: 'cancel',
    consequence: { level: 1 as const, reversibility: 2 as const, external: true, domains: ['customers'] },
  },
  {
    id: 'charge',
    kind: 'action' as const,
    verb: 'pay',
    consequence: { level: 1 as const, reversibility: 3 as const, external: true, domains: ['money'] },
  },
  { id: 'end' },
  {
    id: 'cancel',
    kind: 'action' as const,
    verb: 'write',
    consequence: { level: 1 as const, reversibility: 1 as const, domains: ['customers'] },
  },
  { id: 'stopped', kind: 'end' as const, outcome: 'stopped' as const },
]
const ways = [
  ['start', 'reserve'],
  ['reserve', 'charge', { probability: 0.95 }],
  ['charge', 'end'],
  ['reserve', 'cancel', { probability: 0.05, kind: 'compensate' as const }],
  ['cancel', 'stopped'],
] as const
const confirmed = approvalBefore('reserve', { strength: 'confirm' })

export const pointOfNoReturn: PlacementRule = {
  id: 'S5',
  phase: 'placement',
  title: 'Nobody approves the step from which there is no way back',
  explanation:
    'Up to some point a run can be stopped and everything that it has done can be undone; after that point it cannot. Actions that are light by themselves hide that point. Approve the run on the way that crosses it, even where each later action is released on its own: a “no” that comes afterwards leaves the work half done. Or say which step undoes the action, and the point moves on.',
  examples: {
    bad: {
      says: 'A reservation can be cancelled until the card is charged, and the charge is only confirmed.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [confirmed] }),
      expect: ['S5@t2'],
    },
    good: {
      says: 'Somebody approves the run before the card is charged.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [confirmed, approvalBefore('charge')],
      }),
      expect: [],
    },
  },
  check: (context) =>
    context.pivots.flatMap((pivot) => (isApproved(pivot, context) ? [] : [noWayBack(context, pivot)])),
}

function noWayBack(context: PlacementContext, pivot: Pivot): Found {
  const { graph, required } = context
  const { edge, finals, undoable } = pivot
  const suggestion = approvalOf(context, pivot)
  const id = edge.transition?.id
  const names = listed(finals.map((v) => named(graph, v)))
  const [first = edge.to] = finals
  const before = undoable.map((v) => graph.steps[v]!.id)
  const done = undoable.length > 0 ? `, and neither can ${listed(undoable.map((v) => named(graph, v)))}` : ''
  return {
    at: id === undefined ? { step: graph.steps[edge.to]!.id } : { transition: id },
    kind: 'suggest',
    grade: 'grave',
    because:
      undoable.length > 0
        ? 'what was done before could be undone until here'
        : 'what needs an approval comes when it is too late to undo this',
    message: `After ${namedEdge(graph, edge)} there is no way back: ${names} cannot be undone${done ? `${done} from then on` : ''}. Nobody has approved that.`,
    facts: [
      { name: 'cannot be undone', value: finals.map((v) => graph.steps[v]!.id) },
      { name: 'could be undone until here', value: before },
      {
        name: 'reversibility',
        value: graph.steps[first]!.consequence?.reversibility ?? 0,
        field: `steps/${graph.steps[first]!.id}/consequence/reversibility`,
      },
      {
        name: 'strongest demand of what cannot be undone',
        value: strengthOf(strongestOf(finals.map((v) => required[v]!))) ?? 'none',
      },
    ],
    goesAwayIf:
      'the run is approved here or right before what cannot be undone, or a step is named that undoes it and can itself be taken back',
    path: [graph.steps[edge.from]!.id, graph.steps[edge.to]!.id],
    ...(suggestion ? { suggestion } : {}),
  }
}

// The placed gate that approves this: on the way itself, at the step behind it, or at the first step that cannot be
// undone. Where another suggestion sees to it further up, that one says so.
function approvalOf({ graph, placement }: PlacementContext, { edge, finals }: Pivot): Suggestion | undefined {
  const doors = [edge.to, ...finals].map((v) => placeKey({ before: graph.steps[v]!.id }))
  const keys = [placeKey(placeOfEdge(graph, edge)), ...doors]
  const gates = placement.handoffs.filter(({ rules }) => rules.includes('S5'))
  const gate = keys.flatMap((key) => gates.filter(({ at }) => placeKey(at) === key))[0]
  return gate && { kind: gate.kind, strength: gate.strength, at: gate.at }
}
