// Tidying what is nearly tidy: measured over steps inserted all over workflows of forty.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../shared/commands/apply.ts'
import { readDocument } from '../../shared/document/read.ts'
import { inCanonicalOrder } from '../../shared/document/order.ts'
import { WorkflowSchema } from '../../shared/model/workflow.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { layoutWorkflow } from '../../shared/report/layout.ts'
import { placesOf } from '../../shared/report/scene/places.ts'
import { overlaps } from '../../shared/report/scene/rects.ts'
import { sizeOf } from '../../shared/report/sizes.ts'
import { steadyLayout } from '../../shared/report/steady-layout.ts'

/** Two cards with the gaps to the next columns. */
const TWO_COLUMNS = 544

describe('tidying a drawing that is nearly tidy', () => {
  it.each([1, 2, 3])('moves little for one inserted step: workflow %i', (seed) => {
    const workflow = tidy(forty(seed))
    const moves = someOf(workflow).map(({ id }) => movesOf(workflow, inserted(workflow, id)))
    const across = Math.max(...moves.flat().map(([x]) => x))
    const down = moves.map((each) => each.reduce((sum, [, y]) => sum + y, 0) / each.length)
    // Whatever is inserted: nothing goes further sideways than two columns.
    expect(across).toBeLessThanOrEqual(TWO_COLUMNS)
    // Up and down, for most insertions, nothing moves at all; and on average over the forty steps never much.
    expect(median(down)).toBe(0)
    expect(Math.max(...down)).toBeLessThanOrEqual(64)
  })

  // A fresh layout moves steps of this sample by up to 196 pixels, because it draws branches the other way around.
  it('moves nothing up or down in a sample, wherever a step is inserted', () => {
    const workflow = tidy(sample('access-request'))
    for (const { id } of workflow.transitions) {
      const down = movesOf(workflow, inserted(workflow, id)).map(([, y]) => y)
      expect(Math.max(...down), id).toBe(0)
    }
  })

  it('changes nothing where nothing changed', () => {
    const workflow = tidy(forty(1))
    expect(steadyLayout(workflow, placesOf(workflow))).toEqual(workflow.layout.steps)
  })

  it('straightens what was pulled away', () => {
    const workflow = tidy(forty(2))
    for (const { id } of workflow.steps.slice(3, 9)) {
      const [x, y] = workflow.layout.steps[id]!
      const pulled = placedAt(workflow, { ...workflow.layout.steps, [id]: [x + 40, y + 180] })
      const again = placedAt(workflow, steadyLayout(pulled, placesOf(pulled)))
      expect(again.layout.steps[id]![0], id).toBe(x)
      expect(bendsOf(again), id).toBeLessThanOrEqual(bendsOf(workflow) + 24)
    }
  })

  it('places no step over another', () => {
    for (const seed of [1, 2, 3]) {
      const workflow = tidy(forty(seed))
      for (const { id } of someOf(workflow)) {
        const next = inserted(workflow, id)
        const places = steadyLayout(next, placesOf(next))
        const rects = next.steps.map((step) => ({
          x: places[step.id]![0],
          y: places[step.id]![1],
          ...sizeOf(step),
        }))
        const over = rects.flatMap((a, i) => rects.slice(i + 1).filter((b) => overlaps(a, b)))
        expect(over).toEqual([])
      }
    }
  })
})

/** How far all transitions go up and down together. */
function bendsOf({ steps, transitions, layout }: Workflow): number {
  const middles = new Map(steps.map((step) => [step.id, layout.steps[step.id]![1] + sizeOf(step).height / 2]))
  return transitions.reduce((sum, { from, to }) => sum + Math.abs(middles.get(from)! - middles.get(to)!), 0)
}

/** Every third transition: a layout takes a while. */
function someOf({ transitions }: Workflow): Workflow['transitions'] {
  return transitions.filter((_, i) => i % 3 === 0)
}

function sample(name: string): Workflow {
  const url = new URL(`../../resources/samples/${name}.handoff`, import.meta.url)
  const read = readDocument(readFileSync(url, 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value.workflow
}

function movesOf(before: Workflow, next: Workflow): readonly (readonly [number, number])[] {
  const after = steadyLayout(next, placesOf(next))
  return before.steps.map(({ id }) => {
    const [a, b] = [before.layout.steps[id]!, after[id]!]
    return [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])]
  })
}

function inserted(workflow: Workflow, on: string): Workflow {
  const step = { id: 'fresh', kind: 'action' as const, name: 'Fresh' }
  const result = applyCommand(workflow, { type: 'insertStep', on, step })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value
}

function tidy(workflow: Workflow): Workflow {
  return placedAt(workflow, layoutWorkflow(workflow))
}

function placedAt(workflow: Workflow, steps: Workflow['layout']['steps']): Workflow {
  return { ...workflow, layout: { ...workflow.layout, steps: { ...steps } } }
}

/** Forty steps that branch and join, the same for the same seed. */
function forty(seed: number): Workflow {
  let state = seed
  const chance = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  const middle = Array.from({ length: 38 }, (_, i) => i + 1)
  const steps = [
    { id: 's0', kind: 'start', name: 'Start' },
    ...middle.map((i) => ({
      id: `s${i}`,
      kind: chance() < 0.25 ? 'decision' : 'action',
      name: `Step ${i}`,
    })),
    { id: 's39', kind: 'end', name: 'End', outcome: 'ok' },
  ]
  const ways = middle.map((i) => {
    const from = `s${Math.max(0, i - 1 - Math.floor(chance() * 4))}`
    return { id: `t${i}`, from, to: `s${i}` }
  })
  const open = steps.filter(({ id }) => id !== 's39' && !ways.some(({ from }) => from === id))
  const ends = open.map(({ id }) => ({ id: `e${id}`, from: id, to: 's39' }))
  return inCanonicalOrder(
    WorkflowSchema.parse({ format: 'handoff', version: 1, steps, transitions: [...ways, ...ends] }),
  )
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
