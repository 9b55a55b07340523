// Sensitivity says what would be different if a tag were wrong; here every such sentence is put to the test by making the
// change and analysing again, and everything it does not mention is shown to change nothing.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { sensitivity, sensitivityOf } from '../../shared/analysis/sensitivity.ts'
import { tagChanges } from '../../shared/analysis/tag-changes.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/index.ts'
import { placeKey } from '../../shared/model/handoff.ts'
import type { Effect } from '../../shared/model/sensitivity.ts'
import { SensitivitySchema } from '../../shared/model/sensitivity.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { compareText } from '../../shared/support/compare.ts'
import { arbitraryWorkflow, SMALL } from '../placement/arbitrary.ts'
import { structuredWorkflow } from '../placement/structured.ts'
import { chain, flow } from '../placement/support.ts'

const OFFER = flow(
  [
    'start',
    { id: 'write', name: 'Write offer', kind: 'model', uncertainty: { level: 2, label: 'content' } },
    {
      id: 'send',
      name: 'Send offer',
      kind: 'action',
      consequence: { level: 3, reversibility: 2, external: false, security: true },
    },
    'end',
  ],
  chain('start', 'write', 'send', 'end'),
)

describe('what it says', () => {
  test('a sentence with the change, what it moves and what it costs', () => {
    const { effects, minutes } = sensitivityOf(OFFER)
    expect(minutes).toBe(4)
    const external = effects.find(({ tag }) => tag === 'external')!
    expect(external.message).toBe(
      'If “Send offer” were external, two people instead of an approval would be needed before “Send offer”: +6 min a run.',
    )
    expect(external.field).toBe('steps/send/consequence/external')
    expect(external.minutes).toBe(6)
  })

  test('ten times as many items at once, as one tag like the others', () => {
    const items = sensitivityOf(OFFER).effects.filter(({ tag }) => tag === 'volume')
    expect(items.map(({ value, message, minutes }) => [value, message, minutes])).toEqual([
      [
        '10 items',
        'If “Send offer” were done for 10 items at once instead of 1 item, two people instead of an approval would be needed before “Send offer”: +6 min a run.',
        6,
      ],
    ])
  })

  test('how many of its placements are not proven the cheapest', () => {
    expect(sensitivityOf(OFFER).unproven).toBe(0)
    const entangled = structuredWorkflow({ steps: 18, jumps: 100, seed: 1 })
    const { tried, unproven } = sensitivityOf(entangled)
    expect(analyse(entangled).placement.optimal).toBe(false)
    expect(unproven).toBe(tried)
  })

  test('what nobody has said has a range of its own, and comes first by what it decides', () => {
    const { consequence: _, ...untold } = OFFER.steps.find(({ id }) => id === 'send')!
    const { uncertainty: __, ...unsure } = OFFER.steps.find(({ id }) => id === 'write')!
    const workflow = {
      ...OFFER,
      steps: OFFER.steps.map((step) => (step.id === 'send' ? untold : step.id === 'write' ? unsure : step)),
    }
    const { untagged } = sensitivityOf(workflow)
    expect(untagged.map(({ field, minutes }) => [field, minutes])).toEqual([
      ['steps/send/consequence/level', [0, 10]],
      ['steps/write/uncertainty/level', [0, 0]],
    ])
    expect(untagged[0]!.message).toBe(
      'Nobody has said of “Send offer” how consequential it is. It decides between 0 and 10 min a run, between 0 and 1 suggested handoffs and whether the handoffs of today cover everything.',
    )
    expect(untagged[1]!.message).toBe(
      'Nobody has said of “Write offer” how uncertain it is; nothing hangs on it.',
    )
  })

  test('odds that nobody gave decide between extremes', () => {
    const workflow = flow(
      [
        'start',
        { id: 'decision', kind: 'decision' },
        { id: 'pay', kind: 'action', consequence: { level: 3, reversibility: 2 } },
        { id: 'file' },
        'end',
      ],
      [
        ['start', 'decision'],
        ['decision', 'pay'],
        ['decision', 'file'],
        ['pay', 'end'],
        ['file', 'end'],
      ],
    )
    const [odds] = sensitivityOf(workflow).untagged
    expect(odds!.tag).toBe('odds')
    expect(odds!.minutes.map((minutes) => Number(minutes.toFixed(3)))).toEqual([0.04, 3.96])
  })
})

