// What of the document that is looked at is drawn, and what each thing that is drawn stands for.
import { fold } from '../../shared/report/fold.ts'
import type { Folded } from '../../shared/report/fold.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { activeTab, documents, workflowOf } from './documents.ts'
import { view, viewOf } from './view.ts'

let last: { readonly workflow: Workflow; readonly scope: string | null; readonly folded: Folded } | null =
  null

/** The folding of a revision. The last answer is kept: many parts ask about one revision. */
export function foldedOf(workflow: Workflow, scope: string | null): Folded {
  if (last?.workflow !== workflow || last.scope !== scope)
    last = { workflow, scope, folded: fold(workflow, scope) }
  return last.folded
}

/** The steps that a step on the canvas stands for: itself, what is hidden inside of it, or both. */
export function stepsBehind(id: string): readonly string[] {
  const now = present()
  const inside = now?.folded.members.get(id)
  if (!now || !inside) return [id]
  return now.workflow.steps.some((step) => step.id === id) ? [id, ...inside] : inside
}

/** What is drawn for a step. */
export function drawnFor(id: string): string {
  return present()?.folded.standsFor.get(id) ?? id
}

function present(): { readonly workflow: Workflow; readonly folded: Folded } | null {
  const tab = activeTab(documents.getState())
  if (!tab) return null
  const workflow = workflowOf(tab)
  return { workflow, folded: foldedOf(workflow, viewOf(view.getState(), tab.id).scope) }
}
