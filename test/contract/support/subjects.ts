// The two hosts under the same contract: each with a folder of its own, a window, and files in the same places.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { createBackend } from '../../../electron/core/backend.ts'
import { openIpcDoor } from '../../../electron/main/ipc.ts'
import { electronPorts } from '../../../electron/main/ports.ts'
import type { HostTransport } from '../../../shared/host/wire.ts'
import { freshFolder } from '../../core/support/folders.ts'
import { installIn } from '../../local-host/support/installation.ts'
import { runningHost } from '../../local-host/support/running-host.ts'
import { connectWindow } from '../../local-host/support/wire-client.ts'
import { fakeIpc, fakePage } from './ipc-transport.ts'

export interface Subject {
  readonly name: 'ipc' | 'websocket'
  /** Where the test keeps its files; the two subjects have different ones. */
  readonly folder: string
  readonly window: HostTransport
  readonly otherWindow: HostTransport
}

export async function overWebSocket(): Promise<Subject> {
  const folder = filesFolder()
  const { host } = await runningHost()
  const window = await connectWindow(host.url())
  return { name: 'websocket', folder, window, otherWindow: await connectWindow(host.url()) }
}

export function overIpc(): Subject {
  const folder = filesFolder()
  const home = freshFolder()
  const { samplesFolder, version } = installIn(home)
  const dialog = {
    showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [path.join(folder, 'picked.json')] }),
    showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
  }
  const shell = { openExternal: () => Promise.resolve(), showItemInFolder: () => undefined }
  const backend = createBackend({
    dataFolder: path.join(home, 'data'),
    samplesFolder,
    ports: electronPorts({
      version,
      dialog,
      shell,
      // Dialogs only pass their window on; there is none here.
      windowOf: () => ({}) as never,
      setEdited: () => undefined,
      answerClose: () => undefined,
      log: () => undefined,
    }),
  })
  onTestFinished(backend.close)
  const ipc = fakeIpc()
  const door = openIpcDoor(ipc.ipcMain, backend)
  const [window, otherWindow] = [fakePage(ipc, 1), fakePage(ipc, 2)]
  for (const page of [window, otherWindow]) door.admit(page.webContents)
  return { name: 'ipc', folder, window, otherWindow }
}

function filesFolder(): string {
  const folder = path.join(freshFolder(), 'files')
  mkdirSync(folder)
  return folder
}