test('each effect is what the analysis says of the changed workflow, and nothing else has any', () => {
  let confirmed = 0
  let quiet = 0
  fc.assert(
    fc.property(arbitraryWorkflow({ ...SMALL, gates: 2 }), (workflow) => {
      const now = standing(workflow)
      const found = sensitivityOf(workflow)
      expect(() => SensitivitySchema.parse(found)).not.toThrow()
      for (const effect of found.effects) {
        expectConfirmed(now, standing(after(workflow, effect.command as unknown as Command)), effect)
        confirmed++
      }
      const reported = new Set(found.effects.map(({ command }) => JSON.stringify(command)))
      for (const { command } of tagChanges(workflow)) {
        if (reported.has(JSON.stringify(command))) continue
        const then = standing(after(workflow, command))
        expect({ gates: then.gates, open: then.open, remove: then.remove }).toEqual({
          gates: now.gates,
          open: now.open,
          remove: now.remove,
        })
        quiet++
      }
    }),
    { numRuns: 120 },
  )
  expect(confirmed).toBeGreaterThan(100)
  expect(quiet).toBeGreaterThan(100)
}, 60_000)

test('no value of a tag is left out', () => {
  const missed: Step[] = []
  fc.assert(
    fc.property(arbitraryWorkflow(SMALL), (workflow) => {
      const tried = new Set(tagChanges(workflow).map(({ command }) => meaning(after(workflow, command))))
      tried.add(meaning(workflow))
      for (const step of workflow.steps) {
        for (const other of otherValues(step)) {
          const steps = workflow.steps.map((known) => (known.id === step.id ? other : known))
          if (!tried.has(meaning({ ...workflow, steps }))) missed.push(other)
        }
      }
    }),
    { numRuns: 60 },
  )
  expect(missed).toEqual([])
}, 60_000)

test('an untagged range is what its values come to', () => {
  fc.assert(
    fc.property(arbitraryWorkflow(SMALL), (workflow) => {
      for (const { element, tag, minutes } of sensitivityOf(workflow).untagged) {
        if (tag !== 'consequence' || !('step' in element)) continue
        for (const level of [0, 1, 2, 3, 4] as const) {
          const { placement } = analyse(
            after(workflow, { type: 'updateSteps', ids: [element.step], set: { consequence: { level } } }),
          )
          expect(placement.minutesPerRun).toBeGreaterThanOrEqual(minutes[0] - 1e-9)
          expect(placement.minutesPerRun).toBeLessThanOrEqual(minutes[1] + 1e-9)
        }
      }
    }),
    { numRuns: 100 },
  )
}, 60_000)

test('it can be watched and stopped, says the same every time, and takes seconds at 150 steps', () => {
  const workflow = structuredWorkflow({ steps: 150, jumps: 5, seed: 3 })
  const work = sensitivity(workflow)
  const first = work.next()
  expect(first.done).toBe(false)
  expect(first.value).toMatchObject({ done: 1 })
  const before = process.threadCpuUsage()
  const once = sensitivityOf(workflow)
  const { user } = process.threadCpuUsage(before)
  // Work, not waiting: other tests run beside this one. About 1.5 s where it was measured.
  expect(user / 1000).toBeLessThan(6_000)
  expect(once.tried).toBe(first.value && 'total' in first.value ? first.value.total : 0)
  expect(once.effects.length).toBeGreaterThan(0)
  expect(JSON.stringify(sensitivityOf(workflow))).toBe(JSON.stringify(once))
}, 60_000)

