// Snapping while steps are dragged: what they line up with, and the lines that are shown meanwhile.
import { createStore } from 'zustand/vanilla'
import { boundsOf, grown, overlaps } from '../../shared/report/scene/rects.ts'
import type { Rect, Spot } from '../../shared/report/scene/rects.ts'
import { snap } from './snap.ts'
import type { Guide } from './snap.ts'

const NO_GUIDES: readonly Guide[] = []
/** World pixels at a zoom of 1 within which a step is drawn to a line. */
const REACH = 6
/** Neighbours further away than this are not lined up with: nobody sees both. */
const FAR = 900

export const snapStore = createStore<{ readonly guides: readonly Guide[] }>()(() => ({ guides: NO_GUIDES }))

/** Called at the end of a drag. */
export function endSnapping(): void {
  neighbours = null
  if (snapStore.getState().guides.length > 0) snapStore.setState({ guides: NO_GUIDES })
}

let neighbours: {
  readonly ids: ReadonlySet<string>
  readonly box: Rect
  readonly others: readonly Rect[]
} | null = null

/** The move that lines up what is dragged, near to the one that is wished; sets the lines that show why. */
export function snappedMove(
  ids: ReadonlySet<string>,
  steps: ReadonlyMap<string, { readonly rect: Rect }>,
  wished: Spot,
): Spot {
  if (neighbours?.ids !== ids) neighbours = around(ids, steps)
  const { box, others } = neighbours
  const moved = { ...box, x: box.x + wished.x, y: box.y + wished.y }
  const near = grown(moved, FAR)
  const { dx, dy, guides } = snap(
    moved,
    others.filter((other) => overlaps(other, near)),
    REACH,
  )
  snapStore.setState({ guides })
  return { x: wished.x + dx, y: wished.y + dy }
}

function around(
  ids: ReadonlySet<string>,
  steps: ReadonlyMap<string, { readonly rect: Rect }>,
): NonNullable<typeof neighbours> {
  const [own, others]: [Rect[], Rect[]] = [[], []]
  for (const [id, { rect }] of steps) (ids.has(id) ? own : others).push(rect)
  return { ids, box: boundsOf(own) ?? { x: 0, y: 0, width: 0, height: 0 }, others }
}
