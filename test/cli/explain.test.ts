import { expect, test } from 'vitest'
import { RULES } from '../../shared/rules/index.ts'
import { baton } from './support.ts'

test('explain lists the rules and prints a page, also for the id of a finding', async () => {
  const [list, page] = [await baton(['explain']), await baton(['explain', 's2@pay'])]
  expect(list.out.trim().split('\n')).toHaveLength(RULES.length)
  expect(page.out).toMatch(/^# S2 · /)
})

test('a rule that there is not is answered with a near one', async () => {
  const { code, err } = await baton(['explain', 'S99'])
  expect([code, err]).toEqual([2, expect.stringContaining('There is no rule “S99”; did you mean S9')])
})

test('explain facts prints what rule packs can ask for', async () => {
  const { code, out } = await baton(['explain', 'facts'])
  expect([code, out]).toEqual([0, expect.stringContaining('| `stepsSinceCheck` | number |')])
})
