// S4: many small consequences that nobody looks at together.
import { confers } from '../graph/conferred.ts'
import { components } from '../graph/components.ts'
import type { Edge } from '../graph/edge.ts'
import { capCrossings } from '../graph/exposure.ts'
import type { Graph } from '../graph/graph.ts'
import { completeHandoff, raisedFields } from '../commands/complete-handoff.ts'
import type { Command } from '../commands/index.ts'
import type { Fact } from '../model/finding.ts'
import { placeKey } from '../model/handoff.ts'
import type { Handoff, Place } from '../model/handoff.ts'
import { strengthOf } from '../model/strength.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { together } from './fixes.ts'
import { named } from './places.ts'
import type { DesignContext, Fix, Found, PlacementRule } from './types.ts'

/** From this many items on, several small consequences are one level larger than each of them. */
const MANY = 10

const refund = {
  ...payment('refund'),
  consequence: { level: 2, reversibility: 2, external: true, volume: 40 },
} as const
const steps = [{ id: 'start' }, refund, { id: 'next', kind: 'decision' }, { id: 'end' }] as const
const ways = [
  ['start', 'refund'],
  ['refund', 'next'],
  ['next', 'refund', { probability: 0.8 }],
  ['next', 'end', { probability: 0.2 }],
] as const

export const accumulated: PlacementRule = {
  id: 'S4',
  phase: 'placement',
  title: 'Many small consequences add up, and nobody looks at them together',
  explanation:
    'One refund of twenty is nothing; a run that makes forty of them has spent eight hundred. Ten items weigh one level more than one, a hundred two levels. Where a run comes round again and nothing on the way adds doubt, one look at the whole batch on the way in is enough, and asks people once instead of every time. Where something does add doubt, each item has to be looked at; a sample is enough for what needs no more than confirm. What one item puts at stake, and the cap of the brief, say where a run exceeds it: there, all the items up to the cap count.',
  examples: {
    bad: {
      says: 'Batches of forty refunds, and nobody sees them.',
      workflow: sketch(steps, ways, { brief: BRIEF }),
      expect: ['S4@refund'],
    },
    good: {
      says: 'One person looks at the whole batch before it begins.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [approvalBefore('refund', { at: { on: 't1' }, batch: { max: 40 } })],
      }),
      expect: [],
    },
  },
  check: (context) => {
    const loops = loopsOf(context.graph)
    return context.graph.steps.flatMap((_, v) => checkStep(context, v, loops))
  },
}

interface Batch {
  readonly v: number
  readonly items: number
  readonly exceedsCap: boolean
  /** The loop that the step is in; empty outside loops. */
  readonly loop: ReadonlySet<number>
  /** Something in the loop adds doubt, so that what was agreed before does not hold for the next item. */
  readonly doubted: boolean
}

function checkStep(
  context: DesignContext,
  v: number,
  loops: ReadonlyMap<number, ReadonlySet<number>>,
): Found[] {
  const { graph, required, live, carried } = context
  const volume = graph.steps[v]!.consequence?.volume ?? 1
  const crossing = capCrossings(graph).get(v)
  const items = crossing ?? volume
  if (!graph.reachable[v] || required[v]! < 1 || (volume < MANY && crossing === undefined)) return []
  const loop = loops.get(v) ?? new Set()
  const doubted = [...loop].some((w) => live[w]!)
  const batch = { v, items, exceedsCap: crossing !== undefined, loop, doubted }
  if (carried.mid[v]! < required[v]!) return [unseen(context, batch)]
  return askedEachTime(context, batch)
}

function unseen({ graph, required }: DesignContext, batch: Batch): Found {
  const { v, items, exceedsCap, loop, doubted } = batch
  const strength = strengthOf(required[v]!)!
  const isGrave = countedLevel(graph, batch) >= 3
  const entries = entriesOf(graph, loop)
  const places: readonly Place[] =
    loop.size > 0 && !doubted && entries ? entries : [{ before: graph.steps[v]!.id }]
  const commands = places.map((at) => placed(graph, at, strength, items))
  const whole = places.length > 1 || loop.size === 0 || 'on' in places[0]!
  return {
    at: { step: graph.steps[v]!.id },
    kind: 'repair',
    grade: isGrave ? 'grave' : 'plain',
    because: isGrave ? 'together they are a high consequence' : 'together they are more than each of them',
    message: exceedsCap
      ? `${named(graph, v)} can exceed the cap of the brief, after ${items} items of its size, and nobody looks at them together: it needs ${strength}.`
      : `${named(graph, v)} deals with ${items} items, and nobody looks at them together: it needs ${strength}.`,
    facts: factsOf(graph, batch),
    goesAwayIf: doubted
      ? `${strength} stands before each item, or what adds doubt is taken out of the loop`
      : `${strength} stands before the first item, or there are fewer items`,
    fixes: [
      ...sampled(graph, batch, strength),
      together(
        whole ? `Have the whole batch of ${items} looked at once` : 'Have each item looked at',
        'gate batch',
        commands,
      ),
    ],
  }
}

