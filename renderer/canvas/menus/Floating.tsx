// Puts something over the canvas at a point of the window, kept inside the canvas.
import { useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Spot } from '../../../shared/report/scene/rects.ts'
import classes from './Floating.module.css'

const MARGIN = 8
/** Not `visibility`, under which the field inside could not take the focus. */
const HIDDEN = { opacity: 0 }

export interface FloatingProps {
  /** In pixels of the window; null for the upper middle of the canvas. */
  readonly screen: Spot | null
  readonly children: ReactNode
}

export function Floating({ screen, children }: FloatingProps) {
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<Spot | null>(null)
  useLayoutEffect(() => {
    const around = box.current?.offsetParent?.getBoundingClientRect()
    const size = box.current?.getBoundingClientRect()
    if (around && size) setAt(fitted(screen, around, size))
  }, [screen])
  return (
    <div
      ref={box}
      className={classes.floating}
      style={at ? { transform: `translate(${at.x}px, ${at.y}px)` } : HIDDEN}
    >
      {children}
    </div>
  )
}

function fitted(screen: Spot | null, around: DOMRect, size: DOMRect): Spot {
  const wanted = screen
    ? { x: screen.x - around.left + 4, y: screen.y - around.top + 4 }
    : { x: (around.width - size.width) / 2, y: around.height * 0.18 }
  return {
    x: Math.max(MARGIN, Math.min(wanted.x, around.width - size.width - MARGIN)),
    y: Math.max(MARGIN, Math.min(wanted.y, around.height - size.height - MARGIN)),
  }
}
