// Carries out what commands ask of the canvas: zoom, fit, bring something into view, move the keyboard to it.
import { useReactFlow } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { useStore } from 'zustand'
import { canvasStore } from './canvas-store.ts'
import { fittingView } from './fit.ts'
import { documents } from '../state/documents.ts'
import { view, viewOf } from '../state/view.ts'
import { currentItem, nextWayOut, rectOf } from './items.ts'
import { rectOfNote } from './notes/note-edits.ts'
import { selectItem } from './select-item.ts'
import type { Rect } from '../../shared/report/scene/rects.ts'
import type { Scene } from '../../shared/report/scene/types.ts'

const MARGIN = 40
/** On the left, where the palette stands. */
const BESIDE_PALETTE = 92
const DURATION_MS = 160
/** Frames to wait for a step that has just come into view to be mounted. */
const PATIENCE = 20

export function useCanvasRequests(root: RefObject<HTMLElement | null>, scene: Scene): void {
  const flow = useReactFlow()
  const request = useStore(canvasStore, (state) => state.request)
  const latest = useRef(scene)
  latest.current = scene
  useEffect(() => {
    if (!request) return
    const options = { duration: calm() ? 0 : DURATION_MS }
    switch (request.kind) {
      case 'fit':
        return fit()
      case 'zoom-in':
        void flow.zoomIn(options)
        return
      case 'zoom-out':
        void flow.zoomOut(options)
        return
      case 'zoom-100':
        void flow.zoomTo(1, options)
        return
      case 'next-way':
        return nextWay()
      case 'reveal':
      case 'focus':
        if (request.element === null) return
        return bringUp(
          request.element.includes(':') ? request.element : `step:${request.element}`,
          request.kind,
        )
    }

    function nextWay(): void {
      const tab = documents.getState().active
      if (tab === null) return
      const item = currentItem(latest.current, viewOf(view.getState(), tab).selection)
      const next = item && nextWayOut(latest.current, item)
      if (next) selectItem(next)
    }

    function fit(): void {
      const box = boxOf(root.current)
      const fitting = box && fittingView(latest.current, box)
      if (fitting) void flow.setViewport(fitting, options)
    }

    function bringUp(item: string, kind: 'reveal' | 'focus'): () => void {
      let frames = 0
      let frame = requestAnimationFrame(function look() {
        const rect = item.startsWith('note:')
          ? rectOfNote(item.slice('note:'.length))
          : rectOf(latest.current, item)
        if (frames === 0 && rect) reveal(rect)
        const element = root.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(item)}"]`)
        if (element && kind === 'focus' && !isOutlines()) element.focus({ preventScroll: true })
        else if (!element && frames++ < PATIENCE) frame = requestAnimationFrame(look)
      })
      return () => cancelAnimationFrame(frame)
    }

    function reveal(rect: Rect): void {
      const box = boxOf(root.current)
      if (!box) return
      const { x, y, zoom } = flow.getViewport()
      const left = rect.x * zoom + x
      const top = rect.y * zoom + y
      // No further than needed: a view that jumps at every click is a view that nobody can follow.
      const dx = shift(left, rect.width * zoom, box.width, BESIDE_PALETTE)
      const dy = shift(top, rect.height * zoom, box.height, MARGIN)
      if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, options)
    }
  }, [request, flow, root])
}

/** While the keyboard is at home in the outline, it stays there. */
function isOutlines(): boolean {
  return canvasStore.getState().home === 'outline'
}

/** The part of the canvas that can be moved: half of it where two sides are compared beside each other. */
function boxOf(root: HTMLElement | null): DOMRect | undefined {
  return (root?.querySelector('.react-flow') ?? root)?.getBoundingClientRect()
}

/** How far to move so that a thing at `start` is inside of a window of `room` pixels with a margin. */
function shift(start: number, size: number, room: number, before: number): number {
  if (start < before) return before - start
  const over = start + size - (room - MARGIN)
  return over > 0 ? -Math.min(over, start - before) : 0
}

function calm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
