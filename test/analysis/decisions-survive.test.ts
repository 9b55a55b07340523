// Decisions about findings hold through whatever changes no fact, and through nothing else: sequences of harmless edits
// with undo, redo, saving and other names for everything, after which every decision still stands and nothing else does.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptCommand } from '../../shared/analysis/accept.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import type { DecidedFinding } from '../../shared/analysis/dispositions.ts'
import { run, redo, startHistory, undo } from '../../shared/commands/history.ts'
import type { History } from '../../shared/commands/history.ts'
import type { Command } from '../../shared/commands/index.ts'
import { readWorkflow } from '../../shared/document/read.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { canonicalJson } from '../../shared/support/canonical-json.ts'
import { randomFrom } from '../document/arbitrary-workflow.ts'
import { arbitraryWorkflow } from '../placement/arbitrary.ts'
import { dismissed, disposed, edited, real, reread, unique } from './decided.ts'
import type { Fingerprint } from './decided.ts'

const SEQUENCES = 2000
const LENGTH = 8
const shape = { steps: [2, 6], more: 4, gates: 3, exceptions: true } as const
const workflow = arbitraryWorkflow(shape)

describe('decisions survive', () => {
  it(`${SEQUENCES} sequences of renaming, moving, drawing, copying, undo, redo and saving`, () => {
    let decisions = 0
    fc.assert(
      fc.property(workflow, fc.integer(), (first, seed) => {
        decisions += survives(first, seed, real)
      }),
      { numRuns: SEQUENCES },
    )
    // Workflows about which nothing is said would let everything pass.
    expect(decisions).toBeGreaterThan(SEQUENCES)
  }, 300_000)

  it(`other ids for everything, ${SEQUENCES} times`, () => {
    expect(lostUnderOtherIds(real, SEQUENCES)).toBeLessThan(0.01)
  }, 300_000)

  it('a fingerprint of the message would be caught', () => {
    const tried = fc.check(
      fc.property(
        workflow,
        fc.integer(),
        (first, seed) => void survives(first, seed, ({ message }) => message),
      ),
      { numRuns: 300 },
    )
    expect(tried.failed).toBe(true)
  })

  it.each<[string, Fingerprint]>([
    ['where facts are read', ({ facts }) => canonicalJson(facts)],
    ['the walk', ({ facts, path }) => canonicalJson([facts.map(({ name }) => name), path ?? []])],
    ['the place', ({ id }) => id],
  ])('a fingerprint of %s would be caught', (_, faulty) => {
    expect(lostUnderOtherIds(faulty, 300)).toBeGreaterThan(0.2)
  })
})

describe('decisions come back', () => {
  it(`when the consequence, the doubt or the gate that a finding rests on changes, ${SEQUENCES} times`, () => {
    let changed = 0
    fc.assert(
      fc.property(workflow, fc.integer(), (first, seed) => {
        changed += comesBack(first, seed, real)
      }),
      { numRuns: SEQUENCES },
    )
    expect(changed).toBeGreaterThan(SEQUENCES / 4)
  }, 300_000)

  it('a fingerprint that never changes would be caught', () => {
    const tried = fc.check(
      fc.property(workflow, fc.integer(), (first, seed) => void comesBack(first, seed, () => 'same')),
      { numRuns: 300 },
    )
    expect(tried.failed).toBe(true)
  })
})

describe('what was accepted', () => {
  it(`is not offered again as long as it stands, and is as soon as it is gone, ${SEQUENCES / 2} times`, () => {
    let accepted = 0
    let offered = 0
    fc.assert(
      fc.property(workflow, fc.integer(), (first, seed) => {
        const random = randomFrom(seed)
        const placed = withAccepted(first)
        const about = new Set(placed.dispositions.map(({ finding }) => finding))
        accepted += about.size
        let now = placed
        for (let i = 0; i < 3; i++) now = edited(now, harmless(now, random))
        const again = (present: Workflow) =>
          disposed(present, real).open.filter(({ id, suggestion }) => about.has(id) && suggestion)
        expect(again(now).filter(({ fingerprint, id }) => fingerprint === factsOf(placed, id))).toEqual([])
        if (placed.handoffs.length === 0) return
        const bare = edited(placed, { type: 'removeHandoffs', ids: placed.handoffs.map(({ id }) => id) })
        offered += again(bare).length
      }),
      { numRuns: SEQUENCES / 2 },
    )
    expect(accepted).toBeGreaterThan(SEQUENCES / 2)
    expect(offered).toBeGreaterThan(SEQUENCES / 4)
  }, 300_000)
})

/** Places every suggestion and keeps that it was accepted, as the app does. */
function withAccepted(first: Workflow): Workflow {
  const { placement, findings } = analyse(first)
  const accepted = unique(findings.filter(({ suggestion }) => suggestion))
  return edited(
    reread(first),
    acceptCommand(first, placement.handoffs),
    ...accepted.map(({ id, fingerprint }): Command => ({
      type: 'setDisposition',
      disposition: { finding: id, status: 'accepted', facts: fingerprint },
    })),
  )
}

function factsOf({ dispositions }: Workflow, id: string): string | undefined {
  return dispositions.find(({ finding }) => finding === id)?.facts
}

