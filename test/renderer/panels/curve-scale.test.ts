// The plot of the curve: round figures on the axes, every point on the plot, stairs that promise nothing in between.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestTo, plotScale, stairs, ticks } from '../../../renderer/panels/placement/curve-scale.ts'

test.each([
  [0, 5, [0, 1]],
  [10, 5, [0, 2, 4, 6, 8, 10]],
  [45.8, 10, [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50]],
  [0.29, 4, [0, 0.1, 0.2, 0.3]],
])('up to %d in about %d: %j', (most, wanted, expected) => {
  expect(ticks(most, wanted)).toEqual(expected)
})

test('the stairs go right before they go down', () => {
  expect(
    stairs([
      [0, 10],
      [5, 4],
      [9, 3],
    ]),
  ).toBe('M0 10H5V4H9V3')
})

test('the nearest spot is meant, and of several the first', () => {
  const spots = [
    [0, 0],
    [10, 0],
    [10, 0],
  ] as const
  expect([nearestTo(spots, 4, 0), nearestTo(spots, 6, 50), nearestTo(spots, 10, 0)]).toEqual([0, 1, 1])
})

test('every point is on the plot, and more minutes are further to the right', () => {
  const value = fc.double({ min: 0, max: 1e4, noNaN: true })
  const size = { width: 500, height: 160, left: 40, right: 20, top: 10, bottom: 20 }
  fc.assert(
    fc.property(fc.array(fc.record({ minutes: value, harm: value }), { minLength: 1 }), (points) => {
      const scale = plotScale(points, size)
      for (const { minutes, harm } of points) {
        expect(scale.x(minutes)).toBeGreaterThanOrEqual(size.left)
        expect(scale.x(minutes)).toBeLessThanOrEqual(size.width - size.right + 1e-6)
        expect(scale.y(harm)).toBeGreaterThanOrEqual(size.top - 1e-6)
        expect(scale.y(harm)).toBeLessThanOrEqual(size.height - size.bottom + 1e-6)
      }
      expect(scale.x(2)).toBeGreaterThan(scale.x(1))
      expect(scale.y(2)).toBeLessThan(scale.y(1))
    }),
  )
})
