// What conditional and sampled handoffs cost: a share of the visits, and the dearest tiers that can come together.
import { expect, it } from 'vitest'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import { approvalMinutes, attentionMinutes } from '../../shared/placement/attention.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'

it.each<[string, readonly Partial<Handoff>[], number, number]>([
  ['every run', [{}], 4, 1],
  ['a fifth of the runs', [{ sample: { rate: 0.2 } }], 0.8, 0.2],
  ['a share that nobody has said is all', [{ sample: {} }], 4, 1],
  [
    'tiers that exclude each other: the dearest',
    [{ when: 'a <= 1', strength: 'confirm' }, { when: 'a > 1' }],
    4,
    1,
  ],
  ['tiers that come together: both', [{ when: 'a > 1', strength: 'confirm' }, { when: 'a > 2' }], 4.5, 2],
  [
    'what cannot be compared is asked always',
    [{ when: 'a > b', strength: 'confirm' }, { when: 'a > 2' }],
    4.5,
    2,
  ],
  ['beside one that asks always', [{ strength: 'confirm' }, { when: 'a > 2' }], 4.5, 2],
  ['never', [{ when: 'false' }], 0, 0],
])('%s', (_, handoffs, minutes, prompts) => {
  const workflow = sketch(
    [{ id: 'start' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'pay'],
      ['pay', 'end'],
    ],
    { handoffs: handoffs.map((more, i) => approvalBefore('pay', { id: `h${i}`, ...more })) },
  )
  const graph = indexWorkflow(workflow)
  expect(attentionMinutes(graph)).toEqual({ minutes, prompts })
  expect(approvalMinutes(graph, new Set())).toBe(minutes)
})
