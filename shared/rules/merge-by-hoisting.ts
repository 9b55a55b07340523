// X19: two people are asked where one would do, if the work in between were done first.
import { raisedFields } from '../commands/complete-handoff.ts'
import { idsOf } from '../commands/entries.ts'
import type { Command } from '../commands/index.ts'
import type { Edge } from '../graph/edge.ts'
import { edgeVisits, waysIn } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import type { Handoff } from '../model/handoff.ts'
import type { Strength } from '../model/scales.ts'
import type { Step } from '../model/step.ts'
import { authorityOf } from '../model/strength.ts'
import { uniqueId } from '../support/ids.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { together } from './fixes.ts'
import { isBlocking, listed, named, waitsOn } from './places.ts'
import type { Fix, Found, PlacementContext, PlacementRule } from './types.ts'

const write = {
  id: 'write',
  kind: 'model' as const,
  uncertainty: { level: 2 as const, label: 'content' as const },
}
const inOrder = (ids: readonly string[]) => ids.slice(1).map((to, i) => [ids[i]!, to] as const)

export const mergeByHoisting: PlacementRule = {
  id: 'X19',
  phase: 'placement',
  title: 'Two gates would be one if the work between them came first',
  explanation:
    'Somebody releases the first action, a machine goes on working, and somebody releases the second. If the work in between does not need the result of the first action, it can be done before it: then one person sees all of it and decides once. Check that nothing in between waits for what the first action brings about; say so with “uses” and “makes” where it does.',
  examples: {
    bad: {
      says: 'The refund is approved, then a reply is written, then the reply is approved.',
      workflow: sketch(
        [{ id: 'start' }, payment('refund'), write, payment('send'), { id: 'end' }],
        inOrder(['start', 'refund', 'write', 'send', 'end']),
        { brief: BRIEF, handoffs: [approvalBefore('refund'), approvalBefore('send')] },
      ),
      expect: ['X19@write'],
    },
    good: {
      says: 'The reply is written first, and both are approved at once.',
      workflow: sketch(
        [{ id: 'start' }, write, payment('refund'), payment('send'), { id: 'end' }],
        inOrder(['start', 'write', 'refund', 'send', 'end']),
        { brief: BRIEF, handoffs: [approvalBefore('refund')] },
      ),
      expect: [],
    },
  },
  check: (context) => {
    const gates = gatesBefore(context)
    return [...gates.keys()].sort((a, b) => a - b).flatMap((v) => checkGate(context, gates, v))
  },
}

/** The one gate in front of a step once the suggestions are placed: a handoff of the document, or a suggested one. */
interface GateBefore {
  readonly strength: Strength
  readonly handoff: Handoff | undefined
}

// By step. Steps with more than one handoff in front of them are left out: merging them is another story.
function gatesBefore({ graph, placement }: PlacementContext): ReadonlyMap<number, GateBefore> {
  const removed = new Set(placement.remove)
  const gates = new Map<number, GateBefore | undefined>()
  const add = (at: Handoff['at'], gate: GateBefore): void => {
    const v = 'before' in at ? graph.indexOf.get(at.before) : undefined
    if (v !== undefined) gates.set(v, gates.has(v) ? undefined : gate)
  }
  for (const handoff of graph.workflow.handoffs) {
    if (!removed.has(handoff.id) && isBlocking(handoff))
      add(handoff.at, { strength: handoff.strength, handoff: isMovable(handoff) ? handoff : undefined })
  }
  for (const one of placement.handoffs) {
    if (isBlocking(one)) add(one.at, { strength: one.strength, handoff: undefined })
  }
  return new Map(
    [...gates].flatMap(([v, gate]) =>
      gate && (gate.handoff || isSuggested(placement, graph, v)) ? [[v, gate]] : [],
    ),
  )
}

function isMovable({ kind, pinned }: Handoff): boolean {
  return (kind === 'approval' || kind === 'sign-off') && pinned !== true
}

function isSuggested({ handoffs }: PlacementContext['placement'], graph: Graph, v: number): boolean {
  const { id } = graph.steps[v]!
  return handoffs.some(
    ({ kind, at }) => (kind === 'approval' || kind === 'sign-off') && 'before' in at && at.before === id,
  )
}

