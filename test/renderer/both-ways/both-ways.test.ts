// Keyboard and pointer leave the same document and the same undo stack. Twin documents are worked on side by side, one
// by key and one by pointer, and are held against each other after every command: bytes, depth and labels. At the end
// undoing everything gives the first bytes, and redoing everything the last.
import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'
import { newWorkflow } from '../../../shared/document/new.ts'
import { writeDocument } from '../../../shared/document/write.ts'
import { activate, addTab, removeTab } from '../../../renderer/state/tabs.ts'
import { documents, findTab } from '../../../renderer/state/documents.ts'
import { redo, undo } from '../../../renderer/state/edit.ts'
import { provideHost } from '../../../renderer/state/host.ts'
import { messages } from '../../../renderer/state/messages.ts'
import { randomFrom } from '../../document/arbitrary-workflow.ts'
import { SEED } from '../../support/seed.ts'
import { REFUNDS } from '../canvas/support.ts'
import { WAYS } from './ways.ts'
import type { Chance } from './hands.ts'
import type { Deed } from './ways.ts'

const SEQUENCES = Number(process.env['BATON_SEQUENCES'] ?? 2000)
const LENGTH = 100

const done = new Map<string, number>()
const changed = new Map<string, number>()

// What is decided bears the time, which is the same for both.
vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 25) })
provideHost(
  { call: () => Promise.resolve({}) as never, on: () => () => undefined },
  { nativeMenu: false, nativeDialogs: false, closeHandshake: false, revealFile: false, openExternal: false },
)

test(
  `${SEQUENCES} sequences of ${LENGTH} commands, seed ${SEED}`,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.boolean(), async (seed, empty) => {
        runSequence(seed, empty)
        // The calls to the host are answered, so that they do not keep every revision of every sequence.
        await new Promise((resolve) => setImmediate(resolve))
      }),
      { numRuns: SEQUENCES, seed: SEED, endOnFailure: true },
    )
    // A generator that ran dry would let everything pass.
    const share = SEQUENCES / 2000
    for (const name of Object.keys(WAYS)) expect(done.get(name) ?? 0, name).toBeGreaterThan(20 * share)
    for (const name of Object.keys(WAYS).filter((each) => each !== 'only select'))
      expect(changed.get(name) ?? 0, `${name} that changed something`).toBeGreaterThan(20 * share)
    expect(changed.get('only select') ?? 0).toBe(0)
  },
  // A limit for what hangs; the build machine takes about a minute.
  600_000,
)

afterAll(() => {
  vi.useRealTimers()
  for (const { id } of documents.getState().tabs) removeTab(id)
})

function runSequence(seed: number, empty: boolean): void {
  const chance = randomFrom(seed)
  const workflow = empty ? newWorkflow('Empty') : REFUNDS
  const tabs = [addTab({ workflow, name: 'by key' }), addTab({ workflow, name: 'by pointer' })] as const
  const first = bytes(tabs[0])
  try {
    for (let i = 0; i < LENGTH; i++) {
      const { name, deed } = choose(tabs, chance)
      const before = stackOf(tabs[0])
      activate(tabs[0])
      deed.keys()
      activate(tabs[1])
      deed.pointer()
      expectTwins(tabs, `command ${i + 1} (${name}) of the sequence with seed ${seed}`)
      count(done, name)
      if (stackOf(tabs[0]).text !== before.text) count(changed, name)
    }
    const last = bytes(tabs[0])
    for (const id of tabs) expectWayBackAndForth(id, first, last, seed)
  } finally {
    for (const id of tabs) removeTab(id)
    documents.setState({ closed: [] })
    messages.setState({ messages: [] })
  }
}

function choose(tabs: readonly [string, string], chance: Chance): { name: string; deed: Deed } {
  const total = Object.values(WAYS).reduce((sum, { weight }) => sum + weight, 0)
  const { present } = findTab(documents.getState(), tabs[0])!.history
  for (;;) {
    let at = chance() * total
    const [name, way] = Object.entries(WAYS).find(([, { weight }]) => (at -= weight) < 0)!
    const deed = way.choose(present, chance, tabs)
    if (deed) return { name, deed }
  }
}

function expectTwins([keys, pointer]: readonly [string, string], when: string): void {
  const [a, b] = [stackOf(keys), stackOf(pointer)]
  if (a.text !== b.text)
    throw new Error(`${when}: the undo stacks differ\nby key\n${a.text}\nby pointer\n${b.text}`)
  if (bytes(keys) !== bytes(pointer)) expect(bytes(keys), when).toBe(bytes(pointer))
}

function expectWayBackAndForth(id: string, first: string, last: string, seed: number): void {
  activate(id)
  const { past, future } = stackOf(id)
  for (let i = 0; i < past; i++) undo()
  expect(bytes(id), `all undone, seed ${seed}`).toBe(first)
  expect(undo(), `nothing is left to undo, seed ${seed}`).toBe(false)
  for (let i = 0; i < past; i++) redo()
  expect(bytes(id), `all done again, seed ${seed}`).toBe(last)
  expect(stackOf(id).future, `the way forward is as it was, seed ${seed}`).toBe(future)
}

function stackOf(id: string): { readonly past: number; readonly future: number; readonly text: string } {
  const { history } = findTab(documents.getState(), id)!
  const labels = (pile: typeof history.past): string[] => {
    const all: string[] = []
    for (let at = pile; at; at = at.below) all.push(at.label)
    return all
  }
  const [past, future] = [labels(history.past), labels(history.future)]
  return { past: past.length, future: future.length, text: `${past.join('\n')}\n--\n${future.join('\n')}` }
}

// A revision never changes, and undo leads back to the very same object: its bytes are written once.
const written = new WeakMap<object, string>()

function bytes(id: string): string {
  const { present } = findTab(documents.getState(), id)!.history
  const text = written.get(present) ?? writeDocument(present)
  written.set(present, text)
  return text
}

function count(of: Map<string, number>, name: string): void {
  of.set(name, (of.get(name) ?? 0) + 1)
}
