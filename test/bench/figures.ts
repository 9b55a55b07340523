// Figures that are no times: what the placement asks of people against the ways in which it is usually done, and how much
// of it is solved exactly. Always the same, on whatever machine.
import { readdirSync, readFileSync } from 'node:fs'
import { analyse, placementOf } from '../../shared/analysis/analyse.ts'
import { readDocument } from '../../shared/document/read.ts'
import type { HandoffDraft } from '../placement/support.ts'
import { withHandoffs } from '../placement/support.ts'
import { structuredWorkflow } from '../placement/structured.ts'
import { verify } from '../../shared/placement/checker/verify.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

/** Workflows that are generated for the comparison, and how large they are. */
const GENERATED = 400
const STEPS = 26
const JUMPS = 2
/** Sizes of which it is counted how many are solved exactly, and how many of each. */
const SIZES = [50, 150, 500, 1500] as const
const OF_EACH = 20

const GOLDENS = new URL('../fixtures/golden/', import.meta.url)

interface Compared {
  /** Minutes of each way by minutes of the placement; undefined where the placement asks for none. */
  readonly ratios: readonly (number | undefined)[]
  readonly covers: readonly boolean[]
}

/** Ways of putting people in, by name: gates that each makes of a workflow. */
const WAYS: readonly [name: string, gates: (workflow: Workflow) => readonly HandoffDraft[]][] = [
  ['every step, by two people', (workflow) => atEveryStep(workflow, 'two-person')],
  ['every step approved', (workflow) => atEveryStep(workflow, 'approve')],
  ['every step confirmed', (workflow) => atEveryStep(workflow, 'confirm')],
  ['each action at its own strength', eachAction],
  [
    'each action approved',
    (workflow) => eachAction(workflow).map((gate) => ({ ...gate, strength: 'approve' as const })),
  ],
  ['the end alone', endOnly],
]

/** Printed by `npm run bench`. */
export const FIGURES: readonly { readonly name: string; print(): string }[] = [
  { name: `attention against the usual ways, ${GENERATED} generated workflows`, print: generated },
  { name: 'attention against the usual ways, goldens', print: goldens },
  { name: 'share that is solved exactly', print: solved },
]

function generated(): string {
  const all = Array.from({ length: GENERATED }, (_, i) =>
    compared(structuredWorkflow({ steps: STEPS, jumps: JUMPS, seed: i + 1 })),
  )
  const rows = WAYS.map(([name], way) => {
    const ratios = all.flatMap(({ ratios: each }) => each[way] ?? []).toSorted((a, b) => a - b)
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
    const median = ratios[Math.floor(ratios.length / 2)]!
    const covered = all.filter(({ covers }) => covers[way]).length / all.length
    return `  ${name.padEnd(34)} ${mean.toFixed(2)} times the minutes (median ${median.toFixed(2)}), covers all in ${Math.round(covered * 100)} %`
  })
  return rows.join('\n')
}

function goldens(): string {
  const files = readdirSync(GOLDENS).filter((name) => name.endsWith('.handoff'))
  return files
    .map((name) => {
      const read = readDocument(readFileSync(new URL(name, GOLDENS), 'utf8'))
      if (!read.ok) throw new Error(`${name} cannot be read`)
      const { ratios, covers } = compared(read.value.workflow)
      const shown = WAYS.map(
        ([way], i) => `${way} ${ratios[i]?.toFixed(2) ?? '–'}${covers[i] ? '' : ' (uncovered)'}`,
      )
      return `  ${name}\n    ${shown.join(', ')}`
    })
    .join('\n')
}

function solved(): string {
  return SIZES.map((steps) => {
    const exact = Array.from({ length: OF_EACH }, (_, i) =>
      placementOf(structuredWorkflow({ steps, jumps: Math.round(steps / 15), seed: i + 1 })),
    ).filter(({ result }) => result.optimum.method === 'elimination').length
    const rest =
      exact < OF_EACH
        ? '; the others are left to a solver or to cuts with a bound, which is not measured here'
        : ''
    return `  ${steps} steps with ${Math.round(steps / 15)} jumps: ${exact} of ${OF_EACH} by elimination, which is exact${rest}`
  }).join('\n')
}

/** Minutes count the gates that are put in, not those that are there; as the placement counts its own. */
function compared(workflow: Workflow): Compared {
  const { placement, steps } = analyse(workflow)
  const fixed = placement.handoffs.filter(({ rules }) => !rules.includes('S2') && !rules.includes('S9'))
  const outcomes = WAYS.map(([, gatesOf]) => {
    const gates = gatesOf(workflow)
    const minutes = gates.reduce((sum, { at, strength = 'approve' }) => {
      const id = 'before' in at ? at.before : ''
      return sum + (steps[id]?.visits ?? 0) * MINUTES[strength]
    }, 0)
    const placed = withHandoffs(workflow, [...workflow.handoffs, ...fixed, ...gates])
    return { minutes, covers: verify(placed).covered }
  })
  const least = placement.approvalMinutesPerRun
  return {
    ratios: outcomes.map(({ minutes }) => (least > 0 ? minutes / least : undefined)),
    covers: outcomes.map(({ covers }) => covers),
  }
}

const MINUTES = { notify: 0, confirm: 0.5, approve: 4, 'two-person': 10 } as const

/** Kinds of step that a machine does. */
const MACHINE: ReadonlySet<string> = new Set(['step', 'model', 'action', 'agent'])

function atEveryStep({ steps }: Workflow, strength: 'confirm' | 'approve' | 'two-person'): HandoffDraft[] {
  return steps.filter(({ kind }) => MACHINE.has(kind)).map(({ id }) => ({ at: { before: id }, strength }))
}

function eachAction(workflow: Workflow): HandoffDraft[] {
  const { steps } = analyse(workflow)
  return workflow.steps.flatMap(({ id }): HandoffDraft[] => {
    const needed = steps[id]?.required
    return needed ? [{ at: { before: id }, strength: needed }] : []
  })
}

/** One gate as strong as anything needs, before the step that leads to the end. */
function endOnly(workflow: Workflow): HandoffDraft[] {
  const ends = new Set(workflow.steps.filter(({ kind }) => kind === 'end').map(({ id }) => id))
  const last = new Set(workflow.transitions.filter(({ to }) => ends.has(to)).map(({ from }) => from))
  return workflow.steps
    .filter(({ id, kind }) => last.has(id) && kind !== 'start')
    .map(({ id }) => ({ at: { before: id }, strength: 'two-person' }))
}
