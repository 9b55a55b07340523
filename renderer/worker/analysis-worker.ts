// The analysis, off the main thread: keeps the last revision of every open document and answers one request at a time,
// in two parts: where people belong and what the rules say, and then what it asks of people, which takes longer.
// First of all: it tells zod not to compile code at run time, which the content security policy forbids.
import '../../shared/model/scales.ts'
import { analyse, analyseInParts } from '../../shared/analysis/analyse.ts'
import { firstAfter } from '../../shared/analysis/first-answer.ts'
import { applyPatch } from '../../shared/document/patch.ts'
import type { Graph } from '../../shared/graph/graph.ts'
import type { Analysis, FirstAnswer } from '../../shared/model/analysis.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { Limits, Solver } from '../../shared/placement/solver.ts'
import type {
  AnalysisReply,
  AnalysisRequest,
  CompareRequest,
  CurveRequest,
  SensitivityRequest,
} from './messages.ts'
import { compare } from './compare.ts'
import { drawCurve } from './draw-curve.ts'
import { tryAllTags } from './try-all-tags.ts'
import { loadSolver } from './solver.ts'

interface Held {
  readonly workflow: Workflow
  /** Of this revision; of the one before it while the answer is worked out; absent until there was one. */
  readonly analysis: Analysis | undefined
  readonly graph: Graph | undefined
}

const held = new Map<string, Held>()
/** Once it was needed. */
let solver: Solver | undefined
/** People wait for this at every edit of a workflow that needs it. */
const LIMITS: Limits = { seconds: 4, nodes: 20_000 }

addEventListener(
  'message',
  ({ data }: MessageEvent<AnalysisRequest | SensitivityRequest | CurveRequest | CompareRequest>) => {
    if (data.kind === 'sensitivity') {
      tryAllTags(data, (reply) => postMessage(reply))
      return
    }
    if (data.kind === 'curve') {
      postMessage(drawCurve(data))
      return
    }
    if (data.kind === 'compare') {
      postMessage(compare(data))
      return
    }
    if (data.kind === 'close') {
      held.delete(data.tab)
      return
    }
    void answer(data).then((reply) => postMessage(reply))
  },
)

async function answer(request: Exclude<AnalysisRequest, { kind: 'close' }>): Promise<AnalysisReply> {
  const { tab, revision } = request
  try {
    const workflow = revisionOf(request)
    const { analysis: before, graph } = held.get(tab) ?? {}
    held.set(tab, { workflow, analysis: before, graph })
    const { whole: analysis, ...parts } = await analysed(workflow, graph, (first) => {
      // Until there was an answer there is nothing that the first part of one could stand beside.
      if (!before) return
      const reply: AnalysisReply = {
        kind: 'first',
        tab,
        revision,
        first: firstAfter(before, workflow, first),
      }
      postMessage(reply)
    })
    if (held.get(tab)?.workflow === workflow) held.set(tab, { workflow, analysis, graph: parts.graph })
    return { kind: 'analysis', tab, revision, analysis }
  } catch (error) {
    // The window sends the whole workflow next time, whatever state this one is in.
    held.delete(tab)
    return { kind: 'error', tab, revision, message: error instanceof Error ? error.message : String(error) }
  }
}

// Without the solver there is still a good placement with its gap: better that than none.
async function analysed(
  workflow: Workflow,
  before: Graph | undefined,
  sayFirst: (first: FirstAnswer) => void,
): Promise<{ readonly whole: Analysis; readonly graph: Graph }> {
  const options = { asOf: today(), ...(before && { before }) }
  const parts = analyseInParts(workflow, {
    ...options,
    ...(solver && { solving: { solver, limits: LIMITS } }),
  })
  const { graph } = parts
  if (parts.first.placement.optimal || solver) {
    sayFirst(parts.first)
    return { whole: parts.whole(), graph }
  }
  solver = await loadSolver().catch(() => undefined)
  const solving = solver && { solver, limits: LIMITS }
  return { whole: solving ? analyse(workflow, { ...options, solving }) : parts.whole(), graph }
}

/** On this day, UTC, accepted risks are judged. */
function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function revisionOf(request: Exclude<AnalysisRequest, { kind: 'close' }>): Workflow {
  if (request.kind === 'workflow') return request.workflow
  const before = held.get(request.tab)?.workflow
  if (!before) throw new Error('the worker does not hold this document')
  const after = applyPatch(before, request.patch)
  if (!after.ok) throw new Error(after.faults.map((fault) => fault.message).join('; '))
  return after.value
}
