// The IPC transport without Electron: the real door of electron/main over a pipe that clones, as Electron's does.
import { EventEmitter } from 'node:events'
import { deserialize, serialize } from 'node:v8'
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { IPC_CALL, IPC_EVENT } from '../../../shared/host/wire.ts'
import type { HostTransport, Reply } from '../../../shared/host/wire.ts'

const clone = <T>(value: T): T => deserialize(serialize(value)) as T

export type InvokeHandler = (event: IpcMainInvokeEvent, ...words: unknown[]) => unknown

export interface FakeIpc {
  readonly ipcMain: Pick<IpcMain, 'handle'>
  readonly handlers: Map<string, InvokeHandler>
}

export function fakeIpc(): FakeIpc {
  const handlers = new Map<string, InvokeHandler>()
  return { handlers, ipcMain: { handle: (channel, handler) => void handlers.set(channel, handler) } }
}

export interface FakePage extends HostTransport {
  readonly webContents: WebContents
}

/** A page of our own at its own address; `invoke` goes through the handler that the door has registered. */
export function fakePage(ipc: FakeIpc, id: number): FakePage {
  const listeners = new Set<(name: string, payload: unknown) => void>()
  const webContents = Object.assign(new EventEmitter(), {
    id,
    isDestroyed: () => false,
    send(channel: string, name: string, payload: unknown) {
      const cloned = clone(payload)
      if (channel === IPC_EVENT) for (const listener of listeners) listener(name, cloned)
    },
  }) as unknown as WebContents
  const event = {
    sender: webContents,
    senderFrame: { url: 'app://bundle/index.html', parent: null },
  } as IpcMainInvokeEvent
  return {
    webContents,
    async call(name, input) {
      const handler = ipc.handlers.get(IPC_CALL)
      if (handler === undefined) throw new Error(`No handler registered for '${IPC_CALL}'`)
      return clone((await handler(event, name, clone(input))) as Reply)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
