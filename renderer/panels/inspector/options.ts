// The choices that the inspector offers, made of the closed lists of the format and of what is in the document.
import {
  DECISIONS,
  HANDOFF_KINDS,
  OUTCOMES,
  PARTY_KINDS,
  ROUTING_TIERS,
  STEP_KINDS,
  STRENGTHS,
  TIMEOUT_OUTCOMES,
  TRANSITION_KINDS,
  UNCERTAINTY_LABELS,
} from '../../../shared/model/scales.ts'
import { recursion } from '../../../shared/graph/subflows.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { words } from '../../words/words.ts'
import { stepName, transitionName } from '../parts/names.ts'

export interface Option<T extends string> {
  readonly value: T
  readonly label: string
}

export const stepKindOptions = options(STEP_KINDS, words.scales.stepKinds)
export const transitionKindOptions = options(TRANSITION_KINDS, words.scales.transitionKinds)
export const handoffKindOptions = options(HANDOFF_KINDS, words.scales.handoffKinds)
export const strengthOptions = options(STRENGTHS, words.scales.strengths)
export const labelOptions = options(UNCERTAINTY_LABELS, words.scales.labels)
export const decisionOptions = options(DECISIONS, words.scales.decisions)
export const timeoutOptions = options(TIMEOUT_OUTCOMES, words.scales.timeoutOutcomes)
export const outcomeOptions = options(OUTCOMES, words.scales.outcomes)
export const tierOptions = options(ROUTING_TIERS, words.inspector.tiers)
export const partyKindOptions = options(PARTY_KINDS, words.scales.partyKinds)

/** Every step but `except`, by name. */
export function stepOptions(workflow: Workflow, except: string | null): readonly Option<string>[] {
  return workflow.steps
    .filter((step) => step.id !== except)
    .map((step) => ({ value: step.id, label: stepName(workflow, step.id) }))
}

export function startOptions(workflow: Workflow): readonly Option<string>[] {
  const starts = workflow.steps.filter((step) => step.kind === 'start')
  return starts.map((step) => ({ value: step.id, label: stepName(workflow, step.id) }))
}

export function transitionOptions(workflow: Workflow): readonly Option<string>[] {
  return workflow.transitions.map(({ id }) => ({ value: id, label: transitionName(workflow, id) }))
}

export function partyOptions(workflow: Workflow): readonly Option<string>[] {
  return workflow.parties.map((party) => ({ value: party.id, label: party.name || party.id }))
}

/** Agents and sub-flows: what a step can be a tool or a part of. */
export function parentOptions(workflow: Workflow, except: string): readonly Option<string>[] {
  const parents = workflow.steps.filter(
    ({ id, kind }) => id !== except && (kind === 'agent' || kind === 'subflow'),
  )
  return parents.map((step) => ({ value: step.id, label: stepName(workflow, step.id) }))
}

/** Sub-flows that `step` can run again; not what it is itself a part of, for that would never end. */
export function callOptions(workflow: Workflow, step: Workflow['steps'][number]): readonly Option<string>[] {
  const callable = workflow.steps.filter(
    ({ id, kind }) =>
      kind === 'subflow' && (id === step.calls || !recursion(workflow.steps, { ...step, calls: id })),
  )
  return callable.map(({ id }) => ({ value: id, label: stepName(workflow, id) }))
}

/** Every artefact that some step uses or makes, by name. */
export function artefactNames({ steps }: Workflow): readonly string[] {
  return [...new Set(steps.flatMap(({ uses = [], produces = [] }) => [...uses, ...produces]))].sort()
}

// The language may change under them: their names are read when they are shown.
function options<T extends string>(
  values: readonly T[],
  names: Readonly<Record<T, string>>,
): readonly Option<T>[] {
  return values.map((value) => ({
    value,
    get label() {
      return names[value]
    },
  }))
}
