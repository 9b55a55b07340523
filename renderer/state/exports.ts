// Exports of the active document: the policy that runtimes read, and the drawing as SVG.
import { buildPolicy, writePolicy } from '../../shared/policy/build.ts'
import { drawWorkflow } from '../../shared/report/svg.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { activeTab, documents, workflowOf } from './documents.ts'
import { exportText } from './files.ts'

/** Asks where to, and writes the policy of the present revision. */
export async function exportPolicy(): Promise<void> {
  const tab = activeTab(documents.getState())
  if (!tab) return
  const workflow = workflowOf(tab)
  const policy = buildPolicy(workflow, analyse(workflow))
  await exportText(fileName(tab.name, 'policy.json'), 'policy.json', writePolicy(policy))
}

/** Asks where to, and writes the drawing of the present revision. */
export async function exportDrawing(): Promise<void> {
  const tab = activeTab(documents.getState())
  if (tab) await exportText(fileName(tab.name, 'svg'), 'svg', drawWorkflow(workflowOf(tab)))
}

function fileName(name: string, extension: string): string {
  return `${name.replace(/\.handoff$/, '')}.${extension}`
}
