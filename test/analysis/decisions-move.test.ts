// Decisions go with what they are about: steps that are cut and put back, ids that are changed, files that are imported
// again. Nothing is orphaned, and nothing else is set aside.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fragmentOf } from '../../shared/commands/fragment.ts'
import type { Command } from '../../shared/commands/index.ts'
import { redo, run, startHistory, undo } from '../../shared/commands/history.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { randomFrom } from '../document/arbitrary-workflow.ts'
import { arbitraryWorkflow } from '../placement/arbitrary.ts'
import { SEED } from '../support/seed.ts'
import { dismissed, disposed, edited, reread } from './decided.ts'

const RUNS = 500
const workflow = arbitraryWorkflow({ steps: [3, 7], more: 4, gates: 3, exceptions: true })

describe(`seed ${SEED}`, () => {
  it(`what is cut and put back keeps its decisions, ${RUNS} times`, () => {
    let decisions = 0
    fc.assert(
      fc.property(workflow, fc.integer(), (first, seed) => {
        decisions += putBack(first, seed, 'own')
      }),
      { numRuns: RUNS, seed: SEED },
    )
    expect(decisions).toBeGreaterThan(RUNS)
  }, 120_000)

  it('new ids for what is put back would be caught', () => {
    const tried = fc.check(
      fc.property(workflow, fc.integer(), (first, seed) => void putBack(first, seed, 'new')),
      { numRuns: 100, seed: SEED },
    )
    expect(tried.failed).toBe(true)
  })

  it(`a copy starts without decisions, whether its twin is there or was cut, ${RUNS / 2} times`, () => {
    fc.assert(
      fc.property(workflow, fc.integer(), (first, seed) => {
        const decided = dismissed(first)
        const ids = some(decided, randomFrom(seed))
        const cut = fragmentOf(decided, ids)
        const paste: Command = { type: 'pasteFragment', ...cut, offset: [40, 40], ids: 'own' }
        const twice = edited(decided, { type: 'removeSteps', ids }, paste, paste)
        const fresh = twice.steps.filter(({ id }) => !decided.steps.some((step) => step.id === id))
        expect(fresh).toHaveLength(ids.length)
        const about = new Set(decided.dispositions.map(({ finding }) => finding))
        const aside = disposed(twice).dismissed.map(({ finding }) => finding.id)
        expect(aside.filter((id) => !about.has(id))).toEqual([])
      }),
      { numRuns: RUNS / 2, seed: SEED },
    )
  }, 120_000)

  it(`ids that are changed one by one take their decisions along, ${RUNS} times`, () => {
    const { lost, orphans } = lostByRenaming(RUNS, (present) => present)
    expect(orphans).toBe(0)
    // Of two gates of which one can go, a rule names the first by id, and asks again when that is another one then.
    expect(lost).toBeLessThan(0.01)
  }, 120_000)

  it('decisions that stay behind would be caught', () => {
    const left = (present: Workflow, before: Workflow) => ({ ...present, dispositions: before.dispositions })
    expect(lostByRenaming(100, left).lost).toBeGreaterThan(0.5)
  })

  it(`the file that a document was made of, imported again under other ids, ${RUNS} times`, () => {
    let decisions = 0
    fc.assert(
      fc.property(workflow, fc.integer(), (first, seed) => {
        decisions += imports(first, seed)
      }),
      { numRuns: RUNS, seed: SEED },
    )
    expect(decisions).toBeGreaterThan(RUNS)
  }, 120_000)
})

/** Cuts some steps, puts them back, and joins them up again by hand. Answers how many decisions there were. */
function putBack(first: Workflow, seed: number, ids: 'own' | 'new'): number {
  const decided = dismissed(first)
  const cut = some(decided, randomFrom(seed))
  const fragment = fragmentOf(decided, cut)
  let history = startHistory(decided, { saved: true })
  const edit = (command: Command): void => {
    const next = run(history, command)
    if (!next.ok) throw new Error(JSON.stringify(next.faults))
    history = next.value
  }
  edit({ type: 'removeSteps', ids: cut })
  edit({ type: 'pasteFragment', ...fragment, offset: [400, 0], ids })
  history = redo(undo(history))
  const inside = new Set(
    [...fragment.steps, ...fragment.transitions, ...fragment.handoffs].map(({ id }) => id),
  )
  const orphaned = disposed(history.present).orphaned.map(({ finding }) => finding.split('@')[1]!)
  expect(orphaned.filter((id) => inside.has(id))).toEqual([])
  for (const command of rejoining(decided, history.present)) edit(command)
  const present = reread(history.present)
  expect({ ...present, layout: null }).toEqual({ ...decided, layout: null })
  expect(disposed(present).open).toEqual([])
  return decided.dispositions.length
}

