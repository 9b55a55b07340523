import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { writeDocument } from '../../shared/document/write.ts'
import { baton, COVERED, file, folder } from './support.ts'

const SHUFFLED = JSON.stringify({ ...COVERED, steps: [...COVERED.steps].reverse() })

test('fmt writes the canonical form in place, and is content with it afterwards', async () => {
  const name = file('shuffled.handoff', SHUFFLED)
  expect((await baton(['fmt', '--check', name])).code).toBe(1)
  expect((await baton(['fmt', name])).code).toBe(0)
  expect(readFileSync(path.join(folder, name), 'utf8')).toBe(writeDocument(COVERED))
  expect((await baton(['fmt', '--check', name])).code).toBe(0)
})

test('fmt - is a filter', async () => {
  expect((await baton(['fmt', '-'], SHUFFLED)).out).toBe(writeDocument(COVERED))
})

test('a newer document is never rewritten', async () => {
  const text = JSON.stringify({ ...COVERED, version: 99 })
  const name = file('newer.handoff', text)
  expect((await baton(['fmt', name])).code).toBe(2)
  expect(readFileSync(path.join(folder, name), 'utf8')).toBe(text)
})
