// The analysis, off the main thread: keeps the last revision of every open document and answers one request at a time.
// First of all: it tells zod not to compile code at run time, which the content security policy forbids.
import '../../shared/model/scales.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { applyPatch } from '../../shared/document/patch.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { AnalysisReply, AnalysisRequest } from './messages.ts'

const held = new Map<string, Workflow>()

addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => {
  if (data.kind === 'close') {
    held.delete(data.tab)
    return
  }
  postMessage(answer(data))
})

function answer(request: Exclude<AnalysisRequest, { kind: 'close' }>): AnalysisReply {
  const { tab, revision } = request
  try {
    const workflow = revisionOf(request)
    held.set(tab, workflow)
    return { kind: 'analysis', tab, revision, analysis: analyse(workflow) }
  } catch (error) {
    // The window sends the whole workflow next time, whatever state this one is in.
    held.delete(tab)
    return { kind: 'error', tab, revision, message: error instanceof Error ? error.message : String(error) }
  }
}

function revisionOf(request: Exclude<AnalysisRequest, { kind: 'close' }>): Workflow {
  if (request.kind === 'workflow') return request.workflow
  const before = held.get(request.tab)
  if (!before) throw new Error('the worker does not hold this document')
  const after = applyPatch(before, request.patch)
  if (!after.ok) throw new Error(after.faults.map((fault) => fault.message).join('; '))
  return after.value
}
