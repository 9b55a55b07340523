import { expect, test } from 'vitest'
import { baton, COVERED, file } from './support.ts'

test('one run is a log, and the same seed gives the same log', async () => {
  const name = file('covered.handoff', COVERED)
  const [first, second] = [
    await baton(['simulate', name, '--seed', '7']),
    await baton(['simulate', name, '--seed', '7']),
  ]
  expect(first.code).toBe(0)
  expect(first.out).toBe(second.out)
  expect(first.out).toContain('ask approve_pay')
})

test('many runs come with the exact figures beside them', async () => {
  const { out } = await baton([
    'simulate',
    file('covered.handoff', COVERED),
    '--runs',
    '300',
    '--format',
    'json',
  ])
  const { runs, seed, exact, sampled, handoffs, reviewers } = JSON.parse(out)
  expect({ runs, seed, exact }).toEqual({
    runs: 300,
    seed: 1,
    exact: { visits: { end: 1, pay: 1, start: 1 }, prompts: 2, humanMinutes: 8, except: [] },
  })
  expect(sampled.visits.pay.mean).toBe(1)
  expect(handoffs.approve_pay.asked.mean).toBe(1)
  expect(reviewers).toEqual({ '': { prompts: 2, minutes: 8 } })
})

test('a scenario is played, and one that is not there is named', async () => {
  const name = file('scenario.handoff', {
    ...COVERED,
    scenarios: [
      { id: 'no', name: 'Refused', seed: 3, script: [{ decide: 'reject', handoff: 'approve_pay' }] },
    ],
  })
  const played = await baton(['simulate', name, '--scenario', 'no', '--format', 'json'])
  expect(JSON.parse(played.out)).toMatchObject({ seed: 3, outcome: 'stopped', unused: 0 })
  const other = file('other.handoff', {
    ...COVERED,
    scenarios: [{ id: 'old', name: 'Old', seed: 3, script: [{ take: 'gone' }, { decide: 'approve' }] }],
  })
  const stale = await baton(['simulate', other, '--scenario', 'old'])
  expect([stale.code, stale.out]).toEqual([
    0,
    expect.stringContaining('2 choices of the scenario never came up'),
  ])
  const missing = await baton(['simulate', name, '--scenario', 'x'])
  expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('it has no')])
})

test.each([['0'], ['-1'], ['1e9'], ['many']])('--runs %s is refused', async (runs) => {
  const { code, err } = await baton(['simulate', file('covered.handoff', COVERED), `--runs=${runs}`])
  expect([code, err.includes('whole number')]).toEqual([2, true])
})
