// The whole backend in one object: both hosts make one, connect their windows to it and hand it calls.
import type { EventName, EventPayload } from '../../shared/host/contract.ts'
import type { Reply } from '../../shared/host/wire.ts'
import { createClients } from './clients.ts'
import type { SendEvent } from './clients.ts'
import { createDispatcher } from './dispatcher.ts'
import { nodeFileSystem } from './files/file-system.ts'
import type { FileSystem } from './files/file-system.ts'
import { createWatcher } from './files/watcher.ts'
import { createHandlers } from './handlers/index.ts'
import { createPendingFiles } from './pending-files.ts'
import type { ClientId, ShellPorts } from './ports.ts'
import { createSamples } from './samples.ts'
import { createJournal } from './store/journal.ts'
import { openLibrary } from './store/library.ts'
import { createOwners } from './store/owners.ts'
import { createRecents } from './store/recents.ts'
import { createSettings } from './store/settings.ts'
import { createWindowStates } from './store/window-state.ts'
import type { WindowStates } from './store/window-state.ts'

export interface BackendOptions {
  readonly dataFolder: string
  readonly samplesFolder: string
  readonly ports: ShellPorts
  readonly fileSystem?: FileSystem
}

/** One window's line to the backend. */
export interface Connection {
  readonly client: ClientId
  call(name: unknown, input: unknown): Promise<Reply>
  /** The window is gone: its watches end, and its documents may be recovered by another. */
  close(): void
}

export interface Backend {
  connect(send: SendEvent): Connection
  emit<N extends EventName>(to: ClientId, name: N, payload: EventPayload<N>): void
  emitToAll<N extends EventName>(name: N, payload: EventPayload<N>): void
  /** Hands files to a ready window, or keeps them for the next one. */
  openFiles(paths: readonly string[]): 'given' | 'kept'
  windowCount(): number
  readonly notices: readonly string[]
  readonly windowStates: WindowStates
  close(): void
}

/** A change on disk is reported after this quiet time. */
const SETTLE_MS = 150
const POLL_MS = 3_000

/** Never throws for what is on the disk; see `notices` for what was found wrong. */
export function createBackend(options: BackendOptions): Backend {
  const { dataFolder, ports, fileSystem = nodeFileSystem } = options
  const clients = createClients()
  const library = openLibrary(dataFolder, ports.log)
  const owners = createOwners(library.kind === 'disk' ? dataFolder : null, clients.has)
  const settings = createSettings(library.db)
  const pending = createPendingFiles(clients)
  const watcher = createWatcher({
    fileSystem,
    settleMs: SETTLE_MS,
    pollMs: POLL_MS,
    onChanged: (client, path, hash) => clients.emit(client, 'file.changed', { path, hash }),
  })
  clients.onRemoved(watcher.unwatchAll)
  const handlers = createHandlers({
    ports,
    fileSystem,
    watcher,
    settings,
    pending,
    dataFolder,
    homeFolder: ports.homeFolder,
    notices: library.notices,
    samples: createSamples(options.samplesFolder),
    journal: createJournal(library, owners, ports.now),
    recents: createRecents(library.db, ports.now),
  })
  const dispatch = createDispatcher(handlers, ports.log)

  return {
    connect(send) {
      const client = clients.add(send)
      return {
        client,
        call: (name, input) => dispatch(name, input, client),
        close: () => clients.remove(client),
      }
    },
    emit: clients.emit,
    emitToAll: clients.emitToAll,
    openFiles: pending.open,
    windowCount: clients.count,
    notices: library.notices,
    windowStates: createWindowStates(library.db),
    close() {
      watcher.close()
      owners.close()
      library.db.close()
    },
  }
}
