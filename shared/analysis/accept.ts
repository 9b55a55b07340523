// A suggested handoff as it goes into the document: complete, so that it raises no finding of its own.
import type { Command } from '../commands/index.ts'
import type { NewHandoff } from '../commands/new-handoffs.ts'
import type { Suggestion } from '../model/finding.ts'
import { usualDecisions } from '../model/handoff-defaults.ts'
import { placeKey } from '../model/handoff.ts'
import type { HandoffKind } from '../model/scales.ts'
import { authorityOf } from '../model/strength.ts'
import type { Workflow } from '../model/workflow.ts'
import { assertNever } from '../support/assert-never.ts'

/** A suggestion, and the walk that argues for it where there is one: its steps are the evidence to show. */
export interface Accepted extends Suggestion {
  readonly walk?: readonly string[]
}

/**
 * The one edit that places `suggestions`. Where a gate already stands at the place and is only too weak, it is
 * raised instead of getting a second one beside it.
 */
export function acceptCommand(workflow: Workflow, suggestions: readonly Accepted[]): Command {
  const raised: Command[] = []
  const added: NewHandoff[] = []
  for (const suggestion of suggestions) {
    const weak = weakGateAt(workflow, suggestion)
    if (weak) raised.push({ type: 'updateHandoff', id: weak.id, set: strengthFields(suggestion) })
    else added.push(completeHandoff(workflow, suggestion))
  }
  const place: Command = { type: 'placeHandoffs', handoffs: added }
  if (raised.length === 0) return place
  const label = suggestions.length === 1 ? 'raise handoff' : `place ${suggestions.length} handoffs`
  return { type: 'batch', label, commands: added.length > 0 ? [...raised, place] : raised }
}

/** The handoff of a suggestion with everything a runtime needs: silence and a "no" both stop the run safely. */
export function completeHandoff(workflow: Workflow, suggestion: Accepted): NewHandoff {
  const { kind, at } = suggestion
  const title = titleOf(workflow, suggestion)
  if (kind === 'notify') return { kind, strength: suggestion.strength, at, title }
  const role = whoDecides(workflow)
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
    ...(kind === 'approval' || kind === 'sign-off' ? { binding: 'args-hash', expires: 'PT24H' } : {}),
    ...strengthFields(suggestion),
  }
}

function strengthFields({ strength }: Suggestion): Pick<NewHandoff, 'strength' | 'quorum'> {
  if (strength !== 'two-person') return { strength }
  return { strength, quorum: { approvals: 2, distinct: true, excludeProposer: true } }
}

function weakGateAt({ handoffs }: Workflow, { kind, strength, at }: Suggestion) {
  if (kind !== 'approval' && kind !== 'sign-off' && kind !== 'exception') return undefined
  return handoffs.find(
    (h) =>
      placeKey(h.at) === placeKey(at) &&
      (h.kind === 'approval' || h.kind === 'sign-off' || h.kind === 'exception') &&
      authorityOf(h.strength) < authorityOf(strength),
  )
}

function whoDecides({ parties }: Workflow): string | undefined {
  return parties.find(({ kind }) => kind !== 'model' && kind !== 'service')?.id
}

// Where a refused run goes: an end that says it stopped, if there is one; else the run simply stops.
function safeStop({ steps }: Workflow): string | null {
  return steps.find(({ kind, outcome }) => kind === 'end' && outcome === 'stopped')?.id ?? null
}

// What was uncertain on the way is what the person has to see.
function evidenceOf(workflow: Workflow, { walk = [] }: Accepted): NonNullable<NewHandoff['evidence']> {
  const onWalk = new Set(walk.slice(0, -1))
  return workflow.steps
    .filter(
      ({ id, kind, uncertainty }) =>
        onWalk.has(id) && (kind === 'model' || kind === 'agent' || (uncertainty?.level ?? 0) >= 1),
    )
    .map(({ id, name }) => ({ id, from: 'step', label: name || id }))
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
