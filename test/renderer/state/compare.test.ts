// Comparing: the other side is read, compared with the newest revision in a worker, and parts of it are taken back.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  comparisonOf,
  comparisons,
  chooseSide,
  followComparison,
  restore,
} from '../../../renderer/state/compare.ts'
import type { CompareWorker } from '../../../renderer/state/compare.ts'
import { documents, workflowOf } from '../../../renderer/state/documents.ts'
import { runCommand, undo } from '../../../renderer/state/edit.ts'
import { openPath } from '../../../renderer/state/open.ts'
import { save } from '../../../renderer/state/save.ts'
import { newDocument, removeTab } from '../../../renderer/state/tabs.ts'
import { setMode } from '../../../renderer/state/view.ts'
import { compare } from '../../../renderer/worker/compare.ts'
import type { CompareReply, CompareRequest } from '../../../renderer/worker/messages.ts'
import { writeDocument } from '../../../shared/document/write.ts'
import { approvalBefore, payment, sketch } from '../../../shared/rules/example.ts'
import { useFakeHost } from './fake-host.ts'
import type { FakeHost } from './fake-host.ts'

class SlowWorker implements CompareWorker {
  readonly requests: CompareRequest[] = []
  onmessage: CompareWorker['onmessage'] = null
  onerror: CompareWorker['onerror'] = null
  ended = false
  postMessage(request: CompareRequest): void {
    this.requests.push(structuredClone(request))
  }
  terminate(): void {
    this.ended = true
  }
  answer(reply: CompareReply = compare(this.requests[0]!)): void {
    this.onmessage?.({ data: reply } as MessageEvent<CompareReply>)
  }
}

const flow = sketch(
  [{ id: 'start' }, payment('pay'), { id: 'end' }],
  [
    ['start', 'pay'],
    ['pay', 'end'],
  ],
  { handoffs: [approvalBefore('pay')] },
)
const PATH = '/flows/flow.handoff'

let fake: FakeHost
let workers: SlowWorker[]
let stop: () => void

beforeEach(async () => {
  fake = useFakeHost()
  vi.useFakeTimers()
  workers = []
  fake.files.set(PATH, writeDocument(flow))
  await openPath(PATH)
  stop = followComparison(() => {
    const worker = new SlowWorker()
    workers.push(worker)
    return worker
  })
})

afterEach(() => {
  stop()
  for (const { id } of documents.getState().tabs) removeTab(id)
  vi.useRealTimers()
})

const tab = () => documents.getState().tabs.find(({ id }) => id === documents.getState().active)!
const now = () => comparisonOf(comparisons.getState(), tab().id)
const keys = () => now().difference?.structural.map(({ key }) => key)

/** Reads what is to be read, and starts what waits. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(200)
}

it('nothing is read or worked out before somebody compares', async () => {
  await settle()
  expect([workers.length, now().side]).toEqual([0, null])
})

it('begins with the saved file, and follows every edit with the newest revision', async () => {
  setMode(tab().id, 'compare')
  await settle()
  expect([now().side, workers.length, now().working]).toEqual(['saved', 1, true])
  workers[0]!.answer()
  expect(keys()).toEqual([])
  runCommand({ type: 'removeHandoffs', ids: ['approve_pay'] })
  await settle()
  workers[1]!.answer()
  expect(keys()).toEqual(['handoff approve_pay policy'])
  expect(now().difference!.behavioural.newlyUngated).toHaveLength(1)
})

it('an answer about a revision that is gone is not shown, and its worker is ended', async () => {
  setMode(tab().id, 'compare')
  await settle()
  runCommand({ type: 'removeHandoffs', ids: ['approve_pay'] })
  expect(workers[0]!.ended).toBe(true)
  workers[0]!.answer()
  expect(now().difference).toBe(null)
})

it('takes a change back as one edit, and refuses while the comparison is old', async () => {
  setMode(tab().id, 'compare')
  await settle()
  workers[0]!.answer()
  runCommand({ type: 'removeSteps', ids: ['pay'] })
  await settle()
  workers[1]!.answer()
  expect(keys()).toContain('step pay structure')
  runCommand({ type: 'setDocument', name: 'Payments' })
  await settle()
  expect(restore(['step pay structure'], 'restore pay')).toEqual([])
  workers.at(-1)!.answer()
  const before = workflowOf(tab())
  const restored = restore(['handoff approve_pay policy'], 'restore the gate')
  expect(restored.map(({ key }) => key)).toContain('step pay structure')
  expect(workflowOf(tab()).handoffs.map(({ id }) => id)).toEqual(['approve_pay'])
  undo()
  expect(workflowOf(tab())).toBe(before)
})

it('after a save the file is read again, and nothing differs', async () => {
  setMode(tab().id, 'compare')
  runCommand({ type: 'removeHandoffs', ids: ['approve_pay'] })
  await settle()
  workers[0]!.answer()
  expect(keys()).toHaveLength(1)
  await save(tab().id)
  await settle()
  workers.at(-1)!.answer()
  expect(keys()).toEqual([])
})

it('a change on disk that nobody was told of yet is told, not swallowed', async () => {
  runCommand({ type: 'removeHandoffs', ids: ['approve_pay'] })
  fake.files.set(PATH, writeDocument({ ...flow, name: 'Other' }))
  await chooseSide(tab().id, 'saved')
  expect(tab().conflict).toBe('changed')
})

it('a document without a file is compared with how it was opened', async () => {
  newDocument()
  setMode(tab().id, 'compare')
  await settle()
  expect(now().side).toBe('opened')
  workers.at(-1)!.answer()
  expect(keys()).toEqual([])
  await chooseSide(tab().id, 'head')
  expect([now().difference, now().error]).toEqual([null, expect.stringContaining('no file yet')])
})

it('a side that is not there, or cannot be read, is said', async () => {
  await chooseSide(tab().id, 'backup')
  expect(now().error).toContain('no last good copy')
  fake.files.set(`${PATH}.bak`, '{"format":"handoff"')
  await chooseSide(tab().id, 'backup')
  expect(now().other).toBe(null)
  expect(now().error).not.toContain('no last good copy')
  fake.fail('file.readRevision', { code: 'not-found', message: 'flow.handoff is in no git repository.' })
  await chooseSide(tab().id, 'head')
  expect(now().error).toBe('flow.handoff is in no git repository.')
})

it('a comparison that fails is said, and tried again after the next edit of the side', async () => {
  setMode(tab().id, 'compare')
  await settle()
  workers[0]!.answer({ kind: 'failed', message: 'too deep' })
  expect([now().error, now().working]).toEqual(['too deep', false])
  await chooseSide(tab().id, 'opened')
  await settle()
  workers.at(-1)!.answer()
  expect(keys()).toEqual([])
})
