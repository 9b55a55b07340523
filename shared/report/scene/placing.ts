// What has been placed on a drawing so far, and what still has to be.
import type { Grid } from './rects.ts'
import type { RouteEnd, RouteWorld } from './route.ts'
import type { LooseGate } from './gates.ts'

export interface Placing extends RouteWorld {
  /** Everything that text must keep clear of: steps, gates, captions, labels. */
  readonly taken: Grid<string>
  readonly gates: ReadonlyMap<string, readonly LooseGate[]>
  readonly ends: Map<string, RouteEnd>
  /** Where the ways to a step come from. */
  readonly sources: ReadonlyMap<string, readonly string[]>
  /** Steps that several ways leave, and that several ways reach. */
  readonly fansOut: ReadonlySet<string>
  readonly fansIn: ReadonlySet<string>
}
