import { expect, test } from 'vitest'
import { bypass } from '../../shared/rules/bypass.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { findingsOf, testExamples } from './support.ts'

testExamples(bypass)

test('X13 names the gate, the way around it and every action reached that way', () => {
  const workflow = sketch(
    [{ id: 'start' }, { id: 'route', kind: 'decision' }, payment('pay'), payment('ship'), { id: 'end' }],
    [
      ['start', 'route'],
      ['route', 'pay', { probability: 0.5 }],
      ['route', 'pay', { probability: 0.5, kind: 'timeout' }],
      ['pay', 'ship'],
      ['ship', 'end'],
    ],
    { handoffs: [approvalBefore('pay', { id: 'gate', at: { on: 't2' } })] },
  )
  const [finding, ...others] = findingsOf('X13', workflow)
  expect(others).toEqual([])
  expect({ id: finding?.id, path: finding?.path, reached: finding?.facts[0]?.value }).toEqual({
    id: 'X13@gate',
    path: ['start', 'route', 'pay'],
    reached: ['pay', 'ship'],
  })
})
