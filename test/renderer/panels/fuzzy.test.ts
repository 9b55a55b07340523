// The palette finds what is meant from a few letters.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuzzyMatch } from '../../../renderer/panels/palette/fuzzy.ts'
import { rankEntries } from '../../../renderer/panels/palette/rank.ts'

describe('fuzzyMatch', () => {
  it('matches letters in order and nothing else', () => {
    expect(fuzzyMatch('xyz', 'Save')).toBeUndefined()
    expect(fuzzyMatch('ea', 'sae')).toBeUndefined()
    expect(fuzzyMatch('', 'Save')).toEqual({ score: 0, positions: [] })
  })

  it('prefers the beginnings of words', () => {
    expect(fuzzyMatch('ph', 'Graph: place handoffs')?.positions).toEqual([7, 13])
  })

  it('ranks what a person means first', () => {
    const entries = [
      { label: 'Show the placement panel', words: '' },
      { label: 'Place handoffs', words: 'gates' },
      { label: 'Zoom in', words: 'canvas larger' },
      { label: 'Play the simulation', words: '' },
    ]
    const found = (query: string) => rankEntries(query, entries).map((entry) => entry.item.label)
    expect(found('pla')[0]).toBe('Place handoffs')
    expect(found('zin')).toEqual(['Zoom in'])
    expect(found('larger')).toEqual(['Zoom in'])
    expect(found('')).toEqual(entries.map((entry) => entry.label))
  })

  it('returns positions that spell the query', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(fc.nat(), { maxLength: 6 }), (text, picks) => {
        const at = [...new Set(picks.map((n) => (text.length ? n % text.length : 0)))].toSorted(
          (a, b) => a - b,
        )
        const query = at.map((i) => text[i] ?? '').join('')
        const match = fuzzyMatch(query, text)
        expect(match).toBeDefined()
        if (text.toLowerCase().length !== text.length) return
        const spelled = match!.positions.map((i) => text[i]!.toLowerCase()).join('')
        expect(spelled).toBe(query.toLowerCase().replace(/\s+/g, ''))
      }),
    )
  })
})
