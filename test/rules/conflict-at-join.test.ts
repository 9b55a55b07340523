import { expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { conflictAtJoin } from '../../shared/rules/conflict-at-join.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Level, UncertaintyLabel } from '../../shared/model/scales.ts'
import type { Step } from '../../shared/model/step.ts'
import { findingsOf, testExamples } from './support.ts'

testExamples(conflictAtJoin)

interface Branch {
  readonly label?: UncertaintyLabel
  readonly level?: Level
  readonly produces?: readonly string[]
}

interface Case {
  readonly a?: Branch
  readonly b?: Branch
  readonly after?: Partial<Step>
  readonly act?: Partial<Step>
  readonly handoffs?: readonly Handoff[]
}

function joined({ a = {}, b = {}, after = {}, act = payment('act'), handoffs = [] }: Case) {
  const author = (id: string, { label = 'content', level = 2, produces }: Branch) => ({
    id,
    kind: 'model' as const,
    uncertainty: { level, label },
    ...(produces ? { produces } : {}),
  })
  return sketch(
    [
      { id: 'start' },
      { id: 'both', kind: 'split' },
      author('a', a),
      author('b', b),
      { id: 'met', kind: 'join' },
      { id: 'after', ...after },
      { ...act, id: 'act' },
      { id: 'end' },
    ],
    [
      ['start', 'both'],
      ['both', 'a'],
      ['both', 'b'],
      ['a', 'met'],
      ['b', 'met'],
      ['met', 'after'],
      ['after', 'act'],
      ['act', 'end'],
    ],
    { handoffs },
  )
}

const ask = (at: Handoff['at'], kind: Handoff['kind'] = 'clarify') =>
  approvalBefore('x', { id: 'h', kind, at })

test.each<[string, Case, readonly string[]]>([
  [
    'the same artefact in both branches',
    { a: { produces: ['offer', 'mail'] }, b: { produces: ['offer'] } },
    ['suggest'],
  ],
  ['branches that do not say what they make', {}, ['repair']],
  ['different artefacts', { a: { produces: ['offer'] }, b: { produces: ['mail'] } }, []],
  ['different kinds of doubt', { b: { label: 'score' } }, []],
  ['two scores', { a: { label: 'score' }, b: { label: 'score' } }, ['repair']],
  ['two readings of the same page', { a: { label: 'extraction' }, b: { label: 'extraction' } }, []],
  ['little doubt in one branch', { b: { level: 1 } }, []],
  ['a person right after', { after: { kind: 'human' } }, []],
  ['a check that settles conflicts', { after: { kind: 'check', clears: ['conflict'] } }, []],
  ['a check that settles this kind of doubt', { after: { kind: 'check', clears: ['content'] } }, []],
  ['a check of something else', { after: { kind: 'check', clears: ['extraction'] } }, ['repair']],
  ['nothing behind it that needs anybody', { act: { kind: 'action', consequence: { level: 1 } } }, []],
  ['a question right after', { handoffs: [ask({ before: 'after' })] }, []],
  ['an approval right after', { handoffs: [ask({ before: 'after' }, 'approval')] }, []],
  ['an approval further on', { handoffs: [ask({ before: 'act' }, 'approval')] }, ['repair']],
  ['a question further on', { handoffs: [ask({ before: 'act' })] }, []],
])('S7b with %s', (_name, one, expected) => {
  expect(findingsOf('S7b', joined(one)).map(({ kind }) => kind)).toEqual(expected)
})

test('S7b puts its question into the placement only where both say that they write the same', () => {
  const asked = (produces: readonly string[]): readonly string[] =>
    analyse(joined({ a: { produces }, b: { produces } })).placement.handoffs.flatMap(({ kind, rules }) =>
      rules.includes('S7b') ? [kind] : [],
    )
  expect([asked(['offer']), asked([])]).toEqual([['clarify'], []])
})
