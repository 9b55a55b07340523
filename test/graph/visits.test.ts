// Expected visits against results that are known exactly (PLACEMENT.md 4.5), against runs in flight, and at size.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { components } from '../../shared/graph/components.ts'
import { edgeVisits, indexWorkflow } from '../../shared/graph/graph.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { arbitraryWorkflow } from '../placement/arbitrary.ts'
import { visitsOf } from '../placement/definitions.ts'
import { chain, flow, type WayDraft } from '../placement/support.ts'

function visits(workflow: Workflow): Record<string, number> {
  const graph = indexWorkflow(workflow)
  return Object.fromEntries(graph.steps.map(({ id }, v) => [id, graph.visits[v] ?? Number.NaN]))
}

describe('a loop that is left with odds q', () => {
  it.each([1, 0.5, 0.3, 0.1, 0.01, 1e-5])('is passed 1/q times for q = %d', (q) => {
    const workflow = flow(
      ['start', 'work', 'decision', 'end'],
      [
        ...chain('start', 'work', 'decision'),
        ['decision', 'work', { probability: 1 - q }],
        ['decision', 'end', { probability: q }],
      ],
    )
    const { work = 0, end = 0 } = visits(workflow)
    expect(work * q).toBeCloseTo(1, 9)
    expect(end).toBeCloseTo(1, 9)
  })
})

describe("the gambler's ruin", () => {
  it.each([
    [3, 10, 0.5, 0.3, 21],
    [3, 10, 0.6, 0.716122361, 20.806118053],
    [5, 8, 0.4, 0.267724029, 14.291038858],
  ])('from %i of %i with odds %d', (first, goal, p, wins, rounds) => {
    const inner = Array.from({ length: goal - 1 }, (_, i) => `has${i + 1}`)
    const place = (money: number): string =>
      money === 0 ? 'end_broke' : money === goal ? 'end_rich' : `has${money}`
    const ways = inner.flatMap((id, i): WayDraft[] => [
      [id, place(i + 2), { probability: p }],
      [id, place(i), { probability: 1 - p }],
    ])
    const found = visits(
      flow(['start', ...inner, 'end_broke', 'end_rich'], [['start', place(first)], ...ways]),
    )
    expect(found['end_rich']).toBeCloseTo(wins, 9)
    expect(inner.reduce((sum, id) => sum + (found[id] ?? 0), 0)).toBeCloseTo(rounds, 8)
  })
})

describe('a retry that is given up after k attempts', () => {
  it.each([
    [0.7, 3, 0.973, 1.39],
    [0.5, 5, 0.96875, 1.9375],
  ])('with odds %d and k = %i', (p, k, success, attempts) => {
    const tries = Array.from({ length: k }, (_, i) => `try${i}`)
    const ways = tries.flatMap((id, i): WayDraft[] => [
      [id, 'end', { probability: p }],
      [id, tries[i + 1] ?? 'end_failed', { probability: 1 - p, kind: 'retry' }],
    ])
    const found = visits(flow(['start', ...tries, 'end', 'end_failed'], [['start', 'try0'], ...ways]))
    expect(found['end']).toBeCloseTo(success, 12)
    expect(tries.reduce((sum, id) => sum + (found[id] ?? 0), 0)).toBeCloseTo(attempts, 12)
  })
})

describe('parallel branches', () => {
  it('are each run once, and so is what follows their join', () => {
    const workflow = flow(
      ['start', 'split', 'a', 'b', 'c', 'join', 'end'],
      [
        ['start', 'split'],
        ...['a', 'b', 'c'].flatMap((id): WayDraft[] => [
          ['split', id],
          [id, 'join'],
        ]),
        ['join', 'end'],
      ].map(([from, to], i) => [from, to, { id: `w${i}` }] as WayDraft),
    )
    expect(visits(workflow)).toEqual({ start: 1, split: 1, a: 1, b: 1, c: 1, join: 1, end: 1 })
  })
})

describe('several starts', () => {
  it('begin the same share of the runs each', () => {
    const workflow = flow(
      ['start', 'start_2', 'start_3', 'end'],
      [
        ['start', 'end'],
        ['start_2', 'end'],
      ],
    )
    expect(visits(workflow)).toEqual({ start: 1 / 3, start_2: 1 / 3, start_3: 1 / 3, end: 2 / 3 })
  })
})

