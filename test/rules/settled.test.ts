// What all rules promise together: once their suggestions are placed there is no further one (I6), where nothing can do
// harm there is none (I7), every fix is accepted and ends its finding, and no rule argues against what another asked for.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryWorkflow, SMALL } from '../placement/arbitrary.ts'
import { accepted, harmless, withSteps } from '../placement/variations.ts'
import { chain, flow } from '../placement/support.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/index.ts'
import { readDocument } from '../../shared/document/read.ts'
import { placeKey } from '../../shared/model/handoff.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Level, UncertaintyLabel } from '../../shared/model/scales.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { RULES } from '../../shared/rules/index.ts'

const FOLDERS = ['../../resources/samples/', '../fixtures/golden/'].map(
  (path) => new URL(path, import.meta.url),
)
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.handoff'))
    .map((name) => [name, opened(readFileSync(new URL(name, folder), 'utf8'))] as const),
)
const EXAMPLES = RULES.flatMap(({ id, examples: { bad, good } }) => [
  [`${id}, wrong example`, bad.workflow] as const,
  [`${id}, right example`, good.workflow] as const,
])

describe.each([...FILES, ...EXAMPLES])('%s', (_name, workflow) => {
  test('with every suggestion placed there is no further one, and none of them is argued against', () => {
    expect(leftOver(workflow)).toEqual([])
  })

  test('every fix is accepted, and ends its finding', () => {
    expect(unmended(workflow, () => true)).toEqual([])
  })
})

const RUNS = 400

test('whatever the workflow, with every suggestion placed there is no further one', () => {
  holds((workflow) => {
    expect(leftOver(workflow)).toEqual([])
  })
}, 120_000)

test('whatever the workflow, every fix is accepted, and ends its finding', () => {
  holds((workflow) => {
    expect(unmended(workflow, ({ rule }) => THESE.has(rule))).toEqual([])
  })
}, 120_000)

test('where nothing can do harm and nobody is asked, no rule has anything to say', () => {
  holds((workflow) => {
    const bare = withSteps({ ...workflow, handoffs: [] }, ({ grant: _, tier: __, ...step }) => harmless(step))
    const { findings } = analyse(bare)
    const said = findings.filter(
      ({ kind, rule }) => kind === 'suggest' || kind === 'remove' || THESE.has(rule),
    )
    expect(said.map(({ id }) => id)).toEqual([])
  })
}, 120_000)

test('the random workflows are of the kind that these rules are about', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(arbitrary, (workflow) => {
      for (const { rule } of analyse(workflow).findings) seen.add(rule)
    }),
    { numRuns: RUNS, seed: 7 },
  )
  expect([...seen]).toEqual(expect.arrayContaining([...THESE]))
}, 120_000)

/** The rules whose fixes are tried on random workflows. */
const THESE: ReadonlySet<string> = new Set(['S1b', 'S5', 'S6b', 'S7b', 'S8', 'S10', 'S12', 'X1', 'X2', 'X3'])

// Fixes that the document refuses, or after which the finding is still there.
function unmended(workflow: Workflow, isTried: (finding: Finding) => boolean): readonly string[] {
  const tried = analyse(workflow).findings.filter(isTried)
  return tried.flatMap((finding) =>
    (finding.fixes ?? []).flatMap(({ title, command }) => {
      const mended = applyCommand(workflow, command as unknown as Command)
      if (!mended.ok) return [`${finding.id} ${title}: ${JSON.stringify(mended.faults)}`]
      const left = analyse(mended.value).findings.some(({ id }) => id === finding.id)
      return left ? [`${finding.id} ${title}: still there`] : []
    }),
  )
}

// What is still suggested, and what argues against a handoff that a rule has just asked for.
function leftOver(workflow: Workflow): readonly string[] {
  const placed = accepted(workflow)
  const before = new Set(workflow.handoffs.map(({ id }) => id))
  const asked = new Set(placed.handoffs.flatMap(({ id }) => (before.has(id) ? [] : [id])))
  const { findings, placement } = analyse(placed)
  return [
    ...placement.handoffs.map(({ kind, at }) => `${kind} ${placeKey(at)}`),
    ...findings.filter(({ suggestion }) => suggestion !== undefined).map(({ id }) => id),
    ...findings
      .filter(({ kind, place }) => kind === 'remove' && 'handoff' in place && asked.has(place.handoff))
      .map(({ id }) => id),
  ]
}

