// What the loopback host can do for the backend: a browser window has no system dialogs and asks before it closes itself.
import os from 'node:os'
import { HostError } from '../../shared/host/wire.ts'
import type { Installation } from '../core/installation.ts'
import type { ShellPorts } from '../core/ports.ts'
import { openAddress, revealInFolder } from './desktop.ts'

interface LocalSurroundings {
  readonly installation: Installation
  readonly log: ShellPorts['log']
}

export function localPorts({ installation, log }: LocalSurroundings): ShellPorts {
  const platform = process.platform
  return {
    capabilities: {
      nativeMenu: false,
      nativeDialogs: false,
      closeHandshake: false,
      revealFile: true,
      openExternal: true,
    },
    version: installation.version,
    platform,
    homeFolder: os.homedir(),
    now: Date.now,
    log,
    pickOpen: () => Promise.reject(noDialogs()),
    pickSave: () => Promise.reject(noDialogs()),
    reveal: (path) => revealInFolder(path, platform),
    openExternal: (url) => openAddress(url, platform),
    // The page marks its own title, and the browser asks before it closes a page that has edits.
    setEdited: () => undefined,
    answerClose: () => undefined,
  }
}

function noDialogs(): HostError {
  return new HostError('forbidden', 'This window has no dialogs of the system.')
}
