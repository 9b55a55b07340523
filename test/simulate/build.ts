// Short ways to write workflows in tests, and random ones with everything that a document may hold.
import * as fc from 'fast-check'
import {
  DECISIONS,
  HANDOFF_KINDS,
  STEP_KINDS,
  STRENGTHS,
  TIMEOUT_OUTCOMES,
  TRANSITION_KINDS,
  UNCERTAINTY_LABELS,
} from '../../shared/model/scales.ts'
import { WorkflowSchema } from '../../shared/model/workflow.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

type Fields = Readonly<Record<string, unknown>>

/** `steps` as [id, kind, more], `ways` as [from, to, more]: the id of a way is `from>to`. */
export function workflow(
  steps: readonly (readonly [string, string, Fields?])[],
  ways: readonly (readonly [string, string, Fields?])[],
  more: Fields = {},
): Workflow {
  return WorkflowSchema.parse({
    format: 'handoff',
    version: 1,
    name: 'test',
    steps: steps.map(([id, kind, rest]) => ({ id, kind, name: id, ...rest })),
    transitions: ways.map(([from, to, rest]) => ({ id: `${from}>${to}`, from, to, ...rest })),
    ...more,
  })
}

// Ids that every object inherits are in the pool on purpose.
const IDS = ['start', 'constructor', 'toString', 'c', 'd', 'e', 'f', 'g', 'h'] as const
const DURATIONS = ['PT0S', 'PT1M', 'PT1H', 'P1D'] as const

const id = fc.constantFrom(...IDS)

const step = (name: string): fc.Arbitrary<Fields> =>
  fc.record(
    {
      id: fc.constant(name),
      kind: fc.constantFrom(...STEP_KINDS),
      name: fc.constant(name),
      retry: fc.record({ max: fc.integer({ min: 0, max: 3 }), backoff: fc.constantFrom(...DURATIONS) }),
      timeout: fc.constantFrom(...DURATIONS),
      consequence: fc.record({
        level: fc.constantFrom(0, 1, 2, 3, 4),
        reversibility: fc.constantFrom(0, 1, 2, 3),
        external: fc.boolean(),
      }),
      uncertainty: fc.record({
        level: fc.constantFrom(0, 1, 2, 3),
        label: fc.constantFrom(...UNCERTAINTY_LABELS),
      }),
      grant: fc.constantFrom(...STRENGTHS),
    },
    { requiredKeys: ['id', 'kind', 'name'] },
  )

const way = fc.record(
  {
    from: id,
    to: id,
    kind: fc.oneof({ weight: 3, arbitrary: fc.constant('normal') }, fc.constantFrom(...TRANSITION_KINDS)),
    probability: fc.constantFrom(0, 0.1, 0.5, 1),
  },
  { requiredKeys: ['from', 'to', 'kind'] },
)

const handoff = (ways: number): fc.Arbitrary<Fields> =>
  fc.record(
    {
      kind: fc.constantFrom(...HANDOFF_KINDS),
      strength: fc.constantFrom(...STRENGTHS),
      at: fc.oneof(
        id.map((before) => ({ before })),
        fc.constant({ start: 'start' }),
        ...(ways > 0 ? [fc.nat(ways - 1).map((index) => ({ on: `t${index}` }))] : []),
      ),
      decisions: fc.uniqueArray(fc.constantFrom(...DECISIONS), { maxLength: 4 }),
      quorum: fc.record({ approvals: fc.integer({ min: 1, max: 3 }) }),
      timeout: fc.record({
        after: fc.constantFrom(...DURATIONS),
        then: fc.constantFrom(...TIMEOUT_OUTCOMES),
      }),
      escalation: fc.array(
        fc.record({
          role: fc.constant('boss'),
          after: fc.constantFrom(...DURATIONS),
          then: fc.constantFrom(...TIMEOUT_OUTCOMES),
        }),
        { maxLength: 2 },
      ),
      onReject: fc.record(
        { to: fc.option(id), maxReproposals: fc.integer({ min: 0, max: 2 }) },
        { requiredKeys: ['to'] },
      ),
      expires: fc.constantFrom('PT1M', 'P1D'),
    },
    { requiredKeys: ['kind', 'strength', 'at'] },
  )

/** Any workflow of up to nine steps, sensible or not. */
export const anyWorkflow: fc.Arbitrary<Workflow> = fc
  .tuple(fc.tuple(...IDS.slice(1).map(step)), fc.array(way, { maxLength: 16 }), fc.nat(IDS.length - 1))
  .chain(([steps, ways, parent]) =>
    fc.array(handoff(ways.length), { maxLength: 5 }).map((handoffs) =>
      WorkflowSchema.parse({
        format: 'handoff',
        version: 1,
        parties: [{ id: 'boss', name: 'Boss', kind: 'person' }],
        steps: [
          { id: 'start', kind: 'start', name: 'start' },
          ...steps.map((each, i) => (i === 2 && parent !== 3 ? { ...each, parent: IDS[parent] } : each)),
        ],
        transitions: ways.map((each, i) => ({ ...each, id: `t${i}` })),
        handoffs: handoffs.map((each, i) => ({ ...each, id: `h${i}` })),
      }),
    ),
  )
