// Exports of the active document, by the same targets as on the command line: where the files go, and what is lost.
import { certificate } from '../../shared/exporters/certificate.ts'
import { policy } from '../../shared/exporters/policy.ts'
import { proofPage } from '../../shared/exporters/proof-page.ts'
import { proof } from '../../shared/exporters/proof.ts'
import { svg } from '../../shared/exporters/svg.ts'
import type { Exported } from '../../shared/exporters/types.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { buildPolicy } from '../../shared/policy/build.ts'
import { proofOf } from '../../shared/report/proof.ts'
import { proofTexts } from '../../shared/report/proof-text.ts'
import { drawWorkflow } from '../../shared/report/svg.ts'
import { analyses, analysisOf } from './analysis.ts'
import { activeTab, documents, workflowOf } from './documents.ts'
import { exportText } from './pick.ts'
import { decisionOptions } from './surroundings.ts'

export type ExportKind = 'policy' | 'drawing'
/** What the proof panel saves without further questions. */
export type ProofKind = 'certificate' | 'proof' | 'proofPage'

const TARGETS = { policy, drawing: svg, certificate, proof, proofPage } as const
const ENDINGS = {
  policy: 'policy.json',
  drawing: 'svg',
  certificate: 'certificate.json',
  proof: 'md',
  proofPage: 'html',
} as const
const TYPES = { policy: 'application/json', drawing: 'image/svg+xml' } as const

/** The files of the present revision, and what is lost in them; null when nothing is open. */
export function exportOf(kind: ExportKind | ProofKind): Exported | null {
  const tab = activeTab(documents.getState())
  if (!tab) return null
  const workflow = workflowOf(tab)
  const now = new Date().toISOString()
  const known = analysisOf(analyses.getState(), tab.id)
  // What is on screen goes into the file; only where the present revision has no answer yet it is worked out here.
  const analysis = known.of === workflow && known.whole ? known.whole : analyse(workflow, { asOf: now })
  return TARGETS[kind].write({
    workflow,
    analysis,
    policy: buildPolicy(workflow, analysis, { asOf: now }),
    baseName: tab.name.replace(/\.handoff$/, ''),
    draw: () => drawWorkflow(workflow, { analysis, decisions: decisionOptions() }),
    prove: () => proofTexts(workflow, proofOf(workflow, analysis, { asOf: now }), now.slice(0, 10)),
  })
}

/** Asks where to, and writes what was exported. */
export async function saveExport(kind: ExportKind | ProofKind, { files }: Exported): Promise<void> {
  for (const { name, text } of files) await exportText(name, ENDINGS[kind], text)
}

/** Hands what was exported to the browser as a download, for whoever has no use for a dialog about folders. */
export function downloadExport(kind: ExportKind, { files }: Exported): void {
  for (const { name, text } of files) download(name, TYPES[kind], text)
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
