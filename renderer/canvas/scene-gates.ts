// The handoffs of a drawing: those in the document, those suggested, and those that would no longer be needed.
import type { Analysis } from '../../shared/model/analysis.ts'
import type { Handoff, Place } from '../../shared/model/handoff.ts'
import type { PlacedHandoff } from '../../shared/model/placement.ts'
import type { HandoffKind, Strength } from '../../shared/model/scales.ts'
import { REVIEW_MINUTES } from '../../shared/model/strength.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { openSuggestions } from '../state/decisions.ts'
import { placeKey } from '../../shared/model/handoff.ts'
import { words } from '../words/en.ts'
import type { GateLook } from './scene-types.ts'

/** A gate before it has a place on the drawing. */
export interface LooseGate {
  readonly id: string
  readonly look: GateLook
  readonly kind: HandoffKind
  readonly strength: Strength
  readonly title: string
  readonly who: string
  readonly time: string
}

/** Gates by the key of their place, in the order in which a run meets them. */
export function gatesByPlace(
  workflow: Workflow,
  analysis: Analysis | null,
): ReadonlyMap<string, readonly LooseGate[]> {
  const going = new Set(analysis?.placement.remove ?? [])
  const parties = new Map(workflow.parties.map((party) => [party.id, party]))
  const gates = new Map<string, LooseGate[]>()
  const add = (at: Place, gate: LooseGate): void => {
    const key = placeKey(at)
    const there = gates.get(key)
    if (there) there.push(gate)
    else gates.set(key, [gate])
  }
  for (const handoff of workflow.handoffs) {
    const party = parties.get(handoff.assignee?.role ?? '')
    add(handoff.at, existingGate(handoff, party, going.has(handoff.id)))
  }
  for (const placed of openSuggestions(workflow, analysis)) add(placed.at, ghostGate(placed))
  return gates
}

function existingGate(
  handoff: Handoff,
  party: Workflow['parties'][number] | undefined,
  going: boolean,
): LooseGate {
  const minutes = party?.minutes?.[handoff.strength] ?? REVIEW_MINUTES[handoff.strength]
  const who = party?.name ?? handoff.assignee?.role ?? handoff.assignee?.users?.join(', ') ?? ''
  const time = minutes > 0 ? words.canvas.minutes(minutes) : ''
  return {
    id: `gate:${handoff.id}`,
    look: going ? 'going' : 'gate',
    kind: handoff.kind,
    strength: handoff.strength,
    title: going ? words.canvas.noLongerNeeded : gateTitle(handoff.kind, handoff.strength),
    who,
    time,
  }
}

function ghostGate(placed: PlacedHandoff): LooseGate {
  return {
    id: `ghost:${placeKey(placed.at)}`,
    look: 'ghost',
    kind: placed.kind,
    strength: placed.strength,
    title: words.canvas.suggested(gateTitle(placed.kind, placed.strength)),
    who: '',
    time: placed.minutes > 0 ? words.canvas.minutesPerRun(placed.minutes) : '',
  }
}

/** `approve` for an approval, the kind's own word for every other handoff. */
export function gateTitle(kind: HandoffKind, strength: Strength): string {
  return kind === 'approval'
    ? words.scales.strengths[strength]
    : words.scales.handoffKinds[kind].toLowerCase()
}
