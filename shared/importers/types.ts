// What every importer is, and what it answers: a workflow together with an honest account of how it came about.
import type { Workflow } from '../model/workflow.ts'
import type { Result } from '../support/result.ts'

/** One thing that the reader of an import should know. */
export interface ReportItem {
  readonly message: string
  /** A JSON pointer into the source, or `line:column`. */
  readonly place: string
  /** The step of the new workflow that it is about. */
  readonly step?: string
  /** How many places it speaks of; absent means one. */
  readonly count?: number
  /** What it added to (or took from) the number of steps and transitions, compared with the source. */
  readonly change?: Change
}

export interface Change {
  readonly steps: number
  readonly transitions: number
}

/**
 * `source` counts what the file holds. Adding up `change` over all items leads from `source` to `steps` and
 * `transitions`: nothing is dropped or added without an item that says so.
 */
export interface ImportReport {
  readonly format: string
  readonly source: { readonly nodes: number; readonly edges: number }
  readonly steps: number
  readonly transitions: number
  /** Human steps, and handoffs that the file itself holds. */
  readonly human: number
  /** What was mended or reshaped so that the flow can be read. */
  readonly repairs: readonly ReportItem[]
  /** What the file does not say and we assumed. */
  readonly guesses: readonly ReportItem[]
  /** What the file cannot tell anybody. */
  readonly blindSpots: readonly ReportItem[]
}

export interface Imported {
  readonly workflow: Workflow
  readonly report: ImportReport
}

export interface ReadOptions {
  /** Name for the workflow when the file holds none, such as its file name. */
  readonly name?: string
}

export interface Importer {
  readonly id: string
  /** What people call the format. */
  readonly name: string
  /** File extensions, with the dot. */
  readonly extensions: readonly string[]
  /** How sure we are that `text` is of this format: 0 not at all, 1 certain. Cheap, and never throws. */
  readonly recognise: (text: string) => number
  /** Refuses with a fault that names the place; never throws on bad input. */
  readonly read: (text: string, options?: ReadOptions) => Result<Imported>
}
