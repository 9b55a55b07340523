// Forecasts against what is known exactly: closed forms, and the expected visits of the index.
import { describe, expect, test } from 'vitest'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import { draw, seededChance } from '../../shared/simulate/chance.ts'
import { simulateRuns } from '../../shared/simulate/monte-carlo.ts'
import { estimate, NO_MOMENTS, wilson, withValue } from '../../shared/simulate/statistics.ts'
import type { Interval } from '../../shared/simulate/statistics.ts'
import { workflow } from './build.ts'

const loop = (exit: number) =>
  workflow(
    [
      ['start', 'start'],
      ['work', 'step'],
      ['end', 'end'],
    ],
    [
      ['start', 'work'],
      ['work', 'work', { probability: 1 - exit }],
      ['work', 'end', { probability: exit }],
    ],
  )

/** Three attempts at most, each succeeding with 0.7. */
const retried = workflow(
  [
    ['start', 'start'],
    ['call', 'action', { retry: { max: 2 } }],
    ['done', 'end', { outcome: 'ok' }],
    ['failed', 'end', { outcome: 'failed' }],
  ],
  [
    ['start', 'call'],
    ['call', 'done', { probability: 0.7 }],
    ['call', 'call', { probability: 0.3, kind: 'retry' }],
    ['call', 'failed', { probability: 0, kind: 'error' }],
  ],
)

const mixed = workflow(
  [
    ['start', 'start'],
    ['route', 'decision'],
    ['agent', 'agent'],
    ['look', 'step', { parent: 'agent' }],
    ['send', 'action', { parent: 'agent' }],
    ['split', 'split'],
    ['a', 'step'],
    ['b', 'action'],
    ['join', 'join'],
    ['again', 'decision'],
    ['end', 'end'],
  ],
  [
    ['start', 'route'],
    ['route', 'agent', { probability: 0.3 }],
    ['route', 'split', { probability: 0.7 }],
    ['agent', 'again'],
    ['split', 'a'],
    ['split', 'b'],
    ['a', 'join'],
    ['b', 'join'],
    ['join', 'again'],
    ['again', 'route', { probability: 0.25, kind: 'reject' }],
    ['again', 'end', { probability: 0.75 }],
  ],
  {
    parties: [{ id: 'desk', name: 'Desk', kind: 'role', minutes: { approve: 3 } }],
    handoffs: [
      { id: 'h', kind: 'approval', strength: 'approve', at: { before: 'b' }, assignee: { role: 'desk' } },
      { id: 'two', kind: 'approval', strength: 'two-person', at: { on: 'again>end' } },
    ],
  },
)

const holds = ({ low, high }: Interval, value: number): boolean => low - 1e-9 <= value && value <= high + 1e-9

