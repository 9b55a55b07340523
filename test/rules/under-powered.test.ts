import { expect, test } from 'vitest'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { underPowered } from '../../shared/rules/under-powered.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(underPowered)

const wipe = {
  ...payment('wipe'),
  consequence: { level: 4 as const, reversibility: 3 as const, external: true, security: true },
}

test('X18 is an error where the gate is two levels too weak', () => {
  const { bad } = underPowered.examples
  const worse = {
    ...bad.workflow,
    steps: bad.workflow.steps.map((s) => (s.id === 'pay' ? { ...s, consequence: wipe.consequence } : s)),
  }
  expect(reported('X18', worse)).toEqual(['X18@desk:error'])
})

test('X18 leaves a gate right in front of its action to S3: one of the two speaks', () => {
  const weak = sketch(
    [{ id: 'start' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'pay'],
      ['pay', 'end'],
    ],
    { handoffs: [approvalBefore('pay', { strength: 'confirm' })] },
  )
  expect([reported('X18', weak), reported('S3', weak)]).toEqual([[], ['S3@pay:warning']])
})

test('X18 does not raise what can go', () => {
  const plain = sketch(
    [{ id: 'start' }, { id: 'desk', kind: 'human', grant: 'confirm' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'desk'],
      ['desk', 'pay'],
      ['pay', 'end'],
    ],
  )
  expect([reported('X18', plain), reported('X1', plain)]).toEqual([[], ['X1@desk:warning']])
})

test('X18 does not raise a gate that is strong enough for something before', () => {
  const note = {
    id: 'note',
    kind: 'action' as const,
    consequence: { level: 1 as const, reversibility: 2 as const, external: true },
  }
  const { bad } = underPowered.examples
  const workflow = {
    ...bad.workflow,
    steps: [...bad.workflow.steps, { name: 'note', ...note }],
    transitions: [
      ...bad.workflow.transitions.map((t) =>
        t.from === 'desk' && t.to === 'pay' ? { ...t, to: 'note' } : t,
      ),
      { id: 't9', from: 'note', to: 'pay', kind: 'normal' as const },
    ],
  }
  expect(reported('X18', workflow)).toEqual([])
})

test('X18 raises an exception handoff, to two people where that is what it takes', () => {
  const workflow = sketch(
    [{ id: 'start' }, { id: 'route', kind: 'decision' }, { id: 'a' }, { id: 'b' }, wipe, { id: 'end' }],
    [
      ['start', 'route'],
      ['route', 'a', { probability: 0.9 }],
      ['route', 'b', { probability: 0.1, kind: 'exception' }],
      ['a', 'wipe'],
      ['b', 'wipe'],
      ['wipe', 'end'],
    ],
    { handoffs: [{ ...approvalBefore('b'), kind: 'exception', at: { on: 't3' } }] },
  )
  expect(reported('X18', workflow)).toEqual(['X18@approve_b:warning'])
  const [finding] = findingsOf('X18', workflow)
  expectFixed(workflow, finding!, finding!.fixes![0]!)
  expect(finding!.fixes![0]!.command).toMatchObject({
    set: { strength: 'two-person', quorum: { approvals: 2 } },
  })
})
