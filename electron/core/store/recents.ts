// Files opened before, newest first.
import type { Database } from './database.ts'

export const MAX_RECENTS = 20

export interface Recents {
  list(): readonly { readonly path: string; readonly openedAt: number }[]
  add(path: string): void
  clear(): void
}

export function createRecents(db: Database, now: () => number): Recents {
  const list = db.prepare<[], { path: string; openedAt: number }>(
    'select path, opened_at openedAt from recent order by turn desc',
  )
  const put = db.prepare<[string, number]>(
    `insert into recent (path, opened_at, turn) values (?, ?, (select coalesce(max(turn), 0) + 1 from recent))
     on conflict (path) do update set opened_at = excluded.opened_at, turn = excluded.turn`,
  )
  const trim = db.prepare<[number]>(
    'delete from recent where path not in (select path from recent order by turn desc limit ?)',
  )
  const clear = db.prepare('delete from recent')
  const add = db.transaction((path: string) => {
    put.run(path, now())
    trim.run(MAX_RECENTS)
  })
  return {
    list: () => list.all(),
    add: (path) => add.immediate(path),
    clear: () => void clear.run(),
  }
}
