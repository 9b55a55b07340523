import { expect, test } from 'vitest'
import { ambiguityPause } from '../../shared/rules/ambiguity-pause.ts'
import { BRIEF, payment, sketch } from '../../shared/rules/example.ts'
import { findingsOf, reported, testExamples } from './support.ts'

testExamples(ambiguityPause)

const unsure = (level: 2 | 3, label: 'intent' | 'content') => ({
  id: 'read',
  kind: 'model' as const,
  uncertainty: { level, label },
})
const ways = [
  ['start', 'read'],
  ['read', 'clear'],
  ['clear', 'pay', { probability: 0.9 }],
  ['clear', 'read', { probability: 0.1, kind: 'ambiguity' }],
  ['pay', 'end'],
] as const

function withDoubt(step: ReturnType<typeof unsure>) {
  return sketch(
    [{ id: 'start' }, step, { id: 'clear', kind: 'decision' }, payment('pay'), { id: 'end' }],
    ways,
    {
      brief: BRIEF,
    },
  )
}

test('S7 asks on the ambiguity transition, and not a second time at the source', () => {
  expect(reported('S7', withDoubt(unsure(3, 'intent')))).toEqual(['S7@t4:error'])
})

test('S7 asks about an ambiguity transition whatever the tags of the source are', () => {
  expect(reported('S7', withDoubt(unsure(2, 'content')))).toEqual(['S7@t4:error'])
})

test('S7 leaves doubt alone that a question cannot settle, or that a check clears first', () => {
  const plain = (steps: Parameters<typeof sketch>[0], more: Parameters<typeof sketch>[1]) =>
    reported('S7', sketch([{ id: 'start' }, ...steps, payment('pay'), { id: 'end' }], more))
  const content = plain(
    [unsure(3, 'content')],
    [
      ['start', 'read'],
      ['read', 'pay'],
      ['pay', 'end'],
    ],
  )
  const checked = plain(
    [unsure(3, 'intent'), { id: 'check', kind: 'check', clears: ['intent'] }],
    [
      ['start', 'read'],
      ['read', 'check'],
      ['check', 'pay'],
      ['pay', 'end'],
    ],
  )
  expect([content, checked]).toEqual([[], []])
})

test('S7 asks at the earliest place: right after the source, long before the action', () => {
  const workflow = sketch(
    [{ id: 'start' }, unsure(3, 'intent'), { id: 'plan' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'read'],
      ['read', 'plan'],
      ['plan', 'pay'],
      ['pay', 'end'],
    ],
  )
  expect(findingsOf('S7', workflow)[0]?.suggestion).toEqual({
    kind: 'clarify',
    strength: 'confirm',
    at: { before: 'plan' },
  })
})
