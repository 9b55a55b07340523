// What handoffs with conditions, samples and standing permissions confer: brute force over values on one side, the
// analysis and the checker on the other.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { readClaims } from '../../shared/placement/checker/claims.ts'
import { verify } from '../../shared/placement/checker/verify.ts'
import { grantsOf } from '../../shared/placement/grants.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { evaluateFeel } from '../../shared/support/feel.ts'

interface More {
  readonly pay?: Partial<Step>
  readonly condition?: string
  readonly asOf?: string
}

function guarded(handoffs: readonly Partial<Handoff>[], { pay, condition, asOf }: More = {}): Workflow {
  const steps = [{ id: 'start' }, { ...payment('pay'), ...pay }, { id: 'end' }]
  const into = ['start', 'pay', condition === undefined ? {} : { condition }] as const
  const list = handoffs.map((more, i) => approvalBefore('pay', { id: `h${i}`, ...more }))
  return {
    ...sketch(steps, [into, ['pay', 'end']], { handoffs: list }),
    ...(asOf === undefined ? {} : { asOf }),
  }
}

/** What the door of the payment confers: for the analysis, and for the checker. */
function conferred(workflow: Workflow): readonly [number, number] {
  const graph = indexWorkflow(workflow)
  const before = grantsOf(graph, workflow.handoffs).before[graph.indexOf.get('pay')!]!
  return [before, readClaims(workflow, workflow.asOf).before.get('pay') ?? 0]
}

describe('conditions', () => {
  it.each<[string, readonly Partial<Handoff>[], number, More?]>([
    ['one that always asks', [{}], 2],
    ['one with a condition leaves the rest to nobody', [{ when: 'amount > 100' }], 0],
    [
      'tiers that cover everything',
      [{ when: 'amount <= 100', strength: 'confirm' }, { when: 'amount > 100' }],
      1,
    ],
    ['tiers with a gap', [{ when: 'amount < 100', strength: 'confirm' }, { when: 'amount > 100' }], 0],
    ['a note in a gap is nobody', [{ when: 'amount <= 100', kind: 'notify' }, { when: 'amount > 100' }], 0],
    [
      'the strongest of two that both hold',
      [{ when: 'amount > 100', strength: 'two-person' }, { when: 'true' }],
      2,
    ],
    ['an unconditional one below tiers', [{ strength: 'confirm' }, { when: 'amount > 100' }], 1],
    [
      'a condition that cannot be compared never counts',
      [{ when: 'amount > limit' }, { when: 'amount <= 100', strength: 'confirm' }],
      0,
    ],
    ['a condition with a fault never counts', [{ when: 'amount >' }], 0],
    ['an empty condition is a fault', [{ when: '' }], 0],
    [
      'only the values that come there',
      [{ when: 'amount in (100..500]' }, { when: 'amount > 500', strength: 'two-person' }],
      2,
      { condition: 'amount > 100' },
    ],
    ['values of two kinds', [{ when: 'a = 1' }, { when: 'a != "x"' }], 0],
    ['a name and what is in it', [{ when: 'a = 1' }, { when: 'a.b != 1' }, { when: 'a != 1' }], 0],
  ])('%s', (_, handoffs, authority, more) => {
    expect(conferred(guarded(handoffs, more))).toEqual([authority, authority])
  })
})

describe('samples', () => {
  it.each<[string, Partial<Handoff>, number]>([
    ['a share is a check, not a consent', { sample: { rate: 0.2 } }, 1],
    ['all of them', { sample: { rate: 1 } }, 2],
    ['none of them', { sample: { rate: 0 } }, 0],
    ['a share that nobody has said', { sample: {} }, 1],
    ['no sample', { sample: null }, 2],
  ])('%s', (_, more, authority) => {
    expect(conferred(guarded([more]))).toEqual([authority, authority])
  })
})

describe('standing permissions', () => {
  const worth = (magnitude: number): More => ({
    pay: { consequence: { level: 3, reversibility: 2, external: true, magnitude } },
  })
  it.each<[string, Handoff['standingGrant'], number, More?]>([
    ['nobody looks at the single case', { max: 50 }, 1],
    ['more than they allow is asked every time', { max: 50 }, 2, worth(80)],
    ['exactly what they allow is not', { max: 50 }, 1, worth(50)],
    ['without a bound', {}, 1, worth(80)],
    ['over', { max: 50, expires: '2026-01-01' }, 0, { asOf: '2026-01-01' }],
    [
      'over, and above the bound',
      { max: 50, expires: '2026-01-01' },
      0,
      { asOf: '2026-02-01', ...worth(80) },
    ],
    ['not over yet', { max: 50, expires: '2026-01-02' }, 1, { asOf: '2026-01-01T23:59:00Z' }],
    ['over at no day in particular, on no day in particular', { max: 50, expires: 'soon' }, 1],
    ['over at no day in particular', { max: 50, expires: 'soon' }, 0, { asOf: '2026-01-01' }],
    ['no day to judge by', { max: 50, expires: '2001-01-01' }, 1],
  ])('%s', (_, standingGrant, authority, more) => {
    expect(conferred(guarded([{ standingGrant }], more))).toEqual([authority, authority])
  })
})

