// A lock that lives exactly as long as its process: the system takes it away at death, kill -9 included, so it is
// never stale, and a process id that was given out again cannot fool it. SQLite's file lock is the only such lock
// that Node can reach on all three systems.
import Database from 'better-sqlite3'
import { sqliteCode } from './database.ts'

export interface LifeLock {
  release(): void
}

/** The lock, or null when a living process (this one included) holds it. Throws on a folder that cannot be written. */
export function takeLifeLock(file: string): LifeLock | null {
  const db = new Database(file, { timeout: 0 })
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY') === true) return null
    throw error
  }
  return {
    // The file stays: removing it could take away the lock of a process that has just taken it over.
    release() {
      db.close()
    },
  }
}

/** Whether a living process holds the lock of this file. */
export function isLocked(file: string): boolean {
  let db: Database.Database
  try {
    db = new Database(file, { timeout: 0, fileMustExist: true })
  } catch {
    return false
  }
  try {
    // Only reads, so that two processes asking at the same time do not take each other for the owner.
    db.pragma('schema_version')
    return false
  } catch (error) {
    return sqliteCode(error)?.startsWith('SQLITE_BUSY') === true
  } finally {
    db.close()
  }
}
