// What a target loses of a handoff is said, field by field.
import { describe, expect, test } from 'vitest'
import { HandoffSchema } from '../../shared/model/handoff.ts'
import { lossesOf, sameForAll } from '../../shared/policy/losses.ts'
import { COMPLETE } from './example.ts'

const kept = sameForAll({ verdict: 'preserved', why: 'kept' })
const complete = HandoffSchema.parse(COMPLETE)

describe('losses', () => {
  test('nothing is lost where everything is preserved', () => {
    expect(lossesOf([complete], kept)).toEqual([])
  })

  test('every field that is used is judged, in the order of the format; unknown ones come last', () => {
    const lost = sameForAll({ verdict: 'lost', why: 'gone' })
    const own = HandoffSchema.parse({ ...COMPLETE, zeal: 1, 'x-note': 'ours' })
    const fields = lossesOf([own], lost).map(({ field }) => field)
    const known = Object.keys(COMPLETE).filter((field) => field !== 'id')
    expect(fields).toEqual([...known, 'x-note', 'zeal'])
  })

  test('fields that say nothing cannot be lost', () => {
    const lost = sameForAll({ verdict: 'lost', why: 'gone' })
    const bare = HandoffSchema.parse({
      id: 'h',
      kind: 'approval',
      strength: 'confirm',
      at: { before: 'x' },
      title: '',
      editSchema: {},
      evidence: [],
      batch: null,
    })
    expect(lossesOf([bare], lost).map(({ field }) => field)).toEqual(['kind', 'strength', 'at'])
  })

  test('weakened is told apart from lost, with the reason', () => {
    const weak = { ...kept, timeout: { verdict: 'weakened', why: 'no clock' } } as const
    expect(lossesOf([complete], weak)).toEqual([
      { handoff: 'h1', field: 'timeout', verdict: 'weakened', why: 'no clock' },
    ])
  })
})
