// The optimum against a general solver on workflows that are too large for brute force, and what is promised where
// the exact way does not fit into memory.
import highsLoader from 'highs'
import { beforeAll, describe, expect, it } from 'vitest'
import { compactProgram } from './compact-program.ts'
import { entangledWorkflow, structuredWorkflow } from './structured.ts'
import { withHandoffs } from './support.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { verify } from '../../shared/placement/checker/verify.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

let solve: (program: string) => { readonly Status: string; readonly ObjectiveValue: number }
beforeAll(async () => {
  const highs = await highsLoader()
  solve = (program) => highs.solve(program)
})

/** The solver's own tolerance. */
const ROUNDING = 1e-4

function compared(workflow: Workflow) {
  const analysis = analyse(workflow)
  const { Status: status, ObjectiveValue: best } = solve(compactProgram(workflow, analysis))
  const placed = withHandoffs(workflow, [...workflow.handoffs, ...analysis.placement.handoffs])
  return {
    ...analysis.placement,
    ...analysis.certificate.bound,
    status,
    best,
    verdict: verify(placed, analysis.certificate),
  }
}

describe('with loops, choices, parallel branches and a few jumps', () => {
  it.each([
    [40, 4, 30],
    [150, 10, 4],
  ])(
    'at %i steps and %i jumps the price is the solver’s',
    (steps, jumps, seeds) => {
      for (let seed = 1; seed <= seeds; seed++) {
        const { status, best, approvalMinutesPerRun, optimal, gap, verdict } = compared(
          structuredWorkflow({ steps, jumps, seed }),
        )
        expect({ seed, status, optimal, gap, verdict }).toEqual({
          seed,
          status: 'Optimal',
          optimal: true,
          gap: 0,
          verdict: { covered: true, faults: [] },
        })
        expect(Math.abs(approvalMinutesPerRun - best), `seed ${seed}`).toBeLessThan(ROUNDING)
      }
    },
    60_000,
  )
})

describe('with agents that read what others wrote', () => {
  it('at 40 steps and 4 agents the price is the solver’s', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { status, best, approvalMinutesPerRun, optimal, verdict } = compared(
        structuredWorkflow({ steps: 40, jumps: 2, agents: 4, seed }),
      )
      expect({ seed, status, optimal, verdict }).toEqual({
        seed,
        status: 'Optimal',
        optimal: true,
        verdict: { covered: true, faults: [] },
      })
      expect(Math.abs(approvalMinutesPerRun - best), `seed ${seed}`).toBeLessThan(ROUNDING)
    }
  }, 60_000)
})

describe('with three ways on from every step to anywhere', () => {
  it('everything is covered, the price is near the optimum, and the bound is below it', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const found = compared(entangledWorkflow({ steps: 60, ways: 3, seed }))
      const { status, best, approvalMinutesPerRun: price, lowerBound, optimal, gap, method, verdict } = found
      expect({ seed, status, method, optimal, verdict }).toEqual({
        seed,
        status: 'Optimal',
        method: 'local-search',
        optimal: false,
        verdict: { covered: true, faults: [] },
      })
      expect(lowerBound, `seed ${seed}`).toBeLessThan(best + ROUNDING)
      expect(price, `seed ${seed}`).toBeGreaterThan(best - ROUNDING)
      expect(price / best, `seed ${seed}`).toBeLessThan(1.05)
      expect(gap, `seed ${seed}`).toBeCloseTo((price - lowerBound) / price, 12)
      expect(gap, `seed ${seed}`).toBeLessThan(0.3)
    }
  }, 60_000)

  it.each([
    [60, 30],
    [400, 4],
  ])('an answer comes in time at %i steps and %i ways', (steps, ways) => {
    const workflow = entangledWorkflow({ steps, ways, seed: 1 })
    const { placement, certificate } = analyse(workflow)
    const placed = withHandoffs(workflow, [...workflow.handoffs, ...placement.handoffs])
    expect(verify(placed, certificate)).toEqual({ covered: true, faults: [] })
    expect(placement.gap).toBeLessThan(0.3)
  })
})
