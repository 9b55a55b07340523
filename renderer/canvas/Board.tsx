// The board: React Flow with the steps that are near, the transitions beside it in tiles, and from afar one bitmap.
import { Background, BackgroundVariant, ReactFlow } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { useComparison, useTabView } from '../state/hooks.ts'
import { Beside, NowTag } from './Beside.tsx'
import { dragStore } from './drag.ts'
import { FarBoard } from './far/FarBoard.tsx'
import { Frames } from './Frames.tsx'
import { Notes } from './Notes.tsx'
import { Ways } from './edges/Ways.tsx'
import { StepNode } from './nodes/StepNode.tsx'
import { Tokens } from './Tokens.tsx'
import { nodesFor } from './to-flow.ts'
import type { StepNode as Node } from './to-flow.ts'
import type { DrawnFlow } from './use-flow.ts'
import { useGestures } from './use-gestures.ts'
import { useNear } from './use-near.ts'
import { usePinned } from './use-pinned.ts'
import { RubberBand } from './RubberBand.tsx'
import { useSurface } from './use-surface.ts'
import { useRememberedViewport } from './use-viewport.ts'

const NODE_TYPES = { step: StepNode }
const NO_EDGES: never[] = []
const GRID_STEP: [number, number] = [8, 8]
const PAN_BUTTONS = [0, 1]
const PRO = { hideAttribution: true }

interface BoardProps {
  readonly tab: string
  readonly drawn: DrawnFlow
  /** False where nothing can be moved or joined. */
  readonly design: boolean
}

export function Board({ tab, drawn, design }: BoardProps) {
  const { scene, index, marks, numbers } = drawn
  const { layer, before, difference } = useComparison()
  const comparing = useTabView(({ mode }) => mode === 'compare')
  const beside = comparing && layer === 'beside' && before !== null && difference !== null
  const pinned = usePinned(scene, index)
  const near = useNear(index, pinned.steps)
  const { onWayClick, onWayContextMenu, ...gestures } = useGestures(tab, index)
  const surface = useSurface(tab, index, { far: near.far, design })
  const viewport = useRememberedViewport(tab, scene)
  const drag = useStore(dragStore, (state) => state.drag)
  const previous = useRef<readonly Node[]>(undefined)
  const nodes = useMemo(() => nodesFor(near.steps, marks, drag, previous.current), [near.steps, marks, drag])
  previous.current = nodes
  return (
    <div style={beside ? BESIDE : FILLING}>
      {beside && <Beside />}
      <div style={FILLING} {...surface.handlers}>
        {beside && <NowTag />}
        <ReactFlow
          nodes={nodes as never}
          edges={NO_EDGES}
          nodeTypes={NODE_TYPES}
          {...gestures}
          {...viewport}
          minZoom={0.05}
          maxZoom={2.5}
          snapToGrid
          snapGrid={GRID_STEP}
          nodeDragThreshold={3}
          nodesDraggable={design}
          nodesConnectable={design}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          elevateNodesOnSelect={false}
          zIndexMode="manual"
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          panOnDrag={PAN_BUTTONS}
          panOnScroll
          zoomOnDoubleClick={false}
          connectionRadius={28}
          proOptions={PRO}
        >
          <Background
            variant={BackgroundVariant.Dots}
            gap={24}
            size={1.4}
            color="var(--dot)"
            bgColor="var(--canvas)"
          />
          <Notes />
          <Frames frames={drawn.frames} index={index} design={design} />
          {near.far && <FarBoard index={index} marks={marks} numbers={numbers} />}
          <Ways
            index={index}
            marks={marks}
            numbers={numbers}
            tiles={near.tiles}
            waiting={near.waiting}
            pinned={pinned.edge}
            onWayClick={onWayClick}
            onWayContextMenu={onWayContextMenu}
          />
          <Tokens scene={scene} />
        </ReactFlow>
        {surface.band && <RubberBand rect={surface.band} />}
      </div>
    </div>
  )
}

const FILLING = { position: 'relative', minWidth: 0, width: '100%', height: '100%' } as const
const BESIDE = { ...FILLING, display: 'grid', gridTemplateColumns: '1fr 1fr' } as const
