// Closing documents without losing anything that somebody wanted to keep.
import { openDialog } from './dialogs.ts'
import type { UnsavedAnswer } from './dialogs.ts'
import { documents, findTab, isDirty } from './documents.ts'
import { save } from './save.ts'
import { removeTab } from './tabs.ts'

/** Closes a tab, asking first when that would lose an edit. Resolves to false when the person thought better of it. */
export async function close(id: string): Promise<boolean> {
  const tab = findTab(documents.getState(), id)
  if (!tab) return true
  if (isDirty(tab)) {
    const answer = await askAboutUnsaved([id])
    if (answer === 'cancel') return false
    if (answer === 'save' && !(await save(id))) return false
  }
  removeTab(id)
  return true
}

/** Asks once for several documents: save all, discard all, or cancel. */
export function askAboutUnsaved(tabs: readonly string[]): Promise<UnsavedAnswer> {
  return new Promise((answer) => openDialog({ kind: 'unsaved', tabs, answer }))
}
