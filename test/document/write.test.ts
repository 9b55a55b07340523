// The canonical text: the same workflow, the same bytes, and nothing lost on the way.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomFrom, rawWorkflow, shuffledEntries, shuffledKeys } from './arbitrary-workflow.ts'
import { readDocument, readWorkflow } from '../../shared/document/read.ts'
import { writeDocument } from '../../shared/document/write.ts'
import { newWorkflow } from '../../shared/document/new.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const RUNS = { numRuns: 400 }

function read(text: string): Workflow {
  const opened = readDocument(text)
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  expect(opened.value.readOnly).toBe(false)
  return opened.value.workflow
}

describe('any document', () => {
  test('reads back as what was written, and writes the same bytes again', () => {
    fc.assert(
      fc.property(rawWorkflow, (raw) => {
        const workflow = read(JSON.stringify(raw))
        const text = writeDocument(workflow)
        expect(read(text)).toEqual(workflow)
        expect(writeDocument(read(text))).toBe(text)
      }),
      RUNS,
    )
  })

  test('writes the same bytes whatever order its keys and entries have', () => {
    let different = 0
    fc.assert(
      fc.property(rawWorkflow, fc.integer(), (raw, seed) => {
        const random = randomFrom(seed)
        const other = shuffledKeys(shuffledEntries(raw, random), random)
        if (JSON.stringify(other) !== JSON.stringify(raw)) different++
        expect(writeDocument(read(JSON.stringify(other)))).toBe(writeDocument(read(JSON.stringify(raw))))
      }),
      RUNS,
    )
    // A shuffle that changes nothing would prove nothing.
    expect(different).toBeGreaterThan(RUNS.numRuns * 0.9)
  })

  test('keeps every field of every object, unknown ones too', () => {
    let unknown = 0
    fc.assert(
      fc.property(rawWorkflow, (raw) => {
        const written: unknown = JSON.parse(writeDocument(read(JSON.stringify(raw))))
        const kept = leaves(written)
        for (const [path, value] of leaves(raw)) {
          expect(kept.get(path), path).toEqual(value)
          if (path.includes('x-other')) unknown++
        }
      }),
      RUNS,
    )
    expect(unknown).toBeGreaterThan(100)
  })

  test('is laid out as JSON.stringify lays it out', () => {
    fc.assert(
      fc.property(rawWorkflow, (raw) => {
        const text = writeDocument(read(JSON.stringify(raw)))
        const lines = (s: string): string[] =>
          s
            .split('\n')
            .map((line) => line.replace(/,$/, ''))
            .toSorted()
        expect(lines(text)).toEqual(lines(`${JSON.stringify(JSON.parse(text), null, 2)}\n`))
      }),
      RUNS,
    )
  })
})

test('keys that look like numbers are written in the order of all others', () => {
  const raw = {
    ...newWorkflow('x'),
    layout: { steps: { b: [1, 1], '10': [2, 2], '9': [3, 3] }, notes: [] },
    z: 1,
    '5': 2,
  }
  const text = writeDocument(read(JSON.stringify(raw)))
  const keys = [...text.matchAll(/^ {6}"(.+)": \[$/gm)].map((match) => match[1])
  expect(keys).toEqual(['10', '9', 'b'])
  expect(text.indexOf('"layout"')).toBeLessThan(text.indexOf('"5": 2'))
  expect(text.indexOf('"5": 2')).toBeLessThan(text.indexOf('"z": 1'))
})

test('lists whose order means something are left as they are', () => {
  const brief = { constraints: ['b', 'a'], nonNegotiables: ['d', 'c'], domains: ['z', 'y'] }
  const workflow = readWorkflow({ ...newWorkflow('x'), brief })
  expect(workflow).toMatchObject({ value: { brief: { ...brief, domains: ['y', 'z'] } } })
})

test('the smallest workflow, byte for byte', async () => {
  await expect(writeDocument(newWorkflow('Refunds'))).toMatchFileSnapshot('new-workflow.handoff')
})

test('an importer’s workflow is put in order by writing it', () => {
  const workflow = newWorkflow('x')
  expect(writeDocument({ ...workflow, steps: workflow.steps.toReversed() })).toBe(writeDocument(workflow))
})

test('a document of a newer version is never written', () => {
  expect(() => writeDocument({ ...newWorkflow('x'), version: 2 })).toThrow('never rewritten')
})

/** Every scalar with its path; entries by id, so that their order does not matter; sets as a whole. */
function leaves(value: unknown, path = '', out = new Map<string, unknown>()): Map<string, unknown> {
  if (Array.isArray(value)) {
    const set =
      /(^|\.)(domains|clears|uses|produces)$/.test(path) &&
      value.every((member) => typeof member === 'string')
    if (set) return out.set(path, value.toSorted())
    value.forEach((member: unknown, i) => leaves(member, `${path}[${entryName(member, i)}]`, out))
  } else if (value !== null && typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) leaves(member, `${path}.${key}`, out)
  } else out.set(path, value)
  return out
}

function entryName(member: unknown, index: number): string {
  if (member === null || typeof member !== 'object') return String(index)
  const named = member as Record<string, unknown>
  const name = named['finding'] ?? named['id']
  return typeof name === 'string' && !('from' in named && 'label' in named && !('kind' in named))
    ? name
    : String(index)
}
