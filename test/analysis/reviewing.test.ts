// The figures beside a placement: ranges that hold their value, sums that agree with the plain ones, and what moves them.
import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { analyse } from '../../shared/analysis/analyse.ts'
import type { Range } from '../../shared/model/attention.ts'
import { ReviewingSchema } from '../../shared/model/attention.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { canonicalJson } from '../../shared/support/canonical-json.ts'
import { chain, flow } from '../placement/support.ts'
import type { HandoffDraft } from '../placement/support.ts'

const pay = (id: string) =>
  ({
    id,
    kind: 'action',
    consequence: { level: 3, reversibility: 2, external: true, domains: ['money'] },
  }) as const
const guess = (id: string) => ({ id, kind: 'model', uncertainty: { level: 2, label: 'content' } }) as const
const line = (handoffs: readonly HandoffDraft[] = []): Workflow =>
  flow(['start', guess('draft'), pay('send'), 'end'], chain('start', 'draft', 'send', 'end'), handoffs)

function ranges(value: unknown): Range[] {
  if (typeof value !== 'object' || value === null) return []
  if ('low' in value && 'high' in value) return [value as Range]
  return Object.values(value).flatMap(ranges)
}

describe('a placement', () => {
  test('nobody is asked: nothing is caught, and everything that goes wrong is left', () => {
    const { now, harmUnasked } = analyse(line()).reviewing
    expect(now.prompts).toEqual({ low: 0, value: 0, high: 0 })
    expect(now.catches).toEqual({ low: 0, value: 0, high: 0 })
    expect(now.harm.value).toBe(harmUnasked)
  })

  test('with the suggestions followed less harm is left, and it costs minutes', () => {
    const { now, placed } = analyse(line()).reviewing
    expect(placed.harm.value).toBeLessThan(now.harm.value)
    expect(placed.minutes.value).toBeGreaterThan(0)
    expect(placed.catches.value).toBeCloseTo(1 - placed.harm.value / now.harm.value, 6)
  })

  test('what was suggested and is placed is the same as what was foreseen', () => {
    const before = analyse(line())
    const after = analyse(line(before.placement.handoffs))
    expect(after.reviewing.now.harm).toEqual(before.reviewing.placed.harm)
    expect(after.reviewing.now.prompts).toEqual(before.reviewing.placed.prompts)
    expect(after.reviewing.placed).toEqual(after.reviewing.now)
  })

  test('a gate that is too weak is raised, and asks once', () => {
    const { now, placed } = analyse(line([{ at: { before: 'send' }, strength: 'confirm' }])).reviewing
    const asking = placed.reviews.filter(({ at }) => 'before' in at && at.before === 'send')
    expect(now.reviews.map(({ strength }) => strength)).toEqual(['confirm'])
    expect(asking.map(({ strength }) => strength)).toEqual(['approve'])
  })

  test('of two tiers at one place, each case meets one', () => {
    const tier = (when: string): HandoffDraft => ({ at: { before: 'send' }, when })
    const { now } = analyse(line([tier('amount > 100'), tier('amount <= 100')])).reviewing
    expect(now.prompts.value).toBe(1)
  })

  test('prompts and minutes are those that stand elsewhere', () => {
    const { attention, reviewing } = analyse(
      line([{ at: { before: 'send' } }, { at: { before: 'draft' }, kind: 'notify', strength: 'notify' }]),
    )
    expect(reviewing.now.prompts.value).toBeCloseTo(attention.promptsPerRun, 9)
    expect(reviewing.now.minutes.value).toBeCloseTo(attention.minutesPerRun, 9)
  })
})

