// Carries the contract over Electron's IPC: one channel for calls, one for events, and one door with a guard.
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { IPC_CALL, IPC_EVENT } from '../../shared/host/wire.ts'
import type { Reply } from '../../shared/host/wire.ts'
import type { Backend, Connection } from '../core/backend.ts'
import type { ClientId } from '../core/ports.ts'
import { isTrustedSender } from './policy/sender.ts'

export interface IpcDoor {
  /** Connects the pages that this window will show, one after another. */
  admit(page: WebContents): void
  /** The window behind a client, undefined when it is gone. */
  pageOf(client: ClientId): WebContents | undefined
  clientOf(page: WebContents): ClientId | undefined
}

interface Line {
  readonly page: WebContents
  connection: Connection
}

export function openIpcDoor(ipcMain: Pick<IpcMain, 'handle'>, backend: Backend): IpcDoor {
  const lines = new Map<number, Line>()

  function connect(page: WebContents): Connection {
    return backend.connect((event, payload) => {
      if (!page.isDestroyed()) page.send(IPC_EVENT, event, payload)
    })
  }
  // A page that is loaded anew is another client: what the old one had open is free to be recovered.
  function reconnect(line: Line): void {
    line.connection.close()
    line.connection = connect(line.page)
  }

  ipcMain.handle(IPC_CALL, (event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<Reply> => {
    const line = lines.get(event.sender.id)
    if (line === undefined || !isTrustedSender(event, new Set(lines.keys())))
      return Promise.resolve(FORBIDDEN)
    return line.connection.call(name, input)
  })

  return {
    admit(page) {
      const line: Line = { page, connection: connect(page) }
      lines.set(page.id, line)
      page.on('did-start-navigation', (details) => {
        if (details.isMainFrame && !details.isSameDocument) reconnect(line)
      })
      page.on('render-process-gone', () => reconnect(line))
      page.once('destroyed', () => {
        line.connection.close()
        lines.delete(page.id)
      })
    },
    pageOf: (client) => [...lines.values()].find((line) => line.connection.client === client)?.page,
    clientOf: (page) => lines.get(page.id)?.connection.client,
  }
}

const FORBIDDEN: Reply = {
  ok: false,
  error: { code: 'forbidden', message: 'This page may not talk to the app.' },
}
