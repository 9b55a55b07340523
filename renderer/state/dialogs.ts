// Which dialog is open. A dialog that answers a question carries the function that takes the answer.
import { createStore } from 'zustand/vanilla'
import type { ImportReport } from '../../shared/importers/types.ts'
import type { RulePack } from '../../shared/model/rule-pack.ts'
import type { Result } from '../../shared/support/result.ts'

export type UnsavedAnswer = 'save' | 'discard' | 'cancel'
export type ConflictAnswer = 'keep-both' | 'compare' | 'reload' | 'overwrite' | 'save-as' | 'cancel'

/** A file of rules that was picked: the pack in it, or what is wrong with it. */
export interface PickedPack {
  readonly file: string
  readonly read: Result<RulePack>
}

export type Dialog =
  | { readonly kind: 'palette'; readonly query: string }
  | { readonly kind: 'shortcuts' }
  /** Gives keys to commands. */
  | { readonly kind: 'keys' }
  | { readonly kind: 'about' }
  | { readonly kind: 'settings' }
  /** Paste or type text of another format. */
  | { readonly kind: 'import' }
  /** What an importer repaired, guessed and could not see; `report` is that of the tab. */
  | { readonly kind: 'import-report'; readonly tab: string }
  /** The same of what was pasted. */
  | { readonly kind: 'paste-report'; readonly report: ImportReport }
  /** Dismiss a finding with a reason; with the key of a place, everything that asks for the handoff there. */
  | { readonly kind: 'dismiss'; readonly finding: string; readonly suggestion?: string }
  /** Accept the risk of an action that runs without its handoff. */
  | { readonly kind: 'risk'; readonly step: string }
  /** A recorded run: its name, its seed, and the values of its conditions. */
  | { readonly kind: 'scenario'; readonly id: string }
  /** The rule packs of the document; with what was read from a file, or opened at one rule (`PACK/RULE`). */
  | { readonly kind: 'rule-packs'; readonly picked?: PickedPack; readonly rule?: string }
  /** The help page of a rule. */
  | { readonly kind: 'rule'; readonly rule: string }
  /** A help page, by the name of its file without the ending. */
  | { readonly kind: 'help'; readonly page: string }
  /** What an export holds, what it leaves out, and where to. */
  | { readonly kind: 'export'; readonly what: 'policy' | 'drawing' }
  /** The profile of the active document. */
  | { readonly kind: 'profile' }
  /** Documents that came back after a session that ended early. */
  | { readonly kind: 'recovered'; readonly tabs: readonly string[] }
  | {
      readonly kind: 'unsaved'
      readonly tabs: readonly string[]
      readonly answer: (answer: UnsavedAnswer) => void
    }
  | { readonly kind: 'conflict'; readonly tab: string; readonly answer: (answer: ConflictAnswer) => void }
  /** The in-app file browser, for hosts without native dialogs. */
  | {
      readonly kind: 'browse-open'
      readonly extensions: readonly string[]
      readonly answer: (path: string | null) => void
    }
  | {
      readonly kind: 'browse-save'
      readonly suggestedName: string
      readonly extension: string
      readonly answer: (path: string | null) => void
    }

export interface DialogsState {
  readonly dialog: Dialog | null
}

export const dialogs = createStore<DialogsState>()(() => ({ dialog: null }))

/** Opens a dialog. One that was waiting for an answer is answered with "cancel" first. */
export function openDialog(dialog: Dialog): void {
  closeDialog()
  dialogs.setState({ dialog })
}

/** Closes the open dialog as Escape does: a question is answered with "cancel". */
export function closeDialog(): void {
  const { dialog } = dialogs.getState()
  dialogs.setState({ dialog: null })
  if (!dialog) return
  if (dialog.kind === 'unsaved' || dialog.kind === 'conflict') dialog.answer('cancel')
  if (dialog.kind === 'browse-open' || dialog.kind === 'browse-save') dialog.answer(null)
}

/** Closes the open dialog after it has given its answer itself. */
export function finishDialog(): void {
  dialogs.setState({ dialog: null })
}
