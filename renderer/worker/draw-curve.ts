// Works out what more minutes of review buy. A worker that does this does nothing else, and is ended when nobody waits.
import { paretoCurve } from '../../shared/analysis/pareto.ts'
import type { CurveReply, CurveRequest } from './messages.ts'

export function drawCurve({ workflow }: CurveRequest): CurveReply {
  try {
    const asOf = new Date().toISOString().slice(0, 10)
    return { kind: 'curve', curve: paretoCurve(workflow, { asOf }) }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}
