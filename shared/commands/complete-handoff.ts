// A suggested handoff as it goes into the document: complete, so that it raises no finding of its own.
import { indexWorkflow } from '../graph/graph.ts'
import type { NewHandoff } from './new-handoffs.ts'
import type { Suggestion } from '../model/finding.ts'
import { usualDecisions } from '../model/handoff-defaults.ts'
import type { Handoff } from '../model/handoff.ts'
import type { HandoffKind } from '../model/scales.ts'
import { authorityOf } from '../model/strength.ts'
import type { Workflow } from '../model/workflow.ts'
import { assertNever } from '../support/assert-never.ts'
import { compareById } from '../support/compare.ts'

/** A suggestion, and the walk that argues for it where there is one: its steps are the evidence to show. */
export interface Accepted extends Suggestion {
  readonly walk?: readonly string[]
}

/** The handoff of a suggestion with everything a runtime needs: silence and a "no" both stop the run safely. */
export function completeHandoff(workflow: Workflow, suggestion: Accepted): NewHandoff {
  const { kind, at } = suggestion
  const title = titleOf(workflow, suggestion)
  if (kind === 'notify') return { kind, strength: suggestion.strength, at, title }
  const fields = strengthFields(suggestion)
  const role = whoDecides(workflow, fields.quorum?.approvals)
  return {
    kind,
    at,
    title,
    question: questionOf(workflow, suggestion),
    ...(role === undefined ? {} : { assignee: { role } }),
    decisions: usualDecisions(kind),
    evidence: evidenceOf(workflow, suggestion),
    timeout: { after: kind === 'sign-off' || kind === 'brief' ? 'P1D' : 'PT4H', then: 'abort' },
    onReject: { to: safeStop(workflow), maxReproposals: 1 },
    ...(kind === 'approval' || kind === 'sign-off' ? bound(workflow, at) : {}),
    ...fields,
    ...(worksItself(workflow, role)
      ? { quorum: { approvals: 1, ...fields.quorum, excludeProposer: true } }
      : {}),
  }
}

// Then another one of them has to say yes than the one who did the work.
function worksItself({ steps }: Workflow, role: string | undefined): boolean {
  return role !== undefined && steps.some(({ party }) => party === role)
}

/** How long an approval holds, where nothing on the way takes longer. */
const HOLDS = 'PT24H'

// An approval that could run out before it is used would cover nothing: behind such a place it holds without an end.
function bound(workflow: Workflow, at: Suggestion['at']): Pick<NewHandoff, 'binding' | 'expires'> {
  const { takesTime } = knownOf(workflow)
  const trial = { id: 'trial', kind: 'approval', strength: 'approve', at, expires: HOLDS } as const
  const { aging } = takesTime ? indexWorkflow({ ...workflow, handoffs: [trial] }) : {}
  return { binding: 'args-hash', ...(aging?.outlived.has(trial.id) ? {} : { expires: HOLDS }) }
}

/** How strong it is, and how many people that takes. */
export function strengthFields({ strength }: Suggestion): Pick<NewHandoff, 'strength' | 'quorum'> {
  if (strength !== 'two-person') return { strength }
  return { strength, quorum: { approvals: 2, distinct: true, excludeProposer: true } }
}

/**
 * The fields that make a handoff as strong as `strength` for every run: what it asks for by sample, by condition or in
 * advance is asked each time. A stronger one stays as strong as it is.
 */
export function raisedFields(handoff: Handoff, strength: Handoff['strength']) {
  const { kind, at, when, sample, standingGrant } = handoff
  const isStronger = authorityOf(handoff.strength) >= authorityOf(strength)
  return {
    ...(isStronger ? {} : strengthFields({ kind, at, strength })),
    ...(when === undefined ? {} : { when: null }),
    ...(sample ? { sample: null } : {}),
    ...(standingGrant ? { standingGrant: null } : {}),
  }
}

/**
 * The party whom suggestions are addressed to. First comes one that has enough people and does none of the steps: who
 * did the work should not say yes to it. Never a model or a service.
 */
