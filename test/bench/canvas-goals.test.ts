// The goals of the canvas bench: what counts as met, and that a goal without figures says nothing.
import { describe, expect, it } from 'vitest'
import { goalLines } from './canvas/goals.ts'
import type { Measured } from './canvas/gestures.ts'

function pan(steps: number, p95: number, who = 'ours'): Measured {
  return { who, steps, gesture: 'pan', p95, work: p95 / 2 }
}

describe('goalLines', () => {
  it('compares sizes, and says when a great one is too slow', () => {
    const texts = (great: number) => goalLines([pan(100, 20), pan(10_000, great)]).map(({ met }) => met)
    expect([texts(30), texts(31)]).toEqual([[true], [false]])
  })

  it('compares with the rival by frames and by work', () => {
    const lines = goalLines([pan(5000, 20), pan(5000, 190, 'bpmn-js')])
    expect(lines.map(({ met, text }) => [met, text])).toEqual([
      [false, 'pan at 5000, bpmn-js over ours, p95 of frames: 9.50, at least 10'],
      [false, 'pan at 5000, bpmn-js over ours, work for each event: 9.50, at least 10'],
    ])
  })

  it('counts dropped frames after a tag edit', () => {
    const edit: Measured = { who: 'ours', steps: 1000, gesture: 'tag edit', p95: 40, late: 1 }
    expect(goalLines([edit]).map(({ met }) => met)).toEqual([true, false])
  })

  it('says nothing without figures', () => {
    expect(goalLines([])).toEqual([])
  })
})
