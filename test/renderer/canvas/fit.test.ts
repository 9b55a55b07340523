// A fitted drawing: all of it in sight, and nothing of it under the overview.
import { expect, test } from 'vitest'
import { fittingView, OVERVIEW } from '../../../renderer/canvas/fit.ts'
import type { Scene } from '../../../shared/report/scene/types.ts'
import { sceneOf, workflowOf } from './support.ts'

/** Steps at these places; the layout has no say. */
function drawingOf(places: readonly (readonly [number, number])[]): Scene {
  const steps = places.map((_, i) => ({ id: `s${i}`, kind: 'step', name: `Step ${i}` }))
  const layout = { steps: Object.fromEntries(places.map((at, i) => [`s${i}`, at])) }
  return sceneOf(workflowOf({ steps, layout }))
}

const SIZES = [
  { width: 640, height: 420 },
  { width: 900, height: 300 },
  { width: 500, height: 700 },
]
const DRAWINGS = {
  wide: drawingOf([
    [0, 0],
    [1400, 40],
  ]),
  tall: drawingOf([
    [0, 0],
    [30, 1100],
  ]),
  'down to the right': drawingOf([
    [0, 0],
    [500, 400],
    [900, 700],
  ]),
  'up to the right': drawingOf([
    [0, 700],
    [900, 0],
  ]),
  small: drawingOf([
    [0, 0],
    [200, 40],
  ]),
}

test.each(Object.entries(DRAWINGS))('%s: every step is in sight and clear of the overview', (_, scene) => {
  for (const size of SIZES) {
    const view = fittingView(scene, size)!
    for (const { rect } of scene.steps) {
      const [left, top] = [rect.x * view.zoom + view.x, rect.y * view.zoom + view.y]
      const [right, bottom] = [left + rect.width * view.zoom, top + rect.height * view.zoom]
      expect(Math.min(left, top)).toBeGreaterThan(0)
      expect(right).toBeLessThan(size.width)
      expect(bottom).toBeLessThan(size.height)
      const isUnder =
        right > size.width - OVERVIEW.width - OVERVIEW.edge &&
        bottom > size.height - OVERVIEW.height - OVERVIEW.edge
      expect(isUnder, JSON.stringify({ size, rect })).toBe(false)
    }
  }
})

test('what is clear of the overview anyway stands in the middle', () => {
  const view = fittingView(DRAWINGS.small, { width: 1200, height: 800 })!
  const [first, last] = [DRAWINGS.small.steps[0]!.rect, DRAWINGS.small.steps[1]!.rect]
  const middle = (first.x + last.x + last.width) / 2
  // Between the palette on the left and the margin on the right.
  expect(middle * view.zoom + view.x).toBeCloseTo((92 + 1200 - 36) / 2)
})

test('nothing stands under the palette', () => {
  for (const scene of Object.values(DRAWINGS)) {
    for (const size of SIZES) {
      const view = fittingView(scene, size)!
      const left = Math.min(...scene.steps.map(({ rect }) => rect.x * view.zoom + view.x))
      expect(left).toBeGreaterThanOrEqual(12 + 70)
    }
  }
})
