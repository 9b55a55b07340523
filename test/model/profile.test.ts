// Profiles: the presets, what a document may change of them, and that analysis and checker read the same.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import { PROFILE_NAMES, profileOf, RULE_SETTINGS } from '../../shared/model/profile.ts'
import type { ProfileSettings } from '../../shared/model/profile.ts'
import { STRENGTHS } from '../../shared/model/scales.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { RULES } from '../../shared/rules/index.ts'
import { verify } from '../../shared/placement/checker/verify.ts'
import { arbitraryWorkflow } from '../placement/arbitrary.ts'
import { chain, flow, withHandoffs } from '../placement/support.ts'

const PAY = flow(
  [
    { id: 'start', domains: ['money'] },
    { id: 'draft', kind: 'model', uncertainty: { level: 1, label: 'content' } },
    { id: 'pay', kind: 'action', consequence: { level: 2, reversibility: 0, external: true } },
    'end',
  ],
  chain('start', 'draft', 'pay', 'end'),
)

describe('presets', () => {
  test('never ask for less where more is at stake, and are ordered', () => {
    const [recommended, strict, lenient] = PROFILE_NAMES.map((name) => profileOf({ extends: name }).strength)
    for (const table of [recommended!, strict!, lenient!]) {
      table.forEach((row, level) =>
        row.forEach((demand, facts) => {
          expect(table[level + 1]?.[facts] ?? 3).toBeGreaterThanOrEqual(demand)
          expect(row[facts + 1] ?? 3).toBeGreaterThanOrEqual(demand)
        }),
      )
    }
    recommended!.forEach((row, level) =>
      row.forEach((demand, facts) => {
        expect(strict![level]![facts]).toBeGreaterThanOrEqual(demand)
        expect(lenient![level]![facts]).toBeLessThanOrEqual(demand)
      }),
    )
  })

  test('move the placement and its price', () => {
    const minutes = PROFILE_NAMES.map((name) => {
      const { placement } = analyse(withProfile(PAY, { extends: name }))
      return placement.approvalMinutesPerRun
    })
    expect(minutes).toEqual([0.5, 4, 0])
  })

  test('one that nobody knows counts as recommended, and the file says so', () => {
    const workflow = withProfile(PAY, { extends: 'acme' })
    expect(analyse(workflow).placement).toEqual(analyse(PAY).placement)
    expect(messages(workflow, 'X20@document')).toContain('“acme”; recommended is used in its place')
  })
})

describe('what a document changes', () => {
  test('a cell, a threshold, minutes', () => {
    const own: ProfileSettings = {
      extends: 'recommended',
      strength: { '2/1': 'approve' },
      minutes: { approve: 6 },
    }
    const { placement } = analyse(withProfile(PAY, own))
    expect(placement.handoffs.map(({ strength, minutes }) => [strength, minutes])).toContainEqual([
      'approve',
      6,
    ])
    expect(placement.approvalMinutesPerRun).toBe(6)
    const only = analyse(withProfile(PAY, { extends: 'recommended', thresholds: { consent: 'approve' } }))
    expect(only.steps['pay']!.required).toBe('notify')
    const doubt = analyse(withProfile(PAY, { extends: 'recommended', thresholds: { doubt: 1 } }))
    expect(doubt.steps['draft']!.liveSource).toBe(true)
    const raised = analyse(withProfile(PAY, { extends: 'recommended', thresholds: { uplift: 1 } }))
    expect(raised.steps['pay']!.required).toBe('approve')
    const limits = { exceptions: 0.6, gated: 0.9, busy: 0.5, late: 0.3 }
    expect(profileOf({ extends: 'strict', thresholds: limits }).limits).toEqual(limits)
    const two = analyse(withProfile(PAY, { extends: 'recommended', thresholds: { twoPerson: 0 } }))
    expect(two.steps['pay']!.required).toBe('confirm')
  })

  test.each<[string, Omit<ProfileSettings, 'extends'>, string]>([
    ['a cell above a heavier one', { strength: { '1/1': 'two-person' } }, 'profile.strength["1/1"]'],
    ['a cell below a lighter one', { strength: { '4/0': 'none' } }, 'profile.strength["4/0"]'],
    ['an approval quicker than a confirm', { minutes: { approve: 0.1 } }, 'profile.minutes.approve'],
    ['a guard that is off', { rules: { X13: 'off' } }, 'profile.rules.X13'],
    ['a threshold of 0', { thresholds: { doubt: 0 as 1 } }, 'profile.thresholds.doubt'],
    ['a cell that the table has not', { strength: { '5/0': 'none' } }, 'profile.strength'],
  ])('is refused with its place: %s', (_, set, path) => {
    const refusal = applyCommand(PAY, { type: 'setDocument', profile: { ...set } })
    expect(refusal.ok ? [] : refusal.faults.map((fault) => fault.path)).toContain(path)
  })

  test('a rule: off, lowered, and a guard lowered where everybody sees it', () => {
    const off = withProfile(PAY, { extends: 'recommended', rules: { S1: 'off' } })
    expect(analyse(PAY).findings.map(({ rule }) => rule)).toContain('S1')
    expect(analyse(off).findings.map(({ rule }) => rule)).not.toContain('S1')
    expect(analyse(off).placement.handoffs.map(({ kind }) => kind)).not.toContain('brief')
    const lowered = withProfile(PAY, { extends: 'recommended', rules: { S2: 'info' } })
    const finding = analyse(lowered).findings.find(({ id }) => id === 'S2@pay')
    expect(finding?.severity).toBe('info')
    expect(finding?.severityBecause).toBe(
      'A note, because the profile of this document says so of S2; without that it would be an error, because a walk reaches it with no authority at all, and it needs confirm.',
    )
    expect(messages(lowered, 'X20@document')).toContain('what guards coverage weighs less than usual: S2')
    expect(analyse(lowered).covered).toBe(false)
  })
})

