// The analysis, off the main thread: keeps the last revision of every open document and answers one request at a time.
// First of all: it tells zod not to compile code at run time, which the content security policy forbids.
import '../../shared/model/scales.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { applyPatch } from '../../shared/document/patch.ts'
import type { Analysis } from '../../shared/model/analysis.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { Limits, Solver } from '../../shared/placement/solver.ts'
import type { AnalysisReply, AnalysisRequest, CurveRequest, SensitivityRequest } from './messages.ts'
import { drawCurve } from './draw-curve.ts'
import { tryAllTags } from './try-all-tags.ts'
import { loadSolver } from './solver.ts'

const held = new Map<string, Workflow>()
/** Once it was needed. */
let solver: Solver | undefined
/** People wait for this at every edit of a workflow that needs it. */
const LIMITS: Limits = { seconds: 4, nodes: 20_000 }

addEventListener('message', ({ data }: MessageEvent<AnalysisRequest | SensitivityRequest | CurveRequest>) => {
  if (data.kind === 'sensitivity') {
    tryAllTags(data, (reply) => postMessage(reply))
    return
  }
  if (data.kind === 'curve') {
    postMessage(drawCurve(data))
    return
  }
  if (data.kind === 'close') {
    held.delete(data.tab)
    return
  }
  void answer(data).then((reply) => postMessage(reply))
})

async function answer(request: Exclude<AnalysisRequest, { kind: 'close' }>): Promise<AnalysisReply> {
  const { tab, revision } = request
  try {
    const workflow = revisionOf(request)
    held.set(tab, workflow)
    return { kind: 'analysis', tab, revision, analysis: await analysed(workflow) }
  } catch (error) {
    // The window sends the whole workflow next time, whatever state this one is in.
    held.delete(tab)
    return { kind: 'error', tab, revision, message: error instanceof Error ? error.message : String(error) }
  }
}

// Without the solver there is still a good placement with its gap: better that than none.
async function analysed(workflow: Workflow): Promise<Analysis> {
  const asOf = today()
  const analysis = analyse(workflow, { asOf, ...(solver && { solving: { solver, limits: LIMITS } }) })
  if (analysis.placement.optimal || solver) return analysis
  solver = await loadSolver().catch(() => undefined)
  return solver ? analyse(workflow, { asOf, solving: { solver, limits: LIMITS } }) : analysis
}

/** On this day, UTC, accepted risks are judged. */
function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function revisionOf(request: Exclude<AnalysisRequest, { kind: 'close' }>): Workflow {
  if (request.kind === 'workflow') return request.workflow
  const before = held.get(request.tab)
  if (!before) throw new Error('the worker does not hold this document')
  const after = applyPatch(before, request.patch)
  if (!after.ok) throw new Error(after.faults.map((fault) => fault.message).join('; '))
  return after.value
}
