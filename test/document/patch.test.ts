// The journal's unit: what leads from one revision to another, and nothing more.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rawWorkflow } from './arbitrary-workflow.ts'
import { newWorkflow } from '../../shared/document/new.ts'
import { applyPatch, applyPatches, diffDocuments, readPatch } from '../../shared/document/patch.ts'
import { readWorkflow } from '../../shared/document/read.ts'
import { writeDocument } from '../../shared/document/write.ts'
import type { Patch } from '../../shared/document/patch.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const workflows = rawWorkflow.map((raw) => {
  const read = readWorkflow(raw)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
})

/** As it comes back from the journal. */
function stored(patch: Patch): Patch {
  const read = readPatch(JSON.stringify(patch))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

describe('any two documents', () => {
  test('the patch between them leads from the one to the bytes of the other', () => {
    fc.assert(
      fc.property(workflows, workflows, (before, after) => {
        const result = applyPatch(before, stored(diffDocuments(before, after)))
        if (!result.ok) throw new Error(JSON.stringify(result.faults))
        expect(writeDocument(result.value)).toBe(writeDocument(after))
        expect(result.value).toEqual(after)
      }),
      { numRuns: 300 },
    )
  })

  test('a chain of patches is replayed in one go', () => {
    fc.assert(
      fc.property(fc.array(workflows, { minLength: 2, maxLength: 5 }), (revisions) => {
        const patches = revisions.slice(1).map((after, i) => stored(diffDocuments(revisions[i]!, after)))
        const result = applyPatches(revisions[0]!, patches)
        if (!result.ok) throw new Error(JSON.stringify(result.faults))
        expect(writeDocument(result.value)).toBe(writeDocument(revisions.at(-1)!))
      }),
      { numRuns: 100 },
    )
  })
})

const base = newWorkflow('x')

test('no change is an empty patch', () => {
  expect(diffDocuments(base, base)).toEqual({})
  expect(diffDocuments(base, { ...base })).toEqual({})
  expect(applyPatch(base, {})).toEqual({ ok: true, value: base })
})

test('one changed step sends that step and nothing else', () => {
  const [end, start] = base.steps
  const after: Workflow = { ...base, steps: [end!, { ...start!, name: 'Go' }] }
  expect(diffDocuments(base, after)).toEqual({
    lists: { steps: { put: [{ id: 'start', kind: 'start', name: 'Go' }] } },
  })
})

test('one moved step sends one position, though all were made anew', () => {
  const { start, end } = base.layout.steps
  const layout = { ...base.layout, steps: { start: [...start!] as const, end: [end![0], 5] as const } }
  expect(diffDocuments(base, { ...base, layout })).toEqual({ positions: { put: [['end', [288, 5]]] } })
})

test('what is gone is named, in collections, positions, notes and unknown fields', () => {
  const before: Workflow = {
    ...base,
    scenarios: [{ id: 's', name: '', seed: 1, script: [] }],
    dispositions: [{ finding: 'S2@a', status: 'accepted', reason: '', by: '', at: '', facts: '' }],
    layout: {
      ...base.layout,
      steps: { ...base.layout.steps, gone: [0, 0] },
      notes: [{ id: 'n', text: '', at: [0, 0] }],
      zoom: 2,
    },
    other: 1,
  }
  expect(diffDocuments(before, base)).toEqual({
    lists: { dispositions: { remove: ['S2@a'] }, scenarios: { remove: ['s'] } },
    notes: { remove: ['n'] },
    positions: { remove: ['gone'] },
    layout: { remove: ['zoom'] },
    fields: { remove: ['other'] },
  })
})

describe('a patch that does not fit', () => {
  test.each<[string, Patch, string]>([
    [
      'takes a step away that a transition needs',
      { lists: { steps: { remove: ['end'] } } },
      'transitions[0].to',
    ],
    [
      'puts a step that is none',
      { lists: { steps: { put: [{ id: 'end', kind: 'oracle', name: '' }] } } },
      'steps[0].kind',
    ],
    ['puts a step without an id', { lists: { steps: { put: [{ kind: 'step', name: '' }] } } }, 'steps[2].id'],
    ['makes it another format', { fields: { put: [['format', 'x']] } }, 'format'],
  ])('%s', (_, patch, path) => {
    const result = applyPatch(base, patch)
    expect(result.ok ? [] : result.faults.map((fault) => fault.path)).toEqual([path])
  })

  test.each([
    '',
    '7',
    '{"lists":[]}',
    '{"lists":{"steps":{"put":7}}}',
    '{"unknown":1}',
    '{"fields":{"put":[["a"]]}}',
  ])('text %j is refused with a fault', (text) => {
    const read = readPatch(text)
    expect(read.ok ? [] : read.faults.length).toBeGreaterThan(0)
  })

  test('leaves the workflow as it was', () => {
    const text = writeDocument(base)
    applyPatch(base, { lists: { steps: { remove: ['end'] } } })
    expect(writeDocument(base)).toBe(text)
  })
})
