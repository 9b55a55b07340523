// The file browser's view of a folder.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { browseFolder, MAX_ENTRIES } from '../../../electron/core/files/browse.ts'
import { nodeFileSystem } from '../../../electron/core/files/file-system.ts'
import { freshFolder } from '../support/folders.ts'

it('lists folders first, then files, as people sort them, and leaves hidden ones out', async () => {
  const folder = freshFolder()
  for (const name of ['b.json', 'a10.json', 'a9.json', '.hidden']) writeFileSync(path.join(folder, name), '')
  mkdirSync(path.join(folder, 'zoo'))
  symlinkSync('zoo', path.join(folder, 'link'))
  symlinkSync('nowhere', path.join(folder, 'broken'))
  const listed = await browseFolder(nodeFileSystem, folder)
  expect(listed.entries.map(({ name, folder: isFolder }) => (isFolder ? `${name}/` : name))).toEqual([
    'link/',
    'zoo/',
    'a9.json',
    'a10.json',
    'b.json',
    'broken',
  ])
  expect([listed.path, listed.parent, listed.truncated]).toEqual([folder, path.dirname(folder), false])
})

it('says when there is more than it lists', async () => {
  const folder = freshFolder()
  for (let n = 0; n <= MAX_ENTRIES; n++) writeFileSync(path.join(folder, `${n}.json`), '')
  const listed = await browseFolder(nodeFileSystem, folder)
  expect([listed.entries.length, listed.truncated]).toEqual([MAX_ENTRIES, true])
})

it('has no parent above the root', async () => {
  expect((await browseFolder(nodeFileSystem, path.parse(process.cwd()).root)).parent).toBeNull()
})

it('refuses a folder that is gone', async () => {
  await expect(browseFolder(nodeFileSystem, path.join(freshFolder(), 'gone'))).rejects.toMatchObject({
    code: 'not-found',
    message: 'gone could not be listed: it does not exist.',
  })
})
