// Exports of the active document: the policy that runtimes read, and the drawing as SVG.
import { buildPolicy } from '../../shared/policy/build.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { writePolicy } from '../../shared/policy/revision.ts'
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
  if (tab) await exportText(fileName(tab.name, 'svg'), 'svg', drawing(workflowOf(tab)))
}

/** Hands the policy to the browser as a download, for whoever has no use for a dialog about folders. */
export function downloadPolicy(): void {
  const tab = activeTab(documents.getState())
  if (!tab) return
  const workflow = workflowOf(tab)
  download(
    fileName(tab.name, 'policy.json'),
    'application/json',
    writePolicy(buildPolicy(workflow, analyse(workflow))),
  )
}

/** Hands the drawing to the browser as a download. */
export function downloadDrawing(): void {
  const tab = activeTab(documents.getState())
  if (tab) download(fileName(tab.name, 'svg'), 'image/svg+xml', drawing(workflowOf(tab)))
}

function drawing(workflow: Workflow): string {
  return drawWorkflow(workflow, { analysis: analyse(workflow) })
}

function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has begun to read it by the next turn of the loop.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

function fileName(name: string, extension: string): string {
  return `${name.replace(/\.handoff$/, '')}.${extension}`
}
