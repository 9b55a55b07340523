import { expect, test } from 'vitest'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { riskBasedRouting } from '../../shared/rules/risk-based-routing.ts'
import type { Level, RoutingTier, UncertaintyLabel } from '../../shared/model/scales.ts'
import { findingsOf, testExamples } from './support.ts'

testExamples(riskBasedRouting)

interface Case {
  readonly tier?: RoutingTier
  readonly level: Level
  readonly label?: UncertaintyLabel
  readonly after?: 'check' | 'question'
  readonly pays?: boolean
}

function says({ tier, level, label = 'extraction', after, pays = false }: Case): readonly string[] {
  const act = pays
    ? payment('act')
    : { id: 'act', kind: 'action' as const, consequence: { level: 1 as const, reversibility: 0 as const } }
  const workflow = sketch(
    [
      { id: 'start' },
      { id: 'read', kind: 'model', uncertainty: { level, label }, ...(tier ? { tier } : {}) },
      after === 'check' ? { id: 'next', kind: 'check', clears: [label] } : { id: 'next' },
      act,
      { id: 'end' },
    ],
    [
      ['start', 'read'],
      ['read', 'next'],
      ['next', 'act'],
      ['act', 'end'],
    ],
    {
      handoffs:
        after === 'question' ? [{ ...approvalBefore('next'), kind: 'clarify', strength: 'confirm' }] : [],
    },
  )
  return findingsOf('S12', workflow).map(
    ({ id, severity, facts }) => `${id} ${severity}: ${String(facts[1]?.value)}`,
  )
}

test.each<[string, Case, readonly string[]]>([
  ['says nothing of a step that does not say what it runs as', { level: 1 }, []],
  ['finds a strong model too much for routine work', { tier: 'premium-model', level: 1 }, ['a small model']],
  [
    'finds a small model too weak where much hangs on it',
    { tier: 'cheap-model', level: 2, pays: true },
    ['a strong model'],
  ],
  [
    'accepts a small model with a check behind it',
    { tier: 'cheap-model', level: 2, pays: true, after: 'check' },
    [],
  ],
  [
    'finds no model right where it has to guess what is meant',
    { tier: 'premium-model', level: 3, label: 'intent', pays: true },
    ['a person'],
  ],
  [
    'accepts the guess where somebody is asked',
    { tier: 'premium-model', level: 3, label: 'intent', pays: true, after: 'question' },
    [],
  ],
  ['leaves a step alone that a person does', { tier: 'human', level: 1 }, []],
  ['finds a model that is called fixed code', { tier: 'automation', level: 1 }, ['a small model']],
])('S12 %s', (_name, one, expected) => {
  expect(says(one)).toEqual(expected.map((tier) => `S12@read info: ${tier}`))
})
