// Undo and redo: what each brings back, what becomes one step, and when a document counts as changed.
import { describe, expect, test } from 'vitest'
import { refunds } from './edit.ts'
import {
  isDirty,
  markSaved,
  redo,
  redoLabel,
  run,
  sealBurst,
  startHistory,
  undo,
  undoLabel,
} from '../../shared/commands/history.ts'
import type { History, RunOptions } from '../../shared/commands/history.ts'
import type { Command } from '../../shared/commands/index.ts'

const opened = startHistory(refunds, { saved: true })
const rename = (name: string): Command => ({ type: 'setDocument', name })

function edited(history: History, command: Command, options?: RunOptions): History {
  const next = run(history, command, options)
  if (!next.ok) throw new Error(JSON.stringify(next.faults))
  return next.value
}

/** The names on the way back and on the way forward. */
function names(history: History): readonly string[] {
  const out = [history.present.name]
  for (let h = history; h.past;) out.push((h = undo(h)).present.name)
  return out
}

test('undo and redo bring back the very revisions, with the words of their edits', () => {
  const one = edited(opened, rename('one'))
  const two = edited(one, { type: 'removeSteps', ids: ['pay', 'desk'] })
  expect(undoLabel(two)).toBe('delete 2 steps')
  const back = undo(undo(two))
  expect(back.present).toBe(refunds)
  expect([undoLabel(back), redoLabel(back)]).toEqual([undefined, 'rename document'])
  expect(redo(redo(back)).present).toBe(two.present)
  expect(redoLabel(redo(redo(back)))).toBeUndefined()
})

test('undo and redo at the ends change nothing', () => {
  expect(undo(opened)).toBe(opened)
  expect(redo(opened)).toBe(opened)
})

test('an edit after undo gives up what could be redone', () => {
  const other = edited(undo(edited(opened, rename('one'))), rename('two'))
  expect(redo(other)).toBe(other)
  expect(names(other)).toEqual(['two', 'Refunds'])
})

test('a refusal leaves the history as it is, with all that can be redone', () => {
  const back = undo(edited(opened, rename('one')))
  expect(run(back, { type: 'removeNote', id: 'x' })).toEqual({
    ok: false,
    faults: [{ path: 'id', message: 'no note has the id "x"' }],
  })
  expect(redo(back).present.name).toBe('one')
})

test('an edit that changes nothing is no step, and gives nothing up', () => {
  const back = undo(edited(opened, rename('one')))
  expect(edited(back, rename('Refunds'))).toBe(back)
})

describe('a burst of typing', () => {
  const key = { coalesce: 'name' }
  const typed = ['a', 'ab', 'abc'].reduce((h, name) => edited(h, rename(name), key), opened)

  test('is one step', () => {
    expect(names(typed)).toEqual(['abc', 'Refunds'])
    expect(redo(undo(typed)).present.name).toBe('abc')
  })

  test.each<[string, (history: History) => History]>([
    ['another key', (h) => edited(h, rename('x'), { coalesce: 'other' })],
    ['an edit without a key', (h) => edited(h, rename('x'))],
    ['undo and redo', (h) => redo(undo(h))],
    ['saving', (h) => markSaved(h, h.present)],
    ['leaving the field', sealBurst],
  ])('ends with %s', (_, end) => {
    const ended = end(typed)
    const again = edited(ended, rename('abcd'), key)
    expect(undo(again).present).toBe(ended.present)
  })

  test('gives up what could be redone, as any edit does', () => {
    const back = undo(edited(typed, rename('x')))
    expect(redo(edited(back, rename('abcd'), key)).present.name).toBe('abcd')
  })
})

describe('changed or not', () => {
  test('a new document is, until it is saved', () => {
    const fresh = startHistory(refunds, { saved: false })
    expect(isDirty(fresh)).toBe(true)
    expect(isDirty(markSaved(fresh, fresh.present))).toBe(false)
  })

  test('undoing to what was saved makes it clean, and past it changed again', () => {
    const saved = markSaved(edited(opened, rename('one')), edited(opened, rename('one')).present)
    expect(isDirty(saved)).toBe(true) // another revision was written than the one on screen
    const one = edited(opened, rename('one'))
    const marked = markSaved(one, one.present)
    const two = edited(marked, rename('two'))
    expect([marked, two, undo(two), undo(undo(two)), redo(undo(undo(two)))].map(isDirty)).toEqual([
      false,
      true,
      false,
      true,
      false,
    ])
  })

  test('an edit made while the file was written leaves it changed', () => {
    const one = edited(opened, rename('one'))
    const two = edited(one, rename('two'))
    expect(isDirty(markSaved(two, one.present))).toBe(true)
  })
})
