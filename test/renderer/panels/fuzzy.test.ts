// The palette finds what is meant from a few letters.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuzzyFilter, fuzzyMatch } from '../../../renderer/panels/palette/fuzzy.ts'

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
    const labels = ['Show the placement panel', 'Place handoffs', 'Zoom in', 'Play the simulation']
    expect(fuzzyFilter('pla', labels, (label) => label).map((entry) => entry.item)[0]).toBe('Place handoffs')
    expect(fuzzyFilter('zin', labels, (label) => label).map((entry) => entry.item)).toEqual(['Zoom in'])
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
