// What the rules about gates that can go share: which of them speaks about which gate.
import { reach } from '../graph/reach.ts'
import type { Counterexample } from '../model/placement.ts'
import { acts } from '../model/step.ts'
import { expiredBy } from './expiry.ts'
import { existingGates } from './gates.ts'
import type { ExistingGate } from './gates.ts'
import { isMet } from './places.ts'
import { releasedBy } from './released.ts'
import { changedBy, isAboutSomething } from './stale.ts'
import { actedUnasked } from './too-late.ts'
import type { PlacementContext } from './types.ts'

type Speaker = 'X1' | 'X2' | 'X3' | 'X4' | 'X11' | 'X12' | 'X14'

/** A gate that can go once the suggestions are placed, and what its going is about. */
export interface Superfluous {
  readonly gate: ExistingGate
  /** What it releases before the next gate, by number. */
  readonly releases: readonly number[]
  /** The uncovered action that it seems to be for, where doubt is added between the two. */
  readonly missed: Counterexample | undefined
}

/** Gates of which this rule speaks; each is spoken of by exactly one. In the order of their ids. */
export function superfluousFor(context: PlacementContext, speaker: Speaker): readonly Superfluous[] {
  const removable = new Set(context.placement.remove)
  return existingGates(context)
    .filter(({ place }) =>
      removable.has('handoff' in place ? place.handoff : 'step' in place ? place.step : ''),
    )
    .map((gate) => described(context, gate))
    .filter((one) => speakerOf(context, one) === speaker)
}

/** The uncovered actions that a gate seems to be for, where doubt is added between the two; the nearest first. */
export function missedBy(context: PlacementContext, gate: ExistingGate): readonly Counterexample[] {
  const { known, fresh } = releasedBy(context, gate)
  if (known.some((v) => context.required[v]! >= 1)) return []
  const behind = new Set(fresh)
  return context.counterexamples
    .filter(({ action }) => behind.has(context.graph.indexOf.get(action)!))
    .toSorted((a, b) => a.path.length - b.path.length)
}

function described(context: PlacementContext, gate: ExistingGate): Superfluous {
  const { known, fresh } = releasedBy(context, gate)
  // The nearest by walk: the one that a person who was asked here has most likely been asked about.
  const [missed] = missedBy(context, gate)
  return { gate, releases: [...known, ...fresh], missed }
}

// A gate on a way that leads nowhere, and one that comes too late, are spoken of as such. Where nothing acts any more
// there is nothing to approve, and light actions call for no gate. An approval of something that is changed afterwards is
// stale; a gate in front of plain thinking is moved to the action that it was meant for. Any other is covered by gates
// elsewhere.
function speakerOf(context: PlacementContext, { gate, releases, missed }: Superfluous): Speaker {
  const { graph, required } = context
  if (!isMet(graph, gate)) return 'X11'
  const ahead = reach([gate.behind], graph.out)
  if (!graph.steps.some((step, v) => ahead[v] && (acts(step) || step.kind === 'end'))) return 'X11'
  if (actedUnasked(context, gate).length > 0) return 'X4'
  if (!graph.steps.some((step, v) => ahead[v] && acts(step))) return 'X14'
  if (expiredBy(context, gate)) return 'X12'
  const change = missed && changedBy(context, gate, missed.action)
  if (change && (change.how !== 'doubt' || isAboutSomething(graph, gate))) return 'X12'
  const isTagged = releases.every(
    (v) => graph.steps[v]!.consequence?.level !== undefined || graph.steps[v]!.kind === 'agent',
  )
  if (releases.length > 0 && isTagged && releases.every((v) => required[v]! < 1)) return 'X2'
  return missed && isThinking(graph.steps[gate.behind]!) ? 'X3' : 'X1'
}

function isThinking({ kind, consequence }: PlacementContext['graph']['steps'][number]): boolean {
  return kind !== 'action' && kind !== 'end' && (consequence?.level ?? 0) === 0
}
