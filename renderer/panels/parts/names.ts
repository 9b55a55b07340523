// What to call steps, transitions, handoffs and places on screen. Ids show only where there is nothing better.
import type { FindingPlace } from '../../../shared/model/finding.ts'
import type { Place } from '../../../shared/model/handoff.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { words } from '../../words/words.ts'

type StepOf = Workflow['steps'][number]
type TransitionOf = Workflow['transitions'][number]
type HandoffOf = Workflow['handoffs'][number]

/** The elements of one revision by their ids. */
export interface Lookup {
  readonly steps: ReadonlyMap<string, StepOf>
  readonly transitions: ReadonlyMap<string, TransitionOf>
  readonly handoffs: ReadonlyMap<string, HandoffOf>
}

const lookups = new WeakMap<Workflow, Lookup>()

/** Built once per revision, however many rows ask. */
export function lookupOf(workflow: Workflow): Lookup {
  const known = lookups.get(workflow)
  if (known) return known
  const lookup: Lookup = {
    steps: new Map(workflow.steps.map((step) => [step.id, step])),
    transitions: new Map(workflow.transitions.map((transition) => [transition.id, transition])),
    handoffs: new Map(workflow.handoffs.map((handoff) => [handoff.id, handoff])),
  }
  lookups.set(workflow, lookup)
  return lookup
}

export function stepName(workflow: Workflow, id: string): string {
  return lookupOf(workflow).steps.get(id)?.name || id
}

/** The names of a walk's steps, with arrows. */
export function walkText(workflow: Workflow, steps: readonly string[]): string {
  return steps.map((id) => stepName(workflow, id)).join(words.common.arrow)
}

export function transitionName(workflow: Workflow, id: string): string {
  const transition = lookupOf(workflow).transitions.get(id)
  return transition ? walkText(workflow, [transition.from, transition.to]) : id
}

/** "before Refund", "on Route → Refund", "at the start". */
export function placeText(workflow: Workflow, place: Place): string {
  if ('before' in place) return words.common.before(stepName(workflow, place.before))
  if ('on' in place) return words.common.on(transitionName(workflow, place.on))
  return words.common.atStart(stepName(workflow, place.start))
}

export function handoffName(workflow: Workflow, id: string): string {
  const handoff = lookupOf(workflow).handoffs.get(id)
  if (!handoff) return id
  return handoff.title || handoffShort(workflow, handoff)
}

/** What a suggested or placed handoff is called: "Approval (two-person) before Deploy". */
export function handoffPhrase(
  workflow: Workflow,
  handoff: Pick<HandoffOf, 'kind' | 'strength' | 'at'>,
): string {
  const kind = words.scales.handoffKinds[handoff.kind]
  return words.common.handoffPhrase(
    kind,
    words.scales.strengths[handoff.strength],
    placeText(workflow, handoff.at),
  )
}

/** The same in the width of a side pane: "Approval · Deploy". */
export function handoffShort(workflow: Workflow, handoff: Pick<HandoffOf, 'kind' | 'at'>): string {
  return words.common.handoffShort(
    words.scales.handoffKinds[handoff.kind],
    stepName(workflow, stepOfPlace(workflow, handoff.at)),
  )
}

/** The name of what a finding is about. */
export function subjectName(workflow: Workflow, place: FindingPlace): string {
  if ('step' in place) return stepName(workflow, place.step)
  if ('transition' in place) return transitionName(workflow, place.transition)
  if ('handoff' in place) return handoffName(workflow, place.handoff)
  return words.findings.ofDocument
}

/** The step to look at for a place: the guarded step, where the transition leads, or the start. */
export function stepOfPlace(workflow: Workflow, place: Place): string {
  if ('before' in place) return place.before
  if ('start' in place) return place.start
  return lookupOf(workflow).transitions.get(place.on)?.to ?? ''
}
