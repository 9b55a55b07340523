// What the passes over one chart share.
import type { Draft, DraftStep } from '../support/draft.ts'
import type { Places } from '../support/place.ts'
import type { ChartNode } from './graph.ts'

export interface Canvas {
  readonly draft: Draft
  /** Places in the text that was given. */
  readonly place: Places
  readonly langGraph: boolean
  readonly nodes: ReadonlyMap<string, ChartNode>
  readonly stepOf: Map<string, DraftStep>
}
