// What every view of the placement panel is about.
import type { Analysis } from '../../../shared/model/analysis.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'

export interface ViewProps {
  readonly tab: string
  readonly workflow: Workflow
  readonly analysis: Analysis
}
