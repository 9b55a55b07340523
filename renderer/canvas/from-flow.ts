// From React Flow's changes back to ours: what is selected now, and where things were moved to. Nothing else of React
// Flow's state is ever read: it is a picture of the document, never a second copy.
import type { EdgeChange, NodeChange } from '@xyflow/react'
import type { Selection } from '../state/view.ts'
import { EMPTY_SELECTION } from '../state/view.ts'
import type { Spot } from '../../shared/report/scene/rects.ts'

type Change = NodeChange | EdgeChange

/** The selection after React Flow's changes; the same object when they change nothing. */
export function selectionAfter(
  before: Selection,
  changes: readonly Change[],
  kind: 'steps' | 'transitions',
): Selection {
  const chosen = new Set(before[kind])
  let touched = false
  for (const change of changes) {
    if (change.type !== 'select' || chosen.has(change.id) === change.selected) continue
    touched = true
    if (change.selected) chosen.add(change.id)
    else chosen.delete(change.id)
  }
  if (!touched) return before
  const other = kind === 'steps' ? 'transitions' : 'steps'
  return { ...EMPTY_SELECTION, [kind]: [...chosen], [other]: before[other] }
}

/** Where the changes put steps while they are dragged; an empty map when none is moved. */
export function movesIn(changes: readonly NodeChange[]): ReadonlyMap<string, Spot> {
  const moves = new Map<string, Spot>()
  for (const change of changes) {
    if (change.type === 'position' && change.position) moves.set(change.id, change.position)
  }
  return moves
}

/** The steps that really stand somewhere else, as the command wants them: whole pixels. */
export function movedPositions(
  moves: ReadonlyMap<string, Spot>,
  before: ReadonlyMap<string, Spot>,
): Readonly<Record<string, readonly [number, number]>> {
  const entries = [...moves].flatMap(([id, { x, y }]) => {
    const was = before.get(id)
    const point = [Math.round(x), Math.round(y)] as const
    return was && was.x === point[0] && was.y === point[1] ? [] : [[id, point] as const]
  })
  return Object.fromEntries(entries)
}
