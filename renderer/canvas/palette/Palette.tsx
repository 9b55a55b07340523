// The palette at the side of the canvas: every kind of step, and notes. Drag one onto the canvas or onto a transition;
// or press it, and it goes after what is selected.
import { useReactFlow } from '@xyflow/react'
import { IconNote } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeyboardEvent, PointerEvent as ReactPointerEvent, ReactNode } from 'react'
import type { StepKind } from '../../../shared/model/scales.ts'
import { sizeOf } from '../../../shared/report/sizes.ts'
import type { Spot } from '../../../shared/report/scene/rects.ts'
import type { Scene } from '../../../shared/report/scene/types.ts'
import { runAppCommand } from '../../commands/registry.ts'
import { useActiveTab, useTabView, useView } from '../../state/hooks.ts'
import { words } from '../../words/words.ts'
import { addStep, present } from '../edits.ts'
import { startNote } from '../notes/note-edits.ts'
import { KindIcon } from '../nodes/KindIcon.tsx'
import { KINDS } from '../menus/kind-choices.tsx'
import { follow } from '../follow.ts'
import { rememberKind } from '../recent-kinds.ts'
import { wayUnder } from './way-under.ts'
import classes from './Palette.module.css'

type Item = StepKind | 'note'
const ITEMS: readonly Item[] = [...KINDS, 'note']
/** A line stands above these. */
const FIRST: ReadonlySet<Item> = new Set(['human', 'decision', 'note'])
/** Pixels of the window by which a drop may miss a transition. */
const REACH = 12

interface Dragged {
  readonly item: Item
  readonly x: number
  readonly y: number
  /** Where it would be put into: the path of the transition under the pointer. */
  readonly onWay: boolean
}

export function Palette({ scene }: { readonly scene: Scene }) {
  const design = useTabView((state) => state.mode === 'design')
  const readOnly = useActiveTab()?.readOnly ?? null
  const shown = useView(({ palette }) => palette)
  const { screenToFlowPosition, getZoom } = useReactFlow()
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const [stop, setStop] = useState(0)
  if (!design || readOnly !== null || !shown) return null
  const wayAt = (screen: Spot) => wayUnder(scene.edges, screenToFlowPosition(screen), REACH / getZoom())
  const press = (event: ReactPointerEvent<HTMLButtonElement>, item: Item): void => {
    if (event.button !== 0) return
    const button = event.currentTarget
    follow(event, {
      move: (now) => {
        const screen = pointOf(now)
        setDragged({ item, ...screen, onWay: item !== 'note' && wayAt(screen) !== null })
      },
      end: (released, wasDragged) => {
        setDragged(null)
        if (!released || !wasDragged) return
        const screen = pointOf(released)
        const target = document.elementFromPoint(screen.x, screen.y)
        if (target === null || !isBoard(button, target)) return
        put(item, screenToFlowPosition(screen), item === 'note' ? null : (wayAt(screen)?.id ?? null))
      },
    })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    // These press the button, and are no keys of the canvas around it.
    if (event.key === 'Enter' || event.key === ' ') event.stopPropagation()
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key] ?? 0
    if (by === 0) return
    event.preventDefault()
    event.stopPropagation()
    const next = (stop + by + ITEMS.length) % ITEMS.length
    setStop(next)
    event.currentTarget.querySelectorAll<HTMLElement>('button')[next]?.focus()
  }
  return (
    <>
      <div className={classes.room}>
        <div
          className={`${classes.palette} nowheel`}
          role="toolbar"
          aria-orientation="vertical"
          aria-label={words.editing.palette}
          onKeyDown={onKeyDown}
        >
          {ITEMS.map((item, index) => (
            <button
              key={item}
              type="button"
              className={classes.item}
              data-first={FIRST.has(item) || undefined}
              tabIndex={index === stop ? 0 : -1}
              aria-label={nameOf(item)}
              title={item === 'note' ? nameOf(item) : `${nameOf(item)}: ${words.scales.stepKindHints[item]}`}
              onFocus={() => setStop(index)}
              onPointerDown={(event) => press(event, item)}
              onClick={() => place(item)}
            >
              {iconOf(item, 18)}
            </button>
          ))}
        </div>
      </div>
      {dragged && (
        <div
          className={classes.ghost}
          data-on-way={dragged.onWay || undefined}
          style={{ left: dragged.x, top: dragged.y }}
          aria-hidden="true"
        >
          {iconOf(dragged.item, 15)}
          {nameOf(dragged.item)}
        </div>
      )}
    </>
  )
}

/** Without a place of its own: after the step that is selected, on the transition that is, else where there is room. */
function place(item: Item): void {
  if (item === 'note') {
    runAppCommand('insert.note')
    return
  }
  const { steps, transitions } = present()?.selection ?? { steps: [], transitions: [] }
  const last = present()?.workflow.steps.find(({ id }) => id === steps[0])
  const after = steps.length === 1 && last?.kind !== 'end' && item !== 'start' ? steps[0]! : null
  rememberKind(item)
  addStep(item, { at: null, screen: null, after, on: transitions.length === 1 ? transitions[0]! : null })
}

function put(item: Item, at: Spot, on: string | null): void {
  if (item === 'note') {
    startNote(at)
    return
  }
  const { width, height } = sizeOf({ kind: item, name: words.scales.stepKinds[item] })
  rememberKind(item)
  addStep(item, {
    at: { x: at.x - width / 2, y: at.y - height / 2 },
    screen: null,
    after: null,
    on: item === 'start' || item === 'end' ? null : on,
  })
}

function nameOf(item: Item): string {
  return item === 'note' ? words.editing.paletteNote : words.scales.stepKinds[item]
}

function iconOf(item: Item, size: number): ReactNode {
  return item === 'note' ? <IconNote size={size} stroke={1.7} /> : <KindIcon kind={item} size={size} />
}

function pointOf({ clientX, clientY }: PointerEvent): Spot {
  return { x: clientX, y: clientY }
}

/** Whether a thing of the page belongs to the drawing, and not to the palette or a panel. */
function isBoard(button: HTMLElement, target: Element): boolean {
  const canvas = button.closest('section')
  return canvas !== null && canvas.contains(target) && target.closest('[role="toolbar"]') === null
}
