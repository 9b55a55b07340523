// Runs through sub-flows: into their contents, back to where they were called, and what a failure inside them does.
import { expect, test } from 'vitest'
import { chain, flow, type StepDraft } from '../placement/support.ts'
import { simulateRuns } from '../../shared/simulate/monte-carlo.ts'
import { analyse } from '../../shared/analysis/analyse.ts'

const sub: StepDraft = { id: 'sub', kind: 'subflow' }
const inside = (step: StepDraft): StepDraft => ({ ...step, parent: 'sub' })

const nested = flow(
  [
    'start',
    sub,
    inside({ id: 'begin', kind: 'start' }),
    inside({ id: 'choose', kind: 'decision' }),
    inside({ id: 'done', kind: 'end' }),
    inside({ id: 'failed', kind: 'end', outcome: 'failed' }),
    'after',
    'mend',
    { id: 'again', kind: 'subflow', calls: 'sub' },
    'last',
    'end',
  ],
  [
    ...chain('start', 'sub'),
    ['begin', 'choose', { id: 'b' }],
    ['choose', 'done', { id: 'c1', probability: 0.75 }],
    ['choose', 'failed', { id: 'c2', probability: 0.25 }],
    ['sub', 'after', { id: 's1', probability: 0.75 }],
    ['sub', 'mend', { id: 's2', kind: 'error', probability: 0.25 }],
    ['after', 'again', { id: 'a' }],
    ['mend', 'again', { id: 'm' }],
    ['again', 'last', { id: 'g' }],
    ['last', 'end', { id: 'l' }],
  ],
)

test('each step is visited as often as the analysis says', () => {
  const { steps } = analyse(nested)
  const { visits, outcomes } = simulateRuns(nested, { runs: 4000, seed: 7 })
  const expected = { sub: 1, choose: 2, after: 0.75, mend: 0.25, again: 1, last: 0.75, end: 0.75 }
  for (const [id, share] of Object.entries(expected)) {
    expect(steps[id]?.visits, id).toBeCloseTo(share, 9)
    expect(Math.abs((visits[id]?.mean ?? 0) - share), id).toBeLessThan(0.03)
  }
  expect(outcomes.failed.share).toBeCloseTo(0.25, 1)
  expect(outcomes.stuck.share).toBe(0)
})