/** What a person does after putting steps back: the ways to the rest, and what stood on them or pointed across. */
function rejoining(before: Workflow, now: Workflow): readonly Command[] {
  const has = (list: readonly { readonly id: string }[], id: string): boolean =>
    list.some((entry) => entry.id === id)
  const references = before.steps.flatMap(({ id, parent, calls, compensatedBy }): Command[] =>
    [parent, calls, compensatedBy].some((reference) => typeof reference === 'string')
      ? [{ type: 'updateSteps', ids: [id], set: { parent, calls, compensatedBy } }]
      : [],
  )
  return [
    ...before.transitions.flatMap((transition): Command[] =>
      has(now.transitions, transition.id) ? [] : [{ type: 'addTransition', transition }],
    ),
    ...before.handoffs.flatMap((handoff): Command[] =>
      has(now.handoffs, handoff.id)
        ? [{ type: 'updateHandoff', id: handoff.id, set: { onReject: handoff.onReject ?? null } }]
        : [{ type: 'addHandoff', handoff }],
    ),
    ...references,
  ]
}

function lostByRenaming(times: number, faulty: (present: Workflow, before: Workflow) => Workflow) {
  let decisions = 0
  let lost = 0
  let orphans = 0
  fc.assert(
    fc.property(workflow, fc.integer(), (first, seed) => {
      const decided = dismissed(first)
      const random = randomFrom(seed)
      const renamed = faulty(edited(decided, ...renamings(decided, random)), decided)
      const { dismissed: aside, orphaned } = disposed(reread(renamed))
      decisions += decided.dispositions.length
      lost += decided.dispositions.length - aside.length
      orphans += orphaned.length
    }),
    { numRuns: times, seed: SEED },
  )
  return { lost: lost / decisions, orphans }
}

function renamings({ steps, transitions, handoffs }: Workflow, random: () => number): readonly Command[] {
  const every = (of: 'step' | 'transition' | 'handoff', list: readonly { readonly id: string }[]) =>
    list.map(({ id }): Command => ({
      type: 'renameId',
      of,
      id,
      to: `${Math.floor(random() * 26)} of ${of} ${id}`,
    }))
  return [...every('step', steps), ...every('transition', transitions), ...every('handoff', handoffs)]
}

/** Answers how many decisions there were. The file calls steps by names of its own, which do not change. */
function imports(first: Workflow, seed: number): number {
  const random = randomFrom(seed)
  const origin = (present: Workflow, sourceOf: (id: string) => string) => ({
    format: 'mermaid',
    steps: present.steps.map(({ id, name }) => ({ step: id, source: sourceOf(id), name })),
    transitions: present.transitions.map(({ id }) => id),
  })
  const bare = edited(
    first,
    ...first.handoffs.map(({ id }): Command => ({ type: 'removeHandoffs', ids: [id] })),
  )
  const decided = dismissed({ ...bare, origin: origin(bare, (id) => id) })
  const moves = renamings(bare, random)
  const names = new Map(
    moves.flatMap((move) => (move.type === 'renameId' ? [[move.to, move.id] as const] : [])),
  )
  const again = edited(bare, ...moves)
  const imported = { ...again, origin: origin(again, (id) => names.get(id)!) }
  const next = reread(edited(decided, { type: 'mergeImport', imported }))
  const { open, orphaned } = disposed(next)
  expect([open.map(({ id }) => id), orphaned]).toEqual([[], []])
  return decided.dispositions.length
}

/** One step or several, not the start: there must be a workflow left to put them back into. */
function some({ steps }: Workflow, random: () => number): readonly string[] {
  const candidates = steps.filter(({ kind }) => kind !== 'start').map(({ id }) => id)
  const chosen = candidates.filter(() => random() < 0.4)
  return chosen.length > 0 ? chosen : [candidates[Math.floor(random() * candidates.length)]!]
}
