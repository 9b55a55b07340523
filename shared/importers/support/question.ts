// A message whose only purpose is to put a question before the person who decides next is part of asking, not a side
// effect of its own: asking for leave to ask would never end.
import type { DraftStep, DraftTransition } from './draft.ts'
import { EFFECTS } from '../../tagging/effects.ts'

/** True for a step that sends something and is followed by nothing but `person`. */
export function carriesQuestion(
  step: DraftStep,
  leaving: readonly DraftTransition[],
  person: DraftStep,
): boolean {
  return (
    step.kind === 'action' && step.verb === 'send' && leaving.length === 1 && leaving[0]!.to === person.id
  )
}

/** Takes the weight off such a message, and says why. */
export function quieten(step: DraftStep, basis: string): void {
  const { level, reversibility, external, security } = EFFECTS.none
  step.kind = 'step'
  delete step.verb
  const why = `${basis}: puts the question before the person who decides next`
  step.consequence = { level, reversibility, external, security, basis: why }
}

/** For the report. */
export const QUESTION =
  'it only carries the question to the person who decides next, so it has no weight of its own'
