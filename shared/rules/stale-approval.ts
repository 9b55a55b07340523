// X12: what was approved is not what is done any more: it was changed, the world was, or too much time has passed.
import type { Command } from '../commands/index.ts'
import { completeHandoff } from '../commands/complete-handoff.ts'
import type { Fact } from '../model/finding.ts'
import { strengthOf } from '../model/strength.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { expiredBy } from './expiry.ts'
import { existingGates } from './gates.ts'
import type { ExistingGate } from './gates.ts'
import { movedTo, together } from './fixes.ts'
import { isMet, listed, named } from './places.ts'
import { releasedBy } from './released.ts'
import { changedBy } from './stale.ts'
import type { Change } from './stale.ts'
import { missedBy, superfluousFor } from './superfluous.ts'
import type { Fix, Found, PlacementContext, PlacementRule } from './types.ts'

const steps = [
  { id: 'start' },
  { id: 'write', produces: ['letter'] },
  { id: 'translate', uses: ['letter'], produces: ['translation'] },
  { ...payment('send'), verb: 'send', uses: ['translation'] },
  { id: 'end' },
]
const ways = [
  ['start', 'write'],
  ['write', 'translate'],
  ['translate', 'send'],
  ['send', 'end'],
] as const

export const staleApproval: PlacementRule = {
  id: 'X12',
  phase: 'placement',
  title: 'What was approved is not what is done any more',
  explanation:
    'An approval is about one thing at one time. If a step changes the thing afterwards, if the world may be another one, or if the approval has run out by the time the action comes, nobody has approved what happens. Move the gate behind the change, or ask once more and show only what is different.',
  examples: {
    bad: {
      says: 'The letter is approved, and its translation is sent.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('translate')] }),
      expect: ['X12@approve_translate'],
    },
    good: {
      says: 'The translation is approved, which is what is sent.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('send')] }),
      expect: [],
    },
  },
  check: (context) => [
    ...superfluousFor(context, 'X12').flatMap(({ gate }) => changed(context, gate)),
    ...existingGates(context).flatMap((gate) => [
      ...(isKept(context, gate) ? changed(context, gate) : []),
      ...ranOut(context, gate),
    ]),
  ],
}

// What people keep on purpose is never superfluous, and can still be stale.
function isKept({ graph }: PlacementContext, gate: ExistingGate): boolean {
  return gate.handoff?.pinned === true && gate.authority > 0 && isMet(graph, gate)
}

function changed(context: PlacementContext, gate: ExistingGate): Found[] {
  const missed = missedBy(context, gate).map(({ action }) => action)
  const [nearest] = missed
  const change = nearest === undefined ? undefined : changedBy(context, gate, nearest)
  if (!change) return []
  const { graph } = context
  const [by, target] = [named(graph, change.by), named(graph, change.action)]
  const { id } = graph.steps[change.by]!
  const says: Readonly<Record<Change['how'], string>> = {
    made: `${by} makes ${listed(change.artefacts.map((one) => `“${one}”`))} after it, and that is what ${target} uses`,
    world: `things may be different after ${by}, and ${target} goes by what was approved before`,
    doubt: `${by} comes after it and may change what ${target} does`,
  }
  const fields: Readonly<Record<Change['how'], string>> = {
    made: 'produces',
    world: 'changesState',
    doubt: 'uncertainty/level',
  }
  return [
    stale(context, gate, {
      action: change.action,
      message: `${gate.name} no longer counts at ${target}: ${says[change.how]}.`,
      facts: [
        { name: 'approved for', value: graph.steps[change.action]!.id },
        { name: 'changed by', value: id, field: `steps/${id}/${fields[change.how]}` },
      ],
      goesAwayIf: `somebody is asked between ${by} and ${target}, or nothing changes there`,
      path: change.walk.map((v) => graph.steps[v]!.id),
      fixes: [
        movedTo(graph, gate, change.action, context.required[change.action]!),
        ...askedAgain(
          context,
          gate,
          missed.map((action) => graph.indexOf.get(action)!),
          change.by,
        ),
      ],
    }),
  ]
}

function ranOut(context: PlacementContext, gate: ExistingGate): Found[] {
  const { graph } = context
  const expiry = expiredBy(context, gate)
  if (!expiry || !gate.handoff) return []
  const { actions, waits, walk } = expiry
  const action = walk.at(-1)!
  const target = named(graph, action)
  const move = isOnlyFor(context, gate, action)
    ? [movedTo(graph, gate, action, context.required[action]!)]
    : []
  const { id, expires = '' } = gate.handoff
  return [
    stale(context, gate, {
      action,
      message: `${gate.name} can have run out when ${target} comes: it holds for ${expires}, and more time than that can pass at ${listed(waits.map((v) => named(graph, v)))}.`,
      facts: [
        { name: 'holds for', value: expires, field: `handoffs/${id}/expires` },
        { name: 'approved for', value: graph.steps[action]!.id },
        ...waits.map((v): Fact => {
          const { id: step, duration, timeout = '' } = graph.steps[v]!
          const field = `steps/${step}/${duration === undefined ? 'timeout' : 'duration'}`
          return { name: 'takes up to', value: duration ?? timeout, field }
        }),
      ],
      goesAwayIf: 'somebody is asked after that time has passed, or the approval holds longer',
      path: walk.map((v) => graph.steps[v]!.id),
      fixes: [...move, ...askedAgain(context, gate, actions, waits.at(-1)!)],
    }),
  ]
}

function stale(
  { graph }: PlacementContext,
  { place }: ExistingGate,
  {
    action,
    ...rest
  }: Pick<Found, 'message' | 'facts' | 'goesAwayIf' | 'path' | 'fixes'> & { readonly action: number },
): Found {
  return {
    at: place,
    kind: 'repair',
    grade: 'grave',
    because: `nobody has approved what ${named(graph, action)} does by then`,
    ...rest,
  }
}

// Moved away, a gate leaves nothing else open.
function isOnlyFor(context: PlacementContext, gate: ExistingGate, action: number): boolean {
  return releasedBy(context, gate).known.every((v) => v === action || context.required[v]! < 1)
}

// The first answer stays, and the second question is only about what is different. A human step cannot be told to stay.
function askedAgain(
  { graph, required }: PlacementContext,
  gate: ExistingGate,
  actions: readonly number[],
  by: number,
): Fix[] {
  if (!gate.handoff) return []
  const change = graph.steps[by]!
  const again = actions.map((action) => ({
    ...completeHandoff(graph.workflow, {
      kind: 'approval',
      strength: strengthOf(required[action]!) ?? 'approve',
      at: { before: graph.steps[action]!.id },
    }),
    title: `Confirm the change before ${named(graph, action)}`,
    question: `Is what is different after ${named(graph, by)} all right?`,
    evidence: [{ id: change.id, from: 'step', label: `What is different after ${named(graph, by)}` }],
  }))
  const keep: Command = { type: 'updateHandoff', id: gate.handoff.id, set: { pinned: true } }
  return [
    together('Ask again, only about what is different', 'ask again', [
      keep,
      { type: 'placeHandoffs', handoffs: again },
    ]),
  ]
}
