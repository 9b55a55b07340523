import { expect, test } from 'vitest'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { redundantGate } from '../../shared/rules/redundant-gate.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Strength } from '../../shared/model/scales.ts'
import type { Consequence } from '../../shared/model/step.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(redundantGate)

const doubt = {
  id: 'draft',
  kind: 'model' as const,
  uncertainty: { level: 2 as const, label: 'content' as const },
}

test('X1 argues against an approval that doubt has made stale', () => {
  const workflow = sketch(
    [{ id: 'start' }, doubt, { ...doubt, id: 'rework' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'draft'],
      ['draft', 'rework'],
      ['rework', 'pay'],
      ['pay', 'end'],
    ],
    { handoffs: [approvalBefore('rework'), approvalBefore('pay')] },
  )
  expect(reported('X1', workflow)).toEqual(['X1@approve_rework:warning'])
})

test('X1 never argues against a gate on the way of exceptional cases', () => {
  const workflow = sketch(
    [
      { id: 'start' },
      { id: 'route', kind: 'decision' },
      { id: 'desk', kind: 'human', grant: 'approve' },
      payment('pay'),
      { id: 'end' },
    ],
    [
      ['start', 'route'],
      ['route', 'pay', { probability: 0.9 }],
      ['route', 'desk', { probability: 0.1, kind: 'exception' }],
      ['desk', 'pay'],
      ['pay', 'end'],
    ],
    { handoffs: [approvalBefore('pay')] },
  )
  expect(reported('X1', workflow)).toEqual([])
})

test('X1 keeps a person who settles the doubt that a light action counts on', () => {
  const light = {
    id: 'close',
    kind: 'action' as const,
    consequence: { level: 2 as const, reversibility: 1 as const },
  }
  const withPerson = (uncertain: boolean, rule: string) =>
    reported(
      rule,
      sketch(
        [
          { id: 'start' },
          { ...doubt, uncertainty: { level: uncertain ? 2 : 1, label: 'content' } },
          { id: 'desk', kind: 'human', grant: 'confirm' },
          light,
          { id: 'end' },
        ],
        [
          ['start', 'draft'],
          ['draft', 'desk'],
          ['desk', 'close'],
          ['close', 'end'],
        ],
      ),
    )
  expect([withPerson(true, 'X1'), withPerson(true, 'X2')]).toEqual([[], []])
  // Without the doubt the person only releases what needs nobody, which is what X2 is about.
  expect([withPerson(false, 'X1'), withPerson(false, 'X2')]).toEqual([[], ['X2@desk:warning']])
})

interface Strong {
  readonly strength: Strength
  readonly consequence: Consequence
  readonly more?: Partial<Handoff>
}

const moderate: Consequence = { level: 3, reversibility: 2 }
const minor: Consequence = { level: 3, reversibility: 1 }

function lowered({ strength, consequence, more = {} }: Strong): readonly string[] {
  const workflow = sketch(
    [{ id: 'start' }, { id: 'act', kind: 'action', consequence }, { id: 'end' }],
    [
      ['start', 'act'],
      ['act', 'end'],
    ],
    { handoffs: [approvalBefore('act', { strength, ...more })] },
  )
  return findingsOf('X1', workflow).flatMap((finding) =>
    (finding.fixes ?? []).map((fix) => {
      const mended = expectFixed(workflow, finding, fix)
      // Lowered once, it is neither too strong nor too weak any more.
      expect(analyse(mended).covered).toBe(true)
      expect(findingsOf('X1', mended)).toEqual([])
      return fix.title
    }),
  )
}

test.each<[string, Strong, readonly string[]]>([
  [
    'two people where an approval is needed',
    { strength: 'two-person', consequence: moderate },
    ['Lower it to approve'],
  ],
  [
    'an approval where a confirmation is needed',
    { strength: 'approve', consequence: minor },
    ['Lower it to confirm'],
  ],
  ['just what is needed', { strength: 'approve', consequence: moderate }, []],
  ['less than is needed', { strength: 'confirm', consequence: moderate }, []],
  [
    'a gate that somebody pinned',
    { strength: 'two-person', consequence: moderate, more: { pinned: true } },
    [],
  ],
  [
    'a person who takes cases over',
    { strength: 'two-person', consequence: moderate, more: { kind: 'exception' } },
    [],
  ],
])('X1 lowers a gate that asks for more than anything behind it needs: %s', (_name, one, expected) => {
  expect(lowered(one)).toEqual(expected)
})

test('X1 does not lower a gate for what stands behind a stronger one, and for what is behind new doubt', () => {
  const wipe = {
    id: 'wipe',
    kind: 'action' as const,
    consequence: { level: 4 as const, reversibility: 3 as const },
  }
  const act = { id: 'act', kind: 'action' as const, consequence: minor }
  const between = (step: Parameters<typeof sketch>[0][number], handoffs: readonly Handoff[] = []) =>
    reported(
      'X1',
      sketch(
        [{ id: 'start' }, act, step, wipe, { id: 'end' }],
        [
          ['start', 'act'],
          ['act', step.id],
          [step.id, 'wipe'],
          ['wipe', 'end'],
        ],
        { handoffs: [approvalBefore('act', { strength: 'two-person' }), ...handoffs] },
      ),
    )
  expect(between({ id: 'plain' })).toEqual([])
  expect(between({ ...doubt })).toEqual(['X1@approve_act:warning'])
  // Of two in a row one can go, and then the other is needed as it is.
  expect(between({ id: 'plain' }, [approvalBefore('wipe', { strength: 'two-person' })])).toEqual([
    'X1@approve_wipe:warning',
  ])
})
