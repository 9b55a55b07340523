// Each document keeps its own place and zoom while it is open; a document seen for the first time is fitted.
import { useReactFlow } from '@xyflow/react'
import type { Viewport } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { updateTabView, view, viewOf } from '../state/view.ts'
import type { Scene } from './scene-types.ts'

const FIT = { padding: 0.1, maxZoom: 1.1, minZoom: 0.05 }

export function useRememberedViewport(tab: string, scene: Scene) {
  const first = useRef(viewOf(view.getState(), tab).viewport)
  const flow = useReactFlow()
  const onMoveEnd = useCallback(
    (_event: unknown, { x, y, zoom }: Viewport) => updateTabView(tab, { viewport: { x, y, zoom } }),
    [tab],
  )
  const empty = scene.steps.length === 0
  const onInit = useCallback(() => {
    if (first.current === null && !empty) void flow.fitView(FIT)
  }, [flow, empty])
  useEffect(() => () => updateTabView(tab, { viewport: flow.getViewport() }), [tab, flow])
  return useMemo(
    () => ({ onMoveEnd, onInit, ...(first.current && { defaultViewport: first.current }) }),
    [onMoveEnd, onInit],
  )
}
