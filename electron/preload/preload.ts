// The bridge between a page and the app: two functions that carry data, one that names a dropped file. No logic.
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { BRIDGE_NAME, IPC_CALL, IPC_EVENT } from '../../shared/host/wire.ts'
import type { Reply } from '../../shared/host/wire.ts'

type EventListener = (name: string, payload: unknown) => void

const listeners = new Set<EventListener>()

// The event object is never passed on: its sender would give the page the whole of ipcRenderer.
ipcRenderer.on(IPC_EVENT, (_event, name: string, payload: unknown) => {
  for (const listener of listeners) listener(name, payload)
})

contextBridge.exposeInMainWorld(BRIDGE_NAME, {
  call: (name: string, input: unknown): Promise<Reply> => ipcRenderer.invoke(IPC_CALL, name, input),
  subscribe(listener: EventListener): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  pathForFile: (file: File): string => webUtils.getPathForFile(file),
})
