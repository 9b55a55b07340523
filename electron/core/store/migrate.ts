// Brings a library to its newest form, one named step after another, each exactly once.
import type { Database } from './database.ts'

export interface Migration {
  /** Number and purpose. Stored in the library: a released name never changes. */
  readonly name: string
  readonly sql: string
}

/** The library was made by a newer version of the app, or by steps this one does not know. */
export class UnknownLibrary extends Error {}

/** Throws UnknownLibrary, having changed nothing, when the steps taken are not the first of `steps`. */
export function migrate(db: Database, steps: readonly Migration[]): void {
  const run = db.transaction(() => {
    db.exec('create table if not exists migration (position integer primary key, name text not null) strict')
    const taken = db.prepare<[], string>('select name from migration order by position').pluck().all()
    taken.forEach((name, position) => {
      if (steps[position]?.name !== name) throw new UnknownLibrary(name)
    })
    const note = db.prepare<[number, string]>('insert into migration (position, name) values (?, ?)')
    steps.slice(taken.length).forEach((step, index) => {
      db.exec(step.sql)
      note.run(taken.length + index, step.name)
    })
  })
  // Immediate: two hosts that start at once must not both find the step missing.
  run.immediate()
}
