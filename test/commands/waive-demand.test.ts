// Accepting the risk of one action.
import { expect, test } from 'vitest'
import { after, faultsOf } from './edit.ts'

const waiver = { step: 'pay', reason: 'Small sums', owner: 'Ana', expires: '2027-01-31' }

test('it is kept with its reason, owner and day; a later one replaces it', () => {
  const once = after({ type: 'waiveDemand', waiver })
  expect(once.placing).toEqual({ forbidden: [], waivers: [waiver] })
  const later = { ...waiver, expires: '2027-06-30' }
  expect(after({ type: 'waiveDemand', waiver: later }, once).placing?.waivers).toEqual([later])
})

test.each([
  [{ reason: ' ' }, 'waiver.reason', 'a reason is needed'],
  [{ owner: '' }, 'waiver.owner', 'somebody has to answer for the risk'],
  [{ expires: 'soon' }, 'waiver.expires', 'expected a day such as 2027-01-31, got "soon"'],
  [{ expires: '2027-13-01' }, 'waiver.expires', 'expected a day such as 2027-01-31, got "2027-13-01"'],
  [{ step: 'nowhere' }, 'waiver.step', 'no step has the id "nowhere"'],
])('%j is refused', (change, path, message) => {
  expect(faultsOf({ type: 'waiveDemand', waiver: { ...waiver, ...change } })).toEqual([{ path, message }])
})

test('a waiver without an owner, a reason or a day is refused', () => {
  for (const field of ['owner', 'reason', 'expires']) {
    const { [field]: _, ...rest } = waiver as Record<string, string>
    expect(faultsOf({ type: 'waiveDemand', waiver: rest })[0]?.path).toBe(`waiver.${field}`)
  }
})

test('it goes with its step, and a copy of the step has none', () => {
  const waived = after({ type: 'waiveDemand', waiver })
  expect(after({ type: 'removeSteps', ids: ['pay'] }, waived).placing?.waivers).toEqual([])
  expect(after({ type: 'duplicateSteps', ids: ['pay'], offset: [1, 1] }, waived).placing).toEqual(
    waived.placing,
  )
})
