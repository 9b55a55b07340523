// Two revisions as one drawing.
import { expect, test } from 'vitest'
import { compareSides } from '../../shared/diff/sides.ts'
import { changeMarks, overlaid } from '../../shared/diff/overlay.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const base = sketch(
  [{ id: 'start' }, payment('pay'), { id: 'end' }],
  [
    ['start', 'pay'],
    ['pay', 'end'],
  ],
  { handoffs: [approvalBefore('pay')] },
)
const after: Workflow = {
  ...base,
  steps: [
    { ...base.steps.find(({ id }) => id === 'start')!, name: 'Begin' },
    base.steps.find(({ id }) => id === 'end')!,
    { id: 'mail', kind: 'action', name: 'Mail' },
  ],
  transitions: [{ ...base.transitions[0]!, to: 'mail' }],
  handoffs: [],
  layout: { ...base.layout, steps: { end: [9, 9], mail: [1, 1] } },
}
const before: Workflow = { ...base, layout: { ...base.layout, steps: { pay: [5, 5], end: [0, 0] } } }

test('what went is drawn where it was, what is there where it is', () => {
  const both = overlaid(before, after)
  expect(both.steps.map(({ id }) => id).sort()).toEqual(['end', 'mail', 'pay', 'start'])
  expect(both.transitions.map(({ id, to }) => `${id} ${to}`)).toEqual(['t1 mail', 't2 end'])
  expect(both.handoffs.map(({ id }) => id)).toEqual(['approve_pay'])
  expect(both.layout.steps).toEqual({ pay: [5, 5], end: [9, 9], mail: [1, 1] })
})

test('everything that came, went or changed has a mark; what was only moved has none', () => {
  expect(Object.fromEntries(changeMarks(compareSides(before, after).structural))).toEqual({
    'edge:t1': 'changed',
    'edge:t2': 'removed',
    'gate:approve_pay': 'removed',
    'step:mail': 'added',
    'step:pay': 'removed',
    'step:start': 'changed',
  })
})

test('two sides that are the same are drawn as one', () => {
  expect(overlaid(base, base)).toEqual(base)
})
