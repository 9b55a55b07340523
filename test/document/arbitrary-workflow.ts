// Workflows of every shape the format allows, for property tests: strange ids, unknown fields at every level, sets and
// lists in any order.
import fc from 'fast-check'
import {
  DECISIONS,
  HANDOFF_KINDS,
  OUTCOMES,
  PARTY_KINDS,
  ROUTING_TIERS,
  STEP_KINDS,
  STRENGTHS,
  TRANSITION_KINDS,
  UNCERTAINTY_LABELS,
} from '../../shared/model/scales.ts'

type Raw = Record<string, unknown>

/** Ids that JavaScript, JSON or sorting might treat in their own way. */
const IDS = [
  '10',
  '2',
  '-1',
  'constructor',
  'toString',
  'hasOwnProperty',
  'a',
  'A',
  'é',
  'é',
  'a b',
  '漢字',
  '"q"',
  '\\',
  '[0]',
  '🙂',
  'Z',
  'z',
  'end',
  'start',
  '<b>',
  '1e3',
]

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', 'true', '1', '\u2028', '\ud800'),
)
const duration = fc.constantFrom('PT4H', 'P1D', 'PT10S', 'P2W')
const level = fc.integer({ min: 0, max: 4 })
const point = fc.tuple(
  fc.integer({ min: -5000, max: 5000 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => (x === 0 ? 0 : x)),
)

/** What another program may have put beside our fields. */
const unknownValue = fc.jsonValue({ maxDepth: 2 }).map(cleaned)
const unknownFields = fc.dictionary(
  fc.constantFrom('x-other', 'zeta', 'Alpha', '7', '10', 'constructor', 'valueOf', 'ünï'),
  unknownValue,
  { maxKeys: 3 },
)

function cleaned(value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value), (key, member: unknown) =>
    key === '__proto__' ? undefined : Object.is(member, -0) ? 0 : member,
  )
  return copy
}

/** An object with optional members, `undefined` ones left out, and unknown fields. */
function loose(
  members: Record<string, fc.Arbitrary<unknown>>,
  required: readonly string[] = [],
): fc.Arbitrary<Raw> {
  return fc
    .tuple(fc.record(members, { requiredKeys: [...required] }), unknownFields)
    .map(([known, unknown]) => ({ ...unknown, ...known }))
}

const jsonSchema = fc.dictionary(fc.constantFrom('type', 'properties', '10', 'required'), unknownValue)
const sets = (values: readonly string[]): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 })

function stepArbitrary(ids: readonly string[], parties: readonly string[]): fc.Arbitrary<Raw> {
  const party: Record<string, fc.Arbitrary<unknown>> = parties.length > 0
    ? { party: fc.constantFrom(...parties) }
    : {}
  return loose(
    {
      kind: fc.constantFrom(...STEP_KINDS),
      name: text,
      description: text,
      verb: text,
      consequence: loose({
        level,
        reversibility: fc.integer({ min: 0, max: 3 }),
        external: fc.boolean(),
        security: fc.boolean(),
        domains: sets(['money', 'customers', 'code']),
        volume: fc.integer({ min: 0, max: 1000 }),
        magnitude: fc.integer({ min: 0, max: 1000 }),
        basis: text,
      }),
      uncertainty: loose({ level, label: fc.constantFrom(...UNCERTAINTY_LABELS), basis: text }),
      domains: sets(['money', 'customers', 'code']),
      clears: sets(UNCERTAINTY_LABELS),
      grant: fc.constantFrom(...STRENGTHS),
      tier: fc.constantFrom(...ROUTING_TIERS),
      idempotent: fc.boolean(),
      compensatedBy: fc.option(fc.constantFrom(...ids)),
      retry: loose({ max: fc.integer({ min: 0, max: 9 }), backoff: duration }),
      timeout: duration,
      duration,
      changesState: fc.boolean(),
      uses: sets(['draft', 'invoice', 'mail']),
      produces: sets(['draft', 'invoice', 'mail']),
      calls: fc.constantFrom(...ids),
      outcome: fc.constantFrom(...OUTCOMES),
      ...party,
    },
    ['kind', 'name'],
  )
}

