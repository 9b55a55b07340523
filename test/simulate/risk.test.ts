// Wrong cases carried along a workflow: against sums that can be done by hand, and against what must always hold.
import { describe, expect, test } from 'vitest'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import { riskNetwork } from '../../shared/simulate/risk-network.ts'
import { evaluateRisk } from '../../shared/simulate/risk.ts'
import type { ReviewPoint, RiskFigures } from '../../shared/simulate/risk.ts'
import { reviewerOf } from '../../shared/simulate/reviewer.ts'
import type { Place } from '../../shared/model/handoff.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { chain, flow } from '../placement/support.ts'

const USUAL = reviewerOf(undefined)
const pay = (id: string) =>
  ({ id, kind: 'action', consequence: { level: 3, reversibility: 3, domains: ['money'] } }) as const
const guess = (id: string) => ({ id, kind: 'model', uncertainty: { level: 2, label: 'content' } }) as const
const gate = (at: Place, more: Partial<ReviewPoint> = {}): ReviewPoint => ({
  key: JSON.stringify(at),
  at,
  kind: 'approval',
  strength: 'approve',
  party: undefined,
  minutes: 4,
  share: 1,
  batch: 1,
  ...more,
})
const risk = (
  workflow: Workflow,
  points: readonly ReviewPoint[] = [],
  catches?: readonly number[],
): RiskFigures => evaluateRisk(riskNetwork(indexWorkflow(workflow)), points, USUAL, catches)

const LINE = flow(['start', guess('draft'), pay('send'), 'end'], chain('start', 'draft', 'send', 'end'))

describe('a line', () => {
  const wrong = 1 - (1 - 0.01) * (1 - 0.05)
  test('nobody looks: everything that is wrong does harm', () => {
    const { harm, wrongActions } = risk(LINE)
    expect(harm).toBeCloseTo(wrong * 1000, 9)
    expect(wrongActions).toBeCloseTo(wrong, 12)
  })

  test('a gate that catches a given share of each kind leaves the rest', () => {
    const left = 1 - (1 - 0.01 * 0.4) * (1 - 0.05 * 0.4)
    expect(risk(LINE, [gate({ before: 'send' })], [0.6]).harm).toBeCloseTo(left * 1000, 9)
  })

  test('the gate knows what comes to it', () => {
    const [review] = risk(LINE, [gate({ before: 'send' })]).reviews
    expect(review).toMatchObject({ prompts: 1, earlier: 0, repeats: 0, minutesBefore: 0 })
    expect(review!.prevalence).toBeCloseTo(wrong, 12)
    expect(review!.caught).toBeCloseTo(wrong * review!.catches, 12)
    expect(review!.refused).toBeCloseTo((1 - wrong) * review!.refuses, 12)
  })

  test('a batch of ten is one prompt, and every case in it is looked at', () => {
    const batch = risk(LINE, [gate({ before: 'send' }, { batch: 10 })], [1])
    expect(batch.harm).toBe(0)
    expect(batch.reviews[0]!.prompts).toBeCloseTo(0.1, 12)
  })

  test('a sample of a fifth catches a fifth', () => {
    const one = risk(LINE, [gate({ before: 'send' })], [1])
    const fifth = risk(LINE, [gate({ before: 'send' }, { share: 0.2 })], [1])
    expect(one.harm).toBe(0)
    expect(fifth.harm).toBeCloseTo((1 - (1 - 0.008) * (1 - 0.04)) * 1000, 9)
    expect(fifth.reviews[0]!.prompts).toBeCloseTo(0.2, 12)
  })
})

describe('attention', () => {
  const many = flow(
    ['start', 'step1', 'step2', guess('draft'), pay('send'), 'end'],
    chain('start', 'step1', 'step2', 'draft', 'send', 'end'),
  )
  const early = [gate({ before: 'step1' }), gate({ before: 'step2' })]

  test('is spent by earlier prompts to the same people, so that asking more can do more harm', () => {
    const fresh = risk(many, [gate({ before: 'send' })])
    const tired = risk(many, [...early, gate({ before: 'send' })])
    expect(tired.reviews[2]!.earlier).toBe(2)
    expect(tired.reviews[2]!.attended).toBeLessThan(fresh.reviews[0]!.attended)
    expect(tired.reviews[2]!.minutesBefore).toBe(8)
  })

  test('of others is not', () => {
    const others = early.map((point) => ({ ...point, party: 'others' }))
    expect(risk(many, [...others, gate({ before: 'send' })]).reviews[2]!.earlier).toBe(0)
  })

  test('a message that stops nothing costs nobody a prompt', () => {
    const note = gate({ before: 'step1' }, { kind: 'notify', strength: 'notify' })
    expect(risk(many, [note, gate({ before: 'send' })]).reviews[1]!.earlier).toBe(0)
  })
})

