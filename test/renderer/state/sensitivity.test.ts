// Sensitivity is worked out while somebody looks at it, in a worker that is ended as soon as its answer is not wanted.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sensitivityOf } from '../../../shared/analysis/sensitivity.ts'
import { documents, workflowOf } from '../../../renderer/state/documents.ts'
import { runCommand } from '../../../renderer/state/edit.ts'
import {
  followSensitivity,
  resumeSensitivity,
  sensitivities,
  sensitivityOfTab,
  stopSensitivity,
} from '../../../renderer/state/sensitivity.ts'
import type { SensitivityWorker } from '../../../renderer/state/sensitivity.ts'
import { decidingSteps } from '../../../renderer/state/deciding.ts'
import { newDocument, removeTab } from '../../../renderer/state/tabs.ts'
import { setOverlay, showBottom } from '../../../renderer/state/view.ts'
import type { SensitivityReply, SensitivityRequest } from '../../../renderer/worker/messages.ts'
import { useFakeHost } from './fake-host.ts'

class SlowWorker implements SensitivityWorker {
  readonly requests: SensitivityRequest[] = []
  onmessage: SensitivityWorker['onmessage'] = null
  onerror: SensitivityWorker['onerror'] = null
  ended = false
  postMessage(request: SensitivityRequest): void {
    this.requests.push(structuredClone(request))
  }
  terminate(): void {
    this.ended = true
  }
  reply(reply: SensitivityReply): void {
    this.onmessage?.({ data: reply } as MessageEvent<SensitivityReply>)
  }
}

let workers: SlowWorker[] = []
let stop: () => void

beforeEach(() => {
  useFakeHost()
  vi.useFakeTimers()
  workers = []
  showBottom('findings')
  setOverlay('none')
  newDocument()
  runCommand({ type: 'addStep', step: { kind: 'action', name: 'Pay' } })
  stop = followSensitivity(() => {
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

function now() {
  return sensitivityOfTab(sensitivities.getState(), documents.getState().active)
}

function present() {
  return workflowOf(documents.getState().tabs.at(-1)!)
}

describe('what decides', () => {
  it('is not worked out before anybody looks', () => {
    vi.advanceTimersByTime(5_000)
    expect(workers).toHaveLength(0)
  })

  it('is worked out for the panel, tells how far it is, and ends its worker', () => {
    showBottom('sensitivity')
    vi.advanceTimersByTime(1_000)
    const [worker] = workers
    expect(worker!.requests[0]!.workflow).toEqual(present())
    worker!.reply({ kind: 'progress', done: 3, total: 9 })
    expect(now().progress).toEqual({ done: 3, total: 9 })
    worker!.reply({ kind: 'sensitivity', result: sensitivityOf(present()) })
    expect(now()).toMatchObject({ of: present(), progress: null, result: { tried: 10 } })
    expect(worker!.ended).toBe(true)
    vi.advanceTimersByTime(5_000)
    expect(workers).toHaveLength(1)
  })

  it('is worked out for the marks on the canvas too', () => {
    setOverlay('decides')
    vi.advanceTimersByTime(1_000)
    expect(workers).toHaveLength(1)
  })

  it('begins anew when the document changes, once the typing has stopped', () => {
    showBottom('sensitivity')
    vi.advanceTimersByTime(1_000)
    for (const name of ['P', 'Pa', 'Pay']) runCommand({ type: 'setDocument', name })
    expect(workers[0]!.ended).toBe(true)
    expect(workers).toHaveLength(1)
    vi.advanceTimersByTime(1_000)
    expect(workers).toHaveLength(2)
    // What an ended worker still says counts for nothing.
    workers[0]!.reply({ kind: 'sensitivity', result: sensitivityOf(present()) })
    expect(now().result).toBeNull()
  })

  it('can be stopped, and stays stopped until somebody asks again', () => {
    showBottom('sensitivity')
    vi.advanceTimersByTime(1_000)
    stopSensitivity()
    vi.advanceTimersByTime(5_000)
    expect([workers.length, workers[0]!.ended, now().stopped === present()]).toEqual([1, true, true])
    resumeSensitivity()
    vi.advanceTimersByTime(1_000)
    expect(workers).toHaveLength(2)
  })

  it('says why it failed, and does not try the same revision for ever', () => {
    showBottom('sensitivity')
    vi.advanceTimersByTime(1_000)
    workers[0]!.reply({ kind: 'failed', message: 'out of memory' })
    vi.advanceTimersByTime(5_000)
    expect(now()).toMatchObject({ error: 'out of memory', progress: null })
    expect(workers).toHaveLength(1)
  })

  it('marks what is not said where something hangs on it', () => {
    const pay = present().steps.find(({ name }) => name === 'Pay')!
    const start = present().steps.find(({ kind }) => kind === 'start')!
    runCommand({ type: 'addTransition', transition: { from: start.id, to: pay.id } })
    expect(decidingSteps(sensitivityOf(present()), present()).get(pay.id)).toBe('untagged')
    runCommand({ type: 'updateSteps', ids: [pay.id], set: { consequence: { level: 3 } } })
    expect(decidingSteps(sensitivityOf(present()), present()).get(pay.id)).toBe('decides')
  })
})