describe('forecast', () => {
  test.each([0.9, 0.5, 0.2])('a loop left with odds q = %f is visited 1/q times', (q) => {
    const { visits } = simulateRuns(loop(q), { runs: 4000, seed: 11 })
    expect(holds(visits['work']!, 1 / q), JSON.stringify(visits['work'])).toBe(true)
    expect(visits['work']!.high - visits['work']!.low).toBeLessThan(0.35)
  })

  test('three attempts of 0.7 succeed in 0.973 of runs, after 1.39 attempts', () => {
    const { visits, outcomes } = simulateRuns(retried, { runs: 20_000, seed: 5 })
    expect(holds(outcomes.ok, 0.973), JSON.stringify(outcomes.ok)).toBe(true)
    expect(holds(visits['call']!, 1.39), JSON.stringify(visits['call'])).toBe(true)
    expect(outcomes.ok.high - outcomes.ok.low).toBeLessThan(0.006)
    expect(outcomes.ok.count + outcomes.failed.count).toBe(20_000)
  })

  test('visits, prompts and minutes of branches, tools, parallel work and loops are those worked out exactly', () => {
    const graph = indexWorkflow(mixed)
    const forecast = simulateRuns(mixed, { runs: 8000, seed: 3 })
    const exact = new Map(graph.steps.map((step, v) => [step.id, graph.visits[v]!]))
    const outside = [...exact].filter(([id, visits]) => !holds(forecast.visits[id]!, visits))
    expect(outside.map(([id, visits]) => [id, visits, forecast.visits[id]])).toEqual([])
    // 0.7 / 0.75 visits of b at 3 minutes of the desk, and one two-person review of 10 minutes a run.
    const reviews = 0.7 / 0.75
    expect(holds(forecast.humanMinutes, reviews * 3 + 10)).toBe(true)
    expect(forecast.handoffs['two']!.asked.mean).toBe(1)
    expect(holds(forecast.prompts, reviews + 1)).toBe(true)
  })

  test('the interval holds the exact value about 95 times out of 100', () => {
    let inside = 0
    for (let seed = 0; seed < 400; seed++) {
      if (holds(simulateRuns(loop(0.5), { runs: 150, seed }).visits['work']!, 2)) inside++
    }
    // 95 % of 400 is 380; a right interval leaves 364 to 394 once in a thousand times.
    expect(inside).toBeGreaterThanOrEqual(364)
    expect(inside).toBeLessThanOrEqual(394)
  })

  test('people who say no, and people who do not answer, are counted', () => {
    const asked = workflow(
      [
        ['start', 'start'],
        ['pay', 'action'],
        ['end', 'end', { outcome: 'ok' }],
      ],
      [
        ['start', 'pay'],
        ['pay', 'end'],
      ],
      {
        handoffs: [
          {
            id: 'h',
            kind: 'approval',
            strength: 'approve',
            at: { before: 'pay' },
            timeout: { after: 'PT1H', then: 'abort' },
          },
        ],
      },
    )
    const forecast = simulateRuns(asked, { runs: 5000, seed: 9, people: { reject: 0.2, silent: 0.1 } })
    expect(holds(forecast.outcomes.ok, 0.7)).toBe(true)
    expect(holds(forecast.outcomes.stopped, 0.3)).toBe(true)
    expect(holds(forecast.handoffs['h']!.rejected, 0.2 / 0.9)).toBe(true)
    expect(holds(forecast.handoffs['h']!.silent, 0.1)).toBe(true)
    expect(forecast.visits['pay']!.mean).toBe(forecast.outcomes.ok.share)
  })

  test('is the same for the same seed, and another for another', () => {
    const options = { runs: 200, seed: 7 }
    expect(simulateRuns(mixed, options)).toEqual(simulateRuns(structuredClone(mixed), options))
    expect(simulateRuns(mixed, { runs: 200, seed: 8 }).visits).not.toEqual(
      simulateRuns(mixed, options).visits,
    )
  })

  test('reports progress, and stops when asked to', () => {
    const seen: number[] = []
    const forecast = simulateRuns(loop(0.5), {
      runs: 1000,
      seed: 1,
      onProgress: (done) => seen.push(done),
      shouldStop: () => seen.length === 3,
    })
    expect(seen).toEqual([100, 200, 300])
    expect(forecast.runs).toBe(300)
    expect(forecast.outcomes.ok.count).toBe(300)
  })

  test('starts at every start alike often', () => {
    const two = workflow(
      [
        ['a', 'start'],
        ['b', 'start'],
        ['end', 'end'],
      ],
      [
        ['a', 'end'],
        ['b', 'end'],
      ],
    )
    const { visits } = simulateRuns(two, { runs: 2000, seed: 2 })
    expect(holds(visits['a']!, 0.5)).toBe(true)
    expect(visits['a']!.mean + visits['b']!.mean).toBeCloseTo(1, 12)
  })
})

describe('statistics', () => {
  test('Wilson intervals are the published ones', () => {
    // Newcombe 1998, table I: 81 of 263, and 15 of 148; 0 of 20.
    expect(wilson(81, 263)).toMatchObject({ low: expect.closeTo(0.2553, 4), high: expect.closeTo(0.3662, 4) })
    expect(wilson(15, 148)).toMatchObject({ low: expect.closeTo(0.0624, 4), high: expect.closeTo(0.1605, 4) })
    expect(wilson(0, 20)).toMatchObject({ low: 0, high: expect.closeTo(0.1611, 4) })
    expect(wilson(0, 0)).toEqual({ count: 0, share: 0, low: 0, high: 1 })
  })

  test('mean and interval of a small sample', () => {
    const { mean, low, high } = estimate([2, 4, 4, 6].reduce(withValue, NO_MOMENTS))
    expect(mean).toBe(4)
    // Sample variance 8/3, standard error 0.8165.
    expect(low).toBeCloseTo(4 - 1.959964 * Math.sqrt(8 / 3 / 4), 6)
    expect(high).toBeCloseTo(4 + 1.959964 * Math.sqrt(8 / 3 / 4), 6)
  })
})

describe('chance', () => {
  test('is sfc32: the first outputs of a plain implementation with its twelve rounds thrown away', () => {
    const plain = sfc32(0, 42, 0, 1)
    for (let i = 0; i < 12; i++) plain()
    let chance = seededChance(42)
    for (let i = 0; i < 1000; i++) {
      const drawn = draw(chance)
      expect(drawn.value).toBe(plain() / 2 ** 32)
      chance = drawn.chance
    }
  })

  test('is spread evenly, whatever the seed', () => {
    const buckets = Array.from({ length: 16 }, () => 0)
    for (let seed = 0; seed < 16_000; seed++) buckets[Math.floor(draw(seededChance(seed)).value * 16)]!++
    // Chi squared with 15 degrees of freedom: 37.7 is left out once in a thousand times.
    const chi = buckets.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
    expect(chi).toBeLessThan(37.7)
  })
})

// Written from the description of PractRand's sfc32 with 32-bit integer arithmetic, as a second opinion.
function sfc32(a: number, b: number, c: number, counter: number): () => number {
  const words = Uint32Array.of(a, b, c, counter)
  return () => {
    const output = Uint32Array.of(words[0]! + words[1]! + words[3]!)[0]!
    words[3]!++
    words[0] = words[1]! ^ (words[1]! >>> 9)
    words[1] = words[2]! + Math.imul(words[2]!, 8)
    words[2] = ((words[2]! << 21) | (words[2]! >>> 11)) + output
    return output
  }
}
