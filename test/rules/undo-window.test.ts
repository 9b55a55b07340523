import { expect, test } from 'vitest'
import { approvalBefore, sketch } from '../../shared/rules/example.ts'
import { undoWindow } from '../../shared/rules/undo-window.ts'
import { reported, testExamples } from './support.ts'

testExamples(undoWindow)

test('S11 is silent where a person has just been asked', () => {
  const file = {
    id: 'file',
    kind: 'action' as const,
    consequence: { level: 2 as const, reversibility: 1 as const },
  }
  const workflow = sketch(
    [{ id: 'start' }, { id: 'plan' }, file, { id: 'end' }],
    [
      ['start', 'plan'],
      ['plan', 'file'],
      ['file', 'end'],
    ],
    {
      handoffs: [approvalBefore('plan', { strength: 'confirm' })],
    },
  )
  expect(reported('S11', workflow)).toEqual([])
})
