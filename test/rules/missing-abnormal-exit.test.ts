import { expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { missingAbnormalExit } from '../../shared/rules/missing-abnormal-exit.ts'
import { payment, sketch } from '../../shared/rules/example.ts'
import type { TransitionKind } from '../../shared/model/scales.ts'
import type { Step } from '../../shared/model/step.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(missingAbnormalExit)

interface Case {
  readonly judge?: Partial<Step>
  readonly between?: Step['kind']
  readonly way?: TransitionKind
  readonly odds?: number
  readonly away?: Step['kind']
  readonly light?: boolean
}

const scored: Partial<Step> = { kind: 'model', uncertainty: { level: 2, label: 'score' } }

function ids({
  judge = scored,
  between = 'step',
  way = 'normal',
  odds = 0.1,
  away = 'step',
  light,
}: Case): readonly string[] {
  const workflow = sketch(
    [
      { id: 'start' },
      { id: 'judge', ...judge },
      { id: 'between', kind: between },
      { id: 'band', kind: 'decision' },
      light ? { id: 'pay', kind: 'action', consequence: { level: 1 } } : payment('pay'),
      { id: 'away', kind: away },
      { id: 'end' },
    ],
    [
      ['start', 'judge'],
      ['judge', 'between'],
      ['between', 'band'],
      ['band', 'pay', { probability: 1 - odds }],
      ['band', 'away', { probability: odds, kind: way }],
      ['pay', 'end'],
      ['away', 'end'],
    ],
  )
  return reported('S6b', workflow)
}

test.each<[string, Case, boolean]>([
  ['a score that decides', {}, true],
  [
    'an agent that decides',
    { judge: { kind: 'agent', uncertainty: { level: 3, label: 'untrusted' } } },
    true,
  ],
  ['a way for exceptions', { way: 'exception' }, false],
  ['a way for low confidence', { way: 'low-confidence' }, false],
  ['a way for ambiguity', { way: 'ambiguity' }, false],
  ['a way for exceptions that is never taken', { way: 'exception', odds: 0 }, false],
  ['a way for errors only', { way: 'error' }, true],
  ['a way to a person', { away: 'human' }, false],
  ['little doubt', { judge: { ...scored, uncertainty: { level: 1, label: 'score' } } }, false],
  ['a check in between', { between: 'check' }, false],
  ['a person in between', { between: 'human' }, false],
  ['only light actions behind it', { light: true }, false],
])('S6b with %s', (_name, one, expected) => {
  expect(ids(one)).toEqual(expected ? ['S6b@band:warning'] : [])
})

test('S6b adds a way on which a person takes over, and which needs nothing more', () => {
  const { workflow } = missingAbnormalExit.examples.bad
  const [finding] = findingsOf('S6b', workflow)
  const mended = expectFixed(workflow, finding!, finding!.fixes![0]!)
  const added = mended.transitions.find(({ kind }) => kind === 'low-confidence')
  // The unclear cases go where most cases go, once somebody has said so.
  expect(added).toMatchObject({ from: 'band', to: 'end' })
  expect(mended.handoffs.find(({ at }) => 'on' in at && at.on === added?.id)).toMatchObject({
    kind: 'exception',
    strength: 'approve',
    timeout: { then: 'abort' },
  })
  const known = new Set(analyse(workflow).findings.map(({ id }) => id))
  expect(analyse(mended).findings.filter(({ id }) => !known.has(id))).toEqual([])
})
