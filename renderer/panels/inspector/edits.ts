// One field, one command. Typing into a field is one undo step; a choice is one of its own.
import type { Changes } from '../../../shared/commands/changes.ts'
import type { Brief } from '../../../shared/model/brief.ts'
import type { Handoff } from '../../../shared/model/handoff.ts'
import type { Party } from '../../../shared/model/party.ts'
import type { Step } from '../../../shared/model/step.ts'
import type { Transition } from '../../../shared/model/transition.ts'
import { runCommand } from '../../state/edit.ts'

/** `typed` names the text field that an edit comes from, so that a burst of keys becomes one undo step. */
interface EditOptions {
  readonly typed?: string
}

export function updateSteps(ids: readonly string[], set: Changes<Step>, options: EditOptions = {}): void {
  runCommand({ type: 'updateSteps', ids, set }, burst(`steps ${ids.join(' ')}`, options))
}

export function updateTransition(id: string, set: Changes<Transition>, options: EditOptions = {}): void {
  runCommand({ type: 'updateTransition', id, set }, burst(`transition ${id}`, options))
}

export function updateHandoff(id: string, set: Changes<Handoff>, options: EditOptions = {}): void {
  runCommand({ type: 'updateHandoff', id, set }, burst(`handoff ${id}`, options))
}

export function updateParty(id: string, set: Changes<Party>, options: EditOptions = {}): void {
  runCommand({ type: 'updateParty', id, set }, burst(`party ${id}`, options))
}

export function setBrief(set: Changes<Brief>, options: EditOptions = {}): void {
  runCommand({ type: 'setBrief', set }, burst('brief', options))
}

/** Gives every way out of a step the same odds, as one undo step. */
export function shareOddsEqually(transitions: readonly Transition[]): void {
  const probability = 1 / transitions.length
  runCommand({
    type: 'batch',
    label: 'share odds equally',
    commands: transitions.map(({ id }) => ({ type: 'updateTransition', id, set: { probability } })),
  })
}

function burst(element: string, { typed }: EditOptions): { readonly coalesce?: string } {
  return typed === undefined ? {} : { coalesce: `${element} ${typed}` }
}
