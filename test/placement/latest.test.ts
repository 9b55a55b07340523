// Among equal minutes and equally many gates, a gate stands as late as can be.
import { expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import type { Level, Reversibility } from '../../shared/model/scales.ts'
import { chain, flow } from './support.ts'

const action = (id: string, level: Level, reversibility: Reversibility) => ({
  id,
  kind: 'action' as const,
  consequence: { level, reversibility },
})

test('a gate comes right before the action that needs so much, and not before a lighter one that is covered', () => {
  const workflow = flow(
    [
      'start',
      { id: 'desk', kind: 'human', grant: 'approve' },
      action('book', 3, 2),
      action('pay', 4, 3),
      'end',
    ],
    chain('start', 'desk', 'book', 'pay', 'end'),
  )
  expect(analyse(workflow).placement.handoffs.map(({ strength, at }) => [strength, at])).toEqual([
    ['two-person', { before: 'pay' }],
  ])
})

test('one gate for both comes before the first where nothing covers that one', () => {
  const workflow = flow(
    ['start', action('book', 3, 2), action('pay', 4, 3), 'end'],
    chain('start', 'book', 'pay', 'end'),
  )
  expect(analyse(workflow).placement.handoffs.map(({ strength, at }) => [strength, at])).toEqual([
    ['two-person', { before: 'book' }],
  ])
})
