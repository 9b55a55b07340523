// X20 about conditions: decisions that leave values without a way on, or with several, and permissions that end on a day.
import { expect, it } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import type { Transition } from '../../shared/model/transition.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { findingsOf } from './support.ts'

function decided(ways: readonly Partial<Transition>[]): Workflow {
  return sketch(
    [
      { id: 'start' },
      { id: 'which', kind: 'decision' },
      { id: 'a' },
      { id: 'b' },
      { id: 'c' },
      { id: 'end' },
    ],
    [
      ['start', 'which'],
      ...ways.map((way, i) => ['which', ['a', 'b', 'c'][i]!, way] as const),
      ...ways.map((_, i) => [['a', 'b', 'c'][i]!, 'end'] as const),
    ],
  )
}

it.each<[string, readonly Partial<Transition>[], string | undefined]>([
  [
    'values without a way',
    [{ condition: 'n < 1' }, { condition: 'n > 2' }],
    '“which” has no way on with n from 1 up to 2.:warning',
  ],
  [
    'values with two ways',
    [{ condition: 'n <= 1' }, { condition: 'n >= 1' }],
    '“which” has several ways on with n = 1.:info',
  ],
  ['exactly one way for each', [{ condition: 'n < 1' }, { condition: 'n >= 1' }], undefined],
  ['a way for the rest', [{ condition: 'n < 1' }, {}], undefined],
  ['a way for odd cases is one for the rest', [{ condition: 'n < 1' }, { kind: 'exception' }], undefined],
  [
    'an error is no way for the rest',
    [{ condition: 'n < 1' }, { kind: 'error' }],
    '“which” has no way on with n from 1 up.:warning',
  ],
  ['no conditions at all', [{}, {}], undefined],
  [
    'what cannot be compared',
    [{ condition: 'n < m' }, { condition: 'n >= 1' }],
    '“which” has a condition that cannot be compared with the others (t2), because it does more than hold names against fixed values.:info',
  ],
  [
    'what cannot be read',
    [{ condition: '{{ $json.n }} > 1' }, {}],
    '“which” has a condition that cannot be compared with the others (t2), because “{” does not belong here.:info',
  ],
])('%s', (_, ways, says) => {
  const found = findingsOf('X20', decided(ways)).filter(
    ({ place }) => 'step' in place && place.step === 'which',
  )
  expect(found.map(({ message, severity }) => `${message}:${severity}`)).toEqual(
    says === undefined ? [] : [says],
  )
})

it('permissions that end on a day need a day to be judged by', () => {
  const workflow = sketch(
    [{ id: 'start' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'pay'],
      ['pay', 'end'],
    ],
    { handoffs: [approvalBefore('pay', { standingGrant: { max: 5, expires: '2026-05-01' } })] },
  )
  const said = (asOf?: string): readonly string[] =>
    analyse(workflow, asOf === undefined ? {} : { asOf }).findings.flatMap(({ id, message }) =>
      id === 'X20@document' ? [message] : [],
    )
  expect(said()).toEqual([
    'The workflow counts on a permission that ends on a day, and nobody has said which day it is.',
  ])
  expect(said('2026-01-01')).toEqual([])
})
