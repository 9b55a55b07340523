// S11: a light action that can be undone happens without anybody hearing of it.
import { sketch } from './example.ts'
import { named } from './places.ts'
import type { PlacementRule } from './types.ts'

const steps = [
  { id: 'start' },
  {
    id: 'file',
    kind: 'action' as const,
    verb: 'write',
    consequence: { level: 2 as const, reversibility: 1 as const },
  },
  { id: 'end' },
]
const ways = [
  ['start', 'file'],
  ['file', 'end'],
] as const

export const undoWindow: PlacementRule = {
  id: 'S11',
  phase: 'placement',
  title: 'Nobody hears of an action while it can still be undone',
  explanation:
    'An action that matters a little and can be undone needs no permission; it needs somebody who is told in time to undo it. Telling never blocks the run and costs no review. Where a person has just been asked anyway, nothing more is needed.',
  examples: {
    bad: {
      says: 'A record is changed silently.',
      workflow: sketch(steps, ways),
      expect: ['S11@file'],
    },
    good: {
      says: 'The owner is told and can undo it.',
      workflow: sketch(steps, ways, {
        handoffs: [{ id: 'tell', kind: 'notify', strength: 'notify', at: { before: 'file' } }],
      }),
      expect: [],
    },
  },
  check: ({ graph, placement }) =>
    placement.handoffs.flatMap((h) => {
      if (h.kind !== 'notify' || !('before' in h.at)) return []
      const { id, consequence } = graph.steps[graph.indexOf.get(h.at.before)!]!
      return [
        {
          at: { step: id },
          kind: 'suggest',
          grade: 'plain',
          because: 'the action weighs little and can be undone',
          message: `${named(graph, graph.indexOf.get(id)!)} can be undone, if somebody hears of it in time.`,
          facts: [
            { name: 'consequence', value: consequence?.level ?? 0, field: `steps/${id}/consequence/level` },
            {
              name: 'reversibility',
              value: consequence?.reversibility ?? 0,
              field: `steps/${id}/consequence/reversibility`,
            },
          ],
          goesAwayIf: 'somebody is told, a person was asked on every way to it, or its consequence is lower',
          path: h.walk,
          suggestion: { kind: h.kind, strength: h.strength, at: h.at },
        },
      ]
    }),
}
