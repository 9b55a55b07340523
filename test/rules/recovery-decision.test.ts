import { expect, test } from 'vitest'
import { BRIEF, approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { recoveryDecision } from '../../shared/rules/recovery-decision.ts'
import { loopBody } from '../../shared/rules/loops.ts'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(recoveryDecision)

const retrying = (work: Parameters<typeof sketch>[0][number]) =>
  sketch(
    [
      { id: 'start' },
      work,
      { id: 'ok', kind: 'decision' },
      payment('pay'),
      { id: 'desk', kind: 'human' },
      { id: 'end' },
    ],
    [
      ['start', 'work'],
      ['work', 'ok'],
      ['ok', 'pay', { probability: 0.7 }],
      ['ok', 'work', { probability: 0.2, kind: 'retry' }],
      ['ok', 'desk', { probability: 0.1, kind: 'error' }],
      ['pay', 'end'],
      ['desk', 'end'],
    ],
    { brief: BRIEF, handoffs: [approvalBefore('pay')] },
  )

test('S8 wants a bound of at most four on a retry loop', () => {
  const bounds = [undefined, 20, 4].map((max) =>
    reported('S8', retrying({ id: 'work', ...(max ? { retry: { max } } : {}) })),
  )
  expect(bounds).toEqual([['S8@t4:warning'], ['S8@t4:warning'], []])
})

test.each([
  ['no bound', undefined, true],
  ['a bound that is too high', 20, true],
  ['no way out', 3, false],
  ['neither', undefined, false],
])('S8 mends a loop with %s by one command', (_name, max, exit) => {
  const loop = retrying({ id: 'work', ...(max ? { retry: { max } } : {}) })
  const workflow = exit
    ? loop
    : { ...loop, transitions: loop.transitions.filter(({ kind }) => kind !== 'error') }
  const [finding] = findingsOf('S8', workflow)
  expect(finding?.fixes).toHaveLength(1)
  const mended = expectFixed(workflow, finding!, finding!.fixes![0]!)
  // What was mended raises nothing else: the new way out has somebody on it.
  expect([...findingsOf('S8', mended), ...findingsOf('S6', mended), ...findingsOf('X6', mended)]).toEqual([])
})

test('S8 puts the bound on no step that acts', () => {
  const workflow = retrying({ ...payment('work'), idempotent: true })
  const [finding] = findingsOf('S8', workflow)
  const { steps } = expectFixed(workflow, finding!, finding!.fixes![0]!)
  expect(steps.filter(({ retry }) => retry).map(({ id, retry }) => [id, retry?.max])).toEqual([['ok', 4]])
})

test('S8 is an error where the loop repeats an action that must not run twice', () => {
  expect(reported('S8', retrying({ ...payment('work'), idempotent: false }))).toEqual(['S8@t4:error'])
})

test('S8 is content with an error that leads to a person, a safe stop or the step that undoes the damage', () => {
  const leadingTo = (step: Parameters<typeof sketch>[0][number], action = payment('pay')) =>
    reported(
      'S8',
      sketch(
        [{ id: 'start' }, action, step, { id: 'end' }],
        [
          ['start', 'pay'],
          ['pay', 'end', { probability: 0.9 }],
          ['pay', 'x', { probability: 0.1, kind: 'error' }],
        ],
      ),
    )
  expect([
    leadingTo({ id: 'x', kind: 'human' }),
    leadingTo({ id: 'x', kind: 'end', outcome: 'stopped' }),
    leadingTo({ id: 'x', kind: 'action' }, { ...payment('pay'), compensatedBy: 'x' }),
    leadingTo({ id: 'x', kind: 'end', outcome: 'failed' }),
  ]).toEqual([[], [], [], ['S8@t3:warning']])
})

test('the body of a loop is what runs again when its backward transition is taken', () => {
  const graph = indexWorkflow(retrying({ id: 'work' }))
  expect(loopBody(graph, graph.edgeOf.get('t4')!).map((v) => graph.steps[v]!.id)).toEqual(['ok', 'work'])
})
