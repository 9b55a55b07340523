import { expect, test } from 'vitest'
import type { Fact } from '../../shared/model/finding.ts'
import { factText } from '../../shared/report/fact-text.ts'

test.each<[Fact['value'], string | undefined, string]>([
  [3, 'steps/pay/consequence/level', 'high'],
  [3, 'steps/pay/consequence/reversibility', 'irreversible'],
  [0, 'steps/plan/uncertainty/level', 'none'],
  [9, 'steps/plan/uncertainty/level', '9'],
  [0.1, 'transitions/t1/probability', '10 %'],
  [0.0333333, 'transitions/t1/probability', '3.33 %'],
  [3, undefined, '3'],
  [250, 'steps/send/consequence/volume', '250'],
  [true, undefined, 'yes'],
  [false, undefined, 'no'],
  [['a', 'b'], undefined, 'a, b'],
  [[], undefined, 'none'],
  ['approve', undefined, 'approve'],
])('the fact %j of %s reads “%s”', (value, field, text) => {
  expect(factText({ name: 'x', value, ...(field === undefined ? {} : { field }) })).toBe(text)
})
