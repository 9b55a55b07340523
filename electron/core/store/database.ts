// Opens a SQLite file the one way this product opens any: durable at every commit, and checked for damage.
import Database from 'better-sqlite3'

export type { Database } from 'better-sqlite3'

/** Settings of a connection are not stored in the file: every open has to make them again. */
export function openDatabase(file: string): Database.Database {
  const db = new Database(file, { timeout: 5_000 })
  try {
    db.pragma('journal_mode = WAL')
    // FULL, because in WAL mode the default forgets the last commits in a power cut.
    db.pragma('synchronous = FULL')
    // macOS answers fsync before the disk has the data; elsewhere this changes nothing.
    db.pragma('fullfsync = ON')
    db.pragma('foreign_keys = ON')
    const check = db.pragma('quick_check(1)', { simple: true })
    if (check !== 'ok') throw new DamagedDatabase(String(check))
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

export class DamagedDatabase extends Error {}

/** True where the file itself is broken, as against busy, locked away or on a full disk. */
export function isDamage(error: unknown): boolean {
  if (error instanceof DamagedDatabase) return true
  return (
    error instanceof Database.SqliteError &&
    (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB')
  )
}

/** SQLite's own code such as `SQLITE_FULL`, if the error comes from there. */
export function sqliteCode(error: unknown): string | undefined {
  return error instanceof Database.SqliteError ? error.code : undefined
}
