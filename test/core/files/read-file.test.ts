// Reading: whole and as text, or refused with the reason and the limit.
import { execFileSync } from 'node:child_process'
import { mkdirSync, openSync, closeSync, ftruncateSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../electron/core/files/file-system.ts'
import { readTextFile } from '../../../electron/core/files/read-file.ts'
import { MAX_DOCUMENT_BYTES } from '../../../shared/host/contract.ts'
import { fingerprint } from '../../../shared/support/sha256.ts'
import { freshFolder } from '../support/folders.ts'

describe('reading', () => {
  it('answers text, name, hash and whether it may be written', async () => {
    const file = path.join(freshFolder(), 'übergabe.handoff')
    writeFileSync(file, '{"name":"Rückgabe"}', { mode: 0o444 })
    expect(await readTextFile(nodeFileSystem, file)).toEqual({
      path: file,
      name: 'übergabe.handoff',
      text: '{"name":"Rückgabe"}',
      hash: fingerprint('{"name":"Rückgabe"}'),
      writable: false,
    })
  })

  const refusals: readonly [name: string, make: (file: string) => void, code: string, message: string][] = [
    ['nothing', () => undefined, 'not-found', 'a.json could not be read: it does not exist.'],
    ['a folder', (file) => mkdirSync(file), 'bad-input', 'a.json is not a file.'],
    [
      'a circle of links',
      (file) => symlinkSync(file, file),
      'not-found',
      'a.json could not be read: its links lead in a circle.',
    ],
    [
      'bytes that are no text',
      (file) => writeFileSync(file, Buffer.from([0x7b, 0xff, 0xfe])),
      'bad-input',
      'a.json is not text in UTF-8.',
    ],
    [
      'a file over the limit',
      (file) => makeHole(file, MAX_DOCUMENT_BYTES + 1),
      'too-large',
      'a.json has 32.0 MB; files up to 32.0 MB can be opened.',
    ],
    [
      'a file far over the limit',
      (file) => makeHole(file, 2 ** 32),
      'too-large',
      'a.json has 4096.0 MB; files up to 32.0 MB can be opened.',
    ],
  ]
  for (const [name, make, code, message] of refusals) {
    it(`refuses ${name}`, async () => {
      const file = path.join(freshFolder(), 'a.json')
      make(file)
      await expect(readTextFile(nodeFileSystem, file)).rejects.toMatchObject({ code, message })
    })
  }

  it.skipIf(process.platform === 'win32')('does not wait for the other end of a pipe', async () => {
    const file = path.join(freshFolder(), 'pipe')
    execFileSync('mkfifo', [file])
    await expect(readTextFile(nodeFileSystem, file)).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('opens a file of exactly the limit', async () => {
    const file = path.join(freshFolder(), 'a.json')
    writeFileSync(file, Buffer.alloc(MAX_DOCUMENT_BYTES, 32))
    expect((await readTextFile(nodeFileSystem, file)).text).toHaveLength(MAX_DOCUMENT_BYTES)
  })
})

// A hole takes no room on the disk.
function makeHole(file: string, size: number): void {
  const handle = openSync(file, 'w')
  ftruncateSync(handle, size)
  closeSync(handle)
}
