// The shades of the canvas say what the analysis says.
import { expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { attentionMinutes } from '../../shared/placement/attention.ts'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import { acceptCommand } from '../../shared/analysis/accept.ts'
import { shadesOf } from '../../shared/report/overlays.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { chain, flow } from '../placement/support.ts'

/** A doubtful draft, a critical payment, and a way round both that nearly nobody takes. */
const workflow = flow(
  [
    'start',
    { id: 'draft', kind: 'model', uncertainty: { level: 3, label: 'content' } },
    'decision',
    { id: 'pay', kind: 'action', consequence: { level: 4, reversibility: 3 } },
    { id: 'log', kind: 'action', consequence: { level: 1 } },
    'end',
    { id: 'lost', kind: 'action', consequence: { level: 4 } },
  ],
  [
    ...chain('start', 'draft', 'decision'),
    ['decision', 'pay', { id: 'often', probability: 0.75 }],
    ['decision', 'log', { id: 'rare', probability: 0.25 }],
    ...chain('pay', 'end'),
    ...chain('log', 'end'),
  ],
)

function placed(before: Workflow): Workflow {
  const made = applyCommand(before, acceptCommand(before, analyse(before).placement.handoffs))
  if (!made.ok) throw new Error('not placed')
  return made.value
}

test('heat is the harm times the doubt that has come that far; what no run reaches is not shaded', () => {
  const heat = shadesOf('heat', workflow, analyse(workflow))
  expect(heat.get('pay')).toEqual({ value: 4, beside: 3, level: 4 })
  expect(heat.get('log')).toEqual({ value: 1, beside: 3, level: 2 })
  expect(heat.get('start')?.level).toBe(0)
  expect(heat.has('lost')).toBe(false)
})

test('authority says what arrives, and where it is less than is demanded', () => {
  expect(shadesOf('authority', workflow, analyse(workflow)).get('pay')).toEqual({
    value: 0,
    beside: 3,
    level: 0,
    short: true,
  })
  const done = placed(workflow)
  expect(shadesOf('authority', done, analyse(done)).get('pay')).toEqual({ value: 3, beside: 3, level: 3 })
})

test('visits are those of the analysis', () => {
  const visits = shadesOf('visits', workflow, analyse(workflow))
  expect(visits.get('pay')).toEqual({ value: 0.75, level: 3 })
  expect(visits.get('log')).toEqual({ value: 0.25, level: 2 })
})

test('minutes add up to all that people spend a run, and the dearest step is the darkest', () => {
  const done = placed(workflow)
  const minutes = shadesOf('minutes', done, analyse(done))
  const sum = [...minutes.values()].reduce((total, { value }) => total + value, 0)
  expect(sum).toBeCloseTo(attentionMinutes(indexWorkflow(done)).minutes, 9)
  expect(Math.max(...[...minutes.values()].map(({ level }) => level))).toBe(4)
  expect(minutes.get('pay')?.level).toBe(4)
})
