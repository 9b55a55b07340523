// The library: migrated step by step, set aside when damaged, never the reason that the app does not start.
import Database from 'better-sqlite3'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/core/store/database.ts'
import { openLibrary } from '../../../electron/core/store/library.ts'
import type { Library } from '../../../electron/core/store/library.ts'
import { migrate, UnknownLibrary } from '../../../electron/core/store/migrate.ts'
import { recentsAndSettings } from '../../../electron/core/store/migrations/0001-recents-and-settings.ts'
import { recoveryJournal } from '../../../electron/core/store/migrations/0002-recovery-journal.ts'
import { windowState } from '../../../electron/core/store/migrations/0003-window-state.ts'
import { migrations } from '../../../electron/core/store/migrations/index.ts'
import { createRecents } from '../../../electron/core/store/recents.ts'
import { createSettings } from '../../../electron/core/store/settings.ts'
import { freshFolder } from '../support/folders.ts'

const silent = (): void => undefined

function tables(db: Database.Database): readonly unknown[] {
  return db.prepare(`select name from sqlite_master where type = 'table' order by name`).pluck().all()
}

describe('migrations', () => {
  it('are these, in this order, for ever', () => {
    expect(migrations).toEqual([recentsAndSettings, recoveryJournal, windowState])
    expect(migrations.map(({ name }) => name)).toEqual([
      '0001-recents-and-settings',
      '0002-recovery-journal',
      '0003-window-state',
    ])
  })

  // The form that a library has after each step, and what a person had put into it by then.
  const steps = [
    {
      migration: recentsAndSettings,
      fill: `insert into recent values ('/a.handoff', 5, 1)`,
      adds: ['place', 'recent', 'setting'],
    },
    {
      migration: recoveryJournal,
      fill: `insert into journal_document values ('d', null, 'n', null, 'b', 5, 'h', 'c')`,
      adds: ['journal_document', 'journal_patch'],
    },
    {
      migration: windowState,
      fill: `insert into window_state values ('main', 1, 2, 3, 4, 0)`,
      adds: ['window_state'],
    },
  ]
  steps.forEach(({ migration }, index) => {
    it(`${migration.name} adds its tables and loses nothing on the way to the newest form`, () => {
      const db = openDatabase(path.join(freshFolder(), 'library.db'))
      migrate(db, migrations.slice(0, index + 1))
      const before = steps.slice(0, index + 1)
      expect(tables(db)).toEqual(['migration', ...before.flatMap(({ adds }) => adds)].sort())
      for (const { fill } of before) db.exec(fill)
      migrate(db, migrations)
      migrate(db, migrations)
      const rows = before.map(({ adds }) =>
        adds.map((table) => db.prepare(`select count(*) from ${table}`).pluck().get()),
      )
      expect(rows.map((counts) => counts.includes(1))).toEqual(before.map(() => true))
      expect(db.prepare('select count(*) from migration').pluck().get()).toBe(migrations.length)
      db.close()
    })
  })

  it('of two hosts that start at once are taken once', () => {
    const file = path.join(freshFolder(), 'library.db')
    const [one, two] = [openDatabase(file), openDatabase(file)]
    migrate(one, migrations)
    migrate(two, migrations)
    expect(two.prepare('select count(*) from migration').pluck().get()).toBe(migrations.length)
    one.close()
    two.close()
  })

  it('that fail half-way leave the library as it was', () => {
    const db = openDatabase(path.join(freshFolder(), 'library.db'))
    migrate(db, migrations.slice(0, 1))
    const broken = { name: '0002-broken', sql: 'create table half (a); create table recent (a);' }
    expect(() => migrate(db, [recentsAndSettings, broken])).toThrow('already exists')
    expect(tables(db)).toEqual(['migration', 'place', 'recent', 'setting'])
    db.close()
  })

  it('do not touch a library of a newer version', () => {
    const db = openDatabase(path.join(freshFolder(), 'library.db'))
    migrate(db, [...migrations, { name: '0099-future', sql: 'create table future (a)' }])
    expect(() => migrate(db, migrations)).toThrow(UnknownLibrary)
    db.close()
  })
})

describe('every connection', () => {
  it('is durable at every commit, on the first open and on every later one', () => {
    const file = path.join(freshFolder(), 'library.db')
    for (let open = 0; open < 2; open++) {
      const db = openDatabase(file)
      const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'fullfsync']
      expect(pragmas.map((name) => db.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 1])
      db.close()
    }
  })
})

