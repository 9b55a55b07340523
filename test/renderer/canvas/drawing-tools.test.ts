// Tags copied as a format, room for what is inserted, where pasted steps land, and the picture of a part.
import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../../shared/commands/apply.ts'
import { fragmentOf } from '../../../shared/commands/fragment.ts'
import { overlaps } from '../../../shared/report/scene/rects.ts'
import type { Rect } from '../../../shared/report/scene/rects.ts'
import { sizeOf } from '../../../shared/report/sizes.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { pictureOf } from '../../../renderer/canvas/drawing-of.ts'
import { roomOn } from '../../../renderer/canvas/make-room.ts'
import { wayUnder } from '../../../renderer/canvas/palette/way-under.ts'
import { pasteOffset } from '../../../renderer/canvas/paste-place.ts'
import { positionsOf } from '../../../renderer/canvas/positions.ts'
import { tagCommands } from '../../../renderer/canvas/tags.ts'
import { EMPTY_SELECTION } from '../../../renderer/state/view.ts'
import { REFUNDS, sceneOf, workflowOf } from './support.ts'

const CARD = sizeOf({ kind: 'step', name: '' })

describe('copied tags', () => {
  const [small, large, read] = ['small', 'large', 'read'].map((id) => stepOf(REFUNDS, id))

  it('replace those that are there, members that only the old ones had included', () => {
    const after = applied(REFUNDS, tagCommands(small!, [large!], 'copied'))
    expect(stepOf(after, 'large').consequence).toEqual({ level: 1, basis: 'copied' })
    expect(stepOf(after, 'large').verb).toBe('pay')
  })

  it('take away what the step they come from has not', () => {
    const after = applied(REFUNDS, tagCommands(read!, [large!, small!], 'copied'))
    expect(stepOf(after, 'large')).not.toHaveProperty('consequence')
    expect(stepOf(after, 'small').uncertainty).toEqual({ level: 3, label: 'intent', basis: 'copied' })
  })
})

describe('room for a step on a transition', () => {
  it('is made by what stands to the right, all of it by the same', () => {
    for (const { id, from, to } of REFUNDS.transitions) {
      const room = roomOn(REFUNDS, id, CARD)
      if (!room) continue
      const after = applied(REFUNDS, [
        ...room.moves,
        { type: 'insertStep', on: id, step: { kind: 'step', name: 'New' }, at: room.at },
      ])
      const rects = rectsOf(after)
      const fresh = rects.get('new')!
      for (const [other, rect] of rects) expect(other !== 'new' && overlaps(fresh, rect), other).toBe(false)
      expect(fresh.x).toBeGreaterThan(rects.get(from)!.x)
      expect(fresh.x).toBeLessThan(rects.get(to)!.x)
      const moved = [...rectsOf(REFUNDS)].map(([key, rect]) => rects.get(key)!.x - rect.x)
      expect(new Set(moved).size).toBeLessThanOrEqual(2)
    }
  })

  it('is not made on a way back', () => {
    expect(roomOn(REFUNDS, 'r', CARD)).toBeNull()
  })
})

describe('pasted steps', () => {
  const fragment = {
    ...fragmentOf(REFUNDS, ['small', 'large']),
  }

  it('land where somebody looks, and not on what stands there', () => {
    const [dx, dy] = pasteOffset(REFUNDS, fragment, { x: 5000, y: 5000 })
    const [x, y] = fragment.positions['small']!
    expect(Math.hypot(x + dx - 5000, y + dy - 5000)).toBeLessThan(300)
    const busy = rectsOf(REFUNDS).get('route')!
    const [bx, by] = pasteOffset(REFUNDS, fragment, busy)
    const landed = fragment.steps.map((step) => {
      const at = fragment.positions[step.id]!
      return { x: at[0] + bx, y: at[1] + by, ...sizeOf(step) }
    })
    expect(landed.some((rect) => [...rectsOf(REFUNDS).values()].some((there) => overlaps(rect, there)))).toBe(
      false,
    )
  })

  it('land below everything where nobody looks', () => {
    const [, dy] = pasteOffset(REFUNDS, fragment, null)
    const lowest = Math.max(...[...rectsOf(REFUNDS).values()].map((rect) => rect.y + rect.height))
    expect(Math.min(...Object.values(fragment.positions).map(([, y]) => y + dy))).toBeGreaterThan(lowest)
  })
})

describe('the picture of a part', () => {
  const options = { analysis: null, decisions: {}, theme: 'light' } as const
  const noted = {
    ...REFUNDS,
    layout: { ...REFUNDS.layout, notes: [{ id: 'n', text: 'Ask Ana', at: [0, 900] as const }] },
  }

  it('holds what is selected and nothing else', () => {
    const picture = pictureOf(noted, { ...EMPTY_SELECTION, steps: ['small', 'agent'] }, options)
    expect(picture).toContain('Small')
    expect(picture).toContain('2 steps, 1 transitions, 1 handoffs')
    expect(picture).not.toContain('Large')
    expect(picture).not.toContain('Ask Ana')
  })

  it('holds everything where nothing is selected', () => {
    const picture = pictureOf(noted, EMPTY_SELECTION, options)
    expect(picture).toContain('Large')
    expect(picture).toContain('Ask Ana')
  })
})

describe('the transition under a spot', () => {
  it('is found beside its line, and not further off', () => {
    const { edges } = sceneOf(REFUNDS)
    const edge = edges.find(({ id }) => id === 'a')!
    expect(wayUnder(edges, { x: edge.middle.x, y: edge.middle.y + 8 }, 12)?.id).toBe('a')
    expect(wayUnder(edges, { x: edge.middle.x, y: edge.middle.y - 400 }, 12)).toBeNull()
  })
})

function stepOf(workflow: Workflow, id: string): Workflow['steps'][number] {
  return workflow.steps.find((step) => step.id === id)!
}

function rectsOf(workflow: Workflow): ReadonlyMap<string, Rect> {
  const places = positionsOf(workflow)
  return new Map(workflow.steps.map((step) => [step.id, { ...places.get(step.id)!, ...sizeOf(step) }]))
}

function applied(workflow: Workflow, commands: ReturnType<typeof tagCommands>): Workflow {
  const result = applyCommand(workflowOf(workflow), { type: 'batch', label: 'test', commands })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value
}
