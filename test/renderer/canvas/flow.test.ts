// Between our drawing and React Flow: everything is given, nothing is measured, and only what changed is new.
import { describe, expect, it } from 'vitest'
import { toggled } from '../../../renderer/canvas/selecting.ts'
import { nodesFor, walkEdges, waysFor } from '../../../renderer/canvas/to-flow.ts'
import { EMPTY_SELECTION } from '../../../renderer/state/view.ts'
import { NO_MARKS, REFUNDS, sceneOf } from './support.ts'

const scene = sceneOf(REFUNDS)

interface Flow {
  readonly nodes: ReturnType<typeof nodesFor>
  readonly ways: ReturnType<typeof waysFor>
}

function toFlow({ steps, edges }: typeof scene, marks: typeof NO_MARKS, previous: Flow | null): Flow {
  return {
    nodes: nodesFor(steps, marks, null, previous?.nodes),
    ways: waysFor(edges, marks, walkEdges(edges, marks.walk), previous?.ways),
  }
}

describe('nodes and ways', () => {
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

  it('draws one way for every transition and one of every tool', () => {
    expect(
      toFlow(scene, NO_MARKS, null)
        .ways.map(({ id }) => id)
        .toSorted(),
    ).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'r', 'tool:tool'].toSorted())
  })

  it('keeps the lists themselves where nothing changed', () => {
    const first = toFlow(scene, NO_MARKS, null)
    const second = toFlow(scene, { ...NO_MARKS, selectedSteps: new Set() }, first)
    expect(second.nodes).toBe(first.nodes)
    expect(second.ways).toBe(first.ways)
  })

  it('makes only the selected node new', () => {
    const first = toFlow(scene, NO_MARKS, null)
    const second = toFlow(scene, { ...NO_MARKS, selectedSteps: new Set(['large']) }, first)
    expect(second.nodes.filter((node, i) => node !== first.nodes[i]).map(({ id }) => id)).toEqual(['large'])
  })

  it('numbers the steps of a walk and its transitions', () => {
    const flow = toFlow(scene, { ...NO_MARKS, walk: ['start', 'read', 'route', 'large'] }, null)
    const numbers = Object.fromEntries(flow.nodes.map(({ id, data }) => [id, data.onWalk]))
    expect(numbers).toMatchObject({ start: 1, read: 2, route: 3, large: 4, small: 0 })
    expect(flow.ways.filter(({ data }) => data.onWalk > 0).map(({ id, data }) => [id, data.onWalk])).toEqual([
      ['a', 1],
      ['b', 2],
      ['d', 3],
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

describe('toggled', () => {
  it('adds and takes out, and keeps the other kind', () => {
    const before = { ...EMPTY_SELECTION, steps: ['a', 'b'], transitions: ['t'], finding: 'S2@a' }
    expect(toggled(before, 'step:c')).toEqual({
      ...EMPTY_SELECTION,
      steps: ['a', 'b', 'c'],
      transitions: ['t'],
    })
    expect(toggled(before, 'edge:t')).toEqual({ ...EMPTY_SELECTION, steps: ['a', 'b'] })
  })

  it('has a handoff alone', () => {
    const before = { ...EMPTY_SELECTION, steps: ['a'] }
    expect(toggled(before, 'gate:h')).toEqual({ ...EMPTY_SELECTION, handoffs: ['h'] })
  })
})
