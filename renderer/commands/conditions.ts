// Conditions that several commands share.
import type { CommandState } from './app-command.ts'

export function always(): boolean {
  return true
}

export function hasDocument({ tab }: CommandState): boolean {
  return tab !== null
}

export function canEdit({ tab }: CommandState): boolean {
  return tab !== null && tab.readOnly === null
}

/** Editing on the canvas, which a run under way does not allow. */
export function canDesign(state: CommandState): boolean {
  return canEdit(state) && state.view.mode === 'design'
}

export function hasSteps(state: CommandState): boolean {
  return state.view.selection.steps.length > 0
}

export function hasStepsOrNotes({ view: { selection } }: CommandState): boolean {
  return selection.steps.length + selection.notes.length > 0
}

export function hasOneStep(state: CommandState): boolean {
  return canDesign(state) && state.view.selection.steps.length === 1
}

export function hasSelection({ view: { selection } }: CommandState): boolean {
  const { steps, transitions, handoffs, notes, suggestion } = selection
  return steps.length + transitions.length + handoffs.length + notes.length > 0 || suggestion !== null
}

export function isSimulating({ tab, view }: CommandState): boolean {
  return tab !== null && view.mode === 'simulate'
}