describe('for every workflow', () => {
  const any = arbitraryWorkflow({ steps: [2, 9], more: 8, gates: 0, exceptions: true })

  it('visits are what counting runs in flight gives', () => {
    fc.assert(
      fc.property(any, (workflow) => {
        const counted = visitsOf(workflow)
        fc.pre(counted !== undefined)
        const graph = indexWorkflow(workflow)
        graph.steps.forEach(({ id }, v) => {
          expect(graph.visits[v], id).toBeCloseTo(counted.get(`before ${id}`) ?? 0, 8)
        })
        for (const edge of graph.edges) {
          const id = edge.transition?.id ?? ''
          expect(edgeVisits(graph, edge), id).toBeCloseTo(counted.get(`on ${id}`) ?? 0, 8)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('all runs end where nothing leaks: the visits of the ends sum to one', () => {
    fc.assert(
      fc.property(any, (workflow) => {
        const closing = withEveryWayEnding(workflow)
        const graph = indexWorkflow(closing)
        fc.pre(graph.closed.size === 0)
        const ends = graph.steps.map(({ kind }, v) => (kind === 'end' ? (graph.visits[v] ?? 0) : 0))
        expect(ends.reduce((sum, n) => sum + n, 0)).toBeCloseTo(1, 8)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a loop that nothing leaves', () => {
  it('is named, and its figures stay finite', () => {
    const graph = indexWorkflow(
      flow(['start', 'a', 'b', 'end'], [...chain('start', 'a', 'b', 'a'), ['start', 'end']]),
    )
    expect(new Set([...graph.closed].map((v) => graph.steps[v]?.id))).toEqual(new Set(['a', 'b']))
    expect(graph.visits.filter((n) => !Number.isFinite(n) || n < 0)).toEqual([])
  })

  it('is also one that a split feeds faster than it is left', () => {
    const graph = indexWorkflow(
      flow(
        ['start', 'split', 'a', 'b'],
        [
          ['start', 'split'],
          ['split', 'a'],
          ['split', 'b'],
          ['a', 'split', { probability: 0.9 }],
          ['b', 'split', { probability: 0.9 }],
        ],
      ),
    )
    expect(graph.closed.size).toBe(3)
    expect(graph.visits.filter((n) => !Number.isFinite(n) || n < 0)).toEqual([])
  })
})

describe('at size', () => {
  it('a chain of 20,000 steps neither overflows nor takes a second', () => {
    const ids = ['start', ...Array.from({ length: 20_000 }, (_, i) => `work_${i}`)]
    const graph = indexWorkflow(flow(ids, chain(...ids)))
    expect(graph.visits.every((n) => n === 1)).toBe(true)
    expect(components(graph.out)).toHaveLength(20_001)
  })

  it('a ring of 2,000 steps with a way out at each is solved exactly', () => {
    const ids = Array.from({ length: 2_000 }, (_, i) => `ring_${i}`)
    const ways = ids.flatMap((id, i): WayDraft[] => [
      [id, ids[(i + 1) % ids.length] ?? '', { probability: 0.999 }],
      [id, 'end', { probability: 0.001 }],
    ])
    const { end } = visits(flow(['start', ...ids, 'end'], [['start', 'ring_0'], ...ways]))
    expect(end).toBeCloseTo(1, 9)
  })
})

/** No parallel branches, and odds that sum to one; a step that leads nowhere leads to the end. */
function withEveryWayEnding(workflow: Workflow): Workflow {
  const steps = workflow.steps.map((step) =>
    step.kind === 'split' || step.kind === 'join' ? { ...step, kind: 'decision' as const } : step,
  )
  const inner = steps.filter(({ kind }) => kind !== 'end')
  const transitions = inner.flatMap(({ id }) => {
    const ways = workflow.transitions.filter(({ from, probability = 0 }) => from === id && probability > 0)
    if (ways.length === 0)
      return [{ id: `out_${id}`, from: id, to: 'end', kind: 'normal' as const, probability: 1 }]
    return ways.map((way) => ({ ...way, probability: 1 / ways.length }))
  })
  return { ...workflow, steps, transitions, handoffs: [] }
}