describe('the envelope of a brief', () => {
  const checked = (
    brief: Partial<Workflow['brief']>,
    more: { check?: Partial<Step>; brief?: Partial<Handoff>; asOf?: string } = {},
  ): Workflow => ({
    ...sketch(
      [
        { id: 'start' },
        { id: 'rules', kind: 'check', clears: ['policy'], ...more.check },
        payment('pay'),
        { id: 'end' },
      ],
      [
        ['start', 'rules'],
        ['rules', 'pay'],
        ['pay', 'end'],
      ],
      {
        handoffs: [
          { ...approvalBefore('start'), id: 'b', kind: 'brief', at: { start: 'start' }, ...more.brief },
        ],
      },
    ),
    brief: { ...sketch([], []).brief, ...brief },
    ...(more.asOf === undefined ? {} : { asOf: more.asOf }),
  })
  const cap = { level: 'approve', cap: 500, expires: '2026-06-01' } as const
  it.each<[string, Workflow, number]>([
    ['acts as confirm at a check of the policy', checked({ envelope: cap }), 1],
    ['is nothing where there is none', checked({}), 0],
    ['is nothing at another check', checked({ envelope: cap }, { check: { clears: ['extraction'] } }), 0],
    [
      'is nothing where nobody confirmed the brief',
      checked({ envelope: cap }, { brief: { kind: 'notify' } }),
      0,
    ],
    [
      'is nothing where the brief is looked at now and then',
      checked({ envelope: cap }, { brief: { sample: { rate: 0.5 } } }),
      0,
    ],
    ['is nothing from its day on', checked({ envelope: cap }, { asOf: '2026-06-01' }), 0],
    ['is nothing as a note', checked({ envelope: { ...cap, level: 'notify' } }), 0],
    [
      'adds nothing to a check that grants more',
      checked({ envelope: cap }, { check: { grant: 'approve' } }),
      2,
    ],
  ])('%s', (_, workflow, authority) => {
    const graph = indexWorkflow(workflow)
    const analysis = grantsOf(graph, workflow.handoffs).before[graph.indexOf.get('rules')!]
    expect([analysis, readClaims(workflow, workflow.asOf).before.get('rules') ?? 0]).toEqual([
      authority,
      authority,
    ])
  })
})

it('the day that the caller gives counts where it is later than that of the document', () => {
  const workflow = guarded([{ standingGrant: { max: 50, expires: '2026-03-01' } }], {
    asOf: '2026-01-01',
    pay: { consequence: { level: 3, reversibility: 0 } },
  })
  expect([analyse(workflow).covered, verify(workflow).covered]).toEqual([true, true])
  const later = { asOf: '2026-03-01T08:00:00Z' }
  expect([analyse(workflow, later).covered, verify(workflow, undefined, later).covered]).toEqual([
    false,
    false,
  ])
})

const limit = fc.integer({ min: 0, max: 3 })
const atom = fc.oneof(
  fc.tuple(fc.constantFrom('<', '<=', '=', '!=', '>', '>='), limit).map(([by, n]) => `amount ${by} ${n}`),
  fc.tuple(limit, limit).map(([a, b]) => `amount in [${Math.min(a, b)}..${Math.max(a, b)})`),
  fc.constantFrom('vip', 'not(vip)', 'region = "EU"', 'region != "EU"'),
)
const condition = fc.oneof(
  atom,
  fc.tuple(atom, fc.constantFrom('and', 'or'), atom).map((parts) => parts.join(' ')),
  atom.map((text) => `not(${text})`),
)
const tier = fc.record({
  when: fc.option(condition, { nil: undefined, freq: 8 }),
  strength: fc.constantFrom('notify', 'confirm', 'approve', 'two-person'),
  kind: fc.constantFrom('approval', 'approval', 'exception', 'notify', 'clarify'),
})
const LEVEL = { notify: 0, confirm: 1, approve: 2, 'two-person': 3 }
const GRID = Array.from({ length: 9 }, (_, i) => i / 2 - 0.5).flatMap((amount) =>
  [true, false].flatMap((vip) => ['EU', 'US'].map((region) => ({ amount, vip, region }))),
)

it('tiers confer what brute force over values finds, for the analysis and for the checker', () => {
  const seen = new Set<number>()
  fc.assert(
    fc.property(
      fc.array(tier, { minLength: 1, maxLength: 4 }),
      fc.option(condition, { nil: undefined }),
      (tiers, arriving) => {
        const handoffs = tiers.map(({ when, ...rest }) =>
          when === undefined ? rest : { ...rest, when },
        ) as Partial<Handoff>[]
        const workflow = guarded(handoffs, arriving === undefined ? {} : { condition: arriving })
        const coming = GRID.filter((values) => arriving === undefined || holds(arriving, values))
        if (coming.length === 0) return
        const least = Math.min(
          ...coming.map((values) =>
            Math.max(
              0,
              ...tiers.map(({ when, kind, strength }) =>
                (kind === 'approval' || kind === 'exception') && (when === undefined || holds(when, values))
                  ? LEVEL[strength]
                  : 0,
              ),
            ),
          ),
        )
        seen.add(least)
        expect(conferred(workflow)).toEqual([least, least])
      },
    ),
    { numRuns: 300 },
  )
  expect([...seen].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3])
}, 60_000)

function holds(text: string, values: (typeof GRID)[number]): boolean {
  const answer = evaluateFeel(text, values)
  return answer.ok && answer.value.value === true
}
