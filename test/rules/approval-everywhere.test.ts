import { describe, expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { approvalEverywhere } from '../../shared/rules/approval-everywhere.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(approvalEverywhere)

const BRIEF = { objective: 'Pay', successCondition: 'Paid once' }
const line = (ids: readonly string[], gated: readonly string[], more: Partial<Workflow> = {}): Workflow => ({
  ...sketch(
    [{ id: 'start' }, ...ids.map((id) => (id.startsWith('pay') ? payment(id) : { id })), { id: 'end' }],
    [...ids, 'end'].map((id, i) => [['start', ...ids][i]!, id] as const),
    { brief: BRIEF, handoffs: gated.map((id) => approvalBefore(id)) },
  ),
  ...more,
})

describe('X5', () => {
  test('counts prompts against the limit, which the document may set', () => {
    const busy = line(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'pay'], ['a', 'b', 'pay'])
    const reviewer = { promptBudget: 4 }
    expect(reported('X5', busy)).toHaveLength(1)
    expect(findingsOf('X5', busy)[0]!.message).toMatch(/^A run asks 4 times, more than 3\./)
    // Three gates and the brief are as many as are allowed then, and leaving one of two useless ones helps only a little.
    const allowed = findingsOf('X5', { ...busy, profile: { ...busy.profile, reviewer } })
    expect(allowed.map(({ message }) => message).join()).not.toContain('more than')
  })

  test('what is needed is not called superfluous, however often it is asked', () => {
    const needed = sketch(
      [
        { id: 'start' },
        ...['1', '2', '3', '4'].flatMap((n) => [
          {
            id: `guess${n}`,
            kind: 'model' as const,
            uncertainty: { level: 2 as const, label: 'content' as const },
          },
          payment(`pay${n}`),
        ]),
        { id: 'end' },
      ],
      ['guess1', 'pay1', 'guess2', 'pay2', 'guess3', 'pay3', 'guess4', 'pay4', 'end'].map(
        (id, i) =>
          [
            ['start', 'guess1', 'pay1', 'guess2', 'pay2', 'guess3', 'pay3', 'guess4', 'pay4'][i]!,
            id,
          ] as const,
      ),
      { brief: BRIEF, handoffs: ['pay1', 'pay2', 'pay3', 'pay4'].map((id) => approvalBefore(id)) },
    )
    const [finding, ...others] = findingsOf('X5', needed)
    expect(others).toEqual([])
    expect(finding!.severity).toBe('warning')
    expect(finding!.message).toContain('Everything that is asked is needed.')
    expect(finding!.fixes).toEqual([])
  })

  test('is an error where less harm is expected without a gate', () => {
    const tiring = sketch(
      [
        { id: 'start' },
        { id: 'read' },
        { id: 'search' },
        { id: 'guess', kind: 'model', uncertainty: { level: 3, label: 'content' } },
        payment('pay'),
        { id: 'end' },
      ],
      [
        ['start', 'read'],
        ['read', 'search'],
        ['search', 'guess'],
        ['guess', 'pay'],
        ['pay', 'end'],
      ],
      { brief: BRIEF, handoffs: ['read', 'search', 'pay'].map((id) => approvalBefore(id)) },
    )
    const [finding] = findingsOf('X5', tiring)
    expect(finding!.severity).toBe('error')
    const { reviewing } = analyse(tiring)
    const fix = finding!.fixes![0]!
    expectFixed(tiring, finding!, fix)
    // What the finding says is so: taken out, less harm is left.
    const without = { ...tiring, handoffs: tiring.handoffs.filter(({ id }) => id !== 'approve_read') }
    expect(analyse(without).reviewing.now.harm.value).toBeLessThan(reviewing.now.harm.value)
  })

  test('offers a batch where one gate is passed again and again', () => {
    const loop = sketch(
      [{ id: 'start' }, payment('pay'), { id: 'more', kind: 'decision' }, { id: 'end' }],
      [
        ['start', 'pay'],
        ['pay', 'more'],
        ['more', 'pay', { probability: 0.9 }],
        ['more', 'end', { probability: 0.1 }],
      ],
      { brief: BRIEF, handoffs: [approvalBefore('pay')] },
    )
    const [finding] = findingsOf('X5', loop)
    const batch = finding!.fixes!.find(({ title }) => title.startsWith('Ask once'))!
    expect(batch.title).toContain('“approve_pay”')
    expectFixed(loop, finding!, batch)
  })

  test('says nothing where few are asked about few things', () => {
    expect(reported('X5', line(['a', 'pay'], ['pay']))).toEqual([])
    expect(reported('X5', line(['a', 'pay'], []))).toEqual([])
  })
})