// Confirm is what a share of them is enough for: the rest pass unseen.
function sampled(graph: Graph, { v, items, doubted }: Batch, strength: Handoff['strength']): readonly Fix[] {
  if (!doubted || strength !== 'confirm') return []
  const command = placed(graph, { before: graph.steps[v]!.id }, strength, items)
  if (command.type !== 'placeHandoffs') return []
  const handoffs = command.handoffs.map(({ batch: _, ...handoff }) => ({ ...handoff, sample: { rate: 0.1 } }))
  return [{ title: 'Have one in ten looked at', command: { ...command, handoffs } }]
}

// Covered, but by gates inside the loop, which ask again for every item, although nothing there adds doubt.
function askedEachTime(context: DesignContext, batch: Batch): Found[] {
  const { graph, required } = context
  const { v, items, loop, doubted } = batch
  const entries = entriesOf(graph, loop)
  if (loop.size === 0 || doubted || !entries || graph.visits[v]! <= 1) return []
  const inside = graph.workflow.handoffs.filter(
    (h) =>
      confers(h) &&
      isInside(graph, loop, h.at) &&
      h.batch == null &&
      h.pinned !== true &&
      h.when === undefined,
  )
  if (inside.length !== 1 || entries.length !== 1) return []
  const [gate] = inside
  const at = gate!.at
  const holds =
    'before' in at
      ? context.grants.before[graph.indexOf.get(at.before)!]
      : context.grants.on[graph.edgeOf.get((at as { on: string }).on)!.index]
  if (holds! < required[v]!) return []
  const times = Number(graph.visits[v]!.toFixed(1))
  return [
    {
      at: { step: graph.steps[v]!.id },
      kind: 'repair',
      grade: 'plain',
      because: 'people are asked again and again about what one look could settle',
      message: `${named(graph, v)} is asked about ${times} times a run, and nothing in the loop adds doubt: one look at the whole batch is enough.`,
      facts: [
        ...factsOf(graph, batch),
        { name: 'asked a run', value: times, field: `handoffs/${gate!.id}/at` },
      ],
      goesAwayIf:
        'the gate stands before the loop, for the whole batch, or each item is new to whoever approved',
      fixes: [
        {
          title: `Ask once, for the whole batch of ${items}`,
          command: { type: 'updateHandoff', id: gate!.id, set: { at: entries[0]!, batch: { max: items } } },
        },
      ],
    },
  ]
}

function factsOf(graph: Graph, { v, items, exceedsCap, loop, doubted }: Batch): Fact[] {
  const { id, consequence = {} } = graph.steps[v]!
  const field = (name: string): string => `steps/${id}/consequence/${name}`
  const { cap } = graph.workflow.brief.envelope ?? {}
  return [
    { name: 'items', value: items, field: field('volume') },
    ...(consequence.magnitude === undefined
      ? []
      : [{ name: 'at stake for each item', value: consequence.magnitude, field: field('magnitude') }]),
    ...(exceedsCap && cap !== undefined ? [{ name: 'cap', value: cap, field: 'brief/envelope/cap' }] : []),
    { name: 'in a loop', value: loop.size > 0 },
    { name: 'the loop adds doubt', value: doubted },
  ]
}

// A level more for every tenfold of items, as in the table of strengths.
function countedLevel(graph: Graph, { v, items }: Batch): number {
  return (graph.steps[v]!.consequence?.level ?? 0) + Math.floor(Math.log10(Math.max(1, items)) + 1e-9)
}

// Raises what stands there already, or places a complete handoff.
function placed(graph: Graph, at: Place, strength: Handoff['strength'], items: number): Command {
  const suggestion = { kind: 'approval', strength, at } as const
  const batch = { max: Math.max(1, Math.floor(items)) }
  const there = graph.workflow.handoffs.find(
    (h) => placeKey(h.at) === placeKey(at) && confers(h) && h.when === undefined,
  )
  if (!there)
    return { type: 'placeHandoffs', handoffs: [{ ...completeHandoff(graph.workflow, suggestion), batch }] }
  return { type: 'updateHandoff', id: there.id, set: { ...raisedFields(there, strength), batch } }
}

function loopsOf(graph: Graph): ReadonlyMap<number, ReadonlySet<number>> {
  const loops = new Map<number, ReadonlySet<number>>()
  for (const component of components(graph.out)) {
    const isLoop = component.length > 1 || graph.out[component[0]!]!.some(({ to }) => to === component[0])
    const members = new Set(component)
    if (isLoop) for (const v of component) loops.set(v, members)
  }
  return loops
}

/** The transitions by which runs come into a loop; undefined where they come in another way, or after a "no". */
function entriesOf(graph: Graph, loop: ReadonlySet<number>): readonly Place[] | undefined {
  const edges = [...loop].flatMap((v) => graph.in[v]!)
  const entering = edges.filter(({ from }) => !loop.has(from) && graph.reachable[from])
  const isPlain = (edge: Edge): boolean => edge.transition !== undefined && !edge.refused && !edge.returns
  if (entering.length === 0 || !entering.every(isPlain)) return undefined
  if (edges.some(({ from, refused }) => loop.has(from) && refused)) return undefined
  return entering.map(({ transition }) => ({ on: transition!.id }))
}

function isInside(graph: Graph, loop: ReadonlySet<number>, at: Place): boolean {
  if ('before' in at) return loop.has(graph.indexOf.get(at.before)!)
  const edge = 'on' in at ? graph.edgeOf.get(at.on) : undefined
  return edge !== undefined && loop.has(edge.from) && loop.has(edge.to)
}
