// Any sequence of edits can be taken back to the first byte and done again to the last, leaves a document that reads
// back at every step, and is told to the journal in full by the patches between its steps.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refunds } from './edit.ts'
import { randomCommand } from './random-command.ts'
import { edits } from '../../shared/commands/index.ts'
import { redo, run, startHistory, undo } from '../../shared/commands/history.ts'
import { newWorkflow } from '../../shared/document/new.ts'
import { applyPatch, applyPatches, diffDocuments } from '../../shared/document/patch.ts'
import { readDocument } from '../../shared/document/read.ts'
import { writeDocument } from '../../shared/document/write.ts'
import { randomFrom } from '../document/arbitrary-workflow.ts'
import type { History } from '../../shared/commands/history.ts'
import type { Patch } from '../../shared/document/patch.ts'

const SEQUENCES = 1000
const LENGTH = 12

test(`${SEQUENCES} sequences of ${LENGTH} commands`, () => {
  const applied = new Map<string, number>()
  let refusals = 0
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(refunds, newWorkflow('Empty')), (seed, first) => {
      const random = randomFrom(seed)
      const texts = [writeDocument(first)]
      const patches: Patch[] = []
      let history = startHistory(first, { saved: true })
      for (let i = 0; i < LENGTH; i++) {
        const before = history.present
        const command = randomCommand(before, random)
        const next = run(history, command)
        expect(writeDocument(before), 'the revision before').toBe(texts.at(-1))
        if (!next.ok) {
          refusals++
          continue
        }
        if (next.value === history) continue
        history = next.value
        texts.push(checkedText(history, command))
        patches.push(checkedPatch(before, history))
        applied.set(command.type, (applied.get(command.type) ?? 0) + 1)
      }
      checkJournal(first, patches, texts.at(-1)!)
      checkWayBackAndForth(history, texts)
    }),
    { numRuns: SEQUENCES },
  )
  // A generator that ran dry would let everything pass.
  for (const type of Object.keys(edits)) expect(applied.get(type) ?? 0, type).toBeGreaterThan(10)
  expect(refusals).toBeGreaterThan(300)
}, 120_000)

/** The text of the present, which must read back without a fault to the very same workflow. */
function checkedText({ present }: History, command: unknown): string {
  const text = writeDocument(present)
  const read = readDocument(text)
  expect(read, JSON.stringify(command)).toEqual({ ok: true, value: { workflow: present, readOnly: false } })
  return text
}

/** The patch of one edit, as the journal stores it; it must lead from the one text to the other. */
function checkedPatch(before: History['present'], { present }: History): Patch {
  const patch = JSON.parse(JSON.stringify(diffDocuments(before, present))) as Patch
  const result = applyPatch(before, patch)
  expect(result.ok && writeDocument(result.value)).toBe(writeDocument(present))
  return patch
}

function checkJournal(first: History['present'], patches: readonly Patch[], last: string): void {
  const replayed = applyPatches(first, patches)
  expect(replayed.ok && writeDocument(replayed.value)).toBe(last)
}

function checkWayBackAndForth(end: History, texts: readonly string[]): void {
  let history = end
  for (const text of texts.toReversed()) {
    expect(writeDocument(history.present)).toBe(text)
    history = undo(history)
  }
  expect(history.past).toBeUndefined()
  for (const text of texts) {
    expect(writeDocument(history.present)).toBe(text)
    history = redo(history)
  }
  expect(history.future).toBeUndefined()
}
