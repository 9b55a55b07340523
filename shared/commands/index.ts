// Every edit that there is. A workflow changes in no other way. A new edit is one import and one line of the list.
import { addGroup } from './add-group.ts'
import { addHandoff } from './add-handoff.ts'
import { addNote } from './add-note.ts'
import { addParty } from './add-party.ts'
import { addScenario } from './add-scenario.ts'
import { addStep } from './add-step.ts'
import { addTransition } from './add-transition.ts'
import { allowPlace } from './allow-place.ts'
import { batch } from './batch.ts'
import { clearDisposition } from './clear-disposition.ts'
import { duplicateSteps } from './duplicate-steps.ts'
import { endWaiver } from './end-waiver.ts'
import { forbidPlace } from './forbid-place.ts'
import { insertStep } from './insert-step.ts'
import { mergeImport } from './merge-import.ts'
import { moveSteps } from './move-steps.ts'
import { pasteFragment } from './paste-fragment.ts'
import { placeHandoffs } from './place-handoffs.ts'
import { reconnectTransition } from './reconnect-transition.ts'
import { removeGroup } from './remove-group.ts'
import { removeHandoffs } from './remove-handoffs.ts'
import { removeNote } from './remove-note.ts'
import { removeParty } from './remove-party.ts'
import { removeRulePack } from './remove-rule-pack.ts'
import { removeScenario } from './remove-scenario.ts'
import { removeSteps } from './remove-steps.ts'
import { removeTransitions } from './remove-transitions.ts'
import { renameId } from './rename-id.ts'
import { restoreParts } from './restore-parts.ts'
import { setClosed } from './set-closed.ts'
import { setBrief } from './set-brief.ts'
import { setDisposition } from './set-disposition.ts'
import { setDocument } from './set-document.ts'
import { setLanes } from './set-lanes.ts'
import { setLayout } from './set-layout.ts'
import { setOdds } from './set-odds.ts'
import { setRulePack } from './set-rule-pack.ts'
import { updateGroup } from './update-group.ts'
import { updateHandoff } from './update-handoff.ts'
import { updateNote } from './update-note.ts'
import { updateParty } from './update-party.ts'
import { updateScenario } from './update-scenario.ts'
import { updateSteps } from './update-steps.ts'
import { updateTransition } from './update-transition.ts'
import { waiveDemand } from './waive-demand.ts'
import type { Batch } from './batch.ts'
import type { Edit } from './edit.ts'

/** By type. */
export const edits = {
  addGroup,
  addHandoff,
  addNote,
  addParty,
  addScenario,
  addStep,
  addTransition,
  allowPlace,
  batch,
  clearDisposition,
  duplicateSteps,
  endWaiver,
  forbidPlace,
  insertStep,
  mergeImport,
  moveSteps,
  pasteFragment,
  placeHandoffs,
  reconnectTransition,
  removeGroup,
  removeHandoffs,
  removeNote,
  removeParty,
  removeRulePack,
  removeScenario,
  removeSteps,
  removeTransitions,
  renameId,
  restoreParts,
  setBrief,
  setClosed,
  setDisposition,
  setDocument,
  setLanes,
  setLayout,
  setOdds,
  setRulePack,
  updateGroup,
  updateHandoff,
  updateNote,
  updateParty,
  updateScenario,
  updateSteps,
  updateTransition,
  waiveDemand,
}

type CommandOf<E> = E extends Edit<infer C, never> ? C : never
type Single = Exclude<keyof typeof edits, 'batch'>

/** One edit, as plain data: its type and its arguments. */
export type Command = { [T in Single]: CommandOf<(typeof edits)[T]> }[Single] | Batch<Command>
