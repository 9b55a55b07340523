// Saving: either the old text or the new, never a mixture, never over somebody else's work.
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { contentHash } from '../../../electron/core/files/content-hash.ts'
import { nodeFileSystem } from '../../../electron/core/files/file-system.ts'
import type { FileSystem } from '../../../electron/core/files/file-system.ts'
import { saveFile } from '../../../electron/core/files/write-file.ts'
import { fingerprint } from '../../../shared/support/sha256.ts'
import { failingFileSystem } from '../support/failing-file-system.ts'
import { freshFolder } from '../support/folders.ts'

const OLD = '{"version":"old"}\n'
const NEW = '{"version":"new"}\n'
const hashOf = (text: string): string => contentHash(Buffer.from(text))

function save(file: string, baseHash: string | null, fs: FileSystem = nodeFileSystem): Promise<string> {
  return saveFile(fs, { path: file, text: NEW, baseHash, replace: 'unchanged' })
}

function documentIn(folder: string, text = OLD): string {
  const file = path.join(folder, 'refunds.handoff')
  writeFileSync(file, text)
  return file
}

describe('saving', () => {
  it('writes a new file and answers the hash that the core computes too', async () => {
    const folder = freshFolder()
    const file = path.join(folder, 'new.handoff')
    expect(await save(file, null)).toBe(fingerprint(NEW))
    expect({ text: readFileSync(file, 'utf8'), names: readdirSync(folder) }).toEqual({
      text: NEW,
      names: ['new.handoff'],
    })
  })

  it('keeps the last good copy of a document, and only of a document', async () => {
    const folder = freshFolder()
    const file = documentIn(folder)
    const svg = path.join(folder, 'picture.svg')
    writeFileSync(svg, OLD)
    await save(file, hashOf(OLD))
    await save(svg, hashOf(OLD))
    expect(readFileSync(`${file}.bak`, 'utf8')).toBe(OLD)
    expect(readdirSync(folder).sort()).toEqual(['picture.svg', 'refunds.handoff', 'refunds.handoff.bak'])
  })

  it('keeps permissions', async () => {
    const file = documentIn(freshFolder())
    chmodSync(file, 0o664)
    await save(file, hashOf(OLD))
    expect(statSync(file).mode & 0o777).toBe(0o664)
  })

  it('follows links to their target and leaves them links', async () => {
    const folder = freshFolder()
    mkdirSync(path.join(folder, 'real'))
    const real = documentIn(path.join(folder, 'real'))
    const link = path.join(folder, 'link.handoff')
    symlinkSync('real/refunds.handoff', link)
    const dangling = path.join(folder, 'dangling.handoff')
    symlinkSync('real/later.handoff', dangling)
    await save(link, hashOf(OLD))
    await save(dangling, null)
    expect([readlinkSync(link), readFileSync(real, 'utf8')]).toEqual(['real/refunds.handoff', NEW])
    expect(readFileSync(path.join(folder, 'real/later.handoff'), 'utf8')).toBe(NEW)
  })

  it('refuses links that lead in a circle', async () => {
    const folder = freshFolder()
    symlinkSync('b.handoff', path.join(folder, 'a.handoff'))
    symlinkSync('a.handoff', path.join(folder, 'b.handoff'))
    await expect(save(path.join(folder, 'a.handoff'), null)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('says that a file is read-only, to root as well', async () => {
    const file = documentIn(freshFolder())
    chmodSync(file, 0o444)
    await expect(save(file, hashOf(OLD))).rejects.toMatchObject({
      code: 'forbidden',
      message: 'refunds.handoff is read-only. Save it under another name.',
    })
    expect(readFileSync(file, 'utf8')).toBe(OLD)
  })

  it('says that the folder is gone', async () => {
    const file = path.join(freshFolder(), 'gone', 'refunds.handoff')
    await expect(save(file, null)).rejects.toMatchObject({
      code: 'not-found',
      message: 'refunds.handoff could not be saved: it does not exist.',
    })
  })

  it('counts a repeat of the same save as done', async () => {
    const file = documentIn(freshFolder(), NEW)
    expect(await save(file, hashOf(OLD))).toBe(hashOf(NEW))
  })

  it('clears away the temporary files of a process that was killed, and no others', async () => {
    const folder = freshFolder()
    const file = documentIn(folder)
    const dead = path.join(folder, '.refunds.handoff.4194303-abc.baton-tmp')
    const fresh = path.join(folder, '.refunds.handoff.4194303-def.baton-tmp')
    const ours = path.join(folder, `.refunds.handoff.${process.pid}-abc.baton-tmp`)
    const others = path.join(folder, '.other.handoff.4194303-abc.baton-tmp')
    for (const left of [dead, fresh, ours, others]) writeFileSync(left, 'half')
    for (const old of [dead, ours, others]) utimesSync(old, 1_000, 1_000)
    await save(file, hashOf(OLD))
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('tmp'))
        .sort(),
    ).toEqual([fresh, ours, others].map((left) => path.basename(left)).sort())
  })
})

describe('conflicts', () => {
  it('are found by content when size and date are the same', async () => {
    const file = documentIn(freshFolder())
    const { atime, mtime } = statSync(file)
    const other = OLD.replace('old', 'OLD')
    writeFileSync(file, other)
    utimesSync(file, atime, mtime)
    await expect(save(file, hashOf(OLD))).rejects.toMatchObject({
      code: 'conflict',
      message: 'refunds.handoff was changed by another program or window. Nothing was written.',
      details: { hash: hashOf(other) },
    })
    expect(readFileSync(file, 'utf8')).toBe(other)
  })

  it('are not made of a date that alone has changed', async () => {
    const file = documentIn(freshFolder())
    utimesSync(file, 5_000, 5_000)
    expect(await save(file, hashOf(OLD))).toBe(hashOf(NEW))
  })

  it('are a file that is gone, and a file that should not be there', async () => {
    const file = documentIn(freshFolder())
    await expect(save(`${file}.x`, hashOf(OLD))).rejects.toMatchObject({
      code: 'conflict',
      details: { hash: null },
    })
    await expect(save(file, null)).rejects.toMatchObject({ code: 'conflict', details: { hash: hashOf(OLD) } })
  })

  it('end when the person decides to overwrite', async () => {
    const file = documentIn(freshFolder())
    await saveFile(nodeFileSystem, { path: file, text: NEW, baseHash: null, replace: 'always' })
    expect([readFileSync(file, 'utf8'), readFileSync(`${file}.bak`, 'utf8')]).toEqual([NEW, OLD])
  })

  // The other program strikes right before one of our calls; whichever it is, its work is still on the disk afterwards.
  const strikes = [
    { name: 'writes into the file', strike: (file: string) => writeFileSync(file, 'theirs') },
    {
      name: 'replaces the file',
      strike: (file: string) => {
        writeFileSync(`${file}.theirs`, 'theirs')
        renameSync(`${file}.theirs`, file)
      },
    },
  ]
  for (const { name, strike } of strikes) {
    for (const call of ['open', 'link'] as const) {
      it(`are noticed when another program ${name} before our ${call}`, async () => {
        const file = documentIn(freshFolder())
        let struck = false
        const fs = new Proxy(nodeFileSystem, {
          get(target, key) {
            const member: unknown = Reflect.get(target, key)
            if (key !== call || typeof member !== 'function') return member
            return (...words: unknown[]) => {
              const isOurs = call === 'link' || words[1] === 'wx'
              if (isOurs && !struck) {
                struck = true
                strike(file)
              }
              return (member as (...words: unknown[]) => unknown).apply(target, words)
            }
          },
        })
        await expect(save(file, hashOf(OLD), fs)).rejects.toMatchObject({ code: 'conflict' })
        expect([struck, readFileSync(file, 'utf8')]).toEqual([true, 'theirs'])
      })
    }
  }

  it('are noticed when another program creates the file at the last moment', async () => {
    const folder = freshFolder()
    const file = path.join(folder, 'new.handoff')
    const fs = {
      ...nodeFileSystem,
      link: async (from: string, to: string) => {
        if (to === file) writeFileSync(file, 'theirs')
        linkSync(from, to)
      },
    } as FileSystem
    await expect(save(file, null, fs)).rejects.toMatchObject({ code: 'conflict' })
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['theirs', ['new.handoff']])
  })
})