describe('shapes', () => {
  test('odds: the means of what arrives', () => {
    const workflow = flow(
      ['start', 'decision', guess('draft'), 'step', pay('send'), 'end'],
      [
        ['start', 'decision'],
        ['decision', 'draft', { probability: 0.2 }],
        ['decision', 'step', { probability: 0.8 }],
        ['draft', 'send'],
        ['step', 'send'],
        ['send', 'end'],
      ],
    )
    expect(risk(workflow).wrongActions).toBeCloseTo(1 - (1 - 0.01) * (1 - 0.2 * 0.05), 12)
  })

  test('a loop asks the same again, and its visits are counted', () => {
    const workflow = flow(
      ['start', pay('send'), 'decision', 'end'],
      [
        ['start', 'send'],
        ['send', 'decision'],
        ['decision', 'send', { probability: 0.75 }],
        ['decision', 'end', { probability: 0.25 }],
      ],
    )
    const [review] = risk(workflow, [gate({ before: 'send' })]).reviews
    expect(review!.prompts).toBeCloseTo(4, 9)
    expect(review!.repeats).toBeCloseTo(0.75, 9)
    // Earlier prompts at the n-th visit are n − 1, and the n-th visit happens with 0.75^(n − 1): 3 on average.
    expect(review!.earlier).toBeCloseTo(3, 4)
  })

  test('a branch that runs beside another adds what it gets wrong', () => {
    const workflow = flow(
      [
        'start',
        'split',
        guess('draft'),
        { id: 'other', kind: 'model', uncertainty: { level: 3, label: 'score' } },
        'join',
        pay('send'),
        'end',
      ],
      [
        ['start', 'split'],
        ['split', 'draft'],
        ['split', 'other'],
        ['draft', 'join'],
        ['other', 'join'],
        ['join', 'send'],
        ['send', 'end'],
      ],
    )
    expect(risk(workflow).wrongActions).toBeCloseTo(1 - 0.99 * 0.95 * 0.85, 12)
  })

  test('a check stops errors of its own kind, and no others', () => {
    const checked = (label: 'content' | 'intent') =>
      risk(
        flow(
          ['start', guess('draft'), { id: 'check', kind: 'check', clears: [label] }, pay('send'), 'end'],
          chain('start', 'draft', 'check', 'send', 'end'),
        ),
      ).wrongActions
    expect(checked('intent')).toBeCloseTo(1 - 0.99 * 0.95, 12)
    expect(checked('content')).toBeCloseTo(1 - 0.99 * (1 - 0.05 * 0.17), 12)
  })

  test('what an agent’s tool gets wrong is wrong in what the agent goes on with', () => {
    const workflow = flow(
      ['start', { id: 'agent', kind: 'agent' }, { ...guess('tool'), parent: 'agent' }, pay('send'), 'end'],
      chain('start', 'agent', 'send', 'end'),
    )
    const send = risk(workflow).wrongActions
    expect(send).toBeCloseTo(1 - 0.99 * 0.95, 9)
  })

  test('what cannot be reached does no harm and asks nobody', () => {
    const workflow = flow(['start', 'end', pay('send')], [['start', 'end']])
    const figures = risk(workflow, [gate({ before: 'send' })])
    expect(figures.harm).toBe(0)
    expect(figures.reviews[0]!.prompts).toBe(0)
  })

  test('a loop that nothing leaves gives finite figures', () => {
    const workflow = flow(
      ['start', guess('draft'), pay('send')],
      [...chain('start', 'draft', 'send'), ['send', 'draft']],
    )
    const { harm, reviews } = risk(workflow, [gate({ before: 'send' })])
    expect(Number.isFinite(harm)).toBe(true)
    expect(Number.isFinite(reviews[0]!.earlier)).toBe(true)
  })
})
