// What the mouse does with things that are in the page: select, drag, connect, open menus. Every change of the document
// leaves as a command. What is only on the bitmap has gestures of its own, which end in the same functions.
import { useReactFlow } from '@xyflow/react'
import type { Connection, FinalConnectionState } from '@xyflow/react'
import { useMemo, useRef } from 'react'
import type { MouseEvent as ReactMouseEvent } from 'react'
import { EMPTY_SELECTION, select, updateTabView, view, viewOf } from '../state/view.ts'
import { drawnFor, stepsBehind } from '../state/folding.ts'
import { setBusy } from './canvas-store.ts'
import { dragTo, drop } from './drag.ts'
import { connect } from './edits.ts'
import { toggled } from './selecting.ts'
import type { Spot } from '../../shared/report/scene/rects.ts'
import type { SceneIndex } from './scene-index.ts'
import type { StepNode } from './to-flow.ts'
import { sizeOf } from '../../shared/report/sizes.ts'

const DOUBLE_CLICK_MS = 350

export function useGestures(tab: string, index: SceneIndex) {
  const { screenToFlowPosition } = useReactFlow()
  const latest = useRef(index)
  latest.current = index
  return useMemo(() => gesturesOf(tab, latest, screenToFlowPosition), [tab, screenToFlowPosition])
}

function gesturesOf(
  tab: string,
  latest: { readonly current: SceneIndex },
  screenToFlowPosition: (screen: Spot) => Spot,
) {
  let dragged: ReadonlySet<string> = new Set()
  let lastClick = { at: 0, x: 0, y: 0 }
  const move = ({ id, position }: StepNode): void => {
    const lead = latest.current.steps.get(id)
    if (lead) dragTo(dragged, lead, position.x, position.y, latest.current)
  }
  return {
    onNodeClick: (event: ReactMouseEvent, { id }: StepNode) => pick(tab, event, `step:${id}`),
    onNodeDragStart: (_event: unknown, node: StepNode) => {
      dragged = dragSet(tab, node.id)
      move(node)
    },
    onNodeDrag: (_event: unknown, node: StepNode) => move(node),
    onNodeDragStop: () => drop(latest.current),
    onConnect: ({ source, target }: Connection) => connect(source, target),
    onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const from = state.fromNode?.id
      if (state.isValid || state.toNode || from === undefined || state.fromHandle?.type !== 'source') return
      const screen = pointOf(event)
      const at = screenToFlowPosition(screen)
      setBusy({ kind: 'add', request: { at: beside(at), screen, after: from, on: null } })
    },
    onPaneClick: (event: ReactMouseEvent) => {
      setBusy(null)
      const click = { at: event.timeStamp, x: event.clientX, y: event.clientY }
      const before = lastClick
      lastClick = click
      const again =
        click.at - before.at < DOUBLE_CLICK_MS && Math.hypot(click.x - before.x, click.y - before.y) < 6
      if (again) openAdd(click, screenToFlowPosition(click))
      else updateTabView(tab, { selection: EMPTY_SELECTION, walk: null })
    },
    onPaneContextMenu: (event: ReactMouseEvent | MouseEvent) => openMenu(event),
    onNodeContextMenu: (event: ReactMouseEvent, node: StepNode) => openMenuOf(tab, event, `step:${node.id}`),
    onWayClick: (event: ReactMouseEvent, id: string) => pick(tab, event, `edge:${id}`),
    onWayContextMenu: (event: ReactMouseEvent, id: string) => openMenuOf(tab, event, `edge:${id}`),
  }
}

/** Selects a thing; with Ctrl, Cmd or Shift, adds it to what is selected or takes it out. */
export function pick(
  tab: string,
  event: { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean },
  item: string,
): void {
  setBusy(null)
  const more = event.ctrlKey || event.metaKey || event.shiftKey
  const { selection } = viewOf(view.getState(), tab)
  updateTabView(tab, { selection: toggled(more ? selection : EMPTY_SELECTION, item) })
}

/** What is dragged with a step: all that is selected where the step is, else the step alone, which is selected then. */
export function dragSet(tab: string, id: string): ReadonlySet<string> {
  const { steps } = viewOf(view.getState(), tab).selection
  const behind = stepsBehind(id)
  if (steps.includes(behind[0]!)) return new Set(steps.map(drawnFor))
  select(tab, { steps: behind })
  return new Set([id])
}

/** The menu of a thing, which is selected first unless it is already. */
export function openMenuOf(tab: string, event: ReactMouseEvent | MouseEvent, item: string): void {
  const { selection } = viewOf(view.getState(), tab)
  const id = item.startsWith('step:')
    ? stepsBehind(item.slice('step:'.length))[0]!
    : item.slice('edge:'.length)
  if (![...selection.steps, ...selection.transitions].includes(id)) pick(tab, NO_KEYS, item)
  openMenu(event)
}

const NO_KEYS = { ctrlKey: false, metaKey: false, shiftKey: false }

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
