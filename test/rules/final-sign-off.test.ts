import { expect, test } from 'vitest'
import { payment, sketch } from '../../shared/rules/example.ts'
import { finalSignOff } from '../../shared/rules/final-sign-off.ts'
import { reported, testExamples } from './support.ts'

testExamples(finalSignOff)

test('S9 speaks of the last output only, and S2 of what comes before it', () => {
  const doubt = {
    id: 'draft',
    kind: 'model' as const,
    uncertainty: { level: 2 as const, label: 'content' as const },
  }
  const workflow = sketch(
    [{ id: 'start' }, payment('pay'), doubt, payment('send'), { id: 'end' }],
    [
      ['start', 'pay'],
      ['pay', 'draft'],
      ['draft', 'send'],
      ['send', 'end'],
    ],
  )
  expect([reported('S9', workflow), reported('S2', workflow)]).toEqual([['S9@send:error'], ['S2@pay:error']])
})

test('S9 leaves an internal action to S2', () => {
  const internal = { ...payment('write'), consequence: { level: 3 as const, reversibility: 2 as const } }
  const workflow = sketch(
    [{ id: 'start' }, internal, { id: 'end' }],
    [
      ['start', 'write'],
      ['write', 'end'],
    ],
  )
  expect([reported('S9', workflow), reported('S2', workflow)]).toEqual([[], ['S2@write:error']])
})
