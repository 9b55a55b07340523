// Where steps stand that nobody has placed.
import { expect, test } from 'vitest'
import { chain, flow } from '../../placement/support.ts'
import { placesOf } from '../../../shared/report/scene/places.ts'
import { layoutWorkflow } from '../../../shared/report/layout.ts'
import { overlaps } from '../../../shared/report/scene/rects.ts'
import { sizeOf } from '../../../shared/report/sizes.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'

const workflow = flow(['start', 'a', 'b', 'end'], chain('start', 'a', 'b', 'end'))

function placed(steps: Workflow['layout']['steps'], of = workflow): Workflow {
  return { ...of, layout: { ...of.layout, steps } }
}

function overlapping(of: Workflow): readonly string[] {
  const places = placesOf(of)
  const rects = of.steps.map((step) => ({ id: step.id, ...places.get(step.id)!, ...sizeOf(step) }))
  return rects.flatMap((a, i) =>
    rects.slice(i + 1).flatMap((b) => (overlaps(a, b) ? [`${a.id} / ${b.id}`] : [])),
  )
}

test('where nothing is placed, everything is where the layout puts it', () => {
  const laid = layoutWorkflow(workflow)
  expect([...placesOf(workflow)]).toEqual(
    workflow.steps.map(({ id }) => [id, { x: laid[id]![0], y: laid[id]![1] }]),
  )
})

test('what is placed stays where it is', () => {
  const all = { start: [5, 6], a: [100, 200], b: [300, 400], end: [500, 600] } as const
  expect([...placesOf(placed(all))]).toEqual(Object.entries(all).map(([id, [x, y]]) => [id, { x, y }]))
})

test('a step that was put in the middle hides none that was there', () => {
  const laid = layoutWorkflow(workflow)
  const more = flow(['start', 'plan', 'a', 'b', 'end'], chain('start', 'plan', 'a', 'b', 'end'))
  const partly = placed(laid, more)
  expect(overlapping(partly)).toEqual([])
  const places = placesOf(partly)
  for (const { id } of workflow.steps) expect(places.get(id)).toEqual({ x: laid[id]![0], y: laid[id]![1] })
})

test('an added step goes near the one that leads to it, wherever that was moved', () => {
  const laid = layoutWorkflow(workflow)
  const far = Object.fromEntries(
    Object.entries(laid).map(([id, [x, y]]) => [id, [x + 5000, y - 3000] as const]),
  )
  const more = flow(
    ['start', 'a', 'b', 'end', 'stopped'],
    [...chain('start', 'a', 'b', 'end'), ['b', 'stopped', { id: 'out' }]],
  )
  const places = placesOf(placed(far, more))
  const [b, stopped] = [places.get('b')!, places.get('stopped')!]
  expect(Math.abs(stopped.x - b.x)).toBeLessThan(400)
  expect(Math.abs(stopped.y - b.y)).toBeLessThan(400)
  expect(overlapping(placed(far, more))).toEqual([])
})