describe('faults', () => {
  const codes = ['ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EBUSY', 'EMFILE', 'EROFS', 'ETXTBSY']
  for (const code of codes) {
    it(`with ${code} at each call in turn leave the old text or the new one, and are told`, async () => {
      const { calls } = await saveWithFault(0, code)
      expect(calls.length).toBeGreaterThan(15)
      const outcomes = []
      for (let failAt = 1; failAt <= calls.length; failAt++) outcomes.push(await saveWithFault(failAt, code))
      // A save that was not told as failed must have happened: anything else is a loss nobody hears of.
      const lost = outcomes.filter(({ text, error }) => text !== NEW && (text !== OLD || error === null))
      expect(lost).toEqual([])
      // A failing unlink cannot be cleaned up after; everything else is.
      const littered = outcomes.filter(({ failed, strays }) => failed !== 'unlink' && strays.length > 0)
      expect(littered).toEqual([])
      expect(outcomes.filter(({ error }) => error !== null).length).toBeGreaterThan(8)
    })
  }

  async function saveWithFault(failAt: number, code: string) {
    const folder = freshFolder()
    const file = documentIn(folder)
    const { fileSystem, calls } = failingFileSystem(failAt, code)
    const error = await save(file, hashOf(OLD), fileSystem).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    const strays = readdirSync(folder).filter((name) => name.endsWith('tmp'))
    return { failed: calls[failAt - 1], text: readFileSync(file, 'utf8'), error, strays, calls }
  }

  it('after which the next save succeeds unaided', async () => {
    const file = documentIn(freshFolder())
    const { fileSystem } = failingFileSystem(8, 'ENOSPC')
    await expect(save(file, hashOf(OLD), fileSystem)).rejects.toMatchObject({ code: 'io' })
    expect(await save(file, hashOf(OLD))).toBe(hashOf(NEW))
  })

  it('syncs the file before the rename and the folder after it', async () => {
    const file = documentIn(freshFolder())
    const { fileSystem, calls } = failingFileSystem(0, '')
    await save(file, hashOf(OLD), fileSystem)
    const order = calls.filter((call) => ['handle.writeFile', 'handle.sync', 'rename'].includes(call))
    // The first rename puts the backup in its place.
    expect(order).toEqual(['handle.writeFile', 'handle.sync', 'rename', 'rename', 'handle.sync'])
  })
})

