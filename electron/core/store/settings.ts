// The user's settings, each a JSON value under its key, and the folder last used.
import { HostError } from '../../../shared/host/wire.ts'
import type { Database } from './database.ts'

/** Characters of one setting. Panes and choices are small; a document belongs in a file. */
export const MAX_SETTING_LENGTH = 256 * 1024
export const MAX_SETTINGS = 1_000

export interface Settings {
  read(): ReadonlyMap<string, string>
  /** `json` is the value as JSON text. Throws a HostError `too-large`. */
  write(key: string, json: string): void
  lastFolder(): string | null
  setLastFolder(folder: string): void
}

export function createSettings(db: Database): Settings {
  const all = db.prepare<[], [string, string]>('select key, value from setting order by key').raw()
  const count = db.prepare<[string], number>('select count(*) from setting where key <> ?').pluck()
  const put = db.prepare<[string, string]>(
    'insert into setting (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  )
  const place = db.prepare<[], string>(`select path from place where name = 'last-folder'`).pluck()
  const putPlace = db.prepare<[string]>(
    `insert into place (name, path) values ('last-folder', ?)
     on conflict (name) do update set path = excluded.path`,
  )
  return {
    read: () => new Map(all.all()),
    write(key, json) {
      if (json.length > MAX_SETTING_LENGTH) {
        throw new HostError(
          'too-large',
          `A setting may have ${MAX_SETTING_LENGTH} characters, not ${json.length}.`,
        )
      }
      if ((count.get(key) ?? 0) >= MAX_SETTINGS) {
        throw new HostError('too-large', `There may be ${MAX_SETTINGS} settings.`)
      }
      put.run(key, json)
    },
    lastFolder: () => place.get() ?? null,
    setLastFolder: (folder) => void putPlace.run(folder),
  }
}
