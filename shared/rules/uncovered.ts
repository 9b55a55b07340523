// What the three rules about uncovered actions share: which of them speaks, and the gate that would settle it.
import { isLastOutput } from '../graph/outputs.ts'
import { LABELS } from '../graph/uncertainty.ts'
import type { Fact, Suggestion } from '../model/finding.ts'
import { placeKey } from '../model/handoff.ts'
import type { Handoff, Place } from '../model/handoff.ts'
import type { Counterexample, PlacedHandoff, Placement } from '../model/placement.ts'
import type { Authority } from '../model/scales.ts'
import { authorityOf, strengthOf } from '../model/strength.ts'
import type { Demand } from '../model/strength.ts'
import { isBlocking, named } from './places.ts'
import type { Found, PlacementContext } from './types.ts'

type Speaker = 'S2' | 'S3' | 'S9'

/** Findings of one of the three rules: every uncovered action is spoken of by exactly one. */
export function uncoveredFor(context: PlacementContext, speaker: Speaker): readonly Found[] {
  return spokenOf(context)
    .filter(([, by]) => by === speaker)
    .map(([open]) => found(context, open, speaker))
}

type Spoken = readonly (readonly [Counterexample, Speaker])[]

const SPOKEN = new WeakMap<PlacementContext, Spoken>()

// Once for the three rules: who speaks takes a walk.
function spokenOf(context: PlacementContext): Spoken {
  const spoken =
    SPOKEN.get(context) ?? context.counterexamples.map((open) => [open, speakerOf(context, open)] as const)
  SPOKEN.set(context, spoken)
  return spoken
}

// A gate that is there and too weak is raised; the last output is signed off; anything else needs a gate.
function speakerOf({ graph, required }: PlacementContext, { action }: Counterexample): Speaker {
  const v = graph.indexOf.get(action)!
  if (weakGate(graph.workflow.handoffs, action) !== undefined) return 'S3'
  return isLastOutput(graph, v) && required[v]! >= 2 ? 'S9' : 'S2'
}

// Why a gate confers less than its strength says.
function reservation({ when, sample, standingGrant }: Handoff): string {
  if (when !== undefined) return ', because it does not ask for all values'
  if (sample) return ', because it looks at a sample'
  return standingGrant ? ', because a standing permission answers for single cases' : ''
}

function weakGate(handoffs: PlacementContext['graph']['workflow']['handoffs'], action: string) {
  return handoffs.find(
    (h) =>
      'before' in h.at &&
      h.at.before === action &&
      isBlocking(h) &&
      (h.kind === 'approval' || h.kind === 'sign-off'),
  )
}

function found(context: PlacementContext, open: Counterexample, speaker: Speaker): Found {
  const { graph } = context
  const v = graph.indexOf.get(open.action)!
  const step = graph.steps[v]!
  const carried = open.carried === 0 ? 'no authority at all' : `only ${strengthOf(open.carried)}`
  const source = named(graph, graph.indexOf.get(open.path[0]!)!)
  const short = context.required[v]! - open.carried
  const weak = speaker === 'S3' ? weakGate(graph.workflow.handoffs, open.action) : undefined
  const suggestion = settles(context, open)
  return {
    at: { step: open.action },
    kind: 'suggest',
    grade: short >= 2 || speaker !== 'S3' ? 'grave' : 'plain',
    because:
      speaker === 'S3'
        ? short >= 2
          ? 'the gate is two levels too weak or more'
          : 'the gate is one level too weak'
        : `a walk reaches it with ${carried}, and it needs ${open.missing}`,
    message: weak
      ? `${named(graph, v)} needs ${open.missing}, and the gate in front of it only confers ${strengthOf(context.grants.before[v]! as Authority) ?? 'nothing'}${reservation(weak)}.`
      : speaker === 'S9'
        ? `${named(graph, v)} is the last thing that leaves, and nobody signs it off: ${source} reaches it with ${carried}.`
        : `${named(graph, v)} needs ${open.missing}, and ${source} reaches it with ${carried}.`,
    facts: [
      ...tagFacts(step),
      { name: 'required strength', value: open.missing },
      { name: 'carried authority', value: strengthOf(open.carried) ?? 'none' },
      { name: 'open doubt on arrival', value: doubtAt(context, v) },
      { name: 'source of doubt', value: open.path[0]! },
    ],
    goesAwayIf: `${open.missing} stands on every way to it, its consequence is lower, or it is easier to undo`,
    path: open.path,
    ...(suggestion ? { suggestion } : {}),
  }
}

// The walk names one source; this says what all of them together bring along.
function doubtAt({ pending }: PlacementContext, v: number): string[] {
  return LABELS.flatMap((label, i) => (pending[i]![v]! > 0 ? [`${label} ${pending[i]![v]!}`] : []))
}

function tagFacts({ id, consequence }: PlacementContext['graph']['steps'][number]): Fact[] {
  const field = (name: string): string => `steps/${id}/consequence/${name}`
  const { level, reversibility, external, security, volume } = consequence ?? {}
  return [
    ...(level === undefined ? [] : [{ name: 'consequence', value: level, field: field('level') }]),
    ...(reversibility === undefined
      ? []
      : [{ name: 'reversibility', value: reversibility, field: field('reversibility') }]),
    ...(external ? [{ name: 'leaves the house', value: true, field: field('external') }] : []),
    ...(security ? [{ name: 'security-sensitive', value: true, field: field('security') }] : []),
    ...(volume === undefined ? [] : [{ name: 'volume', value: volume, field: field('volume') }]),
  ]
}

/** Kinds that settle no demand. */
const NO_GATES: ReadonlySet<string> = new Set(['brief', 'clarify', 'recovery'])

// The placed gate on this very walk that is strong enough; the last one, which is the one nearest to the action.
function settles(
  { graph, placement, required }: PlacementContext,
  open: Counterexample,
): Suggestion | undefined {
  const demand: Demand = required[graph.indexOf.get(open.action)!]!
  const strongAt = (key: string): PlacedHandoff | undefined =>
    gatesOf(placement)
      .get(key)
      ?.find(({ strength }) => authorityOf(strength) >= demand)
  let nearest: { readonly gate: PlacedHandoff; readonly order: number } | undefined
  const consider = (at: Place, order: number): void => {
    const gate = nearest && nearest.order >= order ? undefined : strongAt(placeKey(at))
    if (gate) nearest = { gate, order }
  }
  for (let i = open.path.length - 1; i > 0; i--) consider({ before: open.path[i]! }, i)
  open.transitions.forEach((id, i) => {
    if (open.transitions.indexOf(id) === i) consider({ on: id }, i + 0.5)
  })
  return nearest && { kind: nearest.gate.kind, strength: nearest.gate.strength, at: nearest.gate.at }
}

const GATES = new WeakMap<Placement, ReadonlyMap<string, readonly PlacedHandoff[]>>()

function gatesOf(placement: Placement): ReadonlyMap<string, readonly PlacedHandoff[]> {
  const known = GATES.get(placement)
  if (known) return known
  const gates = new Map<string, PlacedHandoff[]>()
  for (const gate of placement.handoffs) {
    if (NO_GATES.has(gate.kind)) continue
    const there = gates.get(placeKey(gate.at))
    if (there) there.push(gate)
    else gates.set(placeKey(gate.at), [gate])
  }
  GATES.set(placement, gates)
  return gates
}
