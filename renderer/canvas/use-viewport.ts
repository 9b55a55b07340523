// Each document keeps its own place and zoom while it is open; a document seen for the first time is fitted.
import { useReactFlow, useStoreApi } from '@xyflow/react'
import type { Viewport } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { updateTabView, view, viewOf } from '../state/view.ts'
import { openingView } from './fit.ts'
import type { Scene } from '../../shared/report/scene/types.ts'

export function useRememberedViewport(tab: string, scene: Scene) {
  const first = useRef(viewOf(view.getState(), tab).viewport)
  const flow = useReactFlow()
  const onMoveEnd = useCallback(
    (_event: unknown, { x, y, zoom }: Viewport) => updateTabView(tab, { viewport: { x, y, zoom } }),
    [tab],
  )
  const store = useStoreApi()
  const latest = useRef(scene)
  latest.current = scene
  const onInit = useCallback(() => {
    const { width, height } = store.getState()
    const fitting = first.current ?? openingView(latest.current, { width, height })
    if (fitting) void flow.setViewport(fitting)
  }, [flow, store])
  useEffect(() => () => updateTabView(tab, { viewport: flow.getViewport() }), [tab, flow])
  return useMemo(() => ({ onMoveEnd, onInit }), [onMoveEnd, onInit])
}
