// What is typed about a transition, and the one edit that it comes to.
import { describe, expect, it } from 'vitest'
import { commandOf, draftOf, oddsAfter, oddsOf } from '../../../renderer/canvas/ways/way-draft.ts'
import { REFUNDS } from './support.ts'

const WAY = REFUNDS.transitions.find(({ id }) => id === 'd')!
const DRAFT = draftOf(WAY)

describe('what is typed about a transition', () => {
  it('begins as what is there, and changes nothing', () => {
    expect(DRAFT).toEqual({ label: '', condition: 'amount > 100', odds: '20' })
    expect(commandOf(WAY, DRAFT, [], 'change transition')).toBeNull()
  })

  it.each([
    ['7', 0.07],
    ['7 %', 0.07],
    ['12,5', 0.125],
    ['', undefined],
    ['-1', null],
    ['101', null],
    ['a lot', null],
  ])('odds typed as %j are %j', (odds, expected) => {
    expect(oddsOf({ ...DRAFT, odds })).toBe(expected)
  })

  it('shows what the other ways would have, before it is so', () => {
    expect(oddsAfter(REFUNDS, WAY, { ...DRAFT, odds: '35' }, [])).toEqual({
      ok: true,
      value: new Map([
        ['d', 0.35],
        ['c', 0.65],
      ]),
    })
    expect(oddsAfter(REFUNDS, WAY, { ...DRAFT, odds: '35' }, ['c'])).toMatchObject({ ok: false })
  })

  it('is one edit, whatever was typed', () => {
    expect(commandOf(WAY, { ...DRAFT, label: 'large ' }, [], 'x')).toEqual({
      type: 'updateTransition',
      id: 'd',
      set: { label: 'large' },
    })
    expect(commandOf(WAY, { ...DRAFT, odds: '' }, [], 'x')).toEqual({
      type: 'updateTransition',
      id: 'd',
      set: { probability: null },
    })
    expect(commandOf(WAY, { label: 'large', condition: '', odds: '35' }, ['c'], 'change it')).toEqual({
      type: 'batch',
      label: 'change it',
      commands: [
        { type: 'updateTransition', id: 'd', set: { label: 'large', condition: null } },
        { type: 'setOdds', id: 'd', probability: 0.35, kept: ['c'] },
      ],
    })
  })
})