function handoffArbitrary(
  steps: readonly string[],
  transitions: readonly string[],
  parties: readonly string[],
): fc.Arbitrary<Raw> {
  const places: fc.Arbitrary<Raw>[] = [
    fc.constantFrom(...steps).map((before) => ({ before })),
    fc.constantFrom(...steps).map((start) => ({ start })),
  ]
  if (transitions.length > 0) places.push(fc.constantFrom(...transitions).map((on) => ({ on })))
  const outcome = fc.constantFrom('escalate', 'reject', 'abort', 'keep-waiting')
  const roles: Record<string, fc.Arbitrary<unknown>> = parties.length === 0
    ? {}
    : {
        assignee: loose({ role: fc.constantFrom(...parties), users: fc.array(text, { maxLength: 2 }) }),
        escalation: fc.array(
          loose({ role: fc.constantFrom(...parties), after: duration, then: outcome }, [
            'role',
            'after',
            'then',
          ]),
          { maxLength: 2 },
        ),
      }
  return loose(
    {
      kind: fc.constantFrom(...HANDOFF_KINDS),
      strength: fc.constantFrom(...STRENGTHS),
      at: fc.oneof(...places),
      when: text,
      title: text,
      question: text,
      quorum: loose(
        { approvals: fc.integer({ min: 1, max: 3 }), distinct: fc.boolean(), excludeProposer: fc.boolean() },
        ['approvals'],
      ),
      decisions: fc.array(fc.constantFrom(...DECISIONS), { maxLength: 4 }),
      editSchema: jsonSchema,
      responseSchema: jsonSchema,
      evidence: fc.array(loose({ id: fc.constantFrom(...IDS), from: text, label: text }, ['id']), {
        maxLength: 2,
      }),
      timeout: loose({ after: duration, then: outcome }, ['after', 'then']),
      onReject: loose(
        { to: fc.option(fc.constantFrom(...steps)), maxReproposals: fc.integer({ min: 0, max: 3 }) },
        ['to'],
      ),
      binding: text,
      expires: duration,
      batch: fc.option(loose({ max: fc.integer({ min: 1, max: 9 }) })),
      sample: fc.option(
        loose({ rate: fc.double({ min: 0, max: 1, noNaN: true }).map((x) => (x === 0 ? 0 : x)) }),
      ),
      standingGrant: fc.option(loose({ scope: text, max: fc.integer(), expires: text })),
      ...roles,
    },
    ['kind', 'strength', 'at'],
  )
}

const ids = (max: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: max })
const withIds = (list: readonly string[], entry: fc.Arbitrary<Raw>): fc.Arbitrary<Raw[]> =>
  fc.tuple(...list.map((id) => entry.map((raw) => ({ ...raw, id })))).map((entries) => [...entries])

const scriptEntry = fc.oneof(
  loose({ take: fc.constantFrom(...IDS) }, ['take']),
  loose({ decide: fc.constantFrom(...DECISIONS), handoff: fc.constantFrom(...IDS) }, ['decide']),
  loose({ silence: fc.constant(true), handoff: fc.constantFrom(...IDS) }, ['silence']),
)