const LABELS: readonly (UncertaintyLabel | undefined)[] = ['intent', 'content', 'score', 'content', undefined]
const TIERS: readonly Step['tier'][] = [undefined, 'cheap-model', 'premium-model', undefined]

// The random workflows of the placement, with what only these rules look at: what undoes a step, ends that stop, kinds
// of doubt, artefacts, and what a step runs as.
const arbitrary = fc
  .tuple(
    fc.oneof(
      arbitraryWorkflow({ ...SMALL, gates: 3 }),
      arbitraryWorkflow({ steps: [4, 10], more: 6, gates: 4, exceptions: true }),
      branched(),
    ),
    fc.array(fc.nat(1000), { minLength: 20, maxLength: 20 }),
  )
  .map(([workflow, picks]) => decorated(workflow, picks))

// Two branches that meet, then a decision by what a model said, then an action: chance rarely draws that.
function branched(): fc.Arbitrary<Workflow> {
  const level = fc.constantFrom<Level[]>(0, 1, 2, 3)
  const gate = fc.constantFrom<(Handoff['at'] | undefined)[]>(
    undefined,
    { before: 'score' },
    { before: 'act' },
    { on: 't5' },
  )
  return fc
    .record({
      a: level,
      b: level,
      score: level,
      weight: level,
      settles: fc.boolean(),
      gate,
      odd: fc.boolean(),
    })
    .map(({ a, b, score, weight, settles, gate: at, odd }) =>
      flow(
        [
          'start',
          'split',
          { id: 'a', kind: 'model', uncertainty: { level: a, label: 'content' } },
          { id: 'b', kind: 'model', uncertainty: { level: b, label: 'content' } },
          'join',
          settles
            ? { id: 'score', kind: 'check', clears: ['content'] }
            : { id: 'score', kind: 'model', uncertainty: { level: score, label: 'score' } },
          'decision',
          { id: 'act', kind: 'action', consequence: { level: weight, reversibility: 2, external: true } },
          'end',
        ],
        [
          ...chain('start', 'split', 'a', 'join', 'score', 'decision', 'act', 'end'),
          ...chain('split', 'b', 'join').map(([from, to]) => [from, to, { id: `${from}_${to}` }] as const),
          ['decision', 'end', { id: 'away', ...(odd ? { kind: 'exception' } : {}) }],
        ],
        at ? [{ at }] : [],
      ),
    )
}

function decorated(workflow: Workflow, picks: readonly number[]): Workflow {
  const ids = workflow.steps.map(({ id }) => id)
  return withSteps(workflow, (step, i) => {
    const pick = picks[i % picks.length]!
    const label = LABELS[pick % LABELS.length]
    const undoing = ids[(pick >> 2) % ids.length]!
    const tier = TIERS[pick % TIERS.length]
    return {
      ...step,
      ...(step.uncertainty && label ? { uncertainty: { ...step.uncertainty, label } } : {}),
      ...(step.kind === 'action' && pick % 3 === 0 && undoing !== step.id ? { compensatedBy: undoing } : {}),
      ...(step.kind === 'end' && pick % 2 === 0 ? { outcome: 'stopped' as const } : {}),
      ...(pick % 5 === 0 ? { produces: ['draft'] } : {}),
      ...(step.kind === 'model' && tier ? { tier } : {}),
    }
  })
}

function holds(check: (workflow: Workflow) => void): void {
  const details = fc.check(fc.property(arbitrary, check), { numRuns: RUNS })
  if (!details.failed) return
  const [workflow] = details.counterexample ?? []
  throw new Error(
    [
      `seed ${details.seed}, path "${details.counterexamplePath ?? ''}"`,
      details.errorInstance instanceof Error ? details.errorInstance.message : '',
      ...(workflow?.steps ?? []).map(({ name: _, ...step }) => JSON.stringify(step)),
      ...(workflow?.transitions ?? []).map((way) => JSON.stringify(way)),
      ...(workflow?.handoffs ?? []).map((handoff) => JSON.stringify(handoff)),
    ].join('\n'),
  )
}

function opened(bytes: string): Workflow {
  const result = readDocument(bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value.workflow
}
