// Who a document in the journal belongs to: a window of a host that may or may not still be alive.
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ClientId } from '../ports.ts'
import { isLocked, takeLifeLock } from './life-lock.ts'

export interface Owner {
  readonly host: string
  readonly client: ClientId
}

export interface Owners {
  /** Name of this host: its process id and a start nonce. */
  readonly host: string
  isAlive(owner: Owner): boolean
  close(): void
}

/** `folder: null` when nothing is kept on disk. `hasClient` tells which windows of this very host are connected. */
export function createOwners(folder: string | null, hasClient: (client: ClientId) => boolean): Owners {
  const host = `${process.pid}-${randomUUID()}`
  const isOwn = (owner: Owner): boolean => owner.host === host
  if (folder === null)
    return { host, isAlive: (owner) => isOwn(owner) && hasClient(owner.client), close() {} }
  const locks = path.join(folder, 'run')
  mkdirSync(locks, { recursive: true, mode: 0o700 })
  removeLocksOfTheDead(locks)
  const file = lockFile(locks, host)
  const lock = takeLifeLock(file)
  return {
    host,
    isAlive: (owner) => (isOwn(owner) ? hasClient(owner.client) : isLocked(lockFile(locks, owner.host))),
    close() {
      lock?.release()
      rmSync(file, { force: true })
    },
  }
}

function lockFile(folder: string, host: string): string {
  return path.join(folder, `${host}.life`)
}

// The minute of grace is for a host that has created its file and is about to lock it.
function removeLocksOfTheDead(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    if (!/^\d+-.*\.life$/.test(name) || isLocked(file)) continue
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > 60_000) rmSync(file, { force: true })
  }
}
