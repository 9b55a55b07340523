// Where reading ends: below this zoom the drawing is one bitmap of tinted blocks.
import type { ReactFlowState } from '@xyflow/react'

const FAR_ZOOM = 0.5

export function isFarZoom(zoom: number): boolean {
  return zoom < FAR_ZOOM
}

/** The same for a component that has to know. */
export function isFar(state: ReactFlowState): boolean {
  return isFarZoom(state.transform[2])
}
