// X2: somebody is asked for permission to do what nobody minds.
import { strengthOf } from '../model/strength.ts'
import { approvalBefore, sketch } from './example.ts'
import { takingOut } from './fixes.ts'
import { listed, named } from './places.ts'
import type { Superfluous } from './superfluous.ts'
import { superfluousFor } from './superfluous.ts'
import type { Fix, Found, PlacementContext, PlacementRule } from './types.ts'

const steps = [
  { id: 'start' },
  {
    id: 'save_note',
    kind: 'action' as const,
    verb: 'write',
    consequence: { level: 1 as const, reversibility: 0 as const },
  },
  { id: 'end' },
]
const ways = [
  ['start', 'save_note'],
  ['save_note', 'end'],
] as const

export const ceremony: PlacementRule = {
  id: 'X2',
  phase: 'placement',
  title: 'Somebody has to approve what nobody minds',
  explanation:
    'An internal note, a draft that can be thrown away, an output that is easy to put right: these need no permission. Asking for it all the same costs time, and it teaches people to say yes without looking. Take the gate out, or let somebody be told afterwards where that is worth it.',
  examples: {
    bad: {
      says: 'Every saved note waits for an approval.',
      workflow: sketch(steps, ways, { handoffs: [approvalBefore('save_note')] }),
      expect: ['X2@approve_save_note'],
    },
    good: {
      says: 'Notes are saved as they come.',
      workflow: sketch(steps, ways),
      expect: [],
    },
  },
  check: (context) => superfluousFor(context, 'X2').map((one) => light(context, one)),
}

function light(context: PlacementContext, { gate, releases }: Superfluous): Found {
  const { graph, required } = context
  const most = Math.max(...releases.map((v) => required[v]!))
  const first = releases.find((v) => required[v] === most)
  const field = `steps/${graph.steps[first!]!.id}/consequence/level`
  return {
    at: gate.place,
    kind: 'remove',
    grade: 'plain',
    because: 'it takes attention from the questions that matter',
    message: `${gate.name} releases ${listed(releases.map((v) => named(graph, v)))} only, which ${most > 0 ? 'can be undone and need' : 'need'}${releases.length > 1 ? '' : 's'} nobody’s permission.`,
    facts: [
      { name: 'releases', value: releases.map((v) => graph.steps[v]!.id) },
      { name: 'strongest demand behind it', value: most > 0 ? strengthOf(0.5)! : 'none', field },
    ],
    goesAwayIf:
      'the gate is taken out, somebody is only told, or what it releases becomes more consequential',
    path: [graph.steps[gate.behind]!.id],
    fixes: fixesOf(gate, most),
  }
}

function fixesOf({ place, handoff }: Superfluous['gate'], most: number): Fix[] {
  const remove = { title: 'Take it out', command: takingOut(place) }
  if (!handoff || most === 0) return [remove]
  const told = {
    kind: 'notify',
    strength: 'notify',
    ...(Object.fromEntries(ONLY_OF_QUESTIONS.map((key) => [key, null])) as Record<string, null>),
  } as const
  return [
    {
      title: 'Tell somebody instead of asking',
      command: { type: 'updateHandoff', id: handoff.id, set: told },
    },
    remove,
  ]
}

/** What belongs to a question and means nothing where somebody is only told. */
const ONLY_OF_QUESTIONS = [
  'question',
  'quorum',
  'decisions',
  'timeout',
  'escalation',
  'onReject',
  'binding',
  'expires',
] as const
