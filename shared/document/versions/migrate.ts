// Brings a document of an older version of the format up to today's, one step after the other, each exactly once.
import { ok, refused } from '../../support/result.ts'
import type { Result } from '../../support/result.ts'

/** A document as JSON holds it, before any schema has looked at it. */
export type RawDocument = Readonly<Record<string, unknown>>

/** One file in this folder: what changed from version `from` to `from + 1`, as a pure function. */
export interface VersionStep {
  readonly from: number
  /** May count on nothing: the document was not checked yet. The new version number is set by the caller. */
  change(document: RawDocument): RawDocument
}

export interface Versions {
  readonly current: number
  /** Oldest first, without holes, ending at `current - 1`. */
  readonly steps: readonly VersionStep[]
}

/** `document` in the current version. Refuses a version that no chain of steps starts from. */
export function migrate(document: RawDocument, version: number, versions: Versions): Result<RawDocument> {
  let at = version
  let next = document
  while (at < versions.current) {
    const step = versions.steps.find(({ from }) => from === at)
    if (!step) return refused({ path: 'version', message: `version ${at} of the format is not known` })
    at++
    next = { ...step.change(next), version: at }
  }
  return ok(next)
}
