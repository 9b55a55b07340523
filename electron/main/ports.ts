// What Electron can do for the backend.
import type { BrowserWindow, Dialog, Shell } from 'electron'
import os from 'node:os'
import { HostError } from '../../shared/host/wire.ts'
import type { ClientId, ShellPorts } from '../core/ports.ts'
import { pickOpen, pickSave } from './dialogs.ts'
import { externalAddress } from './policy/addresses.ts'

export interface ElectronParts {
  readonly version: string
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  readonly shell: Pick<Shell, 'openExternal' | 'showItemInFolder'>
  readonly windowOf: (client: ClientId) => BrowserWindow | undefined
  readonly setEdited: ShellPorts['setEdited']
  readonly answerClose: ShellPorts['answerClose']
  readonly log: ShellPorts['log']
}

export function electronPorts(parts: ElectronParts): ShellPorts {
  const windowOf = (client: ClientId): BrowserWindow => {
    const window = parts.windowOf(client)
    if (window === undefined) throw new HostError('disconnected', 'The window is gone.')
    return window
  }
  return {
    capabilities: {
      nativeMenu: false,
      nativeDialogs: true,
      closeHandshake: true,
      revealFile: true,
      openExternal: true,
    },
    version: parts.version,
    platform: process.platform,
    homeFolder: os.homedir(),
    now: Date.now,
    log: parts.log,
    pickOpen: async (client, request, folder) => pickOpen(parts.dialog, windowOf(client), request, folder),
    pickSave: async (client, request, folder) => pickSave(parts.dialog, windowOf(client), request, folder),
    reveal: (path) => Promise.resolve(parts.shell.showItemInFolder(path)),
    async openExternal(url) {
      const address = externalAddress(url)
      if (address === null) throw new HostError('forbidden', 'Only https and mailto addresses can be opened.')
      await parts.shell.openExternal(address)
    },
    setEdited: parts.setEdited,
    answerClose: parts.answerClose,
  }
}
