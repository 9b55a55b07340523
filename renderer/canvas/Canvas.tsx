// The canvas: the active document drawn with React Flow, and everything that mouse and keyboard can do to it.
import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useRef } from 'react'
import { useActiveId, useTabView } from '../state/hooks.ts'
import { AddMenu } from './menus/AddMenu.tsx'
import { CanvasMenu } from './menus/CanvasMenu.tsx'
import { ConnectMenu } from './menus/ConnectMenu.tsx'
import { RenameBox } from './menus/RenameBox.tsx'
import { SuggestionCard } from './menus/SuggestionCard.tsx'
import { EmptyHint } from './EmptyHint.tsx'
import { Minimap } from './Minimap.tsx'
import { Notes } from './Notes.tsx'
import { Tokens } from './Tokens.tsx'
import { ZoomControls } from './ZoomControls.tsx'
import { useCanvasRequests } from './use-canvas-requests.ts'
import { useClipboard } from './use-clipboard.ts'
import { useFlow } from './use-flow.ts'
import { useGestures } from './use-gestures.ts'
import { useKeys } from './use-keys.ts'
import { useRememberedViewport } from './use-viewport.ts'
import { StepNode } from './nodes/StepNode.tsx'
import { WayEdge } from './edges/WayEdge.tsx'
import { words } from '../words/words.ts'
import classes from './Canvas.module.css'

const NODE_TYPES = { step: StepNode }
const EDGE_TYPES = { way: WayEdge }
const GRID_STEP: [number, number] = [8, 8]
const PAN_BUTTONS = [0, 1]
const PRO = { hideAttribution: true }

/** The canvas of the active document; nothing on the home screen. */
export function Canvas() {
  const tab = useActiveId()
  if (tab === null) return null
  // A key per document: React Flow's store must not carry one document's view over to the next.
  return (
    <ReactFlowProvider key={tab}>
      <Drawing tab={tab} />
    </ReactFlowProvider>
  )
}

function Drawing({ tab }: { readonly tab: string }) {
  const root = useRef<HTMLElement>(null)
  const { scene, flow, moves } = useFlow(tab)
  const gestures = useGestures(tab, scene, moves)
  const keys = useKeys(tab, scene)
  const viewport = useRememberedViewport(tab, scene)
  const design = useTabView((view) => view.mode === 'design')
  useCanvasRequests(root, scene)
  useClipboard(root)
  return (
    <section
      ref={root}
      className={classes.canvas}
      data-takes-keys
      aria-label={words.canvas.name}
      aria-description={words.canvas.help}
      data-mode={design ? 'design' : 'simulate'}
      {...keys}
    >
      <ReactFlow
        nodes={flow.nodes as never}
        edges={flow.edges as never}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
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
        elevateNodesOnSelect={false}
        elevateEdgesOnSelect={false}
        zIndexMode="manual"
        onlyRenderVisibleElements
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode="Shift"
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
        <Tokens scene={scene} />
      </ReactFlow>
      <Minimap scene={scene} />
      <ZoomControls />
      <SuggestionCard scene={scene} />
      <AddMenu />
      <ConnectMenu scene={scene} />
      <RenameBox scene={scene} />
      <CanvasMenu />
      <EmptyHint />
    </section>
  )
}