function checkGate(
  context: PlacementContext,
  gates: ReadonlyMap<number, GateBefore>,
  first: number,
): Found[] {
  const { graph, required, live } = context
  const stretch = between(context, first)
  const gate = gates.get(first)
  const second = stretch && gates.get(stretch.to)
  if (!stretch || !gate || !second || live[first] || required[first]! < 1 || required[stretch.to]! < 1)
    return []
  // Without new doubt in between, the second gate would be superfluous anyway.
  if (!stretch.steps.some((v) => live[v]) || needsResult(graph, first, stretch)) return []
  const strength = authorityOf(second.strength) > authorityOf(gate.strength) ? second.strength : gate.strength
  const now = minutesOf(graph, first, gate.strength) + minutesOf(graph, stretch.to, second.strength)
  const others = edgeVisits(graph, stretch.onward) - edgeVisits(graph, stretch.into)
  const rest = stretch.shared ? others * graph.profile.minutes[second.strength] : 0
  const then = minutesOf(graph, first, strength) + rest
  // What stands in front of the second action is needed there for the others.
  if (stretch.shared && !gate.handoff && second.handoff) return []
  // A very doubtful step in front of a light action raises what that one asks for.
  const raises = stretch.steps.some((v) => (graph.steps[v]!.uncertainty?.level ?? 0) >= 3)
  if (then >= now || (raises && authorityOf(strength) < 2)) return []
  const names = listed(stretch.steps.map((v) => named(graph, v)))
  const [from, to] = [named(graph, first), named(graph, stretch.to)]
  return [
    {
      at: { step: graph.steps[stretch.steps[0]!]!.id },
      kind: 'repair',
      grade: 'plain',
      because: 'nothing is open; people are only asked more often than they need to be',
      message: `${names} could come before ${from}: then one person releases ${from} and ${to} at once.`,
      facts: [
        { name: 'first gate', value: gate.strength },
        { name: 'second gate', value: second.strength },
        { name: 'steps between them', value: stretch.steps.map((v) => graph.steps[v]!.id) },
        { name: 'minutes a run now', value: rounded(now), passing: true },
        { name: 'minutes a run then', value: rounded(then), passing: true },
      ],
      goesAwayIf: `the work in between comes first, or it needs what ${from} brings about and says so`,
      path: [first, ...stretch.steps, stretch.to].map((v) => graph.steps[v]!.id),
      fixes: [merged(graph, first, stretch, { gate, second, strength })],
    },
  ]
}

interface Stretch {
  /** Steps that do nothing to the world, one after the other; nothing else comes in after the first, or leads out. */
  readonly steps: readonly number[]
  /** The transition by which the first of them is come to, and the one that leads on from the last. */
  readonly into: Edge
  readonly onward: Edge
  readonly to: number
  /** True where others come to these steps as well: they stay for those, and are done by a copy before the action. */
  readonly shared: boolean
}

const MOVABLE: ReadonlySet<Step['kind']> = new Set(['step', 'model', 'check'])

function between({ graph, required }: PlacementContext, first: number): Stretch | undefined {
  const ins = waysIn(graph, first)
  const into = onlyWay(graph, first, true)
  if (ins.length !== 1 || !ins[0]!.transition || !into) return undefined
  const steps: number[] = []
  let edge = into
  const shared = waysIn(graph, into.to).length > 1
  while (
    isPlain(graph, edge, first) &&
    (edge === into || waysIn(graph, edge.to).length === 1) &&
    !steps.includes(edge.to)
  ) {
    steps.push(edge.to)
    const next = onlyWay(graph, edge.to, false)
    if (!next) return undefined
    edge = next
  }
  const isEnd = edge.to === first || waysIn(graph, edge.to).length !== 1 || required[edge.to]! < 1
  if (steps.length === 0 || isEnd || graph.steps[edge.to]!.parent !== graph.steps[first]!.parent)
    return undefined
  return { steps, into, onward: edge, to: edge.to, shared }
}

// The one normal way on; an action may have ways out for when it fails beside it.
function onlyWay(graph: Graph, v: number, mayFail: boolean): Edge | undefined {
  const ways = graph.out[v]!.filter((edge) => !mayFail || edge.kind === 'normal')
  const [way, ...others] = ways
  const isFree = way?.transition && way.kind === 'normal' && !way.transition.condition
  return isFree && others.length === 0 && waitsOn(graph, way).length === 0 ? way : undefined
}

