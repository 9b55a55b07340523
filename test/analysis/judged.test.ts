// The day on which a document is judged: the later of today and its own.
import { describe, expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { dayOfJudgement } from '../../shared/analysis/judged.ts'
import { certifiedHash } from '../../shared/document/meaning.ts'
import { buildPolicy } from '../../shared/policy/build.ts'
import { proofOf } from '../../shared/report/proof.ts'
import { verify } from '../../shared/placement/checker/verify.ts'
import type { Certificate } from '../../shared/model/placement.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { chain, flow } from '../placement/support.ts'

const PAY = { id: 'pay', kind: 'action', consequence: { level: 3, reversibility: 0, magnitude: 20 } } as const
const DAYS = ['2026-06-01', '2026-12-31', '2027-06-01'] as const

/** A permission that ends at the end of 2026, which is all that covers the payment. */
function permitted(asOf?: string): Workflow {
  const workflow = flow(['start', PAY, 'end'], chain('start', 'pay', 'end'), [
    { at: { before: 'pay' }, standingGrant: { max: 100, expires: '2026-12-31' } },
  ])
  return asOf === undefined ? workflow : { ...workflow, asOf }
}

/** An accepted risk that ends on the same day. */
function excused(asOf?: string): Workflow {
  const waiver = { step: 'pay', reason: 'trial', owner: 'ada', expires: '2026-12-31' }
  const workflow = flow(['start', PAY, 'end'], chain('start', 'pay', 'end'))
  return {
    ...workflow,
    placing: { forbidden: [], waivers: [waiver] },
    ...(asOf === undefined ? {} : { asOf }),
  }
}

test.each([
  [undefined, undefined, undefined],
  ['2026-06-01', undefined, '2026-06-01'],
  [undefined, '2026-06-01', '2026-06-01'],
  ['2026-06-01', '2027-01-01', '2027-01-01'],
  ['2027-01-01', '2026-06-01', '2027-01-01'],
  ['2026-06-01', '2026-06-01T12:00:00Z', '2026-06-01T12:00:00Z'],
  ['2026-06-01', 'soon', '2026-06-01'],
])('today %s and the own day %s come to %s', (today, own, expected) => {
  expect(dayOfJudgement(permitted(own), today)).toBe(expected)
})

describe.each([
  ['a permission', permitted],
  ['an accepted risk', excused],
])('%s', (_name, document) => {
  const pairs = [undefined, ...DAYS].flatMap((today) =>
    [undefined, ...DAYS].map((own) => [today, own] as const),
  )

  test.each(pairs)('today %s, own day %s: all say the same of what is in force', (today, own) => {
    const workflow = document(own)
    const late = [today, own].some((day) => day !== undefined && day >= '2026-12-31')
    const options = today === undefined ? {} : { asOf: today }
    const analysis = analyse(workflow, options)
    expect(analysis.covered).toBe(!late)
    expect(verify(workflow, undefined, options).covered).toBe(!late)
    expect(proofOf(workflow, analysis, options).covered).toBe(!late)
    const { certificate } = buildPolicy(workflow, analysis, options)
    expect(certificate === null).toBe(late)
    if (certificate === null) return
    const verdict = verify(workflow, certificate as Certificate, {
      ...options,
      workflowHash: certifiedHash(workflow),
    })
    expect(verdict).toEqual({ covered: true, faults: [] })
  })

  test('a policy that somebody else covers is not certified by what has expired', () => {
    const workflow = document('2026-06-01')
    const gated: Workflow = {
      ...workflow,
      handoffs: [
        ...workflow.handoffs,
        ...flow([], [], [{ at: { before: 'pay' }, strength: 'approve' }]).handoffs.map((h) => ({
          ...h,
          id: 'desk',
        })),
      ],
    }
    const options = { asOf: '2027-06-01' }
    const { certificate } = buildPolicy(gated, analyse(gated, options), options)
    expect(certificate?.waived ?? []).toEqual([])
    expect(certificate?.required).toEqual({ pay: 1 })
    const verdict = verify(gated, certificate as Certificate, {
      ...options,
      workflowHash: certifiedHash(gated),
    })
    expect(verdict).toEqual({ covered: true, faults: [] })
  })
})
