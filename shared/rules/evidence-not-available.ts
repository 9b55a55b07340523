// X16: the person at a gate is to be shown something that is not there yet, or something else than what leaves.
import type { Command } from '../commands/index.ts'
import type { Graph } from '../graph/graph.ts'
import { waysIn } from '../graph/graph.ts'
import { reach, reachBack } from '../graph/reach.ts'
import type { FindingPlace } from '../model/finding.ts'
import type { Handoff, Place } from '../model/handoff.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { existingGates } from './gates.ts'
import type { ExistingGate } from './gates.ts'
import { isBlocking, listed, named, stepBehind } from './places.ts'
import { releasedBy } from './released.ts'
import type { DesignContext, Fix, Found, PlacementRule } from './types.ts'

const steps = [{ id: 'start' }, { id: 'quote' }, payment('pay'), { id: 'receipt' }, { id: 'end' }]
const ways = [
  ['start', 'quote'],
  ['quote', 'pay'],
  ['pay', 'receipt'],
  ['receipt', 'end'],
] as const
const shows = (id: string) => approvalBefore('pay', { evidence: [{ id, from: 'step', label: id }] })

export const evidenceNotAvailable: PlacementRule = {
  id: 'X16',
  phase: 'placement',
  title: 'What a person is to decide by is not in front of them',
  explanation:
    'A person can only answer for what they have seen. Evidence that is made after the question was put comes too late, and a draft that is turned into something else before it leaves is not what leaves. Ask later, or show what is there: exactly the thing that the action uses.',
  examples: {
    bad: {
      says: 'The approval is to be given by a receipt that only the payment makes.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [shows('receipt')] }),
      expect: ['X16@approve_pay'],
    },
    good: {
      says: 'The approval is given by the quote, which is there by then.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [shows('quote')] }),
      expect: [],
    },
  },
  check: (context) => {
    const gates = new Map(existingGates(context).map((gate) => [keyOf(gate.place), gate]))
    return [
      ...context.graph.workflow.handoffs.flatMap((handoff) =>
        checkHandoff(context, handoff, gates.get(`handoff ${handoff.id}`)),
      ),
      ...context.graph.steps.flatMap(({ id, uses = [] }) => {
        const gate = gates.get(`step ${id}`)
        return gate && uses.length > 0 ? check(context, personLooking(gate, id, uses)) : []
      }),
    ]
  },
}

function keyOf(place: FindingPlace): string {
  return 'handoff' in place ? `handoff ${place.handoff}` : 'step' in place ? `step ${place.step}` : ''
}

/** Somebody who is asked, and what they are to be shown. */
interface Question {
  readonly at: FindingPlace
  readonly name: string
  /** Names of steps or of artefacts. */
  readonly shown: readonly string[]
  readonly field: string
  readonly behind: number
  /** The steps that come directly before the question. */
  readonly doors: readonly number[]
  readonly gate: ExistingGate | undefined
  /** The command that shows these instead. */
  readonly show: (ids: readonly string[]) => Command
}

function checkHandoff(context: DesignContext, handoff: Handoff, gate: ExistingGate | undefined): Found[] {
  const { graph } = context
  const behind = stepBehind(graph, handoff)
  const { evidence = [], at, id } = handoff
  if (behind === undefined || !isBlocking(handoff) || evidence.length === 0) return []
  const doors = 'on' in at ? [graph.edgeOf.get(at.on)!.from] : waysIn(graph, behind).map(({ from }) => from)
  const known = new Map(evidence.map((item) => [item.id, item]))
  return check(context, {
    at: { handoff: id },
    name: `“${handoff.title || id}”`,
    shown: evidence.map((item) => item.id),
    field: `handoffs/${id}/evidence`,
    behind,
    doors,
    gate,
    show: (ids) => ({
      type: 'updateHandoff',
      id,
      set: { evidence: ids.map((one) => known.get(one) ?? { id: one, from: 'artefact', label: one }) },
    }),
  })
}

function personLooking(gate: ExistingGate, id: string, uses: readonly string[]): Question {
  return {
    at: gate.place,
    name: gate.name,
    shown: uses,
    field: `steps/${id}/uses`,
    behind: gate.behind,
    doors: [gate.behind],
    gate,
    show: (ids) => ({ type: 'updateSteps', ids: [id], set: { uses: [...ids] } }),
  }
}

function check(context: DesignContext, question: Question): Found[] {
  const { graph } = context
  if (!graph.reachable[question.behind]) return []
  const earlier = reachBack(question.doors, graph.in)
  const makers = (id: string): readonly number[] => makersOf(graph, id)
  const late = question.shown.filter(
    (id) => makers(id).length > 0 && !makers(id).some((v) => earlier[v] && graph.reachable[v]),
  )
  if (late.length > 0) return [tooLate(context, question, late)]
  return otherThanWhatLeaves(context, question, earlier)
}

// Who makes a piece of evidence: the step that it is named after, else the steps that make an artefact of that name.
function makersOf(graph: Graph, id: string): readonly number[] {
  const step = graph.indexOf.get(id)
  if (step !== undefined) return [step]
  return graph.steps.flatMap(({ produces = [] }, v) => (produces.includes(id) ? [v] : []))
}

