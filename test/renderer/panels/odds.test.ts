// The odds of the ways out of a step are summed as they are typed.
import { describe, expect, it } from 'vitest'
import { sumOfOdds } from '../../../renderer/panels/inspector/odds.ts'

const decision = { steps: [{ id: 'd', kind: 'decision', name: 'd' }] } as const
const split = { steps: [{ id: 'd', kind: 'split', name: 'd' }] } as const

function ways(...odds: (number | undefined)[]) {
  return odds.map((probability) => ({ from: 'd', ...(probability !== undefined && { probability }) }))
}

describe('sumOfOdds', () => {
  it.each([
    [ways(0.75, 0.15, 0.1), { open: 0, fits: true }],
    [ways(0.1, 0.2, 0.7), { open: 0, fits: true }],
    [ways(0.6, 0.6), { open: 0, fits: false }],
    [ways(0.6, 0.3), { open: 0, fits: false }],
    [ways(0.6, undefined), { open: 1, fits: true }],
    [ways(1.2, undefined), { open: 1, fits: false }],
    [ways(0.3333, 0.3333, 0.3333), { open: 0, fits: true }],
  ])('judges %j', (siblings, expected) => expect(sumOfOdds(decision, siblings)).toMatchObject(expected))

  it('never objects after a split, where all ways are taken', () => {
    expect(sumOfOdds(split, ways(1, 1))).toMatchObject({ exclusive: false, fits: true })
  })
})
