// The recovery journal: what it keeps, for whom, and what it refuses.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createJournal } from '../../../electron/core/store/journal.ts'
import type { Journal } from '../../../electron/core/store/journal.ts'
import { openLibrary } from '../../../electron/core/store/library.ts'
import type { Library } from '../../../electron/core/store/library.ts'
import { createOwners } from '../../../electron/core/store/owners.ts'
import { freshFolder } from '../support/folders.ts'

interface Host {
  readonly journal: Journal
  readonly library: Library
  readonly windows: Set<string>
  stop(): void
}

function startHost(folder: string): Host {
  const windows = new Set(['ann', 'bob'])
  const library = openLibrary(folder, () => undefined)
  const owners = createOwners(folder, (client) => windows.has(client))
  let clock = 1_000
  const journal = createJournal(library, owners, () => clock++)
  const stop = (): void => {
    owners.close()
    library.db.close()
  }
  return { journal, library, windows, stop }
}

const begin = (document: string, text = 'base') => ({
  document,
  path: null,
  name: 'Untitled',
  savedHash: null,
  text,
})

describe('the journal', () => {
  it('gives back the text and the edits in order, newest document first', () => {
    const host = startHost(freshFolder())
    host.journal.begin('ann', { ...begin('one'), path: '/a.handoff', savedHash: 'sha256:1' })
    host.journal.begin('ann', begin('two'))
    host.journal.append('ann', { document: 'one', sequence: 1, patch: 'p1' })
    host.journal.append('ann', { document: 'one', sequence: 2, patch: 'p2' })
    expect(host.journal.recover('ann')).toEqual([
      {
        document: 'one',
        path: '/a.handoff',
        name: 'Untitled',
        savedHash: 'sha256:1',
        base: 'base',
        patches: ['p1', 'p2'],
        editedAt: 1_003,
      },
      {
        document: 'two',
        path: null,
        name: 'Untitled',
        savedHash: null,
        base: 'base',
        patches: [],
        editedAt: 1_001,
      },
    ])
    host.stop()
  })

  it('ignores an edit that it has and refuses one that leaves a hole', () => {
    const host = startHost(freshFolder())
    host.journal.begin('ann', begin('one'))
    host.journal.append('ann', { document: 'one', sequence: 1, patch: 'p1' })
    host.journal.append('ann', { document: 'one', sequence: 1, patch: 'another' })
    expect(() => host.journal.append('ann', { document: 'one', sequence: 3, patch: 'p3' })).toThrow(
      expect.objectContaining({ code: 'conflict', details: { expected: 2 } }),
    )
    expect(host.journal.recover('ann')[0]?.patches).toEqual(['p1'])
    host.stop()
  })

  it('starts a document anew with its whole text', () => {
    const host = startHost(freshFolder())
    host.journal.begin('ann', begin('one'))
    host.journal.append('ann', { document: 'one', sequence: 1, patch: 'p1' })
    host.journal.begin('ann', begin('one', 'base with p1'))
    host.journal.append('ann', { document: 'one', sequence: 1, patch: 'p2' })
    expect(host.journal.recover('ann').map(({ base, patches }) => ({ base, patches }))).toEqual([
      { base: 'base with p1', patches: ['p2'] },
    ])
    host.stop()
  })

  it('forgets what was ended, and knows nothing of what was not begun', () => {
    const host = startHost(freshFolder())
    host.journal.begin('ann', begin('one'))
    host.journal.end('ann', 'one')
    host.journal.end('ann', 'never')
    expect(host.journal.recover('ann')).toEqual([])
    expect(() => host.journal.append('ann', { document: 'one', sequence: 1, patch: '' })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    )
    host.stop()
  })

  it('keeps names of documents apart from everything else', () => {
    const host = startHost(freshFolder())
    for (const document of ['__proto__', "'; drop table journal_document; --", 'constructor']) {
      host.journal.begin('ann', begin(document))
    }
    expect(
      host.journal
        .recover('ann')
        .map(({ document }) => document)
        .sort(),
    ).toEqual(["'; drop table journal_document; --", '__proto__', 'constructor'].sort())
    host.stop()
  })

  it('does not pretend where nothing can be kept', () => {
    const library = openLibrary('/dev/null/data', () => undefined)
    const journal = createJournal(
      library,
      createOwners(null, () => true),
      () => 0,
    )
    for (const act of [() => journal.begin('ann', begin('one')), () => journal.recover('ann')]) {
      expect(act).toThrow(expect.objectContaining({ code: 'io' }))
    }
  })

  it('says that the disk is full, and goes on when it is not any more', () => {
    const host = startHost(freshFolder())
    host.journal.begin('ann', begin('one'))
    const pages = Number(host.library.db.pragma('page_count', { simple: true }))
    host.library.db.pragma(`max_page_count = ${pages + 1}`)
    const edit = { document: 'one', sequence: 1, patch: 'x'.repeat(100_000) }
    expect(() => host.journal.append('ann', edit)).toThrow(
      expect.objectContaining({
        code: 'io',
        message: 'Unsaved work could not be kept for recovery: the disk is full.',
      }),
    )
    host.library.db.pragma('max_page_count = 100000')
    host.journal.append('ann', edit)
    expect(host.journal.recover('ann')[0]?.patches).toEqual([edit.patch])
    host.stop()
  })
})

