// The analysis follows the documents: one question at a time, the newest revision next, and a worker that may die.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { analyse } from '../../../shared/analysis/analyse.ts'
import { applyPatch } from '../../../shared/document/patch.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { analyses, analysisOf } from '../../../renderer/state/analysis.ts'
import { analyseTabs } from '../../../renderer/state/analyse-tabs.ts'
import type { AnalysisWorker } from '../../../renderer/state/analyse-tabs.ts'
import { documents, workflowOf } from '../../../renderer/state/documents.ts'
import { runCommand } from '../../../renderer/state/edit.ts'
import { newDocument, removeTab } from '../../../renderer/state/tabs.ts'
import type { AnalysisReply, AnalysisRequest } from '../../../renderer/worker/messages.ts'
import { useFakeHost } from './fake-host.ts'

/** A worker that answers when the test says so. */
class SlowWorker implements AnalysisWorker {
  readonly requests: AnalysisRequest[] = []
  readonly held = new Map<string, Workflow>()
  onmessage: AnalysisWorker['onmessage'] = null
  onerror: AnalysisWorker['onerror'] = null
  ended = false
  postMessage(request: AnalysisRequest): void {
    this.requests.push(structuredClone(request))
  }
  terminate(): void {
    this.ended = true
  }
  /** Answers the request at `index` as the real worker would. */
  answer(index: number): Workflow {
    const request = this.requests[index]!
    if (request.kind === 'close') throw new Error('nothing to answer')
    const patched = request.kind === 'patch' ? applyPatch(this.held.get(request.tab)!, request.patch) : null
    const workflow = request.kind === 'workflow' ? request.workflow : patched?.ok ? patched.value : null
    if (!workflow) throw new Error('the patch does not fit what the worker holds')
    this.held.set(request.tab, workflow)
    this.reply({
      kind: 'analysis',
      tab: request.tab,
      revision: request.revision,
      analysis: analyse(workflow),
    })
    return workflow
  }
  reply(reply: AnalysisReply): void {
    this.onmessage?.({ data: reply } as MessageEvent<AnalysisReply>)
  }
}

let workers: SlowWorker[] = []
let stop: () => void

beforeEach(() => {
  useFakeHost()
  vi.useFakeTimers()
  workers = []
  stop = analyseTabs(() => {
    const worker = new SlowWorker()
    workers.push(worker)
    return worker
  })
})

afterEach(() => {
  for (const { id } of documents.getState().tabs) removeTab(id)
  stop()
  documents.setState({ tabs: [], active: null, closed: [] })
  vi.useRealTimers()
})

describe('analyseTabs', () => {
  it('asks about a new document with the whole of it, then about edits with patches', () => {
    const id = newDocument()
    workers[0]!.answer(0)
    rename('B')
    expect(workers[0]!.requests.map(({ kind }) => kind)).toEqual(['workflow', 'patch'])
    expect(workers[0]!.answer(1).name).toBe('B')
    expect(state(id)).toMatchObject({ stale: false, error: null })
    expect(state(id).of).toBe(workflowOf(documents.getState().tabs[0]!))
  })

  it('asks one question at a time and next about the newest revision', () => {
    newDocument()
    for (const name of ['A', 'B', 'C', 'D']) rename(name)
    expect(workers[0]!.requests).toHaveLength(1)
    workers[0]!.answer(0)
    expect(workers[0]!.requests).toHaveLength(2)
    expect(workers[0]!.answer(1).name).toBe('D')
    expect(workers[0]!.requests).toHaveLength(2)
  })

  it('shows the old answer as stale until the new one is there', () => {
    const id = newDocument()
    workers[0]!.answer(0)
    const { analysis } = state(id)
    rename('B')
    expect(state(id)).toMatchObject({ stale: true })
    expect(state(id).analysis).toBe(analysis)
    workers[0]!.answer(1)
    expect(state(id).stale).toBe(false)
  })

  it('shows the first part of the answer at once, beside the older rest', () => {
    const id = newDocument()
    workers[0]!.answer(0)
    const whole = state(id).whole!
    const before = state(id).of
    rename('B')
    const covered = !whole.covered
    const { findings, counterexamples, placement, attention, steps, transitions } = whole
    const first = { covered, counterexamples, findings, placement, attention, steps, transitions }
    workers[0]!.reply({ kind: 'first', tab: id, revision: revisionOf(workers[0]!.requests[1]), first })
    expect(state(id).analysis).toEqual({ ...whole, covered })
    expect(state(id)).toMatchObject({ stale: true, whole, of: before })
    expect(workers[0]!.requests).toHaveLength(2)
    workers[0]!.answer(1)
    expect(state(id).analysis).toBe(state(id).whole)
    expect(state(id).analysis!.covered).toBe(whole.covered)
    expect(state(id).stale).toBe(false)
  })

  it('shows no first part of a revision that nobody asked about', () => {
    const id = newDocument()
    workers[0]!.answer(0)
    const { analysis } = state(id)
    rename('B')
    workers[0]!.reply({ kind: 'first', tab: id, revision: 99, first: { ...analysis!, covered: false } })
    expect(state(id).analysis).toBe(analysis)
  })

  it('takes no older answer for a whole one of a revision whose analysis failed', () => {
    const id = newDocument()
    workers[0]!.answer(0)
    rename('B')
    const revision = revisionOf(workers[0]!.requests[1])
    workers[0]!.reply({ kind: 'error', tab: id, revision, message: 'broken' })
    expect(state(id).analysis).not.toBeNull()
    expect(state(id).whole).toBeNull()
  })

  it('shows a failure, and tries again with the whole document after the next edit', () => {
    const id = newDocument()
    const [asked] = workers[0]!.requests
    workers[0]!.reply({
      kind: 'error',
      tab: id,
      revision: (asked as { revision: number }).revision,
      message: 'broken',
    })
    expect(state(id)).toMatchObject({ error: 'broken', stale: false })
    expect(workers[0]!.requests).toHaveLength(1)
    rename('B')
    expect(workers[0]!.requests[1]!.kind).toBe('workflow')
    workers[0]!.answer(1)
    expect(state(id).error).toBeNull()
  })

  it('starts another worker when one dies or hangs', () => {
    const id = newDocument()
    workers[0]!.onerror?.({ message: 'out of memory' } as ErrorEvent)
    expect(workers[0]!.ended).toBe(true)
    expect(state(id).error).toBe('out of memory')
    rename('B')
    expect(workers[1]!.requests[0]!.kind).toBe('workflow')
    vi.advanceTimersByTime(31_000)
    expect(workers[1]!.ended).toBe(true)
    expect(state(id).error).toContain('too long')
  })

  it('takes no answer about a closed document, nor one from a worker that was given up', () => {
    const id = newDocument()
    removeTab(id)
    workers[0]!.answer(0)
    expect(state(id).analysis).toBeNull()
    expect(workers[0]!.requests.at(-1)).toEqual({ kind: 'close', tab: id })
  })
})

function rename(name: string): void {
  runCommand({ type: 'setDocument', name })
}

function state(id: string) {
  return analysisOf(analyses.getState(), id)
}

function revisionOf(request: AnalysisRequest | undefined): number {
  if (!request || request.kind === 'close') throw new Error('no question about a revision')
  return request.revision
}
