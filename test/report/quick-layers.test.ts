// The quick layout for what is too large or too tangled for the careful one: apart, in order, and quick.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Workflow } from '../../shared/model/workflow.ts'
import { layoutWorkflow } from '../../shared/report/layout.ts'
import { quickLayers } from '../../shared/report/quick-layers.ts'
import { sizeOf } from '../../shared/report/sizes.ts'
import { workflow } from '../simulate/build.ts'

const SIZE = { width: 100, height: 40 }

function lay(count: number, ways: readonly (readonly [number, number])[]) {
  const sizes = Array.from({ length: count }, (_, i) => ({
    width: 100 + (i % 3) * 20,
    height: 40 + (i % 2) * 60,
  }))
  return { sizes, spots: quickLayers({ sizes, ways, layerGap: 50, rowGap: 20 }) }
}

describe('the quick layout', () => {
  test('puts a chain into one row from left to right', () => {
    const spots = quickLayers({
      sizes: [SIZE, SIZE, SIZE],
      ways: [
        [0, 1],
        [1, 2],
        [2, 0],
      ],
      layerGap: 50,
      rowGap: 20,
    })
    expect(spots.map(([x]) => x)).toEqual([0, 150, 300])
    expect(new Set(spots.map(([, y]) => y)).size).toBe(1)
  })

  test('leads every way forward, except those that close a loop', () => {
    const { spots } = lay(6, [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
      [3, 1],
      [3, 4],
    ])
    const x = (i: number): number => spots[i]![0]
    expect(x(0) < x(1) && x(1) < x(3) && x(2) < x(3) && x(3) < x(4)).toBe(true)
  })

  test('keeps all boxes apart, and is the same every time', () => {
    const graphs = fc
      .integer({ min: 1, max: 60 })
      .chain((count) =>
        fc.tuple(
          fc.constant(count),
          fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 150 }),
        ),
      )
    fc.assert(
      fc.property(graphs, ([count, pairs]) => {
        const ways = pairs.filter(([from, to]) => from !== to)
        const { sizes, spots } = lay(count, ways)
        expect(lay(count, ways).spots).toEqual(spots)
        for (let a = 0; a < count; a++) {
          for (let b = 0; b < a; b++) {
            const [ax, ay] = spots[a]!
            const [bx, by] = spots[b]!
            const apart =
              ax + sizes[a]!.width <= bx ||
              bx + sizes[b]!.width <= ax ||
              ay + sizes[a]!.height <= by + 1e-6 ||
              by + sizes[b]!.height <= ay + 1e-6
            expect(apart, `${a} and ${b}`).toBe(true)
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('a thousand steps', () => {
  // A long line with many dead ends and short loops took the careful layout two minutes.
  const ladder = large((i) => [Math.max(0, i - 1 - (i % 3)), i, ...(i % 11 === 0 ? [i - 8] : [])])
  // Ways from everywhere to everywhere.
  const tangle = large((i) => [Math.floor((i - 1) / 2), i, (i * 7919) % 1000, (i * 104_729) % 1000])

  test.each([
    ['a ladder', ladder],
    ['a tangle', tangle],
  ])('of %s are laid out in less than two seconds, apart from each other', (_, document) => {
    const before = performance.now()
    const positions = layoutWorkflow(document)
    // Fifteen times what it takes on an idle machine.
    expect(performance.now() - before).toBeLessThan(2000)
    const taken = new Set<string>()
    for (const step of document.steps) {
      const [x, y] = positions[step.id]!
      const { width, height } = sizeOf(step)
      // Cells smaller than the gap between two steps: overlapping steps would share one.
      for (let cx = Math.ceil(x / 16); cx * 16 < x + width; cx++) {
        for (let cy = Math.ceil(y / 16); cy * 16 < y + height; cy++) taken.add(`${cx}:${cy}`)
      }
    }
    const cells = document.steps.reduce((sum, step) => {
      const [x, y] = positions[step.id]!
      const { width, height } = sizeOf(step)
      const across = Math.ceil((x + width) / 16) - Math.ceil(x / 16)
      return sum + across * (Math.ceil((y + height) / 16) - Math.ceil(y / 16))
    }, 0)
    expect(taken.size).toBe(cells)
  })
})

/** `way(i)`: from, to, and further targets of `to`. */
function large(way: (i: number) => readonly number[]): Workflow {
  const ids = Array.from({ length: 1000 }, (_, i) => `s${i}`)
  const ways = ids.slice(1).flatMap((_, at) => {
    const [from, to, ...more] = way(at + 1)
    return [[from, to] as const, ...more.map((target) => [to, target] as const)]
  })
  const distinct = [...new Set(ways.map(([from, to]) => `${from} ${to}`))].map((pair) => pair.split(' '))
  return workflow(
    ids.map((id, i) => [id, i === 0 ? 'start' : 'action'] as const),
    distinct.map(([from, to]) => [`s${from}`, `s${to}`] as const),
  )
}
