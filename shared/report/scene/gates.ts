// The handoffs of a drawing: those in the document, those suggested, and those that would no longer be needed.
import type { Handoff, Place } from '../../model/handoff.ts'
import type { PlacedHandoff } from '../../model/placement.ts'
import type { HandoffKind, Strength } from '../../model/scales.ts'
import { profileOf } from '../../model/profile.ts'
import type { Profile } from '../../model/profile.ts'
import type { Workflow } from '../../model/workflow.ts'
import { openSuggestions } from '../../analysis/open-suggestions.ts'
import { placeKey } from '../../model/handoff.ts'
import type { SceneWords } from './words.ts'
import type { GateLook, SceneInput } from './types.ts'

/** A gate before it has a place on the drawing. */
export interface LooseGate {
  readonly id: string
  readonly look: GateLook
  readonly kind: HandoffKind
  readonly strength: Strength
  readonly title: string
  /** `approve before Pay it back`. */
  readonly spoken: string
  readonly who: string
  readonly time: string
}

/** Gates by the key of their place, in the order in which a run meets them. */
export function gatesByPlace({
  workflow,
  analysis,
  words,
  suggestions = openSuggestions(workflow, analysis),
}: Pick<SceneInput, 'workflow' | 'analysis' | 'words' | 'suggestions'>): ReadonlyMap<
  string,
  readonly LooseGate[]
> {
  const going = new Set(analysis?.placement.remove ?? [])
  const parties = new Map(workflow.parties.map((party) => [party.id, party]))
  const { minutes: usual } = profileOf(workflow.profile)
  const gates = new Map<string, LooseGate[]>()
  const placeOf = placeWords(workflow, words)
  const add = (at: Place, gate: LooseGate): void => {
    const key = placeKey(at)
    const there = gates.get(key)
    if (there) there.push(gate)
    else gates.set(key, [gate])
  }
  for (const handoff of workflow.handoffs) {
    const party = parties.get(handoff.assignee?.role ?? '')
    add(
      handoff.at,
      existingGate(handoff, {
        party,
        usual,
        going: going.has(handoff.id),
        words,
        place: placeOf(handoff.at),
      }),
    )
  }
  for (const placed of suggestions) add(placed.at, ghostGate(placed, placeOf(placed.at), words))
  return gates
}

interface ExistingGate {
  readonly party: Workflow['parties'][number] | undefined
  /** Minutes of a review where the party does not say otherwise. */
  readonly usual: Profile['minutes']
  readonly going: boolean
  readonly place: string
  readonly words: SceneWords
}

function existingGate(handoff: Handoff, { party, usual, going, words, place }: ExistingGate): LooseGate {
  const minutes = party?.minutes?.[handoff.strength] ?? usual[handoff.strength]
  const who = party?.name ?? handoff.assignee?.role ?? handoff.assignee?.users?.join(', ') ?? ''
  const time = minutes > 0 ? words.minutes(minutes) : ''
  return {
    id: `gate:${handoff.id}`,
    look: going ? 'going' : 'gate',
    kind: handoff.kind,
    strength: handoff.strength,
    title: going ? words.noLongerNeeded : gateTitle(handoff, words),
    spoken: `${gateTitle(handoff, words)} ${place}${going ? `, ${words.noLongerNeeded}` : ''}`,
    who,
    time,
  }
}

function ghostGate(placed: PlacedHandoff, place: string, words: SceneWords): LooseGate {
  return {
    id: `ghost:${placeKey(placed.at)}`,
    look: 'ghost',
    kind: placed.kind,
    strength: placed.strength,
    title: words.suggested(gateTitle(placed, words)),
    spoken: `${gateTitle(placed, words)} ${place}`,
    who: '',
    time: placed.minutes > 0 ? words.minutesPerRun(placed.minutes) : '',
  }
}

function placeWords({ steps, transitions }: Workflow, words: SceneWords): (at: Place) => string {
  const names = new Map(steps.map(({ id, name }) => [id, name]))
  const ways = new Map(transitions.map((way) => [way.id, way]))
  const nameOf = (id: string): string => names.get(id) || words.unnamed
  return (at) => {
    if ('before' in at) return words.place.before(nameOf(at.before))
    if ('start' in at) return words.place.start(nameOf(at.start))
    const way = ways.get(at.on)
    return words.place.on(nameOf(way?.from ?? ''), nameOf(way?.to ?? ''))
  }
}

/** `approve` for an approval, the kind's own word for every other handoff. */
export function gateTitle(
  { kind, strength }: { readonly kind: HandoffKind; readonly strength: Strength },
  words: Pick<SceneWords, 'strengths' | 'handoffKinds' | 'within'>,
): string {
  return kind === 'approval' ? words.strengths[strength] : words.within(words.handoffKinds[kind])
}
