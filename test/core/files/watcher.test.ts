// Watching: news is other bytes, from whomever, told once to each window that does not know them.
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { nodeFileSystem } from '../../../electron/core/files/file-system.ts'
import { createWatcher } from '../../../electron/core/files/watcher.ts'
import type { Watcher } from '../../../electron/core/files/watcher.ts'
import { fingerprint } from '../../../shared/support/sha256.ts'
import { freshFolder } from '../support/folders.ts'

interface Setting {
  readonly watcher: Watcher
  readonly file: string
  /** `<client> <content>` for each event; the content is `gone` when the file is. */
  readonly news: string[]
}

function watched(pollMs = 60_000): Setting {
  const file = path.join(freshFolder(), 'a.handoff')
  writeFileSync(file, 'one')
  const news: string[] = []
  const contents = new Map(['one', 'two', 'three'].map((text) => [fingerprint(text), text]))
  const watcher = createWatcher({
    fileSystem: nodeFileSystem,
    settleMs: 20,
    pollMs,
    onChanged: (client, _path, hash) => news.push(`${client} ${hash === null ? 'gone' : contents.get(hash)}`),
  })
  onTestFinished(() => watcher.close())
  return { watcher, file, news }
}

const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150))

describe('a watched file', () => {
  it('is told of when it is written, replaced, removed and made again', async () => {
    const { watcher, file, news } = watched()
    await watcher.watch('ann', file)
    writeFileSync(file, 'two')
    await vi.waitFor(() => expect(news).toEqual(['ann two']))
    writeFileSync(`${file}.new`, 'three')
    renameSync(`${file}.new`, file)
    await vi.waitFor(() => expect(news).toEqual(['ann two', 'ann three']))
    rmSync(file)
    await vi.waitFor(() => expect(news.at(-1)).toBe('ann gone'))
    writeFileSync(file, 'one')
    await vi.waitFor(() => expect(news.at(-1)).toBe('ann one'))
  })

  it('is no news with another date and the same bytes', async () => {
    const { watcher, file, news } = watched()
    await watcher.watch('ann', file)
    utimesSync(file, 5, 5)
    writeFileSync(file, 'one')
    await quiet()
    expect(news).toEqual([])
  })

  it('is no news to the window that wrote it, but to the other one', async () => {
    const { watcher, file, news } = watched()
    await watcher.watch('ann', file)
    await watcher.watch('bob', file)
    writeFileSync(file, 'two')
    watcher.knows('ann', file, fingerprint('two'))
    await vi.waitFor(() => expect(news).toEqual(['bob two']))
    await quiet()
    expect(news).toEqual(['bob two'])
  })

  it('is told of when it changed between reading and watching', async () => {
    const { watcher, file, news } = watched()
    watcher.knows('ann', file, fingerprint('one'))
    writeFileSync(file, 'two')
    await watcher.watch('ann', file)
    await vi.waitFor(() => expect(news).toEqual(['ann two']))
  })

  it('is told of once for many writes in a row', async () => {
    const { watcher, file, news } = watched()
    await watcher.watch('ann', file)
    for (const text of ['x', 'xx', 'two']) writeFileSync(file, text)
    await vi.waitFor(() => expect(news).toEqual(['ann two']))
  })

  it('is left alone after unwatching', async () => {
    const { watcher, file, news } = watched()
    await watcher.watch('ann', file)
    await watcher.watch('bob', file)
    watcher.unwatch('ann', file)
    watcher.unwatchAll('bob')
    writeFileSync(file, 'two')
    await quiet()
    expect(news).toEqual([])
  })

  it('is found changed by looking, where the system gives no signs', async () => {
    const { watcher, file, news } = watched(30)
    // A folder that is not there cannot be watched, and nothing tells when it comes.
    const folder = path.join(path.dirname(file), 'later')
    await watcher.watch('ann', path.join(folder, 'a.handoff'))
    mkdirSync(folder)
    renameSync(file, path.join(folder, 'a.handoff'))
    await vi.waitFor(() => expect(news).toEqual(['ann one']))
  })
})
