// Handoffs that ask by condition or by sample, in the simulator.
import { expect, it } from 'vitest'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { exactFigures } from '../../shared/simulate/exact.ts'
import { logOf } from '../../shared/simulate/log.ts'
import { simulateRuns } from '../../shared/simulate/monte-carlo.ts'
import { playScript } from '../../shared/simulate/scenario.ts'
import type { Values } from '../../shared/simulate/types.ts'

function paid(handoffs: readonly Partial<Handoff>[]): Workflow {
  return sketch(
    [{ id: 'start' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'pay'],
      ['pay', 'end'],
    ],
    { handoffs: handoffs.map((more, i) => approvalBefore('pay', { id: `h${i}`, ...more })) },
  )
}

const TIERS = [{ when: 'amount <= 100', strength: 'confirm' }, { when: 'amount > 100' }] as const

it.each<[string, Values | undefined, readonly string[]]>([
  ['a small sum', { amount: 20 }, ['h0']],
  ['a large sum', { amount: 500 }, ['h1']],
  ['no sum: everybody is asked', { other: 1 }, ['h0', 'h1']],
  ['a sum that nobody knows: everybody is asked', { amount: null }, ['h0', 'h1']],
  ['no values: everybody is asked', undefined, ['h0', 'h1']],
])('%s', (_, values, asked) => {
  const { state } = playScript(paid(TIERS), [], { seed: 1, ...(values && { values }) })
  const log = logOf(state)
  expect(log.flatMap(({ kind, handoff }) => (kind === 'ask' ? [handoff] : []))).toEqual(asked)
  expect(log.flatMap(({ kind, handoff }) => (kind === 'pass' ? [handoff] : []))).toHaveLength(
    2 - asked.length,
  )
  expect(state.outcome).toBe('ok')
})

it('a condition with a fault asks', () => {
  const { state } = playScript(paid([{ when: 'amount >' }]), [], { seed: 1, values: { amount: 1 } })
  expect(logOf(state).some(({ kind }) => kind === 'ask')).toBe(true)
})

it('a sample asks in its share of the runs, as the exact figures say', () => {
  const workflow = paid([{ sample: { rate: 0.2 } }])
  const { prompts, humanMinutes } = simulateRuns(workflow, { runs: 4000, seed: 7 })
  const exact = exactFigures(workflow)
  expect(exact).toMatchObject({ prompts: 0.2, humanMinutes: 0.8, except: [] })
  expect(Math.abs(prompts.mean - 0.2)).toBeLessThan(0.03)
  expect(Math.abs(humanMinutes.mean - 0.8)).toBeLessThan(0.12)
})

it('of conditions the exact figures say that they count otherwise', () => {
  expect(exactFigures(paid(TIERS)).except).toHaveLength(2)
})