/** A document as JSON holds it: valid, complete, in no particular order. */
export const rawWorkflow: fc.Arbitrary<Raw> = fc
  .record({
    steps: fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 1, maxLength: 7 }),
    transitions: ids(8),
    parties: ids(3),
    handoffs: ids(4),
    scenarios: ids(2),
    notes: ids(2),
    findings: ids(2),
  })
  .chain((names) => {
    const step = fc.constantFrom(...names.steps)
    const transition = loose(
      {
        from: step,
        to: step,
        kind: fc.constantFrom(...TRANSITION_KINDS),
        probability: fc.double({ min: 0, max: 1, noNaN: true }).map((x) => (x === 0 ? 0 : x)),
        condition: text,
        label: text,
      },
      ['from', 'to', 'kind'],
    )
    const party = loose(
      {
        name: text,
        kind: fc.constantFrom(...PARTY_KINDS),
        staff: fc.integer({ min: 0, max: 9 }),
        members: fc.array(fc.constantFrom('ann', 'bob'), { maxLength: 2 }),
        minutes: loose({
          confirm: fc.integer({ min: 0, max: 9 }),
          'two-person': fc.integer({ min: 0, max: 9 }),
        }),
        calendar: text,
      },
      ['name', 'kind'],
    )
    return loose(
      {
        name: text,
        description: text,
        brief: loose({
          objective: text,
          constraints: fc.array(text, { maxLength: 3 }),
          successCondition: text,
          riskTolerance: fc.constantFrom('low', 'moderate', 'high'),
          nonNegotiables: fc.array(text, { maxLength: 3 }),
          owner: text,
          domains: sets(['money', 'code', 'b', 'a']),
          envelope: fc.option(
            loose(
              {
                level: fc.constantFrom(...STRENGTHS),
                cap: fc.integer({ min: 0, max: 500 }),
                expires: fc.constant('2027-01-01'),
              },
              ['level'],
            ),
          ),
        }),
        parties: withIds(names.parties, party),
        steps: withIds(names.steps, stepArbitrary(names.steps, names.parties)).map(withParents),
        transitions: withIds(names.transitions, transition),
        handoffs: withIds(names.handoffs, handoffArbitrary(names.steps, names.transitions, names.parties)),
        dispositions: fc
          .tuple(
            ...names.findings.map((finding) =>
              loose(
                {
                  status: fc.constantFrom('accepted', 'dismissed', 'covered-by', 'snoozed'),
                  reason: text,
                  by: text,
                  at: text,
                  facts: text,
                  until: text,
                  scope: fc.constantFrom('place', 'file'),
                  upTo: fc.constantFrom('error', 'warning', 'info'),
                  coveredBy: fc.oneof(
                    fc.constantFrom(...IDS).map((handoff) => ({ handoff })),
                    fc.constantFrom(...IDS).map((step) => ({ step })),
                    fc.constant({ text: 'the bank' }),
                  ),
                },
                ['status'],
              ).map((raw) => ({ ...raw, finding: `S2@${finding}` })),
            ),
          )
          .map((all) => [...all]),
        scenarios: withIds(
          names.scenarios,
          loose(
            {
              name: text,
              seed: fc.integer({ min: 0, max: 0xffff_ffff }),
              script: fc.array(scriptEntry, { maxLength: 3 }),
            },
            ['name'],
          ),
        ),
        profile: loose({ extends: text }),
        rulePacks: fc.uniqueArray(fc.constantFrom('house', 'team', 'a.1'), { maxLength: 2 }).map((packs) =>
          packs.map((id) => ({
            id,
            version: '1',
            title: 'Pack',
            rules: [
              {
                id: 'r',
                title: 'R',
                explanation: '',
                for: 'step',
                when: 'level > 2',
                severity: 'info',
                message: 'm',
                examples: { mustFire: [{ facts: { level: 3 } }], mustNotFire: [] },
              },
            ],
          })),
        ),
        semantics: loose({ join: fc.constantFrom('path', 'causal') }),
        origin: fc.record({
          format: fc.constant('mermaid'),
          steps: fc.array(loose({ step: fc.constantFrom(...IDS), source: text, name: text }, ['step']), {
            maxLength: 3,
          }),
          transitions: fc.array(fc.constantFrom(...IDS), { maxLength: 3 }),
        }),
        layout: loose({
          steps: fc.dictionary(fc.constantFrom(...IDS), point),
          notes: withIds(names.notes, loose({ text, at: point, size: point }, ['text', 'at'])),
        }),
      },
      ['steps', 'transitions', 'handoffs', 'parties'],
    )
  })
  .map((raw) => ({ ...raw, format: 'handoff', version: 1 }))

/** Every other step is a tool of the one before it: a forest, so that there is no cycle. */
function withParents(steps: Raw[]): Raw[] {
  return steps.map((step, i) => (i % 3 === 1 ? { ...step, parent: steps[i - 1]!['id'] } : step))
}

/** The same value with the keys of every object in another order; lists keep theirs. */
export function shuffledKeys(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((member) => shuffledKeys(member, random))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, member]) => [key, shuffledKeys(member, random)] as const)
  return Object.fromEntries(shuffled(entries, random))
}

/** The same document with entries and sets in another order. */
export function shuffledEntries(raw: Raw, random: () => number): Raw {
  const unordered = new Set([
    'parties',
    'steps',
    'transitions',
    'handoffs',
    'dispositions',
    'scenarios',
    'rulePacks',
    'notes',
    'domains',
    'clears',
    'uses',
    'produces',
  ])
  const walk = (value: unknown, key: string, within: readonly string[]): unknown => {
    if (Array.isArray(value)) {
      const members = value.map((member) => walk(member, '', [...within, key]))
      return unordered.has(key) && isOurs(within, key) ? shuffled(members, random) : members
    }
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, walk(v, k, [...within, key])]))
  }
  return walk(raw, '', []) as Raw
}

// Not a list of the same name inside an unknown field: its order may mean something there.
function isOurs(within: readonly string[], key: string): boolean {
  return OURS.has([...within.filter((part) => part !== ''), key].join('.'))
}
const OURS = new Set([
  'parties',
  'steps',
  'transitions',
  'handoffs',
  'dispositions',
  'scenarios',
  'rulePacks',
  'layout.notes',
  'brief.domains',
  'steps.domains',
  'steps.clears',
  'steps.uses',
  'steps.produces',
  'steps.consequence.domains',
])

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const out = [...list]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[out[i], out[j]] = [out[j]!, out[i]!]
  }
  return out
}

/** A source of chance that fast-check can print and replay. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
