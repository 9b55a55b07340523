import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readDocument } from '../../shared/document/read.ts'
import { baton, file, folder } from './support.ts'

const UNTAGGED = JSON.stringify({
  format: 'handoff',
  version: 1,
  steps: [
    { id: 'a', kind: 'action', name: 'Refund the customer' },
    { id: 'b', kind: 'action', name: 'Xyzzy' },
    { id: 'c', kind: 'action', name: 'Delete the account', consequence: { level: 1 } },
  ],
})

test('tag says what it would tag, and why, and changes nothing', async () => {
  const name = file('untagged.handoff', UNTAGGED)
  const { code, out } = await baton(['tag', name])
  expect(code).toBe(0)
  expect(out).toContain('Refund the customer: consequence 4')
  expect(out).toContain('“refund” in the name: moves money')
  expect(out).toContain('2 steps untagged, 1 with a suggestion')
  expect(readFileSync(path.join(folder, name), 'utf8')).toBe(UNTAGGED)
})

test('tag --apply writes them and leaves what was said', async () => {
  const name = file('untagged.handoff', UNTAGGED)
  expect((await baton(['tag', name, '--apply'])).code).toBe(0)
  const read = readDocument(readFileSync(path.join(folder, name), 'utf8'))
  expect(read.ok && read.value.workflow.steps.map(({ consequence }) => consequence?.level)).toEqual([
    4,
    undefined,
    1,
  ])
})
