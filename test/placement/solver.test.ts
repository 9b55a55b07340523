// The optimum against a general solver on workflows that are too large for brute force, and what is promised where
// the exact way does not fit into memory.
import highsLoader from 'highs'
import { beforeAll, describe, expect, it } from 'vitest'
import { compactProgram } from './compact-program.ts'
import { entangledWorkflow, structuredWorkflow } from './structured.ts'
import { withHandoffs } from './support.ts'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import { placeKey } from '../../shared/model/handoff.ts'
import { demandsOf } from '../../shared/placement/demands.ts'
import { grantsOf } from '../../shared/placement/grants.ts'
import { optimise, solvedProblem } from '../../shared/placement/optimise.ts'
import { feasibleDemands } from '../../shared/placement/feasible.ts'
import { blocksBy } from './later-places.ts'
import { numbers, withUndoing } from './variations.ts'
import { placementProblem } from '../../shared/placement/problem.ts'
import type { ChosenGate } from '../../shared/placement/stations.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { verify } from '../../shared/placement/checker/verify.ts'
import { solverOf } from '../../shared/placement/solver.ts'
import type { Solver } from '../../shared/placement/solver.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

let solve: (program: string) => { readonly Status: string; readonly ObjectiveValue: number }
let solver: Solver
beforeAll(async () => {
  const highs = await highsLoader()
  solve = (program) => highs.solve(program)
  solver = solverOf(highs)
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

describe('with the solver at hand, beyond what elimination can do', () => {
  const limits = { seconds: 60, nodes: 100_000 }

  it('the price is that of an independent program, proven, and what it chose is needed', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const workflow = entangledWorkflow({ steps: 60, ways: 3, seed })
      const { placement, certificate } = analyse(workflow, { solving: { solver, limits } })
      const { best } = compared(workflow)
      const { method, optimal, gap, approvalMinutesPerRun } = placement
      expect({ seed, method, optimal, gap }).toEqual({ seed, method: 'mip', optimal: true, gap: 0 })
      expect(Math.abs(approvalMinutesPerRun - best), `seed ${seed}`).toBeLessThan(ROUNDING)
      expect(certificate.bound.method).toBe('mip')
      const placed = withHandoffs(workflow, [...workflow.handoffs, ...placement.handoffs])
      expect(verify(placed, certificate)).toEqual({ covered: true, faults: [] })
    }
  }, 120_000)

  it('comes to what elimination comes to, ties and all, where both can', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const graph = indexWorkflow(structuredWorkflow({ steps: 40, jumps: 4, seed }))
      const demands = demandsOf(graph)
      const grants = grantsOf(graph, [])
      const exact = optimise(graph, demands, grants)
      const problem = placementProblem(graph, demands, grants)
      const { gates } = solvedProblem(problem, { solver, limits })!
      const distances = new Map(
        problem.factors.flatMap((factor) =>
          factor.kind === 'gate' ? [[placeKey(factor.station.place), factor.station.distance] as const] : [],
        ),
      )
      // Equal minutes, as few gates, as late: which of two that are alike in all of this is left open.
      const figures = (list: readonly ChosenGate[]) => ({
        seed,
        minutes: list.reduce((sum, { minutes }) => sum + minutes, 0).toFixed(6),
        gates: list.length,
        distance: list.reduce(
          (sum, { place, authority }) => sum + (distances.get(placeKey(place))?.[authority] ?? Number.NaN),
          0,
        ),
      })
      expect(figures(gates)).toEqual(figures(exact.gates))
    }
  }, 120_000)

  it('comes to what elimination comes to where there is no way back', () => {
    let compared = 0
    const chance = numbers(11)
    for (let i = 0; i < 120; i++) {
      const workflow = withUndoing(blocksBy(chance), i)
      const graph = indexWorkflow(workflow)
      const base = grantsOf(graph, workflow.handoffs)
      const { demands } = feasibleDemands(graph, demandsOf(graph), base)
      if (demands.pivots.length === 0) continue
      compared++
      const exact = optimise(graph, demands, base)
      const { gates } = solvedProblem(placementProblem(graph, demands, base), { solver, limits })!
      const minutes = gates.reduce((sum, gate) => sum + gate.minutes, 0)
      expect(Math.abs(minutes - exact.minutes), `workflow ${i}`).toBeLessThan(ROUNDING)
      expect(gates.length, `workflow ${i}`).toBe(exact.gates.length)
    }
    expect(compared).toBeGreaterThan(15)
  }, 120_000)

  it('within limits that allow nothing, the answer is the local search’s, and says so', () => {
    const workflow = entangledWorkflow({ steps: 60, ways: 3, seed: 1 })
    const nothing = analyse(workflow, {
      solving: { solver: () => undefined, limits: { seconds: 0, nodes: 0 } },
    })
    expect(nothing.placement).toEqual(analyse(workflow).placement)
    expect(nothing.placement).toMatchObject({ method: 'local-search', optimal: false })
  })

  it('an answer that is not proven has the gap to the bound that is', () => {
    const workflow = entangledWorkflow({ steps: 60, ways: 3, seed: 1 })
    const unproven: Solver = (program, given) => {
      const solved = solver(program, given)
      return solved && { ...solved, optimal: false, bound: solved.objective * 0.9 }
    }
    const { placement } = analyse(workflow, { solving: { solver: unproven, limits } })
    expect(placement.optimal).toBe(false)
    expect(placement.gap).toBeCloseTo(0.1, 6)
  })
})
