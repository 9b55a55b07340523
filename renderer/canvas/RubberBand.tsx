// The box that is drawn to select what lies in it.
import type { Rect } from '../../shared/report/scene/rects.ts'
import classes from './Canvas.module.css'

/** `rect` in pixels of the canvas. */
export function RubberBand({ rect: { x, y, width, height } }: { readonly rect: Rect }) {
  return <div className={classes.band} style={{ transform: `translate(${x}px, ${y}px)`, width, height }} />
}
