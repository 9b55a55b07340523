// Tells a window when a file it has open holds other bytes than before, whoever wrote them.
import { watch } from 'node:fs'
import type { FSWatcher } from 'node:fs'
import path from 'node:path'
import type { ClientId } from '../ports.ts'
import type { FileSystem } from './file-system.ts'
import { hashFile } from './read-file.ts'

export interface WatcherOptions {
  readonly fileSystem: FileSystem
  readonly onChanged: (client: ClientId, path: string, hash: string | null) => void
  /** Quiet time after the last sign of a change before the file is read: writers write in pieces. */
  readonly settleMs: number
  /** How often every watched file is looked at anyway: network disks and full inotify tables give no signs. */
  readonly pollMs: number
}

export interface Watcher {
  watch(client: ClientId, file: string): Promise<void>
  unwatch(client: ClientId, file: string): void
  unwatchAll(client: ClientId): void
  /** The client itself has just read or written these bytes: they are no news to it. */
  knows(client: ClientId, file: string, hash: string): void
  close(): void
}

interface Watched {
  readonly known: Map<ClientId, string | null>
  readonly signs: FSWatcher | null
  settle: NodeJS.Timeout | undefined
}

export function createWatcher(options: WatcherOptions): Watcher {
  const files = new Map<string, Watched>()
  // Kept from the read onwards, so that a change between reading and watching is not missed.
  const seen = new Map<ClientId, Map<string, string>>()
  const poll = setInterval(() => {
    for (const file of files.keys()) void compare(file)
  }, options.pollMs)
  poll.unref()

  async function compare(file: string): Promise<void> {
    const hash = await hashFile(options.fileSystem, file).catch(() => undefined)
    const watched = files.get(file)
    // Unreadable for the moment is not a change; the next look decides.
    if (hash === undefined || watched === undefined) return
    for (const [client, known] of watched.known) {
      if (known === hash) continue
      watched.known.set(client, hash)
      options.onChanged(client, file, hash)
    }
  }

  function settleSoon(file: string): void {
    const watched = files.get(file)
    if (watched === undefined) return
    clearTimeout(watched.settle)
    watched.settle = setTimeout(() => void compare(file), options.settleMs)
  }

  function start(file: string): Watched {
    const watched = { known: new Map(), signs: watchFolder(file, () => settleSoon(file)), settle: undefined }
    files.set(file, watched)
    return watched
  }

  function forget(client: ClientId, file: string): void {
    const watched = files.get(file)
    if (watched === undefined) return
    watched.known.delete(client)
    if (watched.known.size > 0) return
    watched.signs?.close()
    clearTimeout(watched.settle)
    files.delete(file)
  }

  return {
    async watch(client, file) {
      const watched = files.get(file) ?? start(file)
      if (watched.known.has(client)) return
      const before = seen.get(client)?.get(file)
      watched.known.set(client, before ?? (await hashFile(options.fileSystem, file).catch(() => null)))
      if (before !== undefined) settleSoon(file)
    },
    unwatch: forget,
    unwatchAll(client) {
      seen.delete(client)
      for (const file of files.keys()) forget(client, file)
    },
    knows(client, file, hash) {
      const mine = seen.get(client) ?? new Map<string, string>()
      seen.set(client, mine.set(file, hash))
      const watched = files.get(file)
      if (watched?.known.has(client) === true) watched.known.set(client, hash)
    },
    close() {
      clearInterval(poll)
      for (const watched of files.values()) {
        watched.signs?.close()
        clearTimeout(watched.settle)
      }
      files.clear()
    },
  }
}

// The folder is watched, not the file: a file that is replaced by rename is another file to the system.
function watchFolder(file: string, onSign: () => void): FSWatcher | null {
  try {
    const name = path.basename(file)
    const signs = watch(path.dirname(file), { persistent: false }, (_event, changed) => {
      if (changed === null || changed === name) onSign()
    })
    signs.on('error', () => signs.close())
    return signs
  } catch {
    return null
  }
}