describe('a damaged library', () => {
  const damages: readonly [name: string, damage: (file: string) => void][] = [
    [
      'that is no database at all',
      (file) => writeFileSync(file, 'not a database, just some text\n'.repeat(300)),
    ],
    ['with its first page gone', (file) => overwrite(file, 0, 4096)],
    ['with its middle gone', (file) => overwrite(file, 4096, 12_288)],
    ['cut short', (file) => writeFileSync(file, readFileSync(file).subarray(0, 5_000))],
  ]
  for (const [name, damage] of damages) {
    it(`${name} is set aside whole, and said so`, () => {
      const folder = freshFolder()
      const file = path.join(folder, 'library.db')
      fill(openLibrary(folder, silent))
      damage(file)
      const bytes = readFileSync(file)
      const logged: string[] = []
      const library = openLibrary(folder, (message) => void logged.push(message))
      expect([library.kind, library.notices]).toEqual([
        'disk',
        [expect.stringContaining('library.db.damaged-1')],
      ])
      expect(readFileSync(`${file}.damaged-1`).equals(bytes)).toBe(true)
      expect([logged, createRecents(library.db, () => 0).list()]).toEqual([['the library is damaged'], []])
      library.db.close()
    })
  }

  it('is set aside under the next free name', () => {
    const folder = freshFolder()
    for (const n of [1, 2]) {
      writeFileSync(path.join(folder, 'library.db'), 'rubbish '.repeat(1000))
      const library = openLibrary(folder, silent)
      expect(library.notices[0]).toContain(`damaged-${n}`)
      library.db.close()
    }
  })

  it('does not have its write-ahead log replayed into the new one', () => {
    const folder = freshFolder()
    const file = path.join(folder, 'library.db')
    const library = openLibrary(folder, silent)
    library.db.pragma('wal_checkpoint(TRUNCATE)')
    createSettings(library.db).write('theme', '"dark"')
    const copy = freshFolder()
    for (const suffix of ['', '-wal']) copyFileSync(file + suffix, path.join(copy, `library.db${suffix}`))
    library.db.close()
    writeFileSync(path.join(copy, 'library.db'), 'rubbish '.repeat(1000))
    const opened = openLibrary(copy, silent)
    expect(createSettings(opened.db).read().size).toBe(0)
    expect(opened.notices).toHaveLength(1)
    opened.db.close()
  })
})

describe('a library that cannot be used', () => {
  it('because its folder is a file is replaced by memory, and said so', () => {
    const folder = path.join(freshFolder(), 'data')
    writeFileSync(folder, '')
    const library = openLibrary(folder, silent)
    expect([library.kind, library.notices]).toEqual([
      'memory',
      [expect.stringContaining('cannot be recovered')],
    ])
  })

  it('because it is newer stays as it is, beside one of our own', () => {
    const folder = freshFolder()
    const db = openDatabase(path.join(folder, 'library.db'))
    migrate(db, [...migrations, { name: '0099-future', sql: 'create table future (a)' }])
    db.close()
    const library = openLibrary(folder, silent)
    fill(library)
    expect(library.notices).toEqual([expect.stringContaining('newer version')])
    const newer = openDatabase(path.join(folder, 'library.db'))
    expect([
      tables(newer).includes('future'),
      newer.prepare('select count(*) from recent').pluck().get(),
    ]).toEqual([true, 0])
    newer.close()
    expect(readdirSync(folder)).toContain(`library.v${migrations.length}.db`)
  })

  it('is made in a folder that was not there', () => {
    const folder = path.join(freshFolder(), 'a/b/c')
    mkdirSync(path.dirname(folder), { recursive: true })
    const library = openLibrary(folder, silent)
    expect([library.kind, library.notices]).toEqual(['disk', []])
    library.db.close()
  })
})

// Enough rows that the database has pages to damage.
function fill(library: Library): void {
  const settings = createSettings(library.db)
  for (let n = 0; n < 20; n++) settings.write(`key ${n}`, JSON.stringify('x'.repeat(2_000)))
  library.db.close()
}

function overwrite(file: string, from: number, to: number): void {
  const bytes = readFileSync(file)
  bytes.fill(0xab, from, to)
  writeFileSync(file, bytes)
}
