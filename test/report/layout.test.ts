import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Workflow } from '../../shared/model/workflow.ts'
import { layoutWorkflow } from '../../shared/report/layout.ts'
import { sizeOf } from '../../shared/report/sizes.ts'
import { sketch } from '../../shared/rules/example.ts'

function overlaps(workflow: Workflow): readonly string[] {
  const positions = layoutWorkflow(workflow)
  const boxes = workflow.steps.map((step) => ({ id: step.id, at: positions[step.id]!, ...sizeOf(step) }))
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => {
      const apart =
        a.at[0] + a.width <= b.at[0] ||
        b.at[0] + b.width <= a.at[0] ||
        a.at[1] + a.height <= b.at[1] ||
        b.at[1] + b.height <= a.at[1]
      return apart ? [] : [`${a.id} over ${b.id}`]
    }),
  )
}

test('a chain runs from left to right', () => {
  const at = layoutWorkflow(
    sketch(
      [{ id: 'start' }, { id: 'a' }, { id: 'end' }],
      [
        ['start', 'a'],
        ['a', 'end'],
      ],
    ),
  )
  expect([at['start']![0] < at['a']![0], at['a']![0] < at['end']![0]]).toEqual([true, true])
})

test('tools stand below their agent', () => {
  const at = layoutWorkflow(
    sketch(
      [
        { id: 'start' },
        { id: 'agent', kind: 'agent' },
        { id: 'mail', kind: 'action', parent: 'agent' },
        { id: 'end' },
      ],
      [
        ['start', 'agent'],
        ['agent', 'end'],
      ],
    ),
  )
  expect(at['mail']![1]).toBeGreaterThan(at['agent']![1])
})

test('no two steps overlap, and the same workflow is always laid out alike', () => {
  const graph = fc.integer({ min: 1, max: 24 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      ways: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 40 }),
      parents: fc.array(fc.nat(size - 1), { maxLength: 6 }),
    }),
  )
  fc.assert(
    fc.property(graph, ({ size, ways, parents }) => {
      const id = (i: number): string => `s${i}`
      const workflow = sketch(
        [
          ...Array.from({ length: size }, (_, i) => ({ id: id(i) })),
          ...parents.map((parent, i) => ({ id: `tool${i}`, kind: 'action' as const, parent: id(parent) })),
        ],
        ways.map(([from, to]) => [id(from), id(to)] as const),
      )
      expect(overlaps(workflow)).toEqual([])
      expect(layoutWorkflow({ ...workflow, steps: [...workflow.steps].reverse() })).toEqual(
        layoutWorkflow(workflow),
      )
    }),
    { numRuns: 200 },
  )
})
