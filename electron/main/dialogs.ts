// The system's open and save dialogs, and the question after a crash.
import type { BrowserWindow, Dialog } from 'electron'
import path from 'node:path'
import type { CallIn } from '../../shared/host/contract.ts'

/** No path when the person cancels. */
export async function pickOpen(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  window: BrowserWindow,
  request: CallIn<'file.pickOpen'>,
  folder: string,
): Promise<readonly string[]> {
  const answer = await dialog.showOpenDialog(window, {
    // Given every time: without it the dialog starts in the downloads folder.
    defaultPath: folder,
    filters: request.filters,
    properties: request.multiple ? ['openFile', 'multiSelections'] : ['openFile'],
  })
  return answer.canceled ? [] : answer.filePaths
}

/** Null when the person cancels. The system itself asks before a file is replaced. */
export async function pickSave(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  window: BrowserWindow,
  request: CallIn<'file.pickSave'>,
  folder: string,
): Promise<string | null> {
  const answer = await dialog.showSaveDialog(window, {
    // The name comes from a document's title; as a path it could lead anywhere.
    defaultPath: path.join(folder, path.basename(request.suggestedName)),
    filters: request.filters,
  })
  return answer.canceled || answer.filePath === '' ? null : answer.filePath
}

export async function askAfterCrash(
  dialog: Pick<Dialog, 'showMessageBox'>,
  window: BrowserWindow,
): Promise<'reload' | 'close'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'This window stopped working.',
    detail: 'Your edits are kept and are offered again after the reload.',
    buttons: ['Reload', 'Close window'],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 0 ? 'reload' : 'close'
}
