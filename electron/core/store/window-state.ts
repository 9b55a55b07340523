// Position and size of a window, kept from one start to the next.
import type { Database } from './database.ts'

export interface WindowState {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}

export interface WindowStates {
  read(name: string): WindowState | null
  write(name: string, state: WindowState): void
}

type Row = Omit<WindowState, 'maximized'> & { readonly maximized: number }

export function createWindowStates(db: Database): WindowStates {
  const get = db.prepare<[string], Row>(
    'select x, y, width, height, maximized from window_state where name = ?',
  )
  const put = db.prepare(
    `insert into window_state (name, x, y, width, height, maximized) values (?, ?, ?, ?, ?, ?)
     on conflict (name) do update set x = excluded.x, y = excluded.y, width = excluded.width,
       height = excluded.height, maximized = excluded.maximized`,
  )
  return {
    read(name) {
      const row = get.get(name)
      return row === undefined ? null : { ...row, maximized: row.maximized === 1 }
    },
    write(name, { x, y, width, height, maximized }) {
      put.run(name, x, y, width, height, Number(maximized))
    },
  }
}