describe('a document', () => {
  it('of a living window is neither offered to another nor taken by it', () => {
    const host = startHost(freshFolder())
    host.journal.begin('ann', begin('one'))
    expect(host.journal.recover('bob')).toEqual([])
    const acts = [
      () => host.journal.begin('bob', begin('one')),
      () => host.journal.append('bob', { document: 'one', sequence: 1, patch: '' }),
      () => host.journal.end('bob', 'one'),
    ]
    for (const act of acts) expect(act).toThrow(expect.objectContaining({ code: 'conflict' }))
    expect(host.journal.recover('ann')).toHaveLength(1)
    host.stop()
  })

  it('of a window that has gone is offered to one window, and then belongs to it', () => {
    const host = startHost(freshFolder())
    host.windows.add('cat')
    host.journal.begin('ann', begin('one'))
    host.windows.delete('ann')
    expect(host.journal.recover('bob').map(({ document }) => document)).toEqual(['one'])
    expect(host.journal.recover('cat')).toEqual([])
    host.stop()
  })

  it('of another living host is left alone, and offered when that host has stopped', () => {
    const folder = freshFolder()
    const [first, second] = [startHost(folder), startHost(folder)]
    first.journal.begin('ann', begin('one'))
    // The same name of a window in another host is another window.
    expect(second.journal.recover('ann')).toEqual([])
    first.stop()
    expect(second.journal.recover('ann').map(({ document }) => document)).toEqual(['one'])
    second.stop()
  })

  it('of another process is left alone until that process is killed', async () => {
    const folder = freshFolder()
    const other = await startOtherProcess(folder)
    const host = startHost(folder)
    expect(host.journal.recover('ann')).toEqual([])
    other.kill('SIGKILL')
    await new Promise((resolve) => other.once('exit', resolve))
    expect(host.journal.recover('ann').map(({ document, patches }) => ({ document, patches }))).toEqual([
      { document: 'theirs', patches: ['p1'] },
    ])
    host.stop()
  })
})

async function startOtherProcess(folder: string): Promise<ChildProcess> {
  const store = pathToFileURL(path.resolve('electron/core/store')).href
  const program = `
    import { openLibrary } from '${store}/library.ts'
    import { createOwners } from '${store}/owners.ts'
    import { createJournal } from '${store}/journal.ts'
    const library = openLibrary(process.argv[1], console.error)
    const journal = createJournal(library, createOwners(process.argv[1], () => true), Date.now)
    journal.begin('ann', { document: 'theirs', path: null, name: '', savedHash: null, text: '' })
    journal.append('ann', { document: 'theirs', sequence: 1, patch: 'p1' })
    process.stdout.write('ready')
    setInterval(() => {}, 1000)`
  const words = ['--input-type=module', '--eval', program, folder]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}
