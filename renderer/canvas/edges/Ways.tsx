// The transitions near what is seen: one group for each tile of the world, drawn once and moved by the compositor.
// Those of a dragged step are lifted out and drawn anew every frame.
import { ViewportPortal } from '@xyflow/react'
import { memo, useMemo, useRef } from 'react'
import type { MouseEvent } from 'react'
import { useStore } from 'zustand'
import type { SceneEdge, SceneStep } from '../../../shared/report/scene/types.ts'
import { dragStore, draggedEdges } from '../drag.ts'
import { reroutedEdges } from '../drag-scene.ts'
import type { SceneIndex, Tile } from '../scene-index.ts'
import { waysFor } from '../to-flow.ts'
import type { Marks, Way } from '../to-flow.ts'
import { WayEdge } from './WayEdge.tsx'
import classes from './WayEdge.module.css'

export interface WayGestures {
  readonly onWayClick: (event: MouseEvent, id: string) => void
  readonly onWayContextMenu: (event: MouseEvent, id: string) => void
}

interface WaysProps extends WayGestures {
  readonly index: SceneIndex
  readonly marks: Marks
  readonly numbers: ReadonlyMap<string, number>
  readonly tiles: readonly Tile[]
  /** Steps that are about to be mounted. */
  readonly waiting: readonly SceneStep[]
  /** A transition that is drawn although it is far: the keyboard stands on it. */
  readonly pinned: SceneEdge | null
}

export function Ways({ index, marks, numbers, tiles, waiting, pinned, ...gestures }: WaysProps) {
  const ids = useStore(dragStore, ({ drag }) => drag?.ids)
  const lifted = useMemo(() => (ids ? draggedEdges(index, ids) : NO_EDGES), [index, ids])
  const loose = pinned && tiles.every(({ edges }) => !edges.includes(pinned)) ? pinned : null
  return (
    <ViewportPortal>
      {tiles.map((tile) => (
        <TileWays
          key={tile.key}
          edges={tile.edges}
          hidden={touching(tile.edges, lifted)}
          marks={marks}
          numbers={numbers}
          {...gestures}
        />
      ))}
      {loose && <TileWays edges={[loose]} hidden={lifted} marks={marks} numbers={numbers} {...gestures} />}
      {waiting.length > 0 && <Waiting steps={waiting} />}
      {lifted.length > 0 && tiles.length > 0 && (
        <LiftedWays index={index} edges={lifted} marks={marks} numbers={numbers} />
      )}
    </ViewportPortal>
  )
}

const NO_EDGES: readonly SceneEdge[] = []

/** Of what is lifted, what this tile has: the same empty list for nearly all of them. */
function touching(edges: readonly SceneEdge[], lifted: readonly SceneEdge[]): readonly SceneEdge[] {
  if (lifted.length === 0) return NO_EDGES
  const all = new Set(lifted)
  return edges.some((edge) => all.has(edge)) ? lifted : NO_EDGES
}

interface GroupProps extends WayGestures {
  readonly edges: readonly SceneEdge[]
  readonly hidden: readonly SceneEdge[]
  readonly marks: Marks
  readonly numbers: ReadonlyMap<string, number>
}

const TileWays = memo(function TileWays({ edges, hidden, marks, numbers, ...gestures }: GroupProps) {
  const previous = useRef<readonly Way[]>(undefined)
  const ways = useMemo(() => waysFor(edges, marks, numbers, previous.current), [edges, marks, numbers])
  previous.current = ways
  const gone = useMemo(() => new Set(hidden.map(({ id }) => id)), [hidden])
  // What is pointed out lies on top of lines that share its way.
  const drawn = ways.filter(({ id }) => !gone.has(id)).toSorted((a, b) => liftOf(a) - liftOf(b))
  return (
    <svg className={classes.tile}>
      {drawn.map(({ id, data, selected }) => (
        <g
          key={id}
          data-way={id}
          onClick={(event) => data.edge.kind !== 'tool' && gestures.onWayClick(event, id)}
          onContextMenu={(event) => data.edge.kind !== 'tool' && gestures.onWayContextMenu(event, id)}
        >
          <WayEdge data={data} selected={selected} />
        </g>
      ))}
    </svg>
  )
})

function liftOf({ data, selected }: Way): number {
  return data.onWalk > 0 || selected ? 1 : 0
}

type LiftedProps = Omit<GroupProps, 'hidden' | keyof WayGestures> & { readonly index: SceneIndex }

function LiftedWays({ index, edges, marks, numbers }: LiftedProps) {
  const drag = useStore(dragStore, (state) => state.drag)
  const ids = drag?.ids
  const along = useMemo(
    () => (ids ? edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) : NO_EDGES),
    [edges, ids],
  )
  if (!drag) return null
  return (
    <>
      <svg className={classes.tile}>
        <MovedAlong edges={along} offset={`translate(${drag.dx} ${drag.dy})`} />
      </svg>
      <svg className={classes.tile}>
        {waysFor(reroutedEdges(index, edges, drag), marks, numbers, undefined).map(
          ({ id, data, selected }) => (
            <WayEdge key={id} data={data} selected={selected} />
          ),
        )}
      </svg>
    </>
  )
}

/** Transitions whose two ends move alike keep their shape: lines only, for there may be thousands. */
function MovedAlong({ edges, offset }: { readonly edges: readonly SceneEdge[]; readonly offset: string }) {
  const path = useMemo(() => edges.map((edge) => edge.path).join(''), [edges])
  return (
    <g className={classes.way} transform={offset}>
      <path className={classes.line} d={path} />
    </g>
  )
}

/** Where a step is about to be mounted: seen for a frame or two of a fast pan. */
const Waiting = memo(function Waiting({ steps }: { readonly steps: readonly SceneStep[] }) {
  return (
    <svg className={classes.tile} aria-hidden="true">
      {steps.map(({ id, rect }) => (
        <rect key={id} className={classes.waiting} {...rect} rx={10} />
      ))}
    </svg>
  )
})