/** Dismisses everything, edits harmlessly, and looks at each revision. Answers how many decisions there were. */
function survives(first: Workflow, seed: number, fingerprint: Fingerprint): number {
  const random = randomFrom(seed)
  const decided = dismissed(first, fingerprint)
  const about = new Set(decided.dispositions.map(({ finding }) => finding))
  let history: History = startHistory(decided, { saved: true })
  for (let i = 0; i < LENGTH; i++) {
    const roll = random()
    if (roll < 0.15) history = undo(history)
    else if (roll < 0.25) history = redo(history)
    else if (roll < 0.35) history = startHistory(reread(history.present), { saved: true })
    else {
      const next = run(history, harmless(history.present, random))
      if (!next.ok) throw new Error(JSON.stringify(next.faults))
      history = next.value
    }
    expectStanding(history.present, about, fingerprint)
  }
  return about.size
}

/** No finding that was decided about is open, and none that was not is set aside: a copy asks again. */
function expectStanding(present: Workflow, about: ReadonlySet<string>, fingerprint: Fingerprint): void {
  const { open, dismissed: aside, returned } = disposed(present, fingerprint)
  expect(returned.map(cameBack)).toEqual([])
  expect(open.map(({ id }) => id).filter((id) => about.has(id))).toEqual([])
  expect(aside.map(({ finding }) => finding.id).filter((id) => !about.has(id))).toEqual([])
}

/**
 * Share of decisions that do not hold under other ids. Of two gates of which one can go, and of the steps of a loop, a
 * rule names the first by id: such a finding may be about the other one then, and asks again.
 */
function lostUnderOtherIds(fingerprint: Fingerprint, times: number): number {
  let decisions = 0
  let lost = 0
  fc.assert(
    fc.property(workflow, fc.integer(), (first, seed) => {
      const decided = dismissed(first, fingerprint)
      const { dismissed: aside } = disposed(withOtherIds(decided, randomFrom(seed)), fingerprint)
      decisions += decided.dispositions.length
      lost += decided.dispositions.length - aside.length
    }),
    { numRuns: times },
  )
  return lost / decisions
}

function cameBack({ finding, disposition }: DecidedFinding) {
  return { id: finding.id, rested: disposition.reason, rests: canonicalJson(finding.facts) }
}

/** Changes a fact of one finding. Answers 1 where there was one to change. */
function comesBack(first: Workflow, seed: number, fingerprint: Fingerprint): number {
  const random = randomFrom(seed)
  const findings = analyse(first).findings.filter(({ rule, facts }) => rule === 'S2' && facts.length > 0)
  const finding = findings[Math.floor(random() * findings.length)]
  if (!finding || !('step' in finding.place)) return 0
  const id = finding.place.step
  const decided = dismissed(first, fingerprint)
  const step = decided.steps.find((each) => each.id === id)!
  const level = step.consequence?.level === 4 ? 3 : 4
  const next = run(startHistory(decided, { saved: true }), {
    type: 'updateSteps',
    ids: [id],
    set: { consequence: { ...step.consequence, level } },
  })
  if (!next.ok) throw new Error(JSON.stringify(next.faults))
  const { dismissed: aside } = disposed(next.value.present, fingerprint)
  expect(aside.map((entry) => entry.finding.id)).not.toContain(finding.id)
  return 1
}

const NAMES = ['Pay', 'Pay', 'approve', '“quoted”', 'a “b” c', '', 'Ünïcode 🙂', 's1', 'none', '<b>bold</b>']

// Nothing here touches a fact of any finding.
function harmless(present: Workflow, random: () => number): Command {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const step = one(present.steps).id
  const name = one(NAMES)
  const point = [Math.floor(random() * 500), Math.floor(random() * 500)] as const
  return one<() => Command>([
    () => ({ type: 'updateSteps', ids: [step], set: { name } }),
    () => ({ type: 'updateSteps', ids: [step], set: { description: name } }),
    () => ({ type: 'updateTransition', id: one(present.transitions).id, set: { label: name } }),
    () => ({ type: 'moveSteps', positions: { [step]: point } }),
    () => ({ type: 'addNote', note: { text: name, at: point } }),
    () => ({ type: 'setDocument', name, description: name }),
    () => ({ type: 'addScenario', scenario: { name: name || 'Friday', seed: 1, script: [] } }),
    () => ({ type: 'addParty', party: { name: name || 'Desk', kind: 'role' } }),
    // A copy that nothing leads to changes no figure of what is there.
    () => ({ type: 'duplicateSteps', ids: [notStart(present, step)], offset: [40, 40] }),
    ...(present.handoffs.length > 0
      ? [() => ({ type: 'updateHandoff', id: one(present.handoffs).id, set: { title: name } }) as const]
      : []),
  ])()
}

function notStart({ steps }: Workflow, id: string): string {
  return steps.find((step) => step.id === id)?.kind === 'start'
    ? steps.find(({ kind }) => kind !== 'start')!.id
    : id
}

/** The same document with another id for every step, transition and handoff, and another order of them. */
function withOtherIds(present: Workflow, random: () => number): Workflow {
  const names = new Map(
    [...present.steps, ...present.transitions, ...present.handoffs].map(({ id }, i) => [
      id,
      `${String.fromCharCode(97 + Math.floor(random() * 26))}${i}`,
    ]),
  )
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return isId(key) ? (names.get(value) ?? value) : value
    if (Array.isArray(value)) return value.map((each) => walk(each, key))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([k, each]) => [k, walk(each, k)]))
  }
  const { layout: _, ...rest } = present
  const renamed = walk(rest, '') as Workflow
  const dispositions = present.dispositions.map((each) => {
    const [rule, place] = each.finding.split('@') as [string, string]
    return { ...each, finding: `${rule}@${names.get(place) ?? place}` }
  })
  const read = readWorkflow({ ...renamed, dispositions, layout: {} })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

function isId(key: string): boolean {
  return ['id', 'from', 'to', 'before', 'on', 'start', 'parent', 'compensatedBy', 'calls'].includes(key)
}
