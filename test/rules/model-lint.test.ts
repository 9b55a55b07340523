import { expect, test } from 'vitest'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { modelLint } from '../../shared/rules/model-lint.ts'
import type { UncertaintyLabel } from '../../shared/model/scales.ts'
import { findingsOf, testExamples } from './support.ts'

testExamples(modelLint)

const ways = [
  ['start', 'x'],
  ['x', 'end'],
] as const

function saysOf(step: Parameters<typeof sketch>[0][number]): readonly unknown[] {
  return findingsOf('X20', sketch([{ id: 'start' }, step, { id: 'end' }], ways)).flatMap((finding) =>
    finding.facts.map((fact) => fact.value),
  )
}

test.each([
  ['a model without a level', { id: 'x', kind: 'model' as const }, /nobody has said how uncertain/],
  [
    'doubt without a kind',
    { id: 'x', kind: 'model' as const, uncertainty: { level: 2 as const } },
    /no stated kind/,
  ],
  [
    'harmless and irreversible and external',
    { ...payment('x'), consequence: { level: 0 as const, reversibility: 3 as const, external: true } },
    /tagged as harmless/,
  ],
  [
    'harmless and a verb that is not',
    { id: 'x', kind: 'action' as const, verb: 'delete', consequence: { level: 0 as const } },
    /its verb is “delete”/,
  ],
  [
    'a consequence on plain work',
    { id: 'x', kind: 'step' as const, consequence: { level: 2 as const } },
    /does nothing to the world/,
  ],
  [
    'an action that says nothing of what it touches',
    { ...payment('x'), consequence: { level: 3 as const, external: true } },
    /does not say what/,
  ],
])('X20 reports %s', (_name, step, says) => {
  expect(saysOf(step).some((text) => says.test(String(text)))).toBe(true)
})

test('X20 reports odds that do not sum to one, odds of zero, loops without an exit and steps out of reach', () => {
  const workflow = sketch(
    [{ id: 'start' }, { id: 'a', kind: 'decision' }, { id: 'b' }, { id: 'lost' }, { id: 'end' }],
    [
      ['start', 'a'],
      ['a', 'end', { probability: 0.5 }],
      ['a', 'b', { probability: 0.3 }],
      ['a', 'lost', { probability: 0 }],
      ['b', 'b', { probability: 1 }],
    ],
  )
  expect(findingsOf('X20', workflow).map((finding) => finding.id)).toEqual([
    'X20@a',
    'X20@b',
    'X20@lost',
    'X20@t4',
  ])
})

test('X20 does not call a step lost that a refused run goes to', () => {
  const workflow = sketch(
    [{ id: 'start' }, payment('pay'), { id: 'stopped', kind: 'end' }, { id: 'end' }],
    [
      ['start', 'pay'],
      ['pay', 'end'],
    ],
    {
      handoffs: [approvalBefore('pay', { onReject: { to: 'stopped' } })],
    },
  )
  expect(findingsOf('X20', workflow)).toEqual([])
})

test.each<[string, string, readonly UncertaintyLabel[], 'model' | 'service' | undefined, readonly unknown[]]>(
  [
    ['a schema check that settles intent', 'Schema check', ['intent'], undefined, [/checks the form/]],
    ['a name in one word', 'json_valid', ['content', 'extraction'], undefined, [/doubt about content,/]],
    [
      'a schema check that settles what it can find',
      'Schema check',
      ['extraction', 'missing-info'],
      undefined,
      [],
    ],
    ['a policy check that settles intent', 'Within policy?', ['intent'], undefined, []],
    ['a check of another kind with such letters in its name', 'Information desk', ['intent'], undefined, []],
    ['a name that only ends so', 'Microformat', ['intent'], undefined, []],
    ['a model that judges', 'Second opinion', ['content'], 'model', [/is a model that judges/]],
    ['a service that checks', 'Second opinion', ['content'], 'service', []],
    ['a model that settles nothing', 'Second opinion', [], 'model', []],
  ],
)('X20 on checks that settle what they cannot know: %s', (_name, name, clears, kind, expected) => {
  const party = kind ? { party: 'p' } : {}
  const workflow = {
    ...sketch([{ id: 'start' }, { id: 'x', name, kind: 'check', clears, ...party }, { id: 'end' }], ways),
    parties: kind ? [{ id: 'p', name: 'p', kind }] : [],
  }
  const said = findingsOf('X20', workflow).flatMap(({ facts, severity }) =>
    facts.map(({ value }) => `${severity}: ${String(value)}`),
  )
  expect(said).toEqual(expected.map((pattern) => expect.stringMatching(pattern as RegExp)))
  expect(said.filter((text) => !text.startsWith('warning'))).toEqual([])
})
