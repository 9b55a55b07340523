// The analysis as the command line runs it: as of today, and with the solver where the exact way does not reach.
import { analyse } from '../../shared/analysis/analyse.ts'
import type { AnalysisOptions } from '../../shared/analysis/analyse.ts'
import type { Analysis } from '../../shared/model/analysis.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { Limits } from '../../shared/placement/solver.ts'
import { solverOf } from '../../shared/placement/solver.ts'

/** On the command line people wait for the best answer longer than in the app. */
const LIMITS: Limits = { seconds: 20, nodes: 100_000 }

/** Today, UTC: on this day accepted risks and permissions are judged, or on the document's own, where that is later. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** Loads the solver only for a workflow that needs it: it is 3.5 MB and takes a tenth of a second to start. */
export async function analysisToday(workflow: Workflow): Promise<Analysis> {
  const options: AnalysisOptions = { asOf: today() }
  const analysis = analyse(workflow, options)
  if (analysis.placement.optimal) return analysis
  const { default: load } = await import('highs')
  return analyse(workflow, { ...options, solving: { solver: solverOf(await load()), limits: LIMITS } })
}
