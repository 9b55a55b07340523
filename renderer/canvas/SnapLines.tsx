// The lines that show with what a dragged step lines up, in a layer of their own.
import { useStore as useFlowStore, ViewportPortal } from '@xyflow/react'
import type { ReactFlowState } from '@xyflow/react'
import { useStore } from 'zustand'
import { snapStore } from './snapping.ts'
import classes from './SnapLines.module.css'

export function SnapLines() {
  const guides = useStore(snapStore, (state) => state.guides)
  const zoom = useFlowStore(selectZoom)
  if (guides.length === 0) return null
  return (
    <ViewportPortal>
      <svg className={classes.lines} aria-hidden="true" strokeWidth={1 / zoom}>
        {guides.map(({ kind, x1, y1, x2, y2 }) => (
          <line
            key={`${kind} ${x1} ${y1} ${x2} ${y2}`}
            className={classes[kind]}
            {...{ x1, y1, x2, y2 }}
            strokeDasharray={kind === 'gap' ? `${3 / zoom} ${3 / zoom}` : undefined}
          />
        ))}
      </svg>
    </ViewportPortal>
  )
}

function selectZoom(state: ReactFlowState): number {
  return state.transform[2]
}
