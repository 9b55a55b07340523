// Between our drawing and React Flow: everything is given, nothing is measured, and only what changed is new.
import { describe, expect, it } from 'vitest'
import { movedPositions, movesIn, selectionAfter } from '../../../renderer/canvas/from-flow.ts'
import { toFlow, walkEdges } from '../../../renderer/canvas/to-flow.ts'
import { EMPTY_SELECTION } from '../../../renderer/state/view.ts'
import { NO_MARKS, REFUNDS, sceneOf } from './support.ts'

const scene = sceneOf(REFUNDS)

describe('toFlow', () => {
  it('gives every node its place, size, measure and handles', () => {
    for (const node of toFlow(scene, NO_MARKS, null).nodes) {
      const { rect } = node.data.step
      expect(node).toMatchObject({
        position: { x: rect.x, y: rect.y },
        width: rect.width,
        height: rect.height,
        measured: { width: rect.width, height: rect.height },
      })
      expect(node.handles).toEqual([
        expect.objectContaining({ type: 'target', x: 0, y: rect.height / 2 }),
        expect.objectContaining({ type: 'source', x: rect.width, y: rect.height / 2 }),
      ])
    }
  })

  it('makes one edge of every transition and one of every tool', () => {
    expect(
      toFlow(scene, NO_MARKS, null)
        .edges.map(({ id }) => id)
        .toSorted(),
    ).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'r', 'tool:tool'].toSorted())
  })

  it('keeps the lists themselves where nothing changed', () => {
    const first = toFlow(scene, NO_MARKS, null)
    const second = toFlow(scene, { ...NO_MARKS, selectedSteps: new Set() }, first)
    expect(second.nodes).toBe(first.nodes)
    expect(second.edges).toBe(first.edges)
  })

  it('makes only the selected node new', () => {
    const first = toFlow(scene, NO_MARKS, null)
    const second = toFlow(scene, { ...NO_MARKS, selectedSteps: new Set(['large']) }, first)
    expect(second.nodes.filter((node, i) => node !== first.nodes[i]).map(({ id }) => id)).toEqual(['large'])
  })

  it('numbers the steps of a walk and lifts its transitions above the others', () => {
    const flow = toFlow(scene, { ...NO_MARKS, walk: ['start', 'read', 'route', 'large'] }, null)
    const numbers = Object.fromEntries(flow.nodes.map(({ id, data }) => [id, data.onWalk]))
    expect(numbers).toMatchObject({ start: 1, read: 2, route: 3, large: 4, small: 0 })
    expect(flow.edges.filter(({ data }) => data!.onWalk > 0).map(({ id, zIndex }) => [id, zIndex])).toEqual([
      ['a', 1],
      ['b', 1],
      ['d', 1],
    ])
  })

  it('dims whatever is not found', () => {
    const flow = toFlow(scene, { ...NO_MARKS, found: new Set(['large']) }, null)
    expect(flow.nodes.filter(({ data }) => !data.dim).map(({ id }) => id)).toEqual(['large'])
  })

  it('selects a gate at the step or transition that carries it', () => {
    const flow = toFlow(scene, { ...NO_MARKS, selectedGate: 'gate:h' }, null)
    expect(flow.nodes.filter(({ data }) => data.gate !== '').map(({ id }) => id)).toEqual(['small'])
  })

  it('survives ids that look like something else', () => {
    const walk = walkEdges(scene.edges, ['constructor', '__proto__', 'start', 'read'])
    expect([...walk]).toEqual([['a', 3]])
  })
})

describe('selectionAfter', () => {
  it('adds and removes, and keeps the other kind', () => {
    const before = { ...EMPTY_SELECTION, steps: ['a', 'b'], transitions: ['t'] }
    const changes = [
      { type: 'select' as const, id: 'a', selected: false },
      { type: 'select' as const, id: 'c', selected: true },
    ]
    expect(selectionAfter(before, changes, 'steps')).toEqual({
      ...EMPTY_SELECTION,
      steps: ['b', 'c'],
      transitions: ['t'],
    })
  })

  it('is the same object where nothing is selected anew', () => {
    const before = { ...EMPTY_SELECTION, steps: ['a'] }
    expect(selectionAfter(before, [{ type: 'select', id: 'a', selected: true }], 'steps')).toBe(before)
    expect(selectionAfter(before, [{ type: 'remove', id: 'a' }], 'steps')).toBe(before)
  })
})

describe('moves', () => {
  it('reads where steps are dragged to, and nothing else', () => {
    const moves = movesIn([
      { type: 'position', id: 'a', position: { x: 10.4, y: 20 }, dragging: true },
      { type: 'position', id: 'b', dragging: false },
      { type: 'dimensions', id: 'c', dimensions: { width: 1, height: 1 } },
    ])
    expect([...moves.keys()]).toEqual(['a'])
    expect(movedPositions(moves, new Map([['a', { x: 0, y: 0 }]]))).toEqual({ a: [10, 20] })
  })

  it('is no move when everything stays where it was', () => {
    const moves = new Map([['a', { x: 8, y: 8 }]])
    expect(movedPositions(moves, new Map([['a', { x: 8, y: 8 }]]))).toEqual({})
  })
})
