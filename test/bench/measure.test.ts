// The bench itself: takes turns fairly, counts right, and misses a goal when it should.
import { describe, expect, it } from 'vitest'
import { measure, table, verdicts } from './measure.ts'

describe('measure', () => {
  it('lets the contenders take turns, after one repetition each that does not count', async () => {
    const log: string[] = []
    const contender = (name: string) => ({ name, repeat: () => void log.push(name) })
    await measure([contender('a'), contender('b'), contender('c')], 3)
    expect(log.join('').match(/.../g)).toEqual(['abc', 'abc', 'bca', 'cab'])
  })

  it('gives the median, the least and the most', async () => {
    const times = [99, 5, 1, 3, 9]
    expect(await measure([{ name: 'a', repeat: () => times.shift() }], 4)).toEqual([
      { name: 'a', median: 4, least: 1, most: 9 },
    ])
  })

  it('takes the time itself where the contender gives none', async () => {
    const slow = { name: 'a', repeat: () => new Promise((resolve) => setTimeout(resolve, 30)) }
    const [figures] = await measure([slow], 1)
    expect(figures?.median).toBeGreaterThan(25)
    expect(figures?.median).toBeLessThan(1000)
  })
})

const figures = [
  { name: 'ours', median: 5, least: 4, most: 6 },
  { name: 'rival', median: 49, least: 40, most: 100 },
]

describe('table', () => {
  it('shows ratios to ours', () => {
    expect(table(figures).split('\n')).toEqual([
      '         median   least to most       ratio',
      '  ours   5.00 ms  4.00 ms to 6.00 ms',
      '  rival  49 ms    40 ms to 100 ms     9.80x',
    ])
  })
})

describe('verdicts', () => {
  it('tells a goal that is met from one that is missed', () => {
    const goals = [
      { kind: 'at-most', milliseconds: 5 },
      { kind: 'at-most', milliseconds: 4.9 },
      { kind: 'times-faster', factor: 9.8, than: 'rival' },
      { kind: 'times-faster', factor: 10, than: 'rival' },
    ] as const
    expect(verdicts(goals, figures).map((one) => one.met)).toEqual([true, false, true, false])
  })

  it('does not take an absent rival for a beaten one', () => {
    expect(() => verdicts([{ kind: 'times-faster', factor: 2, than: 'nobody' }], figures)).toThrow('nobody')
  })
})
