// From the journal's entries the whole undo stack comes back: every revision, label, the way forward, and what is saved.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refunds } from './edit.ts'
import { randomCommand } from './random-command.ts'
import { markSaved, redo, run, startHistory, undo } from '../../shared/commands/history.ts'
import {
  entriesOf,
  KEPT_STEPS,
  replayHistory,
  savedEntry,
  wholeHistory,
} from '../../shared/commands/history-log.ts'
import { newWorkflow } from '../../shared/document/new.ts'
import { diffDocuments } from '../../shared/document/patch.ts'
import { writeDocument } from '../../shared/document/write.ts'
import { randomFrom } from '../document/arbitrary-workflow.ts'
import { SEED } from '../support/seed.ts'
import type { History } from '../../shared/commands/history.ts'
import type { HistoryChange } from '../../shared/commands/history-log.ts'

const FILE = { path: '/refunds.handoff', name: 'refunds.handoff', hash: 'sha256:1' }

test(`300 sessions of edits, undos, redos and saves, seed ${SEED}`, () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(refunds, newWorkflow('Empty')), (seed, first) => {
      const random = randomFrom(seed)
      let history = startHistory(first, { saved: false })
      const texts: string[] = []
      let waiting: HistoryChange[] = []
      for (let i = 0; i < 30; i++) {
        const step = nextStep(history, random)
        if (step) {
          history = step.after
          waiting.push(step)
        }
        // Entries leave in batches, as the timer has it; a save first sends what waits.
        if (random() < 0.4) texts.push(JSON.stringify(entriesOf(waiting.splice(0))))
        if (random() < 0.1) {
          texts.push(JSON.stringify(entriesOf(waiting.splice(0))))
          const saved = random() < 0.5 ? history.present : (history.past?.workflow ?? history.present)
          history = markSaved(history, saved)
          texts.push(JSON.stringify([savedEntry(history, saved, FILE)]))
        }
      }
      texts.push(JSON.stringify(entriesOf(waiting)))
      const replayed = replayHistory(first, texts)
      expect(replayed.lost).toBe(0)
      expect(picture(replayed.history)).toEqual(picture(history))
      // A journal that begins anew with the whole stack says the same.
      const { base, entries } = wholeHistory(history, first, FILE)
      const again = replayHistory(base, [JSON.stringify(entries)])
      expect(picture(again.history)).toEqual(picture(history))
      expect(again.first && writeDocument(again.first)).toBe(writeDocument(first))
    }),
    { numRuns: 300, seed: SEED },
  )
}, 120_000)

test('a burst of typing is one entry', () => {
  let history = startHistory(refunds, { saved: true })
  const changes: HistoryChange[] = []
  for (const name of ['A', 'Ab', 'Abc']) {
    const next = run(history, { type: 'setDocument', name }, { coalesce: 'name' })
    if (!next.ok) throw new Error('refused')
    changes.push({ kind: changes.length === 0 ? 'new' : 'more', before: history.present, after: next.value })
    history = next.value
  }
  const entries = entriesOf(changes)
  expect(entries).toHaveLength(1)
  expect(picture(replayHistory(refunds, [JSON.stringify(entries)]).history).past).toHaveLength(1)
})

test('a journal that begins anew takes the latest undo steps along, and then no longer knows the first revision', () => {
  let history = startHistory(refunds, { saved: false })
  for (let i = 0; i <= KEPT_STEPS; i++) {
    const next = run(history, { type: 'setDocument', name: `name ${i}` })
    if (next.ok) history = next.value
  }
  const { base, entries } = wholeHistory(history, refunds, null)
  const replayed = replayHistory(base, [JSON.stringify(entries)])
  expect(picture(replayed.history).past).toHaveLength(KEPT_STEPS)
  expect(replayed.history.present.name).toBe(`name ${KEPT_STEPS}`)
  expect(replayed.first).toBeUndefined()
})

test('what is damaged ends it, and a bare patch of an earlier version is an edit', () => {
  const renamed = { ...refunds, name: 'Renamed' }
  const bare = JSON.stringify(diffDocuments(refunds, renamed))
  const { history, lost } = replayHistory(refunds, [bare, '[{"edit":"new"}]', bare])
  expect(lost).toBe(2)
  expect(history.present.name).toBe('Renamed')
  expect(history.past?.workflow).toBe(refunds)
  const broken = JSON.stringify([
    { edit: 'new', label: 'x', patch: { lists: { steps: { put: [{ id: 'y' }] } } } },
  ])
  expect(replayHistory(refunds, [bare, broken])).toMatchObject({ lost: 1 })
})

function nextStep(history: History, random: () => number): HistoryChange | null {
  const before = history.present
  const pick = random()
  if (pick < 0.2) return history.past ? { kind: 'undo', before, after: undo(history) } : null
  if (pick < 0.35) return history.future ? { kind: 'redo', before, after: redo(history) } : null
  const coalesce = pick < 0.6 ? { coalesce: 'typing' } : {}
  const next = run(history, randomCommand(before, random), coalesce)
  if (!next.ok || next.value === history) return null
  return { kind: next.value.past === history.past ? 'more' : 'new', before, after: next.value }
}

/** All that a person can tell of a history. */
function picture({ past, present, future, saved }: History) {
  const pile = (top: History['past']): string[] =>
    top ? [`${top.label}\n${writeDocument(top.workflow)}${top.workflow === saved}`, ...pile(top.below)] : []
  return {
    past: pile(past),
    present: `${writeDocument(present)}${present === saved}`,
    future: pile(future),
  }
}
