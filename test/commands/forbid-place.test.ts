// Ruling that no handoff is ever suggested at a place.
import { expect, test } from 'vitest'
import { after, changes, faultsOf } from './edit.ts'

test('the place is kept, once', () => {
  const once = after({ type: 'forbidPlace', at: { on: 't6' } })
  expect(once.placing).toEqual({ forbidden: [{ on: 't6' }], waivers: [] })
  expect(after({ type: 'forbidPlace', at: { on: 't6' } }, once)).toBe(once)
})

test('nothing else changes', () => {
  expect(changes({ type: 'forbidPlace', at: { before: 'pay' } })).toEqual({
    fields: { put: [['placing', { forbidden: [{ before: 'pay' }], waivers: [] }]] },
  })
})

test('a place that is not there is refused', () => {
  expect(faultsOf({ type: 'forbidPlace', at: { before: 'nowhere' } })).toEqual([
    { path: 'placing.forbidden[0].before', message: 'no step has the id "nowhere"' },
  ])
})

test('it goes with its step or transition, and does not come along with a copy', () => {
  const ruled = [{ before: 'pay' } as const, { on: 't2' } as const].reduce(
    (workflow, at) => after({ type: 'forbidPlace', at }, workflow),
    after({ type: 'forbidPlace', at: { start: 'start' } }),
  )
  expect(after({ type: 'removeSteps', ids: ['pay'] }, ruled).placing?.forbidden).toEqual([
    { on: 't2' },
    { start: 'start' },
  ])
  expect(after({ type: 'removeTransitions', ids: ['t2'] }, ruled).placing?.forbidden).toEqual([
    { before: 'pay' },
    { start: 'start' },
  ])
  const copied = after({ type: 'duplicateSteps', ids: ['pay'], offset: [1, 1] }, ruled)
  expect(copied.placing).toEqual(ruled.placing)
})
