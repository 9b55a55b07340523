// What the mouse does: select, drag, box, connect, open menus. Every change of the document leaves as a command.
import { useReactFlow } from '@xyflow/react'
import type { Connection, EdgeChange, FinalConnectionState, NodeChange } from '@xyflow/react'
import { useCallback, useMemo, useRef } from 'react'
import type { MouseEvent as ReactMouseEvent } from 'react'
import { EMPTY_SELECTION, select, updateTabView, view, viewOf } from '../state/view.ts'
import { setBusy } from './canvas-store.ts'
import { connect, moveSteps } from './edits.ts'
import { movedPositions, movesIn, selectionAfter } from './from-flow.ts'
import type { Spot } from '../../shared/report/scene/rects.ts'
import type { Scene } from '../../shared/report/scene/types.ts'
import type { DrawnFlow } from './use-flow.ts'
import type { StepNode, WayEdge } from './to-flow.ts'
import { sizeOf } from '../../shared/report/sizes.ts'

const DOUBLE_CLICK_MS = 350

export function useGestures(tab: string, scene: Scene, moves: DrawnFlow['moves']) {
  const { screenToFlowPosition } = useReactFlow()
  const setMoves = moves.set
  const latest = useRef(moves.now)
  latest.current = moves.now
  const places = useRef<ReadonlyMap<string, Spot>>(new Map())
  const lastClick = useRef({ at: 0, x: 0, y: 0 })

  const onNodesChange = useCallback(
    (changes: NodeChange<StepNode>[]) => {
      changeSelection(tab, changes, 'steps')
      const moved = movesIn(changes)
      if (moved.size > 0) setMoves(new Map([...latest.current, ...moved]))
    },
    [tab, setMoves],
  )
  const onEdgesChange = useCallback(
    (changes: EdgeChange<WayEdge>[]) => changeSelection(tab, changes, 'transitions'),
    [tab],
  )
  const onNodeDragStart = useCallback(() => {
    places.current = new Map(scene.steps.map(({ id, rect }) => [id, rect]))
  }, [scene])
  const onNodeDragStop = useCallback(() => {
    const positions = movedPositions(latest.current, places.current)
    if (Object.keys(positions).length > 0) moveSteps(positions)
    else setMoves(new Map())
  }, [setMoves])
  const onConnect = useCallback(({ source, target }: Connection) => connect(source, target), [])
  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const from = state.fromNode?.id
      if (state.isValid || state.toNode || from === undefined || state.fromHandle?.type !== 'source') return
      const screen = pointOf(event)
      const at = screenToFlowPosition(screen)
      setBusy({ kind: 'add', request: { at: beside(at), screen, after: from, on: null } })
    },
    [screenToFlowPosition],
  )
  const onPaneClick = useCallback(
    (event: ReactMouseEvent) => {
      setBusy(null)
      const click = { at: event.timeStamp, x: event.clientX, y: event.clientY }
      const before = lastClick.current
      lastClick.current = click
      const again =
        click.at - before.at < DOUBLE_CLICK_MS && Math.hypot(click.x - before.x, click.y - before.y) < 6
      if (again) openAdd(click, screenToFlowPosition(click))
      else updateTabView(tab, { selection: EMPTY_SELECTION, walk: null })
    },
    [tab, screenToFlowPosition],
  )
  const onPaneContextMenu = useCallback((event: ReactMouseEvent | MouseEvent) => openMenu(event), [])
  const onNodeContextMenu = useCallback(
    (event: ReactMouseEvent, node: StepNode) => {
      if (!viewOf(view.getState(), tab).selection.steps.includes(node.id)) select(tab, { steps: [node.id] })
      openMenu(event)
    },
    [tab],
  )
  const onEdgeContextMenu = useCallback(
    (event: ReactMouseEvent, edge: WayEdge) => {
      select(tab, { transitions: [edge.id] })
      openMenu(event)
    },
    [tab],
  )
  return useMemo(
    () => ({
      onNodesChange,
      onEdgesChange,
      onNodeDragStart,
      onNodeDragStop,
      onConnect,
      onConnectEnd,
      onPaneClick,
      onPaneContextMenu,
      onNodeContextMenu,
      onEdgeContextMenu,
    }),
    [
      onNodesChange,
      onEdgesChange,
      onNodeDragStart,
      onNodeDragStop,
      onConnect,
      onConnectEnd,
      onPaneClick,
      onPaneContextMenu,
      onNodeContextMenu,
      onEdgeContextMenu,
    ],
  )
}

function changeSelection(
  tab: string,
  changes: readonly (NodeChange | EdgeChange)[],
  kind: 'steps' | 'transitions',
): void {
  const before = viewOf(view.getState(), tab).selection
  const after = selectionAfter(before, changes, kind)
  if (after !== before) updateTabView(tab, { selection: after })
}

function openAdd(screen: Spot, at: Spot): void {
  setBusy({ kind: 'add', request: { at: centred(at), screen, after: null, on: null } })
}

function openMenu(event: ReactMouseEvent | MouseEvent): void {
  event.preventDefault()
  setBusy({ kind: 'menu', screen: { x: event.clientX, y: event.clientY } })
}

function pointOf(event: MouseEvent | TouchEvent): Spot {
  const point = 'clientX' in event ? event : event.changedTouches[0]!
  return { x: point.clientX, y: point.clientY }
}

const CARD = sizeOf({ kind: 'step', name: '' })

/** A card whose left side begins where the line was let go. */
function beside(at: Spot): Spot {
  return { x: at.x, y: at.y - CARD.height / 2 }
}

function centred(at: Spot): Spot {
  return { x: at.x - CARD.width / 2, y: at.y - CARD.height / 2 }
}
