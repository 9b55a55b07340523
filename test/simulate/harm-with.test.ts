// The harm alone, where the catches are given: the same as with everything else worked out beside it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plannedReviews, standingReviews } from '../../shared/analysis/review-points.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import { reviewerOf } from '../../shared/simulate/reviewer.ts'
import { riskNetwork } from '../../shared/simulate/risk-network.ts'
import { evaluateRisk, harmWith } from '../../shared/simulate/risk.ts'
import { arbitraryWorkflow } from '../placement/arbitrary.ts'

test('on 300 workflows, with any catches, now and with every suggestion followed', () => {
  const usual = reviewerOf(undefined)
  let harmful = 0
  fc.assert(
    fc.property(
      arbitraryWorkflow({ steps: [2, 12], more: 8, gates: 5, exceptions: true }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
      (workflow, drawn) => {
        const graph = indexWorkflow(workflow)
        const network = riskNetwork(graph)
        const { handoffs, remove } = analyse(workflow).placement
        for (const points of [standingReviews(graph), plannedReviews(graph, handoffs, remove)]) {
          const catches = points.map((_, i) => drawn[i % drawn.length]!)
          const harm = harmWith(network, points, usual, catches)
          expect(harm).toBe(evaluateRisk(network, points, usual, catches).harm)
          if (harm > 0 && points.length > 0) harmful++
        }
      },
    ),
    { numRuns: 300 },
  )
  expect(harmful).toBeGreaterThan(100)
})
