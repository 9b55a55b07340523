// Walking the canvas with the arrow keys: along transitions, through gates, and never into a dead end by mistake.
import { describe, expect, it } from 'vitest'
import { currentItem, itemTowards, nextWayOut, selectionOf } from '../../../renderer/canvas/items.ts'
import type { Direction, Item } from '../../../renderer/canvas/items.ts'
import { EMPTY_SELECTION } from '../../../renderer/state/view.ts'
import { REFUNDS, sceneOf } from './support.ts'

const scene = sceneOf({ ...REFUNDS, dispositions: [] })

function walk(from: Item, ...directions: readonly Direction[]): readonly (Item | null)[] {
  let item: Item | null = from
  return directions.map((direction) => (item = item === null ? null : itemTowards(scene, item, direction)))
}

describe('itemTowards', () => {
  it('goes through the gate before a step, and back', () => {
    expect(walk('edge:c', 'right', 'right', 'left', 'left')).toEqual([
      'gate:h',
      'step:small',
      'gate:h',
      'step:route',
    ])
  })

  it('goes through the suggested brief behind a start', () => {
    expect(walk('step:start', 'right', 'right', 'left', 'left')).toEqual([
      'ghost:start start',
      'step:read',
      'step:start',
      null,
    ])
  })

  it('goes through the gate on a transition', () => {
    expect(walk('gate:x', 'left')).toEqual(['step:agent'])
    expect(walk('gate:x', 'right')).toEqual(['step:read'])
  })

  it('stops at the ends', () => {
    expect(walk('step:done', 'right')).toEqual([null])
    expect(walk('step:start', 'left')).toEqual([null])
  })

  it('goes up and down between neighbours', () => {
    const order = [...scene.steps]
      .filter(({ id }) => id === 'small' || id === 'large')
      .toSorted((a, b) => a.rect.y - b.rect.y)
    expect(walk(`step:${order[0]!.id}`, 'down')).toEqual([`step:${order[1]!.id}`])
    expect(walk(`step:${order[1]!.id}`, 'up')).toEqual([`step:${order[0]!.id}`])
  })

  it('reaches every step from the start', () => {
    const seen = new Set<Item>(['step:start'])
    const todo: Item[] = ['step:start']
    for (let item = todo.pop(); item !== undefined; item = todo.pop()) {
      const next = (['left', 'right', 'up', 'down'] as const).map((direction) =>
        itemTowards(scene, item, direction),
      )
      for (const each of [...next, nextWayOut(scene, item)]) {
        if (each === null || seen.has(each)) continue
        seen.add(each)
        todo.push(each)
      }
    }
    const missing = scene.steps.map(({ id }) => `step:${id}`).filter((id) => !seen.has(id))
    expect(missing).toEqual([])
  })

  it('answers nothing for what is not there', () => {
    expect(itemTowards(scene, 'step:nobody', 'right')).toBeNull()
    expect(itemTowards(scene, 'ghost:nowhere', 'left')).toBeNull()
  })
})

describe('nextWayOut', () => {
  it('goes round the ways out of a step', () => {
    const first = nextWayOut(scene, 'step:route')!
    const second = nextWayOut(scene, first)!
    expect([first, second].toSorted()).toEqual(['edge:c', 'edge:d'])
    expect(nextWayOut(scene, second)).toBe(first)
  })

  it('is nothing at an end', () => expect(nextWayOut(scene, 'step:done')).toBeNull())
})

describe('the item that has the keyboard', () => {
  it('is the first start when nothing is selected', () => {
    expect(currentItem(scene, EMPTY_SELECTION)).toBe('step:start')
  })

  it.each(['step:a', 'edge:t', 'gate:h', 'ghost:before large'])(
    'comes back from its own selection: %s',
    (item) => {
      expect(currentItem(scene, selectionOf(item))).toBe(item)
    },
  )
})
