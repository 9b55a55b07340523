// Closing documents without losing anything that somebody wanted to keep.
import { openDialog } from './dialogs.ts'
import type { UnsavedAnswer } from './dialogs.ts'
import { documents, findTab, isDirty } from './documents.ts'
import { save } from './files.ts'
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

/** Closes every tab but `keep`, asking once for all that would lose an edit. */
export async function closeAll(keep: string | null = null): Promise<boolean> {
  const tabs = documents.getState().tabs.filter((tab) => tab.id !== keep)
  const dirty = tabs.filter(isDirty).map((tab) => tab.id)
  const answer = dirty.length === 0 ? 'discard' : await askAboutUnsaved(dirty)
  if (answer === 'cancel') return false
  if (answer === 'save') for (const id of dirty) if (!(await save(id))) return false
  for (const tab of tabs) removeTab(tab.id)
  return true
}
