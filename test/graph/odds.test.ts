// Odds that the document states are kept; those that it does not are assumed, said to be, and never nothing.
import { describe, expect, it } from 'vitest'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import { flow, type WayDraft } from '../placement/support.ts'

function oddsOf(from: string, ...ways: readonly WayDraft[2][]): [string, number, boolean][] {
  const targets = ways.map((_, i) => `to_${i}`)
  const graph = indexWorkflow(
    flow(
      ['start', from, ...targets],
      [['start', from], ...targets.map((to, i): WayDraft => [from, to, ways[i] ?? {}])],
    ),
  )
  const edges = graph.edges.filter((edge) => graph.steps[edge.from]?.id === from)
  return edges.map(({ to, probability, assumed }) => [graph.steps[to]?.id ?? '', probability, assumed])
}

describe('the odds of leaving a step', () => {
  it('are certain where there is one way', () => {
    expect(oddsOf('work', {})).toEqual([['to_0', 1, false]])
  })

  it('are shared evenly between ways of the same kind that say nothing', () => {
    expect(oddsOf('decision', {}, {})).toEqual([
      ['to_0', 0.5, true],
      ['to_1', 0.5, true],
    ])
  })

  it('are what is left of one where some say theirs', () => {
    expect(oddsOf('decision', { probability: 0.75 }, {})).toEqual([
      ['to_0', 0.75, false],
      ['to_1', 0.25, true],
    ])
  })

  it('are small for a way that is not routine, and leave most to the routine', () => {
    expect(oddsOf('decision', {}, { kind: 'error' })).toEqual([
      ['to_0', 0.95, true],
      ['to_1', 0.05, true],
    ])
  })

  it('are never nothing for a way that nobody gave odds, however little is left', () => {
    expect(oddsOf('decision', { probability: 1 }, {}, { kind: 'error' })).toEqual([
      ['to_0', 1, false],
      ['to_1', 0.001, true],
      ['to_2', 0.001, true],
    ])
  })

  it('are nothing only where the document says so: such a way is not walked', () => {
    expect(oddsOf('decision', { probability: 1 }, { probability: 0 })).toEqual([['to_0', 1, false]])
  })

  it('are one on every branch of a split, and nothing on a branch that is switched off', () => {
    expect(oddsOf('split', {}, { probability: 0.3 }, { probability: 0 })).toEqual([
      ['to_0', 1, false],
      ['to_1', 1, false],
    ])
  })
})