function tooLate(context: DesignContext, question: Question, late: readonly string[]): Found {
  const { graph } = context
  const grave = releasesForGood(context, question)
  const names = listed(late.map((id) => nameOf(graph, id)))
  const rest = question.shown.filter((id) => !late.includes(id))
  const later = askLater(context, question, late)
  return {
    at: question.at,
    kind: 'repair',
    grade: grave ? 'grave' : 'plain',
    because: because(grave),
    message: `${question.name} is to be decided by ${names}, which ${late.length > 1 ? 'are' : 'is'} not there yet when the question is put.`,
    facts: [
      { name: 'shown', value: [...question.shown], field: question.field },
      { name: 'not there yet', value: [...late] },
    ],
    goesAwayIf: 'the question is put after it is made, or something that is there is shown instead',
    fixes: [...(later ? [later] : []), { title: `Do not count on ${names}`, command: question.show(rest) }],
  }
}

function because(grave: boolean): string {
  return grave
    ? 'what it releases leaves the house and is hard to take back'
    : 'what it releases can be taken back, or stays in the house'
}

// Right behind the step that makes the evidence, where nothing that the gate releases is passed on the way.
function askLater(context: DesignContext, question: Question, late: readonly string[]): Fix | undefined {
  const { graph, required } = context
  const { gate, at, behind } = question
  const [maker, ...others] = late.flatMap((id) => makersOf(graph, id))
  if (!gate?.handoff || !('handoff' in at) || maker === undefined || others.length > 0) return undefined
  const [way, ...more] = graph.out[maker]!.filter((edge) => !edge.returns)
  if (!way?.transition || more.length > 0 || required[maker]! >= 1) return undefined
  const around = graph.out.map((edges, v) => (v === maker ? [] : edges))
  const reached = reach([behind], around)
  if (!reached[maker] || graph.steps.some((_, v) => reached[v] && required[v]! >= 1)) return undefined
  if (otherThanWhatLeaves(context, question, reachBack([maker], graph.in)).length > 0) return undefined
  const only = waysIn(graph, way.to).length === 1 && graph.steps[way.to]!.kind !== 'end'
  const place: Place = only ? { before: graph.steps[way.to]!.id } : { on: way.transition.id }
  return {
    title: `Ask after ${named(graph, maker)}`,
    command: { type: 'updateHandoff', id: at.handoff, set: { at: place } },
  }
}

// The action works from something that was there to be shown, and the person is shown something else.
function otherThanWhatLeaves(
  context: DesignContext,
  question: Question,
  earlier: readonly boolean[],
): Found[] {
  const { graph, required } = context
  if (!question.gate) return []
  const shown = new Set(
    question.shown.flatMap((id) => {
      const step = graph.steps[graph.indexOf.get(id) ?? -1]
      return step ? (step.produces ?? []) : isArtefact(graph, id) ? [id] : []
    }),
  )
  if (shown.size === 0) return []
  for (const v of releasedBy(context, question.gate).known) {
    const { uses = [] } = graph.steps[v]!
    const there = uses.filter((artefact) => makersOf(graph, artefact).some((maker) => earlier[maker]))
    if (required[v]! < 1 || there.length === 0 || uses.some((artefact) => shown.has(artefact))) continue
    return [other(context, question, { shown: [...shown], there, action: v })]
  }
  return []
}

interface Other {
  readonly shown: readonly string[]
  readonly there: readonly string[]
  readonly action: number
}

function other(context: DesignContext, question: Question, { shown, there, action }: Other): Found {
  const { graph } = context
  const grave = releasesForGood(context, question)
  const kept = question.shown.filter((id) => !shown.includes(id))
  return {
    at: question.at,
    kind: 'repair',
    grade: grave ? 'grave' : 'plain',
    because: because(grave),
    message: `${question.name} shows ${listed(shown.map(quoted))}, and what ${named(graph, action)} uses is ${listed(there.map(quoted))}.`,
    facts: [
      { name: 'shown', value: [...question.shown], field: question.field },
      {
        name: 'used by the action',
        value: [...there],
        field: `steps/${graph.steps[action]!.id}/uses`,
      },
    ],
    goesAwayIf: 'exactly what the action uses is shown',
    path: [graph.steps[question.behind]!.id, graph.steps[action]!.id],
    fixes: [
      { title: `Show ${listed(there.map(quoted))} instead`, command: question.show([...kept, ...there]) },
    ],
  }
}

// Does the gate release something that leaves the house and cannot simply be taken back?
function releasesForGood(context: DesignContext, { gate }: Question): boolean {
  if (!gate) return false
  return releasedBy(context, gate).known.some((v) => {
    const { external = false, reversibility = 0 } = context.graph.steps[v]!.consequence ?? {}
    return external && reversibility >= 2
  })
}

function isArtefact(graph: Graph, id: string): boolean {
  return graph.steps.some(({ uses, produces }) => uses?.includes(id) || produces?.includes(id))
}

function nameOf(graph: Graph, id: string): string {
  const step = graph.indexOf.get(id)
  return step === undefined ? quoted(id) : named(graph, step)
}

function quoted(text: string): string {
  return `“${text}”`
}
