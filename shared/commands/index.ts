// Every edit that there is. A workflow changes in no other way.
import { addHandoff } from './add-handoff.ts'
import { addNote } from './add-note.ts'
import { addParty } from './add-party.ts'
import { addScenario } from './add-scenario.ts'
import { addStep } from './add-step.ts'
import { addTransition } from './add-transition.ts'
import { batch } from './batch.ts'
import { clearDisposition } from './clear-disposition.ts'
import { duplicateSteps } from './duplicate-steps.ts'
import { insertStep } from './insert-step.ts'
import { moveSteps } from './move-steps.ts'
import { pasteFragment } from './paste-fragment.ts'
import { placeHandoffs } from './place-handoffs.ts'
import { reconnectTransition } from './reconnect-transition.ts'
import { removeHandoffs } from './remove-handoffs.ts'
import { removeNote } from './remove-note.ts'
import { removeParty } from './remove-party.ts'
import { removeScenario } from './remove-scenario.ts'
import { removeSteps } from './remove-steps.ts'
import { removeTransitions } from './remove-transitions.ts'
import { setBrief } from './set-brief.ts'
import { setDisposition } from './set-disposition.ts'
import { setDocument } from './set-document.ts'
import { setLayout } from './set-layout.ts'
import { updateHandoff } from './update-handoff.ts'
import { updateNote } from './update-note.ts'
import { updateParty } from './update-party.ts'
import { updateScenario } from './update-scenario.ts'
import { updateSteps } from './update-steps.ts'
import { updateTransition } from './update-transition.ts'
import type { AddHandoff } from './add-handoff.ts'
import type { AddNote } from './add-note.ts'
import type { AddParty } from './add-party.ts'
import type { AddScenario } from './add-scenario.ts'
import type { AddStep } from './add-step.ts'
import type { AddTransition } from './add-transition.ts'
import type { Batch } from './batch.ts'
import type { ClearDisposition } from './clear-disposition.ts'
import type { DuplicateSteps } from './duplicate-steps.ts'
import type { InsertStep } from './insert-step.ts'
import type { MoveSteps } from './move-steps.ts'
import type { PasteFragment } from './paste-fragment.ts'
import type { PlaceHandoffs } from './place-handoffs.ts'
import type { ReconnectTransition } from './reconnect-transition.ts'
import type { RemoveHandoffs } from './remove-handoffs.ts'
import type { RemoveNote } from './remove-note.ts'
import type { RemoveParty } from './remove-party.ts'
import type { RemoveScenario } from './remove-scenario.ts'
import type { RemoveSteps } from './remove-steps.ts'
import type { RemoveTransitions } from './remove-transitions.ts'
import type { SetBrief } from './set-brief.ts'
import type { SetDisposition } from './set-disposition.ts'
import type { SetDocument } from './set-document.ts'
import type { SetLayout } from './set-layout.ts'
import type { UpdateHandoff } from './update-handoff.ts'
import type { UpdateNote } from './update-note.ts'
import type { UpdateParty } from './update-party.ts'
import type { UpdateScenario } from './update-scenario.ts'
import type { UpdateSteps } from './update-steps.ts'
import type { UpdateTransition } from './update-transition.ts'
import type { Edit } from './edit.ts'

export type Command =
  | AddHandoff
  | AddNote
  | AddParty
  | AddScenario
  | AddStep
  | AddTransition
  | Batch<Command>
  | ClearDisposition
  | DuplicateSteps
  | InsertStep
  | MoveSteps
  | PasteFragment
  | PlaceHandoffs
  | ReconnectTransition
  | RemoveHandoffs
  | RemoveNote
  | RemoveParty
  | RemoveScenario
  | RemoveSteps
  | RemoveTransitions
  | SetBrief
  | SetDisposition
  | SetDocument
  | SetLayout
  | UpdateHandoff
  | UpdateNote
  | UpdateParty
  | UpdateScenario
  | UpdateSteps
  | UpdateTransition

/** By type, and complete: an edit that is missing here does not compile. */
export const edits: { readonly [T in Command['type']]: Edit<Extract<Command, { readonly type: T }>, never> } =
  {
    addHandoff,
    addNote,
    addParty,
    addScenario,
    addStep,
    addTransition,
    batch,
    clearDisposition,
    duplicateSteps,
    insertStep,
    moveSteps,
    pasteFragment,
    placeHandoffs,
    reconnectTransition,
    removeHandoffs,
    removeNote,
    removeParty,
    removeScenario,
    removeSteps,
    removeTransitions,
    setBrief,
    setDisposition,
    setDocument,
    setLayout,
    updateHandoff,
    updateNote,
    updateParty,
    updateScenario,
    updateSteps,
    updateTransition,
  }
