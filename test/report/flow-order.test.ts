// The outline lists steps as a run meets them, whatever state the document is in.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineRows } from '../../shared/report/flow-order.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Transition } from '../../shared/model/transition.ts'

function step(id: string, change: Partial<Step> = {}): Step {
  return { id, kind: 'step', name: id, ...change }
}

function way(from: string, to: string, change: Partial<Transition> = {}): Transition {
  return { id: `${from}-${to}`, from, to, kind: 'normal', ...change }
}

function shown(steps: Step[], transitions: Transition[], collapsed: string[] = []): string[] {
  return outlineRows({ steps, transitions }, new Set(collapsed)).map((row) => `${row.level} ${row.step.id}`)
}

describe('outlineRows', () => {
  it('puts a merge after all its branches and keeps the order of the ways out', () => {
    const steps = ['end', 'merge', 'right', 'left', 'route']
      .map((id) => step(id))
      .concat(step('start', { kind: 'start' }))
    const ways = [
      way('start', 'route'),
      way('route', 'left'),
      way('route', 'right'),
      way('left', 'merge'),
      way('right', 'merge'),
      way('merge', 'end'),
    ]
    expect(shown(steps, ways)).toEqual(['1 start', '1 route', '1 left', '1 right', '1 merge', '1 end'])
  })

  it('lists routine ways before the abnormal ones', () => {
    const steps = [step('s', { kind: 'start' }), step('odd'), step('usual')]
    expect(shown(steps, [way('s', 'odd', { kind: 'exception' }), way('s', 'usual')])).toEqual([
      '1 s',
      '1 usual',
      '1 odd',
    ])
  })

  it('nests the tools of an agent, and folds them', () => {
    const steps = [
      step('s', { kind: 'start' }),
      step('a', { kind: 'agent' }),
      step('t', { parent: 'a' }),
      step('z'),
    ]
    const ways = [way('s', 'a'), way('a', 'z')]
    expect(shown(steps, ways)).toEqual(['1 s', '1 a', '2 t', '1 z'])
    expect(shown(steps, ways, ['a'])).toEqual(['1 s', '1 a', '1 z'])
  })

  it('keeps steps whose parents loop or are missing', () => {
    const steps = [step('a', { parent: 'b' }), step('b', { parent: 'a' }), step('c', { parent: 'nobody' })]
    expect(shown(steps, []).toSorted()).toEqual(['1 a', '1 b', '1 c'])
  })

  it('survives a loop and a chain of 100,000 steps', () => {
    expect(shown([step('a'), step('b')], [way('a', 'b'), way('b', 'a')])).toEqual(['1 a', '1 b'])
    const many = Array.from({ length: 100_000 }, (_, i) => step(`s${i}`))
    const chain = many.slice(1).map((_, i) => way(`s${i}`, `s${i + 1}`))
    expect(outlineRows({ steps: many, transitions: chain })).toHaveLength(100_000)
  })

  it('shows every step exactly once, with positions that count up', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    const flows = fc.record({
      ids: fc.uniqueArray(id, { minLength: 1 }),
      parents: fc.array(fc.option(id, { nil: undefined }), { minLength: 6, maxLength: 6 }),
      ways: fc.array(fc.tuple(id, id)),
    })
    fc.assert(
      fc.property(flows, ({ ids, parents, ways }) => {
        const steps = ids.map((name, i) => step(name, parents[i] === undefined ? {} : { parent: parents[i] }))
        const rows = outlineRows({ steps, transitions: ways.map(([from, to]) => way(from, to)) })
        expect(rows.map((row) => row.step.id).toSorted()).toEqual(ids.toSorted())
        for (const row of rows) expect(row.position).toBeLessThanOrEqual(row.siblings)
      }),
    )
  })
})
