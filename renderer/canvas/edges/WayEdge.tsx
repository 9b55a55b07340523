// A transition on the canvas: its line, its arrow, its label, the gates on it, and the number of its place on a walk.
import { EdgeLabelRenderer, useStore } from '@xyflow/react'
import { IconPlus } from '@tabler/icons-react'
import { memo, useCallback, useEffect, useRef, useState } from 'react'
import type { ChangeKind } from '../../../shared/model/difference.ts'
import { ABNORMAL_KINDS } from '../../../shared/model/scales.ts'
import type { TransitionKind } from '../../../shared/model/scales.ts'
import { LINE_HEIGHT } from '../../../shared/report/sizes.ts'
import { words } from '../../words/words.ts'
import { setBusy } from '../canvas-store.ts'
import { spokenWith } from '../nodes/ChangeMark.tsx'
import { Gate } from '../nodes/Gate.tsx'
import { selectItem } from '../select-item.ts'
import type { SceneEdge } from '../../../shared/report/scene/types.ts'
import { isFar } from '../far/zoom.ts'
import type { Way, WayData } from '../to-flow.ts'
import { arrowPath } from '../../../shared/report/scene/arrow.ts'
import classes from './WayEdge.module.css'

const ORIGIN = { x: 0, y: 0 }
const LEAVE_MS = 160

export const WayEdge = memo(function WayEdge({ data, selected }: Omit<Way, 'id'>) {
  const far = useStore(isFar)
  const [hover, setHover] = useHover()
  const { edge } = data
  if (edge.kind === 'tool')
    return <path className={classes.toolLine} d={edge.path} data-dim={data.dim || undefined} />
  return (
    <>
      <Line data={data} selected={selected} onHover={setHover} />
      {!far && edge.labelAt && <Label edge={edge} dim={data.dim} />}
      {!far && data.change && <ChangeSign edge={edge} change={data.change} />}
      {!far && data.onWalk > 0 && <WalkNumber edge={edge} number={data.onWalk} />}
      {!far && (
        <EdgeLabelRenderer>
          {edge.gates.map((gate) => (
            <Gate
              key={gate.id}
              gate={gate}
              origin={ORIGIN}
              selected={gate.id === data.gate}
              change={data.gateChanges.get(gate.id)}
            />
          ))}
          {(selected || hover) && data.change !== 'removed' && (
            <InsertButton edge={edge} onHover={setHover} />
          )}
        </EdgeLabelRenderer>
      )}
    </>
  )
})

/** True while the pointer is near; leaving the line for the button on it is not leaving. */
function useHover(): readonly [boolean, (over: boolean) => void] {
  const [hover, setHover] = useState(false)
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const change = useCallback((over: boolean) => {
    clearTimeout(leaving.current)
    if (over) setHover(true)
    else leaving.current = setTimeout(() => setHover(false), LEAVE_MS)
  }, [])
  useEffect(() => () => clearTimeout(leaving.current), [])
  return [hover, change]
}

interface LineProps {
  readonly data: WayData
  readonly selected: boolean
  readonly onHover: (over: boolean) => void
}

function Line({ data, selected, onHover }: LineProps) {
  const { edge } = data
  return (
    <g
      className={classes.way}
      data-selected={selected || undefined}
      data-walk={data.onWalk > 0 || undefined}
      data-walked={data.walked || undefined}
      data-dim={data.dim || undefined}
      data-change={data.change}
      data-abnormal={ABNORMAL_KINDS.has(edge.kind as TransitionKind) || undefined}
    >
      <path className={classes.line} d={edge.path} />
      <path className={classes.arrow} d={arrowPath(edge.way)} />
      <path
        className={classes.hit}
        d={edge.path}
        role="button"
        tabIndex={-1}
        data-item={`edge:${edge.id}`}
        aria-label={spokenWith(edge.spoken, data.change)}
        aria-roledescription={words.canvas.transitionRole}
        aria-pressed={selected}
        onPointerEnter={() => onHover(true)}
        onPointerLeave={() => onHover(false)}
      />
    </g>
  )
}

function Label({ edge, dim }: { readonly edge: SceneEdge; readonly dim: boolean }) {
  const { x, y, width } = edge.labelAt!
  return (
    <text
      className={classes.label}
      y={y + 10.5}
      data-dim={dim || undefined}
      onClick={() => selectItem(`edge:${edge.id}`)}
    >
      <title>{edge.fullLabel}</title>
      {edge.label.map((line, index) => (
        <tspan key={line} x={x + width / 2} dy={index === 0 ? 0 : LINE_HEIGHT}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

function ChangeSign({ edge, change }: { readonly edge: SceneEdge; readonly change: ChangeKind }) {
  const { x, y } = edge.middle
  return (
    <g className={classes.sign} data-change={change} aria-hidden="true">
      <circle cx={x} cy={y} r={7.5} />
      <text x={x} y={y + 4}>
        {words.compare.marks[change]}
      </text>
    </g>
  )
}

function WalkNumber({ edge, number }: { readonly edge: SceneEdge; readonly number: number }) {
  const [a, b] = [edge.way[0]!, edge.way[1]!]
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  const reach = Math.min(13, length / 2) / (length || 1)
  const spot = { x: a.x + (b.x - a.x) * reach, y: a.y + (b.y - a.y) * reach }
  return (
    <g className={classes.number} aria-hidden="true">
      <circle cx={spot.x} cy={spot.y} r={7.5} />
      <text x={spot.x} y={spot.y + 3.5}>
        {number}
      </text>
    </g>
  )
}

function InsertButton({
  edge,
  onHover,
}: {
  readonly edge: SceneEdge
  readonly onHover: (over: boolean) => void
}) {
  return (
    <button
      type="button"
      className={`${classes.insert} nodrag nopan`}
      style={{ transform: `translate(${edge.middle.x - 12}px, ${edge.middle.y - 12}px)` }}
      tabIndex={-1}
      onPointerEnter={() => onHover(true)}
      onPointerLeave={() => onHover(false)}
      aria-label={words.canvas.insert}
      title={words.canvas.insert}
      onClick={(event) => {
        // The button is drawn by its transition, and pressing it is not clicking the transition.
        event.stopPropagation()
        setBusy({
          kind: 'add',
          request: { at: null, screen: { x: event.clientX, y: event.clientY }, after: null, on: edge.id },
        })
      }}
    >
      <IconPlus size={14} stroke={2.2} aria-hidden="true" />
    </button>
  )
}
