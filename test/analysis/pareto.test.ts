// The curve of minutes against harm: on it nothing is beaten, what must be covered is, and where every combination can be
// tried the quick way comes close and the bound holds.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paretoCurve, searchOf } from '../../shared/analysis/pareto.ts'
import { harmBound } from '../../shared/analysis/pareto-bound.ts'
import { everyCombination, greedyPlacements } from '../../shared/analysis/pareto-search.ts'
import { placementOf } from '../../shared/analysis/analyse.ts'
import { verify } from '../../shared/placement/checker/verify.ts'
import { ParetoCurveSchema } from '../../shared/model/pareto.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { arbitraryWorkflow } from '../placement/arbitrary.ts'
import { structuredWorkflow } from '../placement/structured.ts'
import { chain, flow, withHandoffs } from '../placement/support.ts'

const small = arbitraryWorkflow({ steps: [1, 4], more: 2, gates: 1, exceptions: false })
const seed = 20_261_125

function searchIn(workflow: Workflow) {
  const { graph, demands } = placementOf(workflow)
  return searchOf(graph, demands, [])
}

const line = flow(
  [
    'start',
    { id: 'draft', kind: 'model', uncertainty: { level: 3, label: 'content' } },
    { id: 'file', kind: 'action', consequence: { level: 2, reversibility: 2 } },
    { id: 'pay', kind: 'action', consequence: { level: 4, reversibility: 2, external: true } },
    'end',
  ],
  chain('start', 'draft', 'file', 'pay', 'end'),
)

describe('the curve of a small workflow', () => {
  const curve = paretoCurve(line)

  test('is worked out from every combination, and has the form that is printed', () => {
    expect(curve.method).toBe('exact')
    expect(curve.tried).toBe(4 ** curve.places)
    expect(ParetoCurveSchema.parse(curve)).toEqual(curve)
  })

  test('leaves less harm for more minutes, and begins with what is needed at the least', () => {
    expect(curve.points.length).toBeGreaterThan(2)
    curve.points.slice(1).forEach((point, i) => {
      expect(point.minutes).toBeGreaterThan(curve.points[i]!.minutes)
      expect(point.harm).toBeLessThan(curve.points[i]!.harm)
    })
    expect(curve.points[0]!.handoffs.map(({ strength }) => strength)).toContain('two-person')
    expect(curve.points[0]!.harm).toBeLessThan(curve.harmUnasked)
  })

  test('is the same whatever the order of the file', () => {
    const turned = {
      ...line,
      steps: line.steps.toReversed(),
      transitions: line.transitions.toReversed(),
    }
    expect(paretoCurve(turned)).toEqual(curve)
  })
})

test(`every point keeps the demands of approve and more, seed ${seed}`, () => {
  fc.assert(
    fc.property(small, (workflow) => {
      for (const { handoffs, covered } of paretoCurve(workflow).points) {
        const verdict = verify(withHandoffs(workflow, [...workflow.handoffs, ...handoffs]))
        expect(verdict.covered).toBe(covered)
        // What is open needs no more than a confirmation.
        for (const { message } of verdict.faults) expect(message).toMatch(/needs (a confirmation|confirm)/)
      }
    }),
    { numRuns: 200, seed },
  )
}, 120_000)

test(`nothing beats the bound, and the quick way comes near the best, seed ${seed}`, () => {
  const ratios: number[] = []
  fc.assert(
    fc.property(small, (workflow) => {
      const search = searchIn(workflow)
      fc.pre(search.places.length <= 6 && search.harmUnasked > 0)
      const all = everyCombination(search)
      const bound = harmBound(search)
      for (const { minutes, harm } of all) expect(harm).toBeGreaterThanOrEqual(bound(minutes) - 1e-9)
      for (const { minutes, harm } of greedyPlacements(search, [[]])) {
        const best = Math.min(...all.filter((one) => one.minutes <= minutes + 1e-9).map((one) => one.harm))
        expect(harm).toBeGreaterThanOrEqual(best - 1e-9)
      }
      const quick = Math.min(...greedyPlacements(search, [[]]).map(({ harm }) => harm))
      const least = Math.min(...all.map(({ harm }) => harm))
      ratios.push(quick / least)
    }),
    { numRuns: 150, seed },
  )
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
  expect(ratios.length).toBeGreaterThan(100)
  expect(mean).toBeLessThan(1.1)
}, 120_000)

test('a workflow of 150 steps takes seconds, and says that not everything was tried', () => {
  const curve = paretoCurve(structuredWorkflow({ steps: 150, jumps: 5, seed: 5 }))
  expect(curve.method).toBe('greedy-swap')
  expect(curve.points.length).toBeGreaterThan(2)
  for (const { bound, harm } of curve.points) expect(bound).toBeLessThanOrEqual(harm)
}, 60_000)

test('a risk that is accepted frees its action, on the whole curve', () => {
  const placing = {
    forbidden: [],
    waivers: [{ step: 'pay', reason: 'Small sums', owner: 'Ana', expires: '2099-01-01' }],
  }
  expect(paretoCurve({ ...line, placing }).points[0]!.handoffs.map(({ at }) => at)).not.toContainEqual({
    before: 'pay',
  })
})