interface Standing {
  readonly gates: readonly string[]
  readonly minutes: number
  readonly open: readonly string[]
  readonly remove: readonly string[]
}

function standing(workflow: Workflow): Standing {
  const { placement, counterexamples } = analyse(workflow)
  return {
    gates: placement.handoffs.map(gateText).toSorted(),
    minutes: placement.minutesPerRun,
    open: counterexamples.map(({ action }) => action).toSorted(),
    remove: placement.remove.toSorted(),
  }
}

function expectConfirmed(now: Standing, then: Standing, effect: Effect): void {
  const gone = [
    ...effect.dropped,
    ...effect.moved.map(({ from }) => from),
    ...effect.changed.map(({ from }) => from),
  ]
  const come = [...effect.added, ...effect.moved.map(({ to }) => to), ...effect.changed.map(({ to }) => to)]
  const rest = now.gates.filter((gate) => !gone.map(gateText).includes(gate))
  expect([...rest, ...come.map(gateText)].toSorted()).toEqual(then.gates)
  expect(now.minutes + effect.minutes).toBeCloseTo(then.minutes, 6)
  expect(moved(now.open, effect.covered, effect.uncovered)).toEqual(then.open)
  expect(moved(now.remove, effect.neededAgain, effect.spare)).toEqual(then.remove)
  expect(
    [gone, come, effect.spare, effect.neededAgain, effect.uncovered, effect.covered].flat().length,
  ).toBeGreaterThan(0)
}

function moved(list: readonly string[], without: readonly string[], more: readonly string[]): string[] {
  return [...list.filter((id) => !without.includes(id)), ...more].toSorted()
}

function gateText({ kind, strength, at }: Effect['added'][number]): string {
  return `${kind} ${strength} ${placeKey(at)}`
}

function after(workflow: Workflow, command: Command): Workflow {
  const result = applyCommand(workflow, command)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value
}

/** What the analysis reads of the tags, with "not said" spelled out where it means the same. */
function meaning({ steps, transitions }: Workflow): string {
  return JSON.stringify([
    steps
      .map(({ id, consequence, uncertainty, clears, grant }) => [
        id,
        consequence && [
          consequence.level ?? null,
          consequence.reversibility ?? 0,
          consequence.external ?? false,
          consequence.security ?? false,
        ],
        uncertainty && [uncertainty.level ?? null, uncertainty.label ?? null],
        (clears ?? []).toSorted(),
        grant ?? null,
      ])
      .map((tags) => JSON.stringify(tags))
      .toSorted(compareText),
    transitions.map(({ id, probability }) => `${id} ${probability}`).toSorted(compareText),
  ])
}

/** Written out by hand, so that a forgotten value shows. */
function* otherValues(step: Step): Generator<Step> {
  if (step.kind === 'action' && step.consequence?.level !== undefined) {
    for (const level of [0, 1, 2, 3, 4] as const)
      yield { ...step, consequence: { ...step.consequence, level } }
    for (const reversibility of [0, 1, 2, 3] as const)
      yield { ...step, consequence: { ...step.consequence, reversibility } }
    for (const flag of ['external', 'security'] as const)
      for (const value of [true, false])
        yield { ...step, consequence: { ...step.consequence, [flag]: value } }
  }
  if (step.uncertainty?.level !== undefined) {
    for (const level of [0, 1, 2, 3, 4] as const)
      yield { ...step, uncertainty: { ...step.uncertainty, level } }
    const labels = ['intent', 'missing-info', 'conflict', 'content', 'extraction', 'score'] as const
    if (step.uncertainty.level > 0)
      for (const label of [...labels, 'untrusted', 'degraded', 'policy'] as const)
        yield { ...step, uncertainty: { ...step.uncertainty, label } }
  }
  if (step.kind === 'check' || step.kind === 'human') {
    for (const grant of ['confirm', 'approve', 'two-person'] as const) yield { ...step, grant }
    for (const label of step.clears ?? [])
      yield { ...step, clears: (step.clears ?? []).filter((other) => other !== label) }
  }
}
