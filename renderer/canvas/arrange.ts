// Aligning and distributing steps: where they come to stand. Pure.
import { bottom, boundsOf, center, right } from '../../shared/report/scene/rects.ts'
import type { Rect } from '../../shared/report/scene/rects.ts'
import type { Point } from '../../shared/model/workflow.ts'

export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'
export type Distribution = 'across' | 'down'

export type Placed = ReadonlyMap<string, Rect>
type Positions = Readonly<Record<string, Point>>

/** Top left corners after lining up the steps with the outermost of them, or with the middle of all. */
export function aligned(steps: Placed, how: Alignment): Positions {
  const all = boundsOf(steps.values())
  if (!all) return {}
  const middle = center(all)
  return positions(steps, ({ x, y, width, height }) => {
    switch (how) {
      case 'left':
        return [all.x, y]
      case 'center':
        return [middle.x - width / 2, y]
      case 'right':
        return [right(all) - width, y]
      case 'top':
        return [x, all.y]
      case 'middle':
        return [x, middle.y - height / 2]
      case 'bottom':
        return [x, bottom(all) - height]
    }
  })
}

/** Top left corners with equal gaps between neighbours. The two outermost stay; fewer than three have no gaps to share. */
export function distributed(steps: Placed, how: Distribution): Positions {
  const across = how === 'across'
  const start = ({ x, y }: Rect): number => (across ? x : y)
  const size = ({ width, height }: Rect): number => (across ? width : height)
  const order = [...steps].toSorted(([, a], [, b]) => start(a) + size(a) / 2 - start(b) - size(b) / 2)
  if (order.length < 3) return {}
  const from = start(order[0]![1])
  const last = order.at(-1)![1]
  const filled = order.reduce((sum, [, rect]) => sum + size(rect), 0)
  const gap = (start(last) + size(last) - from - filled) / (order.length - 1)
  const at = new Map<string, number>()
  let next = from
  for (const [id, rect] of order) {
    at.set(id, next)
    next += size(rect) + gap
  }
  return positions(steps, ({ x, y }, id) => (across ? [at.get(id)!, y] : [x, at.get(id)!]))
}

function positions(steps: Placed, place: (rect: Rect, id: string) => Point): Positions {
  return Object.fromEntries(
    [...steps].map(([id, rect]) => {
      const [x, y] = place(rect, id)
      return [id, [Math.round(x), Math.round(y)] as const]
    }),
  )
}