export function whoDecides(workflow: Workflow, approvals = 1): string | undefined {
  const people = workflow.parties.filter(({ kind }) => kind !== 'model' && kind !== 'service')
  const enough = people.filter((party) => staffOf(party) >= approvals)
  const { works } = knownOf(workflow)
  return (enough.find(({ id }) => !works.has(id)) ?? enough[0] ?? people[0])?.id
}

// Nobody has said how many a role or a team are: enough.
function staffOf({ kind, staff }: Workflow['parties'][number]): number {
  return staff ?? (kind === 'person' ? 1 : Infinity)
}

/** Where a refused run goes: an end that says it stopped, if there is one; else the run simply stops. */
export function safeStop(workflow: Workflow): string | null {
  return knownOf(workflow).safeStop
}

interface Known {
  /** Parties that do some of the steps. */
  readonly works: ReadonlySet<string | undefined>
  readonly safeStop: string | null
  readonly takesTime: boolean
}

const KNOWN = new WeakMap<Workflow['steps'], Known>()

// The same for every handoff that is suggested for a workflow: looked up once, and not once for each of hundreds.
function knownOf({ steps }: Workflow): Known {
  const known = KNOWN.get(steps) ?? {
    works: new Set(steps.map(({ party }) => party)),
    safeStop: steps.find(({ kind, outcome }) => kind === 'end' && outcome === 'stopped')?.id ?? null,
    takesTime: steps.some((step) => step.duration !== undefined || step.timeout !== undefined),
  }
  KNOWN.set(steps, known)
  return known
}

// What was uncertain on the way to the handoff is what the person has to see; what comes after it is not there yet.
function evidenceOf(workflow: Workflow, { walk = [], at }: Accepted): NonNullable<NewHandoff['evidence']> {
  if (walk.length === 0) return []
  const onWalk = new Set(walk.slice(0, doorOf(workflow, walk, at)))
  return workflow.steps
    .filter(
      ({ id, kind, uncertainty }) =>
        onWalk.has(id) && (kind === 'model' || kind === 'agent' || (uncertainty?.level ?? 0) >= 1),
    )
    .toSorted(compareById)
    .map(({ id, name }) => ({ id, from: 'step', label: name || id }))
}

// How many steps of a walk come before the place of a handoff on it.
function doorOf({ transitions }: Workflow, walk: readonly string[], at: Suggestion['at']): number {
  if (!('on' in at)) return Math.max(0, walk.lastIndexOf('before' in at ? at.before : at.start))
  const way = transitions.find(({ id }) => id === at.on)
  return walk.findIndex((id, i) => id === way?.from && walk[i + 1] === way.to) + 1
}

function titleOf(workflow: Workflow, { kind, at }: Suggestion): string {
  const about = nameAt(workflow, at)
  const words: Readonly<Record<HandoffKind, string>> = {
    brief: `Confirm the brief of ${about}`,
    approval: `Approve ${about}`,
    exception: `Take over: ${about}`,
    clarify: `Ask about ${about}`,
    recovery: `Decide after a failure: ${about}`,
    'sign-off': `Sign off ${about}`,
    notify: `Tell somebody of ${about}`,
  }
  return words[kind]
}

function questionOf(workflow: Workflow, { kind, at }: Suggestion): string {
  const about = nameAt(workflow, at)
  switch (kind) {
    case 'brief':
      return 'Is this what the run is for, and are these its limits?'
    case 'approval':
      return `Should ${about} happen, exactly as shown?`
    case 'sign-off':
      return `Do you answer for ${about}, exactly as shown?`
    case 'exception':
      return 'This case is not routine. What should happen with it?'
    case 'clarify':
      return 'What is meant?'
    case 'recovery':
      return 'Something failed. Mend the input, try again, go another way, or stop?'
    case 'notify':
      return ''
    default:
      return assertNever(kind)
  }
}

function nameAt({ steps, transitions }: Workflow, at: Suggestion['at']): string {
  const named = (id: string): string => `“${steps.find((step) => step.id === id)?.name || id}”`
  if (!('on' in at)) return named('before' in at ? at.before : at.start)
  const transition = transitions.find(({ id }) => id === at.on)
  return transition ? (transition.label ? `“${transition.label}”` : named(transition.to)) : named(at.on)
}
