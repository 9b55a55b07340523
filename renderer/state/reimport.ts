// Imports a file again over the document that was made of it, as one undo step.
import { importText } from '../../shared/importers/index.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { activeTab, documents, workflowOf } from './documents.ts'
import { runCommand } from './edit.ts'
import { pickText } from './pick.ts'
import { showMessage } from './messages.ts'
import { placed } from './placed.ts'
import { words } from '../words/words.ts'

const said = words.dialogs.reimport

/** Asks for the file. What people decided in the document stays; what became of the flow is told. */
export async function reimport(): Promise<void> {
  const picked = await pickText({
    name: words.messages.workflows,
    extensions: ['json', 'mmd', 'mermaid', 'md', 'txt'],
  })
  const tab = activeTab(documents.getState())
  if (!picked || !tab) return
  const imported = importText(picked.text, { name: picked.name })
  if (!imported.ok) {
    const text = imported.faults.map(({ message }) => message).join(' ')
    showMessage({ tone: 'problem', title: said.refused(picked.name), text })
    return
  }
  const before = workflowOf(tab)
  const changed = runCommand({ type: 'mergeImport', imported: placed(imported.value.workflow) })
  const now = activeTab(documents.getState())
  if (now && changed) {
    showMessage({ tone: 'success', title: said.done(picked.name), text: outcome(before, workflowOf(now)) })
  } else showMessage({ tone: 'info', title: said.done(picked.name), text: said.nothing })
}

function outcome(before: Workflow, after: Workflow): string {
  return said.outcome(missing(after, before), missing(before, after), after.handoffs.length)
}

/** How many steps of one revision another has not. */
function missing(of: Workflow, from: Workflow): number {
  const there = new Set(from.steps.map(({ id }) => id))
  return of.steps.filter(({ id }) => !there.has(id)).length
}
