// Where the person is looking: the spot under the pointer while it is over the drawing, else the middle of what is seen.
import { useReactFlow } from '@xyflow/react'
import { useEffect } from 'react'
import type { RefObject } from 'react'
import type { Spot } from '../../shared/report/scene/rects.ts'

let lookUp: (() => Spot) | null = null

/** In world pixels; null where no drawing is shown. */
export function lookedAt(): Spot | null {
  return lookUp?.() ?? null
}

export function useWhereabouts(root: RefObject<HTMLElement | null>): void {
  const { screenToFlowPosition } = useReactFlow()
  useEffect(() => {
    const element = root.current
    if (!element) return
    let pointer: Spot | null = null
    const onMove = ({ clientX: x, clientY: y }: PointerEvent): void => {
      pointer = { x, y }
    }
    const onLeave = (): void => {
      pointer = null
    }
    const look = (): Spot => {
      const box = element.getBoundingClientRect()
      return screenToFlowPosition(pointer ?? { x: box.left + box.width / 2, y: box.top + box.height / 2 })
    }
    lookUp = look
    element.addEventListener('pointermove', onMove)
    element.addEventListener('pointerleave', onLeave)
    return () => {
      if (lookUp === look) lookUp = null
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointerleave', onLeave)
    }
  }, [root, screenToFlowPosition])
}
