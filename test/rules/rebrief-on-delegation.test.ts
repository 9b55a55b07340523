import { expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/index.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { rebriefOnDelegation } from '../../shared/rules/rebrief-on-delegation.ts'
import type { Level, UncertaintyLabel } from '../../shared/model/scales.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Step } from '../../shared/model/step.ts'
import { findingsOf, reported, testExamples } from './support.ts'

testExamples(rebriefOnDelegation)

interface Case {
  readonly label?: UncertaintyLabel
  readonly level?: Level
  /** Between the author of the goal and the agent. */
  readonly between?: Step['kind']
  /** Between the agent and the payment. */
  readonly after?: Step['kind']
  readonly light?: boolean
  readonly handoffs?: readonly Handoff[]
}

function ids({
  label = 'intent',
  level = 2,
  between = 'step',
  after = 'step',
  light,
  handoffs = [],
}: Case): readonly string[] {
  const act = light
    ? { id: 'pay', kind: 'action' as const, consequence: { level: 1 as const } }
    : payment('pay')
  const workflow = sketch(
    [
      { id: 'start' },
      { id: 'plan', kind: 'model', uncertainty: { level, label } },
      { id: 'between', kind: between },
      { id: 'assistant', kind: 'agent', uncertainty: { level: 1, label: 'content' } },
      { id: 'after', kind: after },
      act,
      { id: 'end' },
    ],
    [
      ['start', 'plan'],
      ['plan', 'between'],
      ['between', 'assistant'],
      ['assistant', 'after'],
      ['after', 'pay'],
      ['pay', 'end'],
    ],
    { handoffs },
  )
  return reported('S1b', workflow)
}

const asked = (at: Handoff['at'], kind: Handoff['kind'] = 'brief') =>
  approvalBefore('x', { id: 'h', kind, strength: 'confirm', at })

test.each<[string, Case, boolean]>([
  ['a goal with doubt about what is meant', {}, true],
  ['a goal with doubt about its wording', { label: 'content' }, true],
  ['a goal that is written through a decision', { between: 'decision' }, true],
  ['doubt of another kind', { label: 'extraction' }, false],
  ['little doubt', { level: 1 }, false],
  ['so much doubt that the step has to ask anyway', { level: 3 }, false],
  ['a person between the two', { between: 'human' }, false],
  ['a check between the two', { between: 'check' }, false],
  ['a check after the agent', { after: 'check' }, false],
  ['a person after the agent', { after: 'human' }, false],
  ['nothing that matters behind the agent', { light: true }, false],
  ['a brief where it is handed over', { handoffs: [asked({ on: 't3' })] }, false],
  ['any question in front of the agent', { handoffs: [asked({ before: 'assistant' }, 'approval')] }, false],
  [
    'a note where it is handed over',
    { handoffs: [{ id: 'h', kind: 'notify', strength: 'notify', at: { on: 't3' } }] },
    true,
  ],
])('S1b with %s', (_name, one, expected) => {
  expect(ids(one)).toEqual(expected ? ['S1b@t3:warning'] : [])
})

test('S1b speaks of each way on which a doubtful goal comes in', () => {
  const author = (id: string, label: UncertaintyLabel) => ({
    id,
    kind: 'model' as const,
    uncertainty: { level: 2 as const, label },
  })
  const workflow = sketch(
    [
      { id: 'start' },
      { id: 'route', kind: 'decision' },
      author('a', 'intent'),
      author('b', 'content'),
      author('c', 'score'),
      { ...payment('agent'), kind: 'agent' },
      { id: 'end' },
    ],
    [
      ['start', 'route'],
      ['route', 'a'],
      ['route', 'b'],
      ['route', 'c'],
      ['a', 'agent'],
      ['b', 'agent'],
      ['c', 'agent'],
      ['agent', 'end'],
    ],
  )
  expect(findingsOf('S1b', workflow).map(({ id, path }) => [id, path?.[0]])).toEqual([
    ['S1b@t5', 'a'],
    ['S1b@t6', 'b'],
  ])
})

test('S1b adds nothing to the placement, and its fix places the brief on the way to the agent', () => {
  const { workflow } = rebriefOnDelegation.examples.bad
  expect(analyse(workflow).placement.handoffs.map(({ kind, at }) => [kind, at])).toEqual([])
  const [finding] = findingsOf('S1b', workflow)
  const mended = applyCommand(workflow, finding!.fixes![0]!.command as Command)
  if (!mended.ok) throw new Error(JSON.stringify(mended.faults))
  expect(mended.value.handoffs.at(-1)).toMatchObject({ kind: 'brief', strength: 'confirm', at: { on: 't2' } })
})
