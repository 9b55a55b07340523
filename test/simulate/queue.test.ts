// Queues against results that are known in closed form, and the law that holds for every one of them.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workWeek } from '../../shared/model/calendar.ts'
import {
  erlangC,
  impatientQueue,
  meanWaitByPriority,
  meanWaitConstant,
  meanWaitForDuty,
  queue,
  waitsForDuty,
  waitsLonger,
} from '../../shared/simulate/queue.ts'

describe('known results', () => {
  test('one person at 80 %: a wait of 4 reviews', () => {
    expect(queue({ arrivals: 0.8, rate: 1, staff: 1 }).meanWait).toBeCloseTo(4, 12)
  })

  test.each([
    [1.6, 1, 2, 0.711111, 1.777778],
    [4, 1, 5, 0.554113, 0.554113],
    [9, 1, 10, 0.668732, 0.668732],
  ])('arrivals %d, rate %d, staff %d: waits %d, mean %d', (arrivals, rate, staff, waits, meanWait) => {
    const figures = queue({ arrivals, rate, staff })
    expect(figures.waits).toBeCloseTo(waits, 6)
    expect(figures.meanWait).toBeCloseTo(meanWait, 6)
  })

  test('three people, five arrivals, two a unit each: the queue is 3.511236', () => {
    const figures = queue({ arrivals: 5, rate: 2, staff: 3 })
    expect(figures.waits).toBeCloseTo(0.702247, 6)
    expect(figures.meanQueue).toBeCloseTo(3.511236, 6)
  })

  test('reviews that all take the same time halve the wait', () => {
    expect(meanWaitConstant(0.8, 1)).toBeCloseTo(2, 12)
    expect(meanWaitConstant(1, 1)).toBe(Infinity)
  })

  test('time-outs as patience', () => {
    expect(impatientQueue({ arrivals: 5, rate: 1, staff: 5, patience: 0.5 }).abandons).toBeCloseTo(
      0.146132,
      6,
    )
    // One person and patience as long as a review is a queue in which everybody is served at once.
    const { meanQueue } = impatientQueue({ arrivals: 1.2, rate: 1, staff: 1, patience: 1 })
    expect(meanQueue).toBeCloseTo(0.2 + Math.exp(-1.2), 12)
    expect(meanQueue).toBeCloseTo(0.501194, 6)
  })

  test('office hours: 15.24 hours on average until somebody is there', () => {
    const office = workWeek('office')!
    expect(office.hours).toBe(40)
    expect(meanWaitForDuty(office.gaps, 168)).toBeCloseTo(15.24, 2)
  })
})

describe('shapes', () => {
  test('more to do than people can: no end of it', () => {
    expect(queue({ arrivals: 2, rate: 1, staff: 2 })).toMatchObject({ waits: 1, meanWait: Infinity })
    expect(waitsLonger({ arrivals: 2, rate: 1, staff: 2 }, 100)).toBe(1)
    expect(queue({ arrivals: 1, rate: 1, staff: 0 }).utilisation).toBe(Infinity)
  })

  test('nothing to do: no wait', () => {
    expect(queue({ arrivals: 0, rate: 1, staff: 0 })).toMatchObject({ utilisation: 0, meanWait: 0 })
  })

  test('the share that waits longer falls from that which waits at all', () => {
    const input = { arrivals: 1.6, rate: 1, staff: 2 }
    expect(waitsLonger(input, 0)).toBeCloseTo(erlangC(1.6, 2), 12)
    expect(waitsLonger(input, 5)).toBeCloseTo(0.711111 * Math.exp(-2), 6)
  })

  test('a queue without impatience is Erlang C; little patience is served or gone', () => {
    const { meanQueue } = impatientQueue({ arrivals: 4, rate: 1, staff: 5, patience: 1e-9 })
    expect(meanQueue).toBeCloseTo(queue({ arrivals: 4, rate: 1, staff: 5 }).meanQueue, 4)
    expect(impatientQueue({ arrivals: 1, rate: 1, staff: 0, patience: 1 }).abandons).toBeCloseTo(1, 9)
  })

  test('who goes first waits less, and all together as long as without an order', () => {
    const arrivals = [0.2, 0.3, 0.3]
    const waits = meanWaitByPriority(arrivals, { rate: 1, staff: 1 })
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    const mean = waits.reduce((sum, wait, i) => sum + (wait * arrivals[i]!) / 0.8, 0)
    expect(mean).toBeCloseTo(4, 9)
    expect(meanWaitByPriority([0.5, 0.6], { rate: 1, staff: 1 })[1]).toBe(Infinity)
  })

  test('Little’s law, and the busiest queue that still ends', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (utilisation, staff, rate) => {
          const arrivals = utilisation * staff * rate
          const figures = queue({ arrivals, rate, staff })
          expect(figures.meanQueue).toBeCloseTo(arrivals * figures.meanWait, 9)
          expect(figures.waits).toBeGreaterThanOrEqual(0)
          expect(figures.waits).toBeLessThanOrEqual(1)
          // Erlang A with the same people never leaves more waiting.
          const impatient = impatientQueue({ arrivals, rate, staff, patience: rate })
          expect(impatient.meanQueue).toBeLessThanOrEqual(figures.meanQueue * (1 + 1e-9) + 1e-12)
        },
      ),
    )
  })
})

describe('calendars', () => {
  test.each([
    ['always', 168, []],
    ['Mon-Fri 08:00-18:00; Sat 9-13', 54, [14, 14, 14, 14, 15, 43]],
    ['Wed 0-24', 24, [144]],
  ])('%s is %d hours', (text, hours, gaps) => {
    const week = workWeek(text)!
    expect(week.hours).toBe(hours)
    expect(week.gaps).toEqual(gaps)
    expect(week.hours + week.gaps.reduce((sum, gap) => sum + gap, 0)).toBe(168)
  })

  test.each(['', 'sometimes', 'Fri-Mon 9-17', 'Mon 17-9', 'Mon 9-25'])('“%s” is no calendar', (text) => {
    expect(workWeek(text)).toBeUndefined()
  })

  test('a weekend is longer than a night', () => {
    const { gaps } = workWeek('office')!
    expect(waitsForDuty(gaps, 168, 0)).toBeCloseTo(128 / 168, 12)
    expect(waitsForDuty(gaps, 168, 20)).toBeCloseTo(44 / 168, 12)
    expect(waitsForDuty(gaps, 168, 64)).toBe(0)
  })
})
