// Finding things on a large drawing: by place, by name, and only as much as is near.
import { describe, expect, it } from 'vitest'
import { indexOf, itemAt, longIn, stepsIn, tilesIn } from '../../../renderer/canvas/scene-index.ts'
import { wideWorkflow } from '../../bench/wide-workflow.ts'
import { center } from '../../../shared/report/scene/rects.ts'
import { readDocument } from '../../../shared/document/read.ts'
import { REFUNDS, sceneOf } from './support.ts'

const scene = sceneOf(REFUNDS)
const index = indexOf(scene)

describe('itemAt', () => {
  it('finds every step at its middle', () => {
    const found = scene.steps.map(({ rect }) => itemAt(index, center(rect), 4))
    expect(found).toEqual(scene.steps.map(({ id }) => `step:${id}`))
  })

  it('finds a gate before the step or transition that carries it', () => {
    const gates = [...scene.steps, ...scene.edges].flatMap((host) => host.gates)
    expect(gates.length).toBeGreaterThan(0)
    expect(gates.map(({ rect }) => itemAt(index, center(rect), 1))).toEqual(gates.map(({ id }) => id))
  })

  it('finds a transition as near as the reach, and no line to a tool', () => {
    const edge = scene.edges.find(({ id }) => id === 'a')!
    const [start, end] = [edge.way[0]!, edge.way[1]!]
    const middle = { x: (start.x + end.x) / 2, y: start.y + 5 }
    expect(itemAt(index, middle, 6)).toBe('edge:a')
    expect(itemAt(index, { ...middle, y: start.y + 5 }, 4)).not.toBe('edge:a')
    const tool = scene.edges.find(({ kind }) => kind === 'tool')!
    expect(itemAt(index, tool.middle, 3)).toBeNull()
  })

  it('finds nothing where nothing is', () => {
    expect(itemAt(index, { x: -5000, y: -5000 }, 10)).toBeNull()
  })
})

describe('a large drawing', () => {
  const read = readDocument(JSON.stringify(wideWorkflow(2000)))
  if (!read.ok) throw new Error('the wide workflow cannot be read')
  const large = sceneOf(read.value.workflow)
  const wide = indexOf(large)
  const seen = { x: 1000, y: 1000, width: 1280, height: 800 }

  it('has every step and transition once', () => {
    expect(wide.tiles.flatMap(({ steps }) => steps)).toHaveLength(large.steps.length)
    const edges = [...wide.tiles.flatMap((tile) => tile.edges), ...wide.long]
    expect(new Set(edges).size).toBe(large.edges.length)
    expect(edges).toHaveLength(large.edges.length)
  })

  it('looks at little of it, and misses nothing that is near', () => {
    const near = stepsIn(wide, seen).map(({ id }) => id)
    const all = large.steps.filter(
      ({ rect }) =>
        rect.x < 2280 && rect.x + rect.width > 1000 && rect.y < 1800 && rect.y + rect.height > 1000,
    )
    expect(near.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
    expect(tilesIn(wide, seen).flatMap(({ steps }) => steps).length).toBeLessThan(200)
    expect(longIn(wide, seen).length).toBeLessThan(wide.long.length)
  })

  it('keeps the tiles of which nothing has changed', () => {
    const moved = { ...large, steps: large.steps.with(0, { ...large.steps[0]!, name: 'Other' }) }
    const after = indexOf(moved)
    const anew = after.tiles.filter((tile) => !wide.tiles.includes(tile))
    expect(anew).toHaveLength(1)
  })
})
