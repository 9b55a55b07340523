// X22: places that were ruled out get no gate, and what that makes impossible is said.
import { describe, expect, test } from 'vitest'
import { expectFixed, testExamples } from './support.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import type { Place } from '../../shared/model/handoff.ts'
import { payment, sketch } from '../../shared/rules/example.ts'
import { ruledOut } from '../../shared/rules/ruled-out.ts'

testExamples(ruledOut)

const withForbidden = (forbidden: readonly Place[]) =>
  sketch(
    [{ id: 'start' }, { id: 'look' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'look'],
      ['look', 'pay'],
      ['pay', 'end'],
    ],
    { placing: { forbidden: [...forbidden], waivers: [] } },
  )
const gates = (forbidden: readonly Place[]) =>
  analyse(withForbidden(forbidden)).placement.handoffs.flatMap(({ at, kind }) =>
    kind === 'approval' || kind === 'sign-off' ? [at] : [],
  )

describe('a place that is ruled out', () => {
  test('gets no gate: the one before it does', () => {
    expect(gates([])).toEqual([{ before: 'pay' }])
    expect(gates([{ before: 'pay' }])).toEqual([{ before: 'look' }])
  })

  test('gets no brief and no notice either', () => {
    const briefs = analyse(withForbidden([{ start: 'start' }])).placement.handoffs
    expect(briefs.map(({ kind }) => kind)).not.toContain('brief')
  })

  test('may leave no place at all: the finding names those in the way, and each way out mends it', () => {
    const workflow = withForbidden([{ before: 'pay' }, { before: 'look' }])
    const { covered, placement, findings } = analyse(workflow)
    expect({ covered, minutes: placement.approvalMinutesPerRun }).toEqual({ covered: false, minutes: 0 })
    expect(placement.impossible).toEqual([
      {
        action: 'pay',
        strength: 'approve',
        inTheWay: [{ before: 'look' }, { before: 'pay' }],
        path: ['start', 'look', 'pay'],
      },
    ])
    const [finding, ...others] = findings.filter(({ rule }) => rule === 'X22')
    expect(others).toEqual([])
    expect(finding).toMatchObject({ severity: 'error', path: ['start', 'look', 'pay'] })
    expect(finding?.message).toContain('before “look” and before “pay”')
    expect(finding?.fixes).toHaveLength(2)
    for (const fix of finding?.fixes ?? []) expectFixed(workflow, finding!, fix)
  })

  test('leaves the rest of the placement as good as it can be', () => {
    const workflow = sketch(
      [{ id: 'start' }, payment('pay'), payment('send'), { id: 'end' }],
      [
        ['start', 'pay'],
        ['pay', 'send'],
        ['send', 'end'],
      ],
      { placing: { forbidden: [{ before: 'pay' }], waivers: [] } },
    )
    const { placement } = analyse(workflow)
    expect(placement.impossible.map(({ action }) => action)).toEqual(['pay'])
    expect(placement.handoffs.filter(({ kind }) => kind === 'sign-off').map(({ at }) => at)).toEqual([
      { before: 'send' },
    ])
  })
})
