// Aligning, distributing, and the lines that steps snap to.
import { describe, expect, it } from 'vitest'
import { aligned, distributed } from '../../../renderer/canvas/arrange.ts'
import { snap } from '../../../renderer/canvas/snap.ts'
import type { Rect } from '../../../shared/report/scene/rects.ts'

const CARD = { x: 0, y: 0, width: 184, height: 64 }
const DIAMOND = { x: 300, y: 100, width: 40, height: 40 }
const PILL = { x: 50, y: 240, width: 80, height: 32 }
const THREE = new Map<string, Rect>([
  ['card', CARD],
  ['diamond', DIAMOND],
  ['pill', PILL],
])

describe('aligning', () => {
  it.each([
    ['left', { card: [0, 0], diamond: [0, 100], pill: [0, 240] }],
    ['center', { card: [78, 0], diamond: [150, 100], pill: [130, 240] }],
    ['right', { card: [156, 0], diamond: [300, 100], pill: [260, 240] }],
    ['top', { card: [0, 0], diamond: [300, 0], pill: [50, 0] }],
    ['middle', { card: [0, 104], diamond: [300, 116], pill: [50, 120] }],
    ['bottom', { card: [0, 208], diamond: [300, 232], pill: [50, 240] }],
  ] as const)('%s', (how, expected) => {
    expect(aligned(THREE, how)).toEqual(expected)
  })
})

describe('distributing', () => {
  it('leaves the outermost and makes the gaps equal, whatever the sizes', () => {
    expect(distributed(THREE, 'down')).toEqual({ card: [0, 0], diamond: [300, 132], pill: [50, 240] })
    // Across they overlap: the gaps are equal and negative.
    expect(distributed(THREE, 'across')).toEqual({ card: [123, 0], diamond: [300, 100], pill: [50, 240] })
  })

  it('does nothing with two', () => {
    expect(distributed(new Map([...THREE].slice(0, 2)), 'down')).toEqual({})
  })
})

describe('snapping', () => {
  it('draws a diamond onto the middle line of a card, which the grid cannot', () => {
    const snapped = snap({ ...DIAMOND, y: 8 }, [CARD], 6)
    expect(snapped).toEqual({
      dx: 0,
      dy: 4,
      guides: [{ kind: 'line', y1: 32, y2: 32, x1: 0, x2: 340 }],
    })
  })

  it('draws an edge onto an edge', () => {
    expect(snap({ ...CARD, x: 5, y: 300 }, [CARD], 6)).toMatchObject({ dx: -5, dy: 0 })
  })

  it('finds the place half way between two neighbours', () => {
    const [left, right] = [CARD, { ...CARD, x: 600 }]
    const { dx, guides } = snap({ ...DIAMOND, x: 369, y: 12 }, [left, right], 6)
    expect(dx).toBe(3)
    expect(guides.filter(({ kind }) => kind === 'gap')).toEqual([
      { kind: 'gap', x1: 184, x2: 372, y1: 32, y2: 32 },
      { kind: 'gap', x1: 412, x2: 600, y1: 32, y2: 32 },
    ])
  })

  it('leaves alone what is further away than its reach', () => {
    expect(snap({ ...CARD, x: 20, y: 300 }, [CARD], 6)).toEqual({ dx: 0, dy: 0, guides: [] })
  })
})
