// For any two documents the format allows: nothing differs from itself, all changes lead to the other side byte by byte,
// no order of entries matters, and turning the sides round turns the changes round.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refunds } from '../commands/edit.ts'
import { randomCommand } from '../commands/random-command.ts'
import { randomFrom, rawWorkflow, shuffledEntries } from '../document/arbitrary-workflow.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import { changesToRestore, restoreCommand } from '../../shared/diff/restore.ts'
import { compareSides } from '../../shared/diff/sides.ts'
import { inverse, withChanges } from '../../shared/diff/structural.ts'
import { readDocument, readWorkflow } from '../../shared/document/read.ts'
import { writeDocument } from '../../shared/document/write.ts'
import type { Change } from '../../shared/model/difference.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const workflows = rawWorkflow.map(checked)
const RUNS = { numRuns: 300 }

/** A workflow, and the same after some edits: most pairs of people are like this. */
const edited = fc.integer().map((seed) => {
  const random = randomFrom(seed)
  let after = refunds
  for (let i = 0; i < 6; i++) {
    const next = applyCommand(after, randomCommand(after, random))
    if (next.ok) after = next.value
  }
  return [refunds, after] as const
})
const pairs = fc.oneof(fc.tuple(workflows, workflows), edited)

function checked(raw: unknown): Workflow {
  const read = readWorkflow(raw)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

test('a document does not differ from itself, in whatever order it is written', () => {
  fc.assert(
    fc.property(rawWorkflow, fc.integer(), (raw, seed) => {
      const again = checked(shuffledEntries(raw, randomFrom(seed)))
      expect(compareSides(checked(raw), again)).toMatchObject({ twins: [], structural: [] })
    }),
    RUNS,
  )
})

test('all changes lead from one side to the bytes of the other, and back', () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const { before, structural } = compareSides(a, b)
      expect(writeDocument(withChanges(before, structural))).toBe(writeDocument(b))
      expect(writeDocument(withChanges(b, structural.map(inverse)))).toBe(writeDocument(before))
    }),
    RUNS,
  )
})

test('the difference survives JSON, has one key for each change, and is the same in whatever order', () => {
  fc.assert(
    fc.property(rawWorkflow, rawWorkflow, fc.integer(), (a, b, seed) => {
      const { twins, structural } = compareSides(checked(a), checked(b))
      const [c, d] = [a, b].map((raw) => checked(shuffledEntries(raw, randomFrom(seed))))
      expect(compareSides(c!, d!)).toMatchObject({ twins, structural })
      expect(JSON.parse(JSON.stringify(structural))).toEqual(structural)
      expect(new Set(structural.map(({ key }) => key)).size).toBe(structural.length)
    }),
    RUNS,
  )
})

test('turned round, what came went, what was before is after, and the same parts are twins', () => {
  const unnamed = ({ name: _, ...change }: Change) => change
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const [there, back] = [compareSides(a, b), compareSides(b, a)]
      const turned = back.twins.map(({ part, before, after }) => `${part} ${after} ${before}`)
      expect(turned.sort()).toEqual(
        there.twins.map((twin) => `${twin.part} ${twin.before} ${twin.after}`).sort(),
      )
      if (there.twins.length > 0) return
      expect(back.structural.map((change) => unnamed(inverse(change)))).toEqual(there.structural.map(unnamed))
    }),
    RUNS,
  )
})

test('whatever is restored leaves a document that can be read, and all of it is the other side', () => {
  let some = 0
  fc.assert(
    fc.property(pairs, fc.integer({ min: 0 }), ([a, b], choice) => {
      const { before, structural } = compareSides(a, b)
      if (structural.length === 0) return
      const chosen = structural[choice % structural.length]!.key
      const changes = changesToRestore(b, structural, [chosen])
      expect(changes.map(({ key }) => key)).toContain(chosen)
      const after = run(b, restoreCommand(b, changes, 'restore'))
      expect(compareSides(before, after).structural.map(({ key }) => key)).not.toContain(chosen)
      expect(readDocument(writeDocument(after)).ok).toBe(true)
      const all = run(b, restoreCommand(b, structural, 'restore all'))
      expect(writeDocument(all)).toBe(writeDocument(before))
      if (changes.length < structural.length) some++
    }),
    RUNS,
  )
  expect(some).toBeGreaterThan(RUNS.numRuns / 2)
})

function run(workflow: Workflow, command: ReturnType<typeof restoreCommand>): Workflow {
  const result = applyCommand(workflow, command!)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value
}
