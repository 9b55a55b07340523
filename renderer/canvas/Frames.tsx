// The frames of groups and lanes, behind the steps: a name to take hold of, and a button that closes them.
import { ViewportPortal } from '@xyflow/react'
import { IconChevronDown } from '@tabler/icons-react'
import { useStore } from 'zustand'
import type { Frame } from '../../shared/report/fold.ts'
import { boundsOf, grown } from '../../shared/report/scene/rects.ts'
import type { Rect } from '../../shared/report/scene/rects.ts'
import { useActiveId } from '../state/hooks.ts'
import { select } from '../state/view.ts'
import { words } from '../words/words.ts'
import { askCanvas, setBusy } from './canvas-store.ts'
import { dragStore } from './drag.ts'
import type { Drag } from './drag.ts'
import { openOrClose } from './folding-edits.ts'
import { GroupName } from './GroupName.tsx'
import type { SceneIndex } from './scene-index.ts'
import classes from './Frames.module.css'

/** Room around the steps for their gates, and for the name above them. */
const ROOM = 28
const HEAD = 24

interface FramesProps {
  readonly frames: readonly Frame[]
  readonly index: SceneIndex
  /** False where nothing can be changed. */
  readonly design: boolean
}

export function Frames({ frames, index, design }: FramesProps) {
  const drag = useStore(dragStore, (state) => state.drag)
  const tab = useActiveId()
  if (frames.length === 0 || tab === null) return null
  const lanes = laneBoxes(frames, index, drag)
  return (
    <ViewportPortal>
      {frames.map((frame) => {
        const box = lanes.get(frame.id) ?? boxOf(frame, index, drag)
        return box && <FrameBox key={frame.id} frame={frame} box={box} tab={tab} design={design} />
      })}
    </ViewportPortal>
  )
}

interface FrameBoxProps {
  readonly frame: Frame
  readonly box: Rect
  readonly tab: string
  readonly design: boolean
}

function FrameBox({ frame, box, tab, design }: FrameBoxProps) {
  const { id, kind, name, steps } = frame
  const said = kind === 'lane' ? words.folding.laneOf(name) : words.folding.groupOf(name, steps.length)
  const take = (): void => {
    select(tab, { steps: [...steps] })
    askCanvas('focus', steps[0])
  }
  return (
    <div
      className={classes.frame}
      data-kind={kind}
      style={{ transform: `translate(${box.x}px, ${box.y}px)`, width: box.width, height: box.height }}
      role="group"
      aria-label={said}
    >
      <div className={`${classes.head} nodrag nopan`}>
        {design && (
          <button
            type="button"
            className={classes.close}
            title={words.folding.close}
            aria-label={`${words.folding.close}: ${name}`}
            onClick={() => openOrClose(id)}
          >
            <IconChevronDown size={14} stroke={2} aria-hidden="true" />
          </button>
        )}
        <button
          type="button"
          className={classes.name}
          title={said}
          onClick={take}
          onDoubleClick={() => design && kind === 'group' && setBusy({ kind: 'rename', step: id })}
        >
          {name || words.folding.group}
        </button>
      </div>
      {kind === 'group' && <GroupName id={id} name={name} />}
    </div>
  )
}

function boxOf({ steps }: Frame, index: SceneIndex, drag: Drag | null): Rect | null {
  const rects = steps.flatMap((id) => {
    const step = index.steps.get(id)
    if (!step) return []
    const { x, y, ...size } = step.rect
    return drag?.ids.has(id) ? [{ ...size, x: x + drag.dx, y: y + drag.dy }] : [step.rect]
  })
  const bounds = boundsOf(rects)
  if (!bounds) return null
  const { x, y, width, height } = grown(bounds, ROOM)
  return { x, y: y - HEAD, width, height: height + HEAD }
}

/** Lanes are all as wide as the widest of them. */
function laneBoxes(
  frames: readonly Frame[],
  index: SceneIndex,
  drag: Drag | null,
): ReadonlyMap<string, Rect> {
  const boxes = frames.flatMap((frame) => {
    const box = frame.kind === 'lane' ? boxOf(frame, index, drag) : null
    return box ? [[frame.id, box] as const] : []
  })
  const across = boundsOf(boxes.map(([, box]) => box))
  return new Map(boxes.map(([id, box]) => [id, across ? { ...box, x: across.x, width: across.width } : box]))
}
