// The curve follows the document only while it is looked at; a point of it is drawn first, and placed as one undo step.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { analyse } from '../../../shared/analysis/analyse.ts'
import { paretoCurve } from '../../../shared/analysis/pareto.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { activeTab, documents, workflowOf } from '../../../renderer/state/documents.ts'
import {
  curveOfTab,
  curves,
  followCurve,
  pickedPoint,
  pickPoint,
  placePoint,
} from '../../../renderer/state/curve.ts'
import type { CurveWorker } from '../../../renderer/state/curve.ts'
import { runCommand, undo } from '../../../renderer/state/edit.ts'
import { previewed } from '../../../renderer/state/previewed.ts'
import { newDocument, removeTab } from '../../../renderer/state/tabs.ts'
import { setPlacementView, showBottom } from '../../../renderer/state/view.ts'
import type { CurveReply, CurveRequest } from '../../../renderer/worker/messages.ts'
import { useFakeHost } from './fake-host.ts'

class SlowWorker implements CurveWorker {
  readonly requests: CurveRequest[] = []
  onmessage: CurveWorker['onmessage'] = null
  onerror: CurveWorker['onerror'] = null
  ended = false
  postMessage(request: CurveRequest): void {
    this.requests.push(request)
  }
  terminate(): void {
    this.ended = true
  }
  answer(): void {
    this.reply({ kind: 'curve', curve: paretoCurve(this.requests[0]!.workflow) })
  }
  reply(reply: CurveReply): void {
    this.onmessage?.({ data: reply } as MessageEvent<CurveReply>)
  }
}

let workers: SlowWorker[] = []
let stop: () => void

useFakeHost()

beforeEach(() => {
  vi.useFakeTimers()
  workers = []
  newDocument()
  showBottom('placement')
  setPlacementView('curve')
  draw()
  stop = followCurve(() => {
    const worker = new SlowWorker()
    workers.push(worker)
    return worker
  })
})

afterEach(() => {
  stop()
  setPlacementView('suggestions')
  for (const { id } of documents.getState().tabs) removeTab(id)
  vi.useRealTimers()
})

// A model that guesses, and a payment on it.
function draw(): void {
  const start = present().steps.find(({ kind }) => kind === 'start')!.id
  const commands = [
    {
      type: 'addStep',
      step: { id: 'guess', kind: 'model', name: 'Guess', uncertainty: { level: 2, label: 'content' } },
    },
    {
      type: 'addStep',
      step: { id: 'pay', kind: 'action', name: 'Pay', consequence: { level: 3, reversibility: 3 } },
    },
    { type: 'addTransition', transition: { from: start, to: 'guess' } },
    { type: 'addTransition', transition: { from: 'guess', to: 'pay' } },
  ] as const
  for (const command of commands) if (!runCommand(command)) throw new Error(command.type)
}

function present(): Workflow {
  return workflowOf(activeTab(documents.getState())!)
}

function tabId(): string {
  return documents.getState().active!
}

function now() {
  return curveOfTab(curves.getState(), tabId())
}

describe('the work', () => {
  it('begins after a quiet moment, and again when the document has changed', () => {
    expect(workers).toHaveLength(0)
    vi.advanceTimersByTime(500)
    expect(workers).toHaveLength(1)
    runCommand({ type: 'setDocument', runsPerDay: 3 })
    expect(workers[0]!.ended).toBe(true)
    vi.advanceTimersByTime(500)
    workers[1]!.answer()
    expect(now().of).toBe(present())
    expect(now().working).toBe(false)
    vi.advanceTimersByTime(5_000)
    expect(workers).toHaveLength(2)
  })

  it('ends when nobody looks any more', () => {
    vi.advanceTimersByTime(500)
    setPlacementView('attention')
    expect(workers[0]!.ended).toBe(true)
    vi.advanceTimersByTime(5_000)
    expect(workers).toHaveLength(1)
  })

  it('that failed is not begun again for the same document', () => {
    vi.advanceTimersByTime(500)
    workers[0]!.reply({ kind: 'failed', message: 'no' })
    expect(now().error).toBe('no')
    vi.advanceTimersByTime(5_000)
    expect(workers).toHaveLength(1)
  })
})

describe('a point', () => {
  it('is what the canvas suggests, changes nothing, and belongs to one revision', () => {
    vi.advanceTimersByTime(500)
    workers[0]!.answer()
    const { curve } = now()
    const index = curve!.points.findIndex(({ handoffs }) => handoffs.length > 0)
    const before = present()
    pickPoint(tabId(), index)
    const point = pickedPoint(now(), present())!
    const shown = previewed(before, analyse(before), point)
    expect(shown.placement.handoffs.map(({ at }) => at)).toEqual(point.handoffs.map(({ at }) => at))
    expect(present()).toBe(before)
    runCommand({ type: 'setDocument', runsPerDay: 3 })
    expect(pickedPoint(now(), present())).toBeNull()
  })

  it('is placed as one undo step', () => {
    vi.advanceTimersByTime(500)
    workers[0]!.answer()
    const point = now().curve!.points.find(({ handoffs }) => handoffs.length > 1)!
    const before = present()
    expect(placePoint(point)).toBe(true)
    expect(present().handoffs).toHaveLength(point.handoffs.length)
    undo()
    expect(present().handoffs).toEqual(before.handoffs)
  })
})
