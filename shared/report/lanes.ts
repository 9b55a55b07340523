// Where steps stand when each party has a lane: as far from the left as they were, below each other within the lane.
import type { Step } from '../model/step.ts'
import type { Point, Workflow } from '../model/workflow.ts'
import { sizeOf } from './sizes.ts'

const LANE_GAP = 72
const ROW_GAP = 44
/** Room to the left and right of a step for the gates at its door. */
const ROOM = 40

type Positions = Readonly<Record<string, Point>>

/**
 * `positions` with the steps in lanes from top to bottom: first what no party does, then the parties in the order in
 * which a run meets them. Within a lane nobody overlaps, and what stood above another still does. O(n²) in a lane.
 */
export function inLanes({ steps, parties }: Workflow, positions: Positions): Positions {
  const known = new Set(parties.map(({ id }) => id))
  const lanes = new Map<string, Step[]>()
  const fromLeft = steps
    .filter(({ id }) => Object.hasOwn(positions, id))
    .toSorted(
      (a, b) => positions[a.id]![0] - positions[b.id]![0] || positions[a.id]![1] - positions[b.id]![1],
    )
  for (const step of fromLeft) {
    const lane = known.has(step.party ?? '') ? step.party! : ''
    lanes.set(lane, [...(lanes.get(lane) ?? []), step])
  }
  const nobody = lanes.get('') ?? []
  lanes.delete('')
  const placed = new Map<string, Point>()
  let top = 0
  for (const lane of [nobody, ...lanes.values()]) {
    if (lane.length > 0) top = stack(lane, { positions, placed, top }) + LANE_GAP
  }
  return { ...positions, ...Object.fromEntries(placed) }
}

interface Stacking {
  readonly positions: Positions
  readonly placed: Map<string, Point>
  readonly top: number
}

/** Puts the steps of one lane as high as they can go. Answers with where the lane ends. */
function stack(lane: readonly Step[], { positions, placed, top }: Stacking): number {
  const done: { readonly left: number; readonly right: number; readonly bottom: number }[] = []
  let end = top
  // From the top, so that those that stood above come to stand above.
  for (const step of lane.toSorted((a, b) => positions[a.id]![1] - positions[b.id]![1])) {
    const { width, height } = sizeOf(step)
    const left = positions[step.id]![0]
    const above = done.filter((each) => each.left < left + width + ROOM && left - ROOM < each.right)
    const y = above.length === 0 ? top : Math.max(...above.map(({ bottom }) => bottom)) + ROW_GAP
    placed.set(step.id, [left, y])
    done.push({ left, right: left + width, bottom: y + height })
    end = Math.max(end, y + height)
  }
  return end
}
