// What the checker answers with, and the words it uses for levels of consent.
import type { Authority } from '../../model/scales.ts'

/** One thing that does not hold, at the step or transition where it shows. */
export interface CoverageFault {
  readonly step?: string
  readonly transition?: string
  readonly message: string
  /** Steps of the walk that shows it: from a place where authority is nothing to the step that needs more. */
  readonly walk?: readonly string[]
}

export const CONSENT: Readonly<Record<Authority, string>> = {
  0: 'nothing',
  1: 'confirm',
  2: 'approve',
  3: 'two-person',
}
