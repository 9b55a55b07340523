// A way on which no gate may stand, and on which nothing is carried on because nobody answered.
import { expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { flow } from './support.ts'

test('a forbidden way past somebody who did not answer carries nothing, and is placed around', () => {
  const workflow = flow(
    [
      'start',
      { id: 'check', kind: 'check' },
      'think',
      { id: 'act', kind: 'action', consequence: { level: 3 } },
      'end',
    ],
    [
      ['start', 'check'],
      ['check', 'think', { kind: 'timeout', probability: 1 }],
      ['think', 'act', { kind: 'error', probability: 1 }],
      ['act', 'end'],
    ],
  )
  const { placement, covered } = analyse({ ...workflow, placing: { forbidden: [{ on: 't2' }], waivers: [] } })
  expect(covered).toBe(false)
  expect(placement.impossible).toEqual([])
  expect(placement.handoffs.filter(({ kind }) => kind === 'approval').map(({ at }) => at)).toEqual([
    { before: 'act' },
  ])
})
