// Keeps the analysis of the open documents up to date. One request per document is under way at a time, always about
// the newest revision: whatever was edited meanwhile is asked about next, in one go. Typing never waits for it.
import { diffDocuments } from '../../shared/document/patch.ts'
import type { Analysis } from '../../shared/model/analysis.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { AnalysisReply, AnalysisRequest } from '../worker/messages.ts'
import { analysisOf, analyses, updateAnalysis } from './analysis.ts'
import { documents, workflowOf } from './documents.ts'
import type { DocumentsState } from './documents.ts'
import { showWalk, view, viewOf } from './view.ts'

/** A worker, or anything that behaves like one. */
export interface AnalysisWorker {
  postMessage(request: AnalysisRequest): void
  onmessage: ((event: MessageEvent<AnalysisReply>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  terminate(): void
}

interface Asked {
  readonly revision: number
  readonly workflow: Workflow
}

/** An analysis that takes longer is given up, so that a document nobody foresaw cannot stop all later ones. */
const LIMIT_MS = 30_000

/**
 * Watches the documents and analyses every new revision. Returns a function that stops it. `when` says when an answer
 * may be looked at: a quick one would otherwise be drawn together with the edit, which then takes twice as long to show.
 */
export function analyseTabs(
  startWorker: () => AnalysisWorker,
  when: (work: () => void) => void = (work) => work(),
): () => void {
  let worker = listen(startWorker())
  let revision = 0
  const asked = new Map<string, Asked>()
  /** What the worker holds of each document. */
  const held = new Map<string, Workflow>()
  let limit: ReturnType<typeof setTimeout> | undefined

  function listen(started: AnalysisWorker): AnalysisWorker {
    // The answer is unpacked when its data is read, which is work as well.
    started.onmessage = (event) => when(() => answered(event.data))
    started.onerror = (event) => restart(event.message || 'the analysis stopped')
    return started
  }

  function update(state: DocumentsState): void {
    for (const tab of state.tabs) {
      const workflow = workflowOf(tab)
      const { of, error } = analysisOf(analyses.getState(), tab.id)
      const now = asked.get(tab.id)
      if (now) {
        if (now.workflow !== workflow) markStale(tab.id)
      } else if (of !== workflow) {
        if (error === null || held.get(tab.id) !== workflow) ask(tab.id, workflow)
      }
    }
    forgetClosed(state)
  }

  function ask(tab: string, workflow: Workflow): void {
    const before = held.get(tab)
    const asking = { revision: ++revision, workflow }
    asked.set(tab, asking)
    held.set(tab, workflow)
    markStale(tab)
    limit ??= setTimeout(() => restart('the analysis took too long and was given up'), LIMIT_MS)
    worker.postMessage(
      before
        ? { kind: 'patch', tab, revision: asking.revision, patch: diffDocuments(before, workflow) }
        : { kind: 'workflow', tab, revision: asking.revision, workflow },
    )
  }

  function answered(reply: AnalysisReply): void {
    const now = asked.get(reply.tab)
    // From a worker that was given up, or about a tab that was closed.
    if (!now || now.revision !== reply.revision) return
    if (reply.kind === 'first') {
      const { whole } = analysisOf(analyses.getState(), reply.tab)
      if (whole) updateAnalysis(reply.tab, { analysis: { ...whole, ...reply.first } })
      return
    }
    clearTimeout(limit)
    limit = undefined
    asked.delete(reply.tab)
    if (reply.kind === 'analysis') {
      const first = analysisOf(analyses.getState(), reply.tab).analysis === null
      const { analysis } = reply
      updateAnalysis(reply.tab, { analysis, whole: analysis, of: now.workflow, stale: false, error: null })
      if (first) showFirstWalk(reply.tab, reply.analysis)
    } else {
      fail(reply.tab, now, reply.message)
    }
    update(documents.getState())
  }

  function restart(message: string): void {
    worker.terminate()
    clearTimeout(limit)
    limit = undefined
    worker = listen(startWorker())
    const failed = [...asked]
    asked.clear()
    held.clear()
    for (const [tab, now] of failed) fail(tab, now, message)
    update(documents.getState())
  }

  function fail(tab: string, now: Asked, message: string): void {
    held.delete(tab)
    updateAnalysis(tab, { whole: null, of: now.workflow, stale: false, error: message })
  }

  function forgetClosed(state: DocumentsState): void {
    for (const tab of held.keys()) {
      if (state.tabs.some(({ id }) => id === tab)) continue
      held.delete(tab)
      asked.delete(tab)
      worker.postMessage({ kind: 'close', tab })
    }
  }

  const stop = documents.subscribe(update)
  update(documents.getState())
  return () => {
    stop()
    asked.clear()
    clearTimeout(limit)
    worker.terminate()
  }
}

/** A document that is not covered opens with one walk lit up that shows it. */
function showFirstWalk(tab: string, analysis: Analysis): void {
  const [worst] = analysis.counterexamples
  if (worst && viewOf(view.getState(), tab).walk === null)
    showWalk(tab, { steps: worst.path, why: worst.missing, unasked: true })
}

function markStale(tab: string): void {
  if (!analysisOf(analyses.getState(), tab).stale) updateAnalysis(tab, { stale: true })
}