function isPlain(graph: Graph, { to }: Edge, first: number): boolean {
  const step = graph.steps[to]!
  const asked = graph.workflow.handoffs.some(
    (h) => 'before' in h.at && h.at.before === step.id && isBlocking(h),
  )
  return (
    MOVABLE.has(step.kind) &&
    step.grant === undefined &&
    (step.consequence?.level ?? 0) === 0 &&
    step.changesState !== true &&
    step.parent === graph.steps[first]!.parent &&
    !asked
  )
}

// Does anything that would be moved, or the second action, work from what the first action makes?
function needsResult(graph: Graph, first: number, { steps, to }: Stretch): boolean {
  const made = new Set(graph.steps[first]!.produces)
  return [...steps, to].some((v) => graph.steps[v]!.uses?.some((artefact) => made.has(artefact)))
}

function minutesOf(graph: Graph, v: number, strength: Strength): number {
  return graph.visits[v]! * graph.profile.minutes[strength]
}

function rounded(minutes: number): number {
  return Number(minutes.toFixed(3))
}

interface Gates {
  readonly gate: GateBefore
  readonly second: GateBefore
  readonly strength: Strength
}

// Suggested gates follow by themselves; those of the document are merged into one, in front of the first action.
function merged(graph: Graph, first: number, stretch: Stretch, gates: Gates): Fix {
  const names = listed(stretch.steps.map((v) => named(graph, v)))
  const commands = stretch.shared ? copiedAhead(graph, first, stretch) : movedAhead(graph, first, stretch)
  return together(`Do ${names} first, and ask once`, 'merge two gates', [
    ...commands,
    ...mergedGates(graph, first, stretch, gates),
  ])
}

function movedAhead(graph: Graph, first: number, stretch: Stretch): Command[] {
  const idOf = (v: number): string => graph.steps[v]!.id
  const [way] = waysIn(graph, first)
  return [
    { type: 'reconnectTransition', id: stretch.into.transition!.id, to: idOf(stretch.to) },
    { type: 'reconnectTransition', id: way!.transition!.id, to: idOf(stretch.steps[0]!) },
    { type: 'reconnectTransition', id: stretch.onward.transition!.id, to: idOf(first) },
    ...movedAlong(graph, [first, ...stretch.steps]),
  ]
}

function copiedAhead(graph: Graph, first: number, stretch: Stretch): Command[] {
  const taken = idsOf(graph.workflow.steps)
  const copies = stretch.steps.map((v) => {
    const id = uniqueId(graph.steps[v]!.id, taken)
    taken.add(id)
    return { ...graph.steps[v]!, id }
  })
  const [way] = waysIn(graph, first)
  const ids = [...copies.map(({ id }) => id), graph.steps[first]!.id]
  return [
    ...copies.map((step): Command => ({ type: 'addStep', step })),
    ...copies.map((step, i): Command => ({
      type: 'addTransition',
      transition: { from: step.id, to: ids[i + 1]! },
    })),
    { type: 'reconnectTransition', id: stretch.into.transition!.id, to: graph.steps[stretch.to]!.id },
    { type: 'reconnectTransition', id: way!.transition!.id, to: ids[0]! },
  ]
}

function mergedGates(graph: Graph, first: number, { shared, onward }: Stretch, gates: Gates): Command[] {
  const { gate, second, strength } = gates
  const at = { before: graph.steps[first]!.id }
  const kept = gate.handoff ?? second.handoff
  if (!kept) return []
  const raised: Command = {
    type: 'updateHandoff',
    id: kept.id,
    set: { at, ...raisedFields(kept, strength) },
  }
  if (!gate.handoff || !second.handoff) return [raised]
  const { id } = second.handoff
  if (!shared) return [raised, { type: 'removeHandoffs', ids: [id] }]
  return [raised, { type: 'updateHandoff', id, set: { at: { on: onward.transition!.id } } }]
}

// Each takes the place of the next on the canvas: the drawing stays in the order of the work.
function movedAlong({ steps, workflow }: Graph, order: readonly number[]): Command[] {
  const places = order.map((v) => {
    const { id } = steps[v]!
    return Object.hasOwn(workflow.layout.steps, id) ? workflow.layout.steps[id] : undefined
  })
  const [head, ...rest] = order
  const positions = [...rest, head!].flatMap((v, i) => {
    const place = places[i]
    return place ? [[steps[v]!.id, place] as const] : []
  })
  if (positions.length < order.length) return []
  return [{ type: 'moveSteps', positions: Object.fromEntries(positions) }]
}
