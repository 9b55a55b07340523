// A handoff that is kept on purpose: it counts for coverage as any other, and nothing proposes to take it out.
import { expect, it } from 'vitest'
import { chain, flow } from './support.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const twice = (pinned: boolean): Workflow =>
  flow(
    ['start', 'look', { id: 'pay', kind: 'action', consequence: { level: 3, external: true } }, 'end'],
    chain('start', 'look', 'pay', 'end'),
    [
      { at: { before: 'look' }, ...(pinned && { pinned }) },
      { at: { before: 'pay' }, ...(pinned && { pinned }) },
    ],
  )
const against = (workflow: Workflow) =>
  analyse(workflow).findings.filter(({ kind, place }) => kind === 'remove' && 'handoff' in place)

it('one of two gates can go, unless both are kept', () => {
  expect(analyse(twice(false)).placement.remove).toHaveLength(1)
  expect(against(twice(false)).length).toBeGreaterThan(0)
  expect(analyse(twice(true)).placement.remove).toEqual([])
  expect(against(twice(true))).toEqual([])
})

it('what is kept counts as given', () => {
  const { covered, placement } = analyse(twice(true))
  expect({ covered, minutes: placement.approvalMinutesPerRun }).toEqual({ covered: true, minutes: 0 })
})

it('that no run comes to a gate is said of one that is kept as well', () => {
  const workflow = twice(true)
  const cut = {
    ...workflow,
    transitions: workflow.transitions.map((way) => (way.to === 'look' ? { ...way, probability: 0 } : way)),
  }
  expect(analyse(cut).findings.map(({ rule }) => rule)).toContain('X11')
})
