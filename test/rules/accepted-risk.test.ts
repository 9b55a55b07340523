// X21: accepted risks stay in sight, and count for nothing from their day on.
import { describe, expect, test } from 'vitest'
import { testExamples } from './support.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { acceptedRisk } from '../../shared/rules/accepted-risk.ts'
import { payment, sketch } from '../../shared/rules/example.ts'

testExamples(acceptedRisk)

const waiver = { step: 'pay', reason: 'Small sums', owner: 'Ana', expires: '2027-01-31' }
const risky = (step = 'pay') =>
  sketch(
    [{ id: 'start' }, { id: 'look' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'look'],
      ['look', 'pay'],
      ['pay', 'end'],
    ],
    { placing: { forbidden: [], waivers: [{ ...waiver, step }] } },
  )

describe('a risk that is accepted', () => {
  test('takes the demand away, in full sight', () => {
    const { covered, placement, findings, steps } = analyse(risky(), { asOf: '2027-01-30T23:59:59Z' })
    expect({ covered, waived: placement.waived, step: steps['pay']?.waived }).toEqual({
      covered: true,
      waived: [{ ...waiver, strength: 'approve' }],
      step: 'approve',
    })
    expect(steps['pay']?.required).toBeUndefined()
    expect(placement.handoffs).toEqual([])
    expect(findings.filter(({ rule }) => rule === 'X21')).toMatchObject([
      {
        id: 'X21@pay',
        severity: 'info',
        message: '“pay” would need approve. Ana accepts the risk until 2027-01-31: Small sums',
      },
    ])
  })

  test.each(['2027-01-31', '2027-01-31T00:00:00Z', '2030-01-01T00:00:00Z'])(
    'counts for nothing on %s',
    (asOf) => {
      const { covered, placement, findings } = analyse(risky(), { asOf })
      expect({ covered, waived: placement.waived }).toEqual({ covered: false, waived: [] })
      expect(placement.handoffs.map(({ at }) => at)).toContainEqual({ before: 'pay' })
      expect(findings.filter(({ rule }) => rule === 'X21').map(({ severity }) => severity)).toEqual([
        'warning',
      ])
    },
  )

  test('is no finding where the step demands nothing', () => {
    const { placement, findings } = analyse(risky('look'))
    expect(placement.waived).toEqual([])
    expect(findings.filter(({ rule }) => rule === 'X21')).toEqual([])
    expect(analyse(risky('look'), { asOf: '2030-01-01' }).findings.some(({ rule }) => rule === 'X21')).toBe(
      false,
    )
  })
})
