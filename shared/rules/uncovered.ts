// What the three rules about uncovered actions share: which of them speaks, and the gate that would settle it.
import { isLastOutput } from '../graph/outputs.ts'
import { LABELS } from '../graph/uncertainty.ts'
import type { Fact, Suggestion } from '../model/finding.ts'
import type { Handoff } from '../model/handoff.ts'
import type { Counterexample } from '../model/placement.ts'
import type { Authority } from '../model/scales.ts'
import { authorityOf, strengthOf } from '../model/strength.ts'
import type { Demand } from '../model/strength.ts'
import { isBlocking, named } from './places.ts'
import type { Found, PlacementContext } from './types.ts'

type Speaker = 'S2' | 'S3' | 'S9'

/** Findings of one of the three rules: every uncovered action is spoken of by exactly one. */
export function uncoveredFor(context: PlacementContext, speaker: Speaker): readonly Found[] {
  return context.counterexamples
    .filter((open) => speakerOf(context, open) === speaker)
    .map((open) => found(context, open, speaker))
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

// The placed gate on this very walk that is strong enough; the last one, which is the one nearest to the action.
function settles(
  { graph, placement, required }: PlacementContext,
  open: Counterexample,
): Suggestion | undefined {
  const demand: Demand = required[graph.indexOf.get(open.action)!]!
  const steps = new Set(open.path.slice(1))
  const transitions = new Set(open.transitions)
  const order = (h: (typeof placement.handoffs)[number]): number =>
    'before' in h.at
      ? open.path.lastIndexOf(h.at.before)
      : 'on' in h.at
        ? open.transitions.indexOf(h.at.on) + 0.5
        : -1
  const [gate] = placement.handoffs
    .filter(
      (h) =>
        authorityOf(h.strength) >= demand &&
        h.kind !== 'brief' &&
        h.kind !== 'clarify' &&
        h.kind !== 'recovery',
    )
    .filter((h) => ('before' in h.at ? steps.has(h.at.before) : 'on' in h.at && transitions.has(h.at.on)))
    .sort((a, b) => order(b) - order(a))
  return gate && { kind: gate.kind, strength: gate.strength, at: gate.at }
}