test.each([
  ['X15', { exceptions: 0.7 }, RULES.find(({ id }) => id === 'X15')!.examples.bad.workflow],
  ['X17', { busy: 1 }, RULES.find(({ id }) => id === 'X17')!.examples.good.workflow],
] as const)('%s measures against the limit of the profile', (rule, thresholds, workflow) => {
  const now = analyse(workflow).findings.filter((finding) => finding.rule === rule).length
  const stricter = { exceptions: 0.01, busy: 0.01 }
  const found = [thresholds, stricter].map((limits) => {
    const own = withProfile(workflow, { extends: 'recommended', thresholds: limits })
    return analyse(own).findings.filter((finding) => finding.rule === rule).length
  })
  expect([now, ...found]).toEqual(rule === 'X15' ? [1, 0, 1] : [0, 0, 1])
})

test('analysis and checker read the same profile, whatever it says', () => {
  let told = 0
  fc.assert(
    fc.property(
      arbitraryWorkflow({ steps: [2, 8], more: 5, gates: 4, exceptions: true }),
      arbitraryProfile(),
      (drawn, profile) => {
        const workflow = withProfile(drawn, profile)
        const { covered, placement, certificate } = analyse(workflow)
        expect(verify(workflow).covered).toBe(covered)
        const placed = withHandoffs(workflow, [...workflow.handoffs, ...placement.handoffs])
        expect(verify(placed, certificate)).toEqual({ covered: true, faults: [] })
        if (analyse(drawn).covered !== covered) told++
      },
    ),
    { numRuns: 800 },
  )
  // The profile has to matter, or the test would not notice a checker that ignores it.
  expect(told).toBeGreaterThan(20)
}, 60_000)

function withProfile(workflow: Workflow, profile: ProfileSettings): Workflow {
  const result = applyCommand(workflow, { type: 'setDocument', profile: { ...profile } })
  if (!result.ok) throw new Error(result.faults.map(({ path, message }) => `${path} ${message}`).join('; '))
  return result.value
}

function messages(workflow: Workflow, id: string): string {
  return analyse(workflow)
    .findings.filter((finding) => finding.id === id)
    .map(({ message }) => message)
    .join(' ')
}

const CELL_WORDS = ['none', ...STRENGTHS] as const

/** Any profile that a document may have: tables are made to rise by taking what came before along. */
function arbitraryProfile(): fc.Arbitrary<ProfileSettings> {
  return fc
    .record(
      {
        extends: fc.constantFrom(...PROFILE_NAMES, 'other'),
        table: fc.array(fc.nat(4), { minLength: 20, maxLength: 20 }),
        doubt: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
        uplift: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 'never' as const),
        twoPerson: fc.constantFrom(0 as const, 2 as const, 3 as const, 4 as const, 'never' as const),
        consent: fc.constantFrom('confirm' as const, 'approve' as const, 'two-person' as const),
        rules: fc.dictionary(fc.constantFrom('S6', 'S7', 'X1'), fc.constantFrom(...RULE_SETTINGS)),
      },
      { requiredKeys: ['extends'] },
    )
    .map(({ table, doubt, uplift, twoPerson, consent, ...rest }) =>
      JSON.parse(
        JSON.stringify({
          ...rest,
          thresholds: { doubt, uplift, twoPerson, consent },
          strength: table && rising(table),
        }),
      ),
    ) as fc.Arbitrary<ProfileSettings>
}

function rising(table: readonly number[]): Record<string, string> {
  const values: number[] = []
  return Object.fromEntries(
    table.map((drawn, index) => {
      const [level, facts] = [Math.floor(index / 4), index % 4]
      const before = Math.max(level > 0 ? values[index - 4]! : 0, facts > 0 ? values[index - 1]! : 0)
      // Few steep rises, so that not every action comes out at the top.
      values.push(Math.min(4, Math.max(before, drawn === 4 ? before + 1 : before)))
      return [`${level}/${facts}`, CELL_WORDS[values[index]!]!]
    }),
  )
}
