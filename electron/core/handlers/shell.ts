// What only the shell can do: system dialogs, showing a file in its folder, opening an address, closing a window.
import { HostError } from '../../../shared/host/wire.ts'
import type { Handlers } from '../dispatcher.ts'
import { checkedPath } from '../files/file-path.ts'
import type { ShellPorts } from '../ports.ts'
import type { Settings } from '../store/settings.ts'

type ShellCalls =
  | 'file.pickOpen'
  | 'file.pickSave'
  | 'file.reveal'
  | 'window.setEdited'
  | 'window.answerClose'
  | 'shell.openExternal'

export function shellHandlers(ports: ShellPorts, settings: Settings): Pick<Handlers, ShellCalls> {
  const startFolder = (): string => settings.lastFolder() ?? ports.homeFolder
  return {
    async 'file.pickOpen'(input, client) {
      refuseUnless(ports.capabilities.nativeDialogs, 'The file dialogs of the system')
      return { paths: [...(await ports.pickOpen(client, input, startFolder()))] }
    },
    async 'file.pickSave'(input, client) {
      refuseUnless(ports.capabilities.nativeDialogs, 'The file dialogs of the system')
      return { path: await ports.pickSave(client, input, startFolder()) }
    },
    async 'file.reveal'(input) {
      refuseUnless(ports.capabilities.revealFile, 'Showing a file in its folder')
      await ports.reveal(checkedPath(input.path))
      return {}
    },
    'window.setEdited'(input, client) {
      ports.setEdited(client, input)
      return {}
    },
    'window.answerClose'(input, client) {
      ports.answerClose(client, input.close)
      return {}
    },
    async 'shell.openExternal'(input) {
      refuseUnless(ports.capabilities.openExternal, 'Opening an address')
      await ports.openExternal(input.url)
      return {}
    },
  }
}

function refuseUnless(able: boolean, what: string): void {
  if (!able) throw new HostError('forbidden', `${what} cannot be done from this window.`)
}
