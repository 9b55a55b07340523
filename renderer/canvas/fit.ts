// The view that shows a whole drawing. Our own, because the bounds are known before anything is in the page.
import type { Viewport } from '@xyflow/react'
import { boundsOf, center } from '../../shared/report/scene/rects.ts'
import type { Rect } from '../../shared/report/scene/rects.ts'
import type { Scene } from '../../shared/report/scene/types.ts'
import type { Size } from '../../shared/report/sizes.ts'

const MIN_ZOOM = 0.05
/** Small drawings are not blown up. */
const MAX_ZOOM = 1.1
/** Pixels of the window left free around the drawing: the palette stands on the left, buttons and overview at the bottom. */
const MARGIN = { left: 92, right: 36, top: 36, bottom: 64 }
type Margin = typeof MARGIN

/** The overview, which stands in the right bottom corner; `edge` pixels away from it. */
export const OVERVIEW = { width: 168, height: 108, edge: 12 }
/** Margins that keep a drawing above the overview, and to the left of it. */
const ABOVE: Margin = { ...MARGIN, bottom: OVERVIEW.height + 2 * OVERVIEW.edge }
const BESIDE: Margin = { ...MARGIN, right: OVERVIEW.width + 2 * OVERVIEW.edge }

/** Below this nothing can be read, so that a document opens at its start rather than as a whole. */
const READABLE_ZOOM = 0.68

/** The view that a document opens with: all of it where that can be read, else its beginning. */
export function openingView(drawn: Scene, size: Size): Viewport | null {
  const scene = stepsOf(drawn)
  const whole = fittingView(scene, size)
  if (!whole || whole.zoom >= READABLE_ZOOM) return whole
  const start = scene.steps.find(({ kind }) => kind === 'start') ?? scene.steps[0]!
  const box = boundsOf(everything(scene))!
  const fitsAcross = box.width * READABLE_ZOOM <= size.width - MARGIN.left - MARGIN.right
  const fitsDown = box.height * READABLE_ZOOM <= size.height - MARGIN.top - MARGIN.bottom
  const middleY = (size.height + MARGIN.top - MARGIN.bottom) / 2
  return {
    x:
      (fitsAcross ? size.width / 2 : MARGIN.left) -
      (fitsAcross ? center(box).x : start.rect.x) * READABLE_ZOOM,
    y: middleY - (fitsDown ? center(box).y : center(start.rect).y) * READABLE_ZOOM,
    zoom: READABLE_ZOOM,
  }
}

// Steps alone: gates come with the analysis, and a view that depends on when that answers would be another every time.
function stepsOf(scene: Scene): Scene {
  return { ...scene, edges: [], steps: scene.steps.map((step) => ({ ...step, gates: [] })) }
}

/**
 * The view in a window of `size` that shows the whole drawing with its gates and their text. Where something would lie
 * under the overview, the drawing moves above it or to the left of it, whichever leaves it larger.
 */
export function fittingView(scene: Scene, size: Size): Viewport | null {
  const rects = [...everything(scene)]
  const box = boundsOf(rects)
  if (!box || size.width === 0 || size.height === 0) return null
  const plain = viewWithin(box, size, MARGIN)
  if (!rects.some((rect) => isUnderOverview(rect, plain, size))) return plain
  const [above, beside] = [viewWithin(box, size, ABOVE), viewWithin(box, size, BESIDE)]
  return beside.zoom > above.zoom ? beside : above
}

function viewWithin(box: Rect, size: Size, { left, right, top, bottom }: Margin): Viewport {
  const room = { width: size.width - left - right, height: size.height - top - bottom }
  const wanted = Math.min(room.width / box.width, room.height / box.height)
  const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, wanted))
  const middle = center(box)
  return {
    x: left + room.width / 2 - middle.x * zoom,
    y: top + room.height / 2 - middle.y * zoom,
    zoom,
  }
}

function isUnderOverview(rect: Rect, { x, y, zoom }: Viewport, size: Size): boolean {
  const { width, height, edge } = OVERVIEW
  const isRight = (rect.x + rect.width) * zoom + x > size.width - width - edge
  return isRight && (rect.y + rect.height) * zoom + y > size.height - height - edge
}

function* everything({ steps, edges }: Scene): Generator<Rect> {
  for (const { rect } of steps) yield rect
  for (const { gates } of [...steps, ...edges]) for (const gate of gates) yield gate.caption.rect
  for (const { way } of edges) for (const { x, y } of way) yield { x, y, width: 0, height: 0 }
}
