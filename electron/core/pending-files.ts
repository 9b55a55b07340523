// Files the app was asked to open, held until a window is ready to take them.
import type { Clients } from './clients.ts'
import type { ClientId } from './ports.ts'

export interface PendingFiles {
  /** Given to the window that was ready last, or kept for the next one. Answers which of the two happened. */
  open(paths: readonly string[]): 'given' | 'kept'
  take(client: ClientId): readonly string[]
}

export function createPendingFiles(clients: Clients): PendingFiles {
  let waiting: readonly string[] = []
  const ready: ClientId[] = []
  clients.onRemoved((client) => {
    const index = ready.indexOf(client)
    if (index >= 0) ready.splice(index, 1)
  })
  return {
    open(paths) {
      const window = ready.at(-1)
      if (window === undefined) {
        waiting = [...new Set([...waiting, ...paths])]
        return 'kept'
      }
      if (paths.length > 0) clients.emit(window, 'app.openFiles', { paths: [...paths] })
      return 'given'
    },
    take(client) {
      const taken = waiting
      waiting = []
      if (!ready.includes(client)) ready.push(client)
      return taken
    },
  }
}
