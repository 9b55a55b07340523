// Random small workflows: loops, loops of one step, exceptions, checks and people that confer something, odds of zero,
// parts that nothing reaches, several starts, splits and joins.
import fc from 'fast-check'
import { flow, type HandoffDraft, type StepDraft, type WayDraft } from './support.ts'
import {
  STRENGTHS,
  TRANSITION_KINDS,
  UNCERTAINTY_LABELS,
  type Level,
  type Reversibility,
} from '../../shared/model/scales.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

export interface Shape {
  /** Steps between the start and the end. */
  readonly steps: readonly [number, number]
  /** Transitions beyond those that make a tree. */
  readonly more: number
  /** Approvals that are there already, at most, in every third workflow. */
  readonly gates: number
  /** False: no transition of a kind that a rule claims before the optimiser runs. */
  readonly exceptions: boolean
}

export const SMALL: Shape = { steps: [1, 4], more: 4, gates: 2, exceptions: true }

const level = fc.constantFrom<Level[]>(0, 1, 2, 3, 4)
// Few labels, so that what one step adds is often what another settles.
const LABELS = UNCERTAINTY_LABELS.slice(0, 2)
const label = fc.constantFrom(...LABELS, ...LABELS, undefined)

const consequence = fc.record({
  level: fc.oneof({ weight: 6, arbitrary: level }, { weight: 1, arbitrary: fc.constant(undefined) }),
  reversibility: fc.constantFrom<Reversibility[]>(0, 1, 2, 3),
  external: fc.boolean(),
  security: fc.boolean(),
  volume: fc.constantFrom(undefined, undefined, undefined, 9, 10, 250),
})
const uncertainty = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.record({ level, label }) },
)
const grant = fc.constantFrom(undefined, ...STRENGTHS)
const clears = fc.subarray(LABELS)

const step: fc.Arbitrary<Omit<StepDraft, 'id'>> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('action'), consequence, uncertainty }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('agent'), consequence, uncertainty }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('model', 'step'), uncertainty }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('check', 'human'), grant, clears }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('decision', 'split', 'join', 'join') }) },
) as fc.Arbitrary<Omit<StepDraft, 'id'>>

const kind = (exceptions: boolean): fc.Arbitrary<(typeof TRANSITION_KINDS)[number]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant('normal' as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ...TRANSITION_KINDS.filter(
          (k) => exceptions || (k !== 'exception' && k !== 'low-confidence' && k !== 'compensate'),
        ),
      ),
    },
  )

/** A workflow of this shape, with odds that are stated everywhere. */
export function arbitraryWorkflow({
  steps: [least, most],
  more,
  gates,
  exceptions,
}: Shape): fc.Arbitrary<Workflow> {
  const way = fc.record({
    from: fc.nat(50),
    to: fc.nat(50),
    kind: kind(exceptions),
    weight: fc.constantFrom(1, 1, 2, 3, 5, 0),
  })
  return fc
    .record({
      steps: fc.array(step, { minLength: least, maxLength: most }),
      secondStart: fc.constantFrom(false, false, false, true),
      tree: fc.array(way, { minLength: most + 2, maxLength: most + 2 }),
      more: fc.array(way, { maxLength: more }),
      leak: fc.constantFrom(0, 0, 0, 1),
      gates: fc.array(
        fc.record({ at: fc.nat(50), on: fc.boolean(), strength: fc.constantFrom(...STRENGTHS) }),
        {
          maxLength: gates,
        },
      ),
      gated: fc.constantFrom(false, false, true),
    })
    .map((draft) => build(draft))
}

interface Draft {
  readonly steps: readonly Omit<StepDraft, 'id'>[]
  readonly secondStart: boolean
  readonly tree: readonly WayOfDraft[]
  readonly more: readonly WayOfDraft[]
  readonly leak: number
  readonly gates: readonly {
    readonly at: number
    readonly on: boolean
    readonly strength: (typeof STRENGTHS)[number]
  }[]
  readonly gated: boolean
}

interface WayOfDraft {
  readonly from: number
  readonly to: number
  readonly kind: (typeof TRANSITION_KINDS)[number]
  readonly weight: number
}

function build({ steps, secondStart, tree, more, leak, gates, gated }: Draft): Workflow {
  const inner = steps.map((draft, index): StepDraft => ({ id: `s${index}`, ...defined(draft) }))
  const starts = secondStart ? ['start', 'start2'] : ['start']
  const sources = [...starts, ...inner.map(({ id }) => id)]
  const targets = [...inner.map(({ id }) => id), 'end']
  // Every step is entered from one before it, so that most of them are reached. A weight of 0 cuts the rest off.
  const ways = [
    ...targets.map((to, index) => ({
      ...at(tree, index),
      from: at(sources, at(tree, index).from % (starts.length + index)),
      to,
    })),
    ...more.map((way) => ({
      ...way,
      from: at(sources, way.from % sources.length),
      to: at(targets, way.to % targets.length),
    })),
  ]
  const kinds = new Map(inner.map((draft) => [draft.id, draft.kind]))
  const transitions = ways.map(({ from, to, kind: wayKind, weight }): WayDraft => {
    const all = ways.filter((other) => other.from === from).reduce((sum, other) => sum + other.weight, leak)
    const odds = kinds.get(from) === 'split' ? Math.min(1, weight) : weight / Math.max(1, all)
    return [from, to, { kind: wayKind, probability: odds }]
  })
  const handoffs = gates.map(({ at: place, on, strength }): HandoffDraft => {
    const where = on
      ? { on: `t${(place % transitions.length) + 1}` }
      : { before: at(inner, place % inner.length).id }
    return { at: where, strength }
  })
  return flow([...starts, ...inner, 'end'], transitions, gated ? handoffs : [])
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('an empty list has no items')
  return item
}

/** Without the fields that are undefined: a document has a field or has it not. */
function defined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