describe('ranges', () => {
  const workflow = line([{ at: { before: 'send' } }])
  const catches = (reviewer: Readonly<Record<string, number>>): Range =>
    analyse({ ...workflow, profile: { ...workflow.profile, reviewer } }).reviewing.now.reviews[0]!.catches

  test('every figure is inside its range, and none is negative', () => {
    const all = ranges(analyse(workflow).reviewing)
    expect(all.length).toBeGreaterThan(12)
    for (const { low, value, high } of all) {
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(value)
      expect(value).toBeLessThanOrEqual(high)
    }
  })

  test('a number of one’s own moves the figure, and its range counts no more', () => {
    const usual = catches({})
    const measured = catches({ attention: 0.9 })
    expect(measured.value).toBe(usual.value)
    expect(measured.low).toBeGreaterThan(usual.low)
    expect(catches({ attention: 0.4 }).value).toBeLessThan(usual.value)
  })

  test('the document says which numbers are its own', () => {
    const reviewer = { trust: 0.2, attention: 0.4, unknown: 1 }
    const own = analyse({ ...workflow, profile: { ...workflow.profile, reviewer } }).reviewing.own
    expect(own).toEqual(['attention', 'trust'])
  })
})

describe('load', () => {
  const desk = (more: object): Workflow => ({
    ...line([
      { at: { before: 'send' }, assignee: { role: 'desk' }, timeout: { after: 'PT4H', then: 'abort' } },
    ]),
    parties: [{ id: 'desk', name: 'Desk', kind: 'role', ...more }],
    runsPerDay: 24,
  })
  const load = (workflow: Workflow) => analyse(workflow).reviewing.loads

  test('nothing is said about load where nobody has said how often it runs', () => {
    const { runsPerDay: _, ...rest } = desk({})
    expect(load(rest)).toEqual([])
  })

  test('one review of four minutes an hour, one person, always there', () => {
    expect(load(desk({}))).toEqual([
      {
        party: 'desk',
        staff: 1,
        hours: 168,
        runsPerDay: 24,
        utilisation: 0.066666667,
        late: [{ handoff: 'h1', after: 'PT4H', probability: expect.any(Number), offDuty: 0 }],
      },
    ])
  })

  test('in office hours all that comes in a week is done in forty hours, and nights outlast four hours', () => {
    const [office] = load(desk({ calendar: 'office', staff: 2 }))
    expect(office!.utilisation).toBeCloseTo((24 * 7 * 4) / 60 / 40 / 2, 6)
    expect(office!.late[0]!.offDuty).toBeCloseTo((4 * 12 + 60) / 168, 6)
  })

  test('nobody there is a finite figure', () => {
    const [nobody] = load(desk({ staff: 0 }))
    expect(nobody!.utilisation).toBe(1e6)
    expect(nobody!.late[0]!.probability).toBe(1)
  })
})

test('whatever the workflow, the figures follow their schema and are the same again', () => {
  const id = fc.integer({ min: 0, max: 7 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(id, id), { maxLength: 16 }),
      fc.array(id, { maxLength: 5 }),
      (ways, gates) => {
        const steps = Array.from({ length: 8 }, (_, i) =>
          i === 0
            ? 'start'
            : i % 3 === 0
              ? pay(`s${i}`)
              : i % 3 === 1
                ? guess(`s${i}`)
                : { id: `s${i}`, kind: i === 5 ? ('join' as const) : ('step' as const) },
        )
        const name = (i: number): string => (i === 0 ? 'start' : `s${i}`)
        const workflow = flow(
          steps,
          ways.filter(([, to]) => to !== 0).map(([from, to]) => [name(from), name(to)] as const),
          gates.map((gate) => ({ at: { before: name(gate) } })),
        )
        const { reviewing } = analyse(workflow)
        expect(ReviewingSchema.safeParse(reviewing).error).toBeUndefined()
        expect(canonicalJson(analyse(workflow).reviewing)).toBe(canonicalJson(reviewing))
        for (const { low, value, high } of ranges(reviewing)) {
          expect(low <= value && value <= high && low >= 0 && Number.isFinite(high)).toBe(true)
        }
      },
    ),
    { numRuns: 300 },
  )
})