describe('a full disk', () => {
  // Only an administrator may mount a disk of three megabytes, and not in every container; elsewhere the faults above
  // have to do.
  const mayMount = canMount()
  it.runIf(mayMount)('leaves the old text and no half file, and is told by name', async () => {
    const folder = freshFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder])
    onTestFinished(() => void execFileSync('umount', [folder]))
    const file = documentIn(folder)
    writeFileSync(path.join(folder, 'filler'), Buffer.alloc(2_900_000))
    const text = 'x'.repeat(400_000)
    const request = { path: file, text, baseHash: hashOf(OLD), replace: 'unchanged' } as const
    await expect(saveFile(nodeFileSystem, request)).rejects.toMatchObject({
      code: 'io',
      message: 'refunds.handoff could not be saved: the disk is full.',
    })
    expect([readFileSync(file, 'utf8'), readdirSync(folder).sort()]).toEqual([
      OLD,
      ['filler', 'refunds.handoff'],
    ])
    writeFileSync(path.join(folder, 'filler'), '')
    expect(await saveFile(nodeFileSystem, request)).toBe(hashOf(text))
  })

  it.runIf(mayMount)('that is read-only is told as such', async () => {
    const folder = freshFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
    onTestFinished(() => void execFileSync('umount', [folder]))
    const file = documentIn(folder)
    execFileSync('mount', ['-o', 'remount,ro', folder])
    await expect(save(file, hashOf(OLD))).rejects.toMatchObject({
      code: 'forbidden',
      message: 'refunds.handoff could not be saved: the disk is read-only.',
    })
  })
})

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(path.join(os.tmpdir(), 'baton-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder])
    return true
  } catch {
    return false
  } finally {
    rmdirSync(folder)
  }
}
