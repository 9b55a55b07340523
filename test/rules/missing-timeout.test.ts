import { expect, test } from 'vitest'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { missingTimeout } from '../../shared/rules/missing-timeout.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(missingTimeout)

test('X8 reports an escalation that names nobody', () => {
  const workflow = sketch(
    [{ id: 'start' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'pay'],
      ['pay', 'end'],
    ],
    {
      handoffs: [approvalBefore('pay', { timeout: { after: 'PT1H', then: 'escalate' } })],
    },
  )
  expect(reported('X8', workflow)).toEqual(['X8@approve_pay:error'])
})

test('X8 reports a time-out that leads on to an act that needs approval', () => {
  const silent = (target: string) =>
    reported(
      'X8',
      sketch(
        [
          { id: 'start' },
          { id: 'ask', kind: 'human', grant: 'approve' },
          payment('pay'),
          { id: 'stopped', kind: 'end' },
          { id: 'end' },
        ],
        [
          ['start', 'ask'],
          ['ask', 'pay', { probability: 0.9 }],
          ['ask', target, { probability: 0.1, kind: 'timeout' }],
          ['pay', 'end'],
        ],
      ),
    )
  expect([silent('pay'), silent('stopped')]).toEqual([['X8@t3:error'], []])
})

const asked = (...[from, to]: readonly [string, string?]) =>
  sketch(
    [
      { id: 'start' },
      { id: 'ask', kind: 'human', grant: 'approve', ...(to ? { timeout: 'P1D' } : {}) },
      payment('pay'),
      { id: 'end' },
    ],
    [
      ['start', 'ask'],
      ['ask', 'pay', { probability: 0.9 }],
      ['pay', 'end'],
      ...(to ? ([[from, to, { probability: 0.1, kind: 'timeout' }]] as const) : []),
    ],
  )

test('X8 has a button for each of its findings: end the run safely, or ask somebody else where there is somebody', () => {
  const { timeout: _, ...silent } = approvalBefore('pay', { assignee: { role: 'desk' } })
  const chain = [
    ['start', 'pay'],
    ['pay', 'end'],
  ] as const
  const gated = sketch([{ id: 'start' }, payment('pay'), { id: 'end' }], chain, { handoffs: [silent] })
  const parties = [
    { id: 'desk', name: 'Desk', kind: 'role' as const },
    { id: 'model', name: 'A model', kind: 'model' as const },
    { id: 'boss', name: 'Boss', kind: 'person' as const },
  ]
  const titles = [gated, { ...gated, parties }, asked('ask'), asked('ask', 'pay')].map((workflow) => {
    const [finding] = findingsOf('X8', workflow)
    for (const fix of finding!.fixes!) expectFixed(workflow, finding!, fix)
    return finding!.fixes!.map(({ title }) => title)
  })
  expect(titles).toEqual([
    ['End the run safely when nobody answers'],
    [
      'End the run safely when nobody answers',
      'Ask “Boss” when nobody answers, and end the run safely after that',
    ],
    ['End the run safely when nobody answers'],
    ['Stop the run safely when nobody answers'],
  ])
})
