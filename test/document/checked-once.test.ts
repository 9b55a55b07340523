// What a patch leaves alone is neither checked nor made again: an edit of a large document costs what it changes.
import { expect, test } from 'vitest'
import { applyPatch, diffDocuments } from '../../shared/document/patch.ts'
import { readWorkflow } from '../../shared/document/read.ts'
import { structuredWorkflow } from '../placement/structured.ts'

const read = readWorkflow(structuredWorkflow({ steps: 60, jumps: 3, seed: 1 }))
if (!read.ok) throw new Error(JSON.stringify(read.faults))
const before = read.value

test('every entry that a patch does not put stays the object that it was', () => {
  const steps = before.steps.map((step, i) => (i === 7 ? { ...step, name: 'Renamed' } : step))
  const after = applyPatch(before, diffDocuments(before, { ...before, steps }))
  if (!after.ok) throw new Error(JSON.stringify(after.faults))
  expect(after.value.steps.map((step, i) => step === before.steps[i])).toEqual(steps.map((_, i) => i !== 7))
  expect(after.value.steps[7]).toEqual(steps[7])
  expect(after.value.transitions.every((way, i) => way === before.transitions[i])).toBe(true)
})

test('what was checked as one thing is still checked as another', () => {
  const wrong = readWorkflow({ ...before, steps: [...before.steps, before.transitions[0]] })
  expect(wrong.ok).toBe(false)
})

test('a changed copy of a checked entry is checked', () => {
  const steps = before.steps.map((step, i) => (i === 7 ? { ...step, kind: 'nonsense' } : step))
  expect(readWorkflow({ ...before, steps }).ok).toBe(false)
})
