// The library in the user's data folder: opened, migrated, and set aside when it is damaged, so that the app always starts.
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { isDamage, openDatabase } from './database.ts'
import type { Database } from './database.ts'
import { migrate, UnknownLibrary } from './migrate.ts'
import { migrations } from './migrations/index.ts'

export interface Library {
  readonly db: Database
  /** `memory`: nothing is kept, because the data folder cannot be used. The journal then refuses rather than pretends. */
  readonly kind: 'disk' | 'memory'
  /** Sentences for the person at the window: what happened, what is safe, what to do. */
  readonly notices: readonly string[]
}

/** Never throws for what is on the disk. `log` gets the reasons in full. */
export function openLibrary(folder: string, log: (message: string, error?: unknown) => void): Library {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return openOrSetAside(path.join(folder, 'library.db'), log)
  } catch (error) {
    log('the library cannot be opened', error)
    return { db: openMigrated(':memory:'), kind: 'memory', notices: [unusable(folder)] }
  }
}

function openOrSetAside(file: string, log: (message: string, error?: unknown) => void): Library {
  try {
    return { db: openMigrated(file), kind: 'disk', notices: [] }
  } catch (error) {
    if (error instanceof UnknownLibrary) return openBesideNewer(file, log, error)
    if (!isDamage(error)) throw error
    log('the library is damaged', error)
    const aside = setAside(file)
    return { db: openMigrated(file), kind: 'disk', notices: [damaged(aside)] }
  }
}

// The newer version's recent files and unsaved work stay untouched for the day it is started again.
function openBesideNewer(
  file: string,
  log: (message: string, error?: unknown) => void,
  error: UnknownLibrary,
): Library {
  log('the library was made by a newer version', error)
  const own = file.replace(/\.db$/, `.v${migrations.length}.db`)
  const notice =
    'A newer version of Baton has used this computer. Its recent files and unsaved work are left alone.'
  return { db: openMigrated(own), kind: 'disk', notices: [notice] }
}

function openMigrated(file: string): Database {
  const db = openDatabase(file)
  try {
    migrate(db, migrations)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

// The write-ahead log, which is there while another process has the file open, goes along: left behind, it would be
// replayed into the new library.
function setAside(file: string): string {
  let n = 1
  while (existsSync(`${file}.damaged-${n}`)) n++
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, `${file}.damaged-${n}${suffix}`)
  }
  return `${file}.damaged-${n}`
}

function damaged(aside: string): string {
  return `The library of recent files and unsaved work was damaged. It was set aside as ${aside}, and a new one was started. Files you saved are not affected.`
}

function unusable(folder: string): string {
  return `The folder ${folder} cannot be used, so unsaved work cannot be recovered after a crash. Save often, and check the disk.`
}
