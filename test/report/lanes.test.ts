// Lanes: everybody's steps are in one band, no two bands and no two steps overlap.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inLanes } from '../../shared/report/lanes.ts'
import { layoutWorkflow } from '../../shared/report/layout.ts'
import { sizeOf } from '../../shared/report/sizes.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { structuredWorkflow } from '../placement/structured.ts'

function withParties(workflow: Workflow, turns: readonly number[]): Workflow {
  const parties = ['a', 'b'].map((id) => ({ id, name: id, kind: 'role' as const }))
  const steps = workflow.steps.map((step, i) => {
    const party = parties[turns[i % turns.length]!]?.id
    return party === undefined ? step : { ...step, party }
  })
  return { ...workflow, parties, steps }
}

test('bands and steps never overlap, and nobody moves sideways', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 7 }),
      (seed, turns) => {
        const workflow = withParties(structuredWorkflow({ steps: 20, jumps: 3, seed }), turns)
        const before = layoutWorkflow(workflow)
        const after = inLanes(workflow, before)
        const boxes = workflow.steps.map((step) => {
          expect(after[step.id]![0]).toBe(before[step.id]![0])
          const [x, y] = after[step.id]!
          return { party: step.party ?? '', x, y, ...sizeOf(step) }
        })
        for (const [i, a] of boxes.entries()) {
          for (const b of boxes.slice(i + 1)) {
            const beside = a.x + a.width <= b.x || b.x + b.width <= a.x
            expect(beside || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true)
          }
        }
        const bands = Map.groupBy(boxes, ({ party }) => party)
        const spans = [...bands.values()]
          .map((band) => [
            Math.min(...band.map(({ y }) => y)),
            Math.max(...band.map(({ y, height }) => y + height)),
          ])
          .toSorted((a, b) => a[0]! - b[0]!)
        const gaps = spans.slice(1).map(([top], i) => top! - spans[i]![1]!)
        expect(Math.min(...gaps, 1)).toBeGreaterThan(0)
      },
    ),
    { numRuns: 200 },
  )
})
