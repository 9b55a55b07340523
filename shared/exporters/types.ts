// What every export target is, and what it is given.
import type { Analysis } from '../model/analysis.ts'
import type { Workflow } from '../model/workflow.ts'
import type { HandoffCapabilities, Loss } from '../policy/losses.ts'
import type { Policy } from '../policy/schema.ts'

export interface ExportInput {
  readonly workflow: Workflow
  /** Of this very workflow. */
  readonly analysis: Analysis
  readonly policy: Policy
  /** Name for the files, without an ending and without folders. */
  readonly baseName: string
  /** The drawing of the canvas as SVG; made only by the target that asks for it. */
  readonly draw: () => string
  /** The proof of coverage in words, dated; made only by the targets that ask for it. */
  readonly prove: () => { readonly markdown: string; readonly html: string }
}

export interface ExportedFile {
  readonly name: string
  readonly text: string
}

export interface Exported {
  readonly files: readonly ExportedFile[]
  readonly losses: readonly Loss[]
}

export interface Exporter {
  readonly id: string
  /** What people call the target. */
  readonly name: string
  /** What it keeps of each field of a handoff. */
  readonly capabilities: HandoffCapabilities
  readonly write: (input: ExportInput) => Exported
}
