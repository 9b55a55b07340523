// What a run puts at stake against the cap of the envelope: where it may first exceed it, what is demanded there, and that
// the checker finds the same in its own way.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { capCrossings } from '../../shared/graph/exposure.ts'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { readClaims } from '../../shared/placement/checker/claims.ts'
import { demandsOf } from '../../shared/placement/demands.ts'
import { chain, flow } from './support.ts'
import type { StepDraft, WayDraft } from './support.ts'

function capped(steps: readonly (StepDraft | string)[], ways: readonly WayDraft[], cap?: number): Workflow {
  const workflow = flow(steps, ways)
  return {
    ...workflow,
    brief: { ...workflow.brief, envelope: { level: 'confirm', ...(cap === undefined ? {} : { cap }) } },
  }
}

function spend(id: string, magnitude: number, more: Partial<Step['consequence']> = {}): StepDraft {
  return { id, kind: 'action', consequence: { level: 1, reversibility: 2, magnitude, ...more } }
}

function crossings(workflow: Workflow): Readonly<Record<string, number>> {
  const graph = indexWorkflow(workflow)
  return Object.fromEntries([...capCrossings(graph)].map(([v, items]) => [graph.steps[v]!.id, items]))
}

describe('where a run may first exceed the cap', () => {
  const two = [...chain('start', 'a', 'b', 'end')]
  const loop: readonly WayDraft[] = [...chain('start', 'a', 'end'), ['a', 'a', { probability: 0.5 }]]
  it.each<[string, Workflow, Readonly<Record<string, number>>]>([
    ['nowhere without a cap', capped(['start', spend('a', 9), 'end'], chain('start', 'a', 'end')), {}],
    ['nowhere below it', capped(['start', spend('a', 5), spend('b', 5), 'end'], two, 10), {}],
    [
      'at the step that exceeds it',
      capped(['start', spend('a', 5), spend('b', 6), 'end'], two, 10),
      { b: 2 },
    ],
    ['not again behind it', capped(['start', spend('a', 11), spend('b', 6), 'end'], two, 10), { a: 1 }],
    [
      'at a step that does many at once',
      capped(['start', spend('a', 5, { volume: 40 }), 'end'], chain('start', 'a', 'end'), 100),
      { a: 40 },
    ],
    [
      'in a loop, after as many items as the cap allows',
      capped(['start', spend('a', 25), 'end'], loop, 1000),
      { a: 41 },
    ],
    ['not where nothing is at stake', capped(['start', spend('a', 0), 'end'], loop, 0), {}],
    [
      'on one of two ways, the dearer counts',
      capped(
        ['start', { id: 'd', kind: 'decision' }, spend('a', 3), spend('b', 8), spend('c', 3), 'end'],
        [
          ['start', 'd'],
          ['d', 'a'],
          ['d', 'b'],
          ['a', 'c'],
          ['b', 'c'],
          ['c', 'end'],
        ],
        10,
      ),
      { c: 4 },
    ],
    [
      'in branches side by side, both count',
      capped(
        [
          'start',
          { id: 's', kind: 'split' },
          spend('a', 6),
          spend('b', 6),
          { id: 'j', kind: 'join' },
          spend('c', 1),
          'end',
        ],
        [
          ['start', 's'],
          ['s', 'a'],
          ['s', 'b'],
          ['a', 'j'],
          ['b', 'j'],
          ['j', 'c'],
          ['c', 'end'],
        ],
        12,
      ),
      { c: 13 },
    ],
    [
      'an agent may call its tool as often as it likes',
      capped(
        ['start', { id: 'agent', kind: 'agent' }, { ...spend('a', 5), parent: 'agent' }, 'end'],
        chain('start', 'agent', 'end'),
        50,
      ),
      { a: 11 },
    ],
  ])('%s', (_, workflow, expected) => {
    expect(crossings(workflow)).toEqual(expected)
  })
})

it('forty small refunds in a loop demand what forty demand, once there is a cap to exceed', () => {
  const ways: readonly WayDraft[] = [
    ...chain('start', 'refund', 'end'),
    ['refund', 'refund', { probability: 0.9 }],
  ]
  const refund = spend('refund', 25, { external: true })
  const required = (cap?: number): unknown =>
    analyse(capped(['start', refund, 'end'], ways, cap)).steps['refund']!.required
  expect([required(), required(1e9), required(1000), required(50)]).toEqual([
    'confirm',
    'two-person',
    'approve',
    'confirm',
  ])
  expect(analyse(capped(['start', refund, 'end'], ways, 1000)).certificate.required).toEqual({ refund: 2 })
})

const ids = ['a', 'b', 'c', 'd', 'e']
const graphs = fc
  .record({
    steps: fc.tuple(
      ...ids.map((id) =>
        fc
          .record({
            magnitude: fc.constantFrom(0, 0, 1, 3, 10),
            volume: fc.constantFrom(undefined, 1, 20),
            kind: fc.constantFrom('action', 'action', 'step', 'split'),
          })
          .map(({ magnitude, volume, kind }): StepDraft => ({
            id,
            kind: kind as Step['kind'],
            consequence: {
              level: 2,
              reversibility: 2,
              magnitude,
              ...(volume === undefined ? {} : { volume }),
            },
          })),
      ),
    ),
    ways: fc.uniqueArray(fc.tuple(fc.constantFrom('start', ...ids), fc.constantFrom(...ids)), {
      minLength: 4,
      maxLength: 10,
      selector: (way) => way.join('>'),
    }),
    cap: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ steps, ways, cap }) =>
    capped(
      ['start', ...steps, 'end'],
      [['start', 'a'], ...ways, ['e', 'end']].map((way) => way as unknown as WayDraft),
      cap,
    ),
  )

it('the checker demands the same of every step, whatever the loops', () => {
  let raised = 0
  fc.assert(
    fc.property(graphs, (workflow) => {
      const graph = indexWorkflow(workflow)
      const demands = demandsOf(graph)
      if (capCrossings(graph).size > 0) raised++
      const analysis = Object.fromEntries(
        graph.steps.flatMap(({ id }, v) => (demands.required[v]! >= 1 ? [[id, demands.required[v]!]] : [])),
      )
      expect(Object.fromEntries(readClaims(workflow).required)).toEqual(analysis)
    }),
    { numRuns: 1000 },
  )
  expect(raised).toBeGreaterThan(300)
})

it('a run that walks at random first exceeds the cap only where it was said that it may', () => {
  fc.assert(
    fc.property(graphs, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), (workflow, luck) => {
      const graph = indexWorkflow(workflow)
      const said = capCrossings(graph)
      const { cap = 0 } = workflow.brief.envelope!
      let v = graph.starts[0]!
      let sum = 0
      const unsaid: number[] = []
      for (const each of luck) {
        const { kind, consequence } = graph.steps[v]!
        const own = kind === 'action' ? (consequence?.magnitude ?? 0) * (consequence?.volume ?? 1) : 0
        if (sum <= cap && sum + own > cap && !said.has(v)) unsaid.push(v)
        sum += own
        const onward = graph.out[v]!
        if (onward.length === 0) break
        v = onward[each % onward.length]!.to
      }
      expect(unsaid).toEqual([])
    }),
    { numRuns: 1000 },
  )
})
