// The steps of the outline as a tree-table: arrow keys walk, Shift extends, F2 renames, digits tag, all without a mouse.
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { Analysis } from '../../../shared/model/analysis.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { useStore } from 'zustand'
import { askCanvas, canvasStore } from '../../canvas/canvas-store.ts'
import { renameStep } from '../../canvas/edits.ts'
import { runAppCommand } from '../../commands/registry.ts'
import { useTabView } from '../../state/hooks.ts'
import { focusField, select, setPane } from '../../state/view.ts'
import { words } from '../../words/words.ts'
import { useRowFocus } from '../parts/use-row-focus.ts'
import type { OutlineRow } from '../../../shared/report/flow-order.ts'
import { gateMarks } from './outline-data.ts'
import { OutlineStep } from './outline-row.tsx'
import type { RowMenuAction } from './outline-row.tsx'
import classes from './outline.module.css'

interface StepTreeProps {
  readonly tab: string
  readonly workflow: Workflow
  readonly analysis: Analysis | null
  readonly rows: readonly OutlineRow[]
  readonly collapsed: ReadonlySet<string>
  readonly onFold: (step: string) => void
  readonly editable: boolean
  readonly scroller: HTMLElement | null
}

const ROW_HEIGHT = 28
const MENU_COMMANDS: Readonly<Record<Exclude<RowMenuAction, 'rename'>, string>> = {
  append: 'insert.append',
  connect: 'insert.connect',
  duplicate: 'edit.duplicate',
  delete: 'edit.delete',
}

export function StepTree(props: StepTreeProps) {
  const { tab, workflow, analysis, rows, collapsed, editable, scroller } = props
  const chosen = useTabView((view) => view.selection.steps)
  const selected = useMemo(() => new Set(chosen), [chosen])
  const marks = useMemo(() => gateMarks(workflow, analysis), [workflow, analysis])
  const [renaming, setRenaming] = useState<string | null>(null)
  const anchor = useRef(0)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.step.id ?? index,
    overscan: 12,
  })
  const focus = useRowFocus({ count: rows.length, scrollTo: (index) => virtual.scrollToIndex(index) })
  useTakeKeyboard(rows, focus.focusRow)
  useFollowSelection(rows, chosen, focus.setActive, (index) => virtual.scrollToIndex(index))

  const pick = (index: number, how: 'only' | 'toggle' | 'range'): void => {
    const steps = pickedSteps(rows, chosen, { anchor: anchor.current, index, how })
    if (how !== 'range') anchor.current = index
    focus.setActive(index)
    select(tab, { steps })
    const step = rows[index]?.step.id
    if (step !== undefined) askCanvas('reveal', step)
  }
  const actOn = (index: number, action: RowMenuAction): void => {
    if (!selected.has(rows[index]!.step.id)) pick(index, 'only')
    if (action === 'rename') setRenaming(rows[index]!.step.id)
    else runAppCommand(MENU_COMMANDS[action])
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[focus.active]
    if (!row || renaming !== null) return
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      // The menu itself is a command; it is about what is selected, and so about this row.
      if (!selected.has(row.step.id)) pick(focus.active, 'only')
    } else if (event.key === 'F2' && editable) {
      event.preventDefault()
      actOn(focus.active, 'rename')
    } else if (event.key === 'Enter') {
      event.preventDefault()
      setPane('right', true)
      focusField(tab, { element: row.step.id, kind: 'step', field: 'name' })
    } else if (event.key === ' ') {
      event.preventDefault()
      event.stopPropagation()
      pick(focus.active, event.ctrlKey || event.metaKey ? 'toggle' : 'only')
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault()
      if (row.hasChildren && collapsed.has(row.step.id) === (event.key === 'ArrowRight'))
        props.onFold(row.step.id)
    } else if (!event.altKey && focus.onKeyDown(event)) {
      const next = focus.target(event.key)
      if (next !== undefined && !event.ctrlKey && !event.metaKey)
        pick(next, event.shiftKey ? 'range' : 'only')
    }
  }
  return (
    <div
      role="treegrid"
      ref={focus.ref}
      className={classes.tree}
      style={{ height: virtual.getTotalSize() }}
      aria-label={words.outline.stepsTitle}
      aria-description={words.outline.hint}
      aria-multiselectable="true"
      aria-rowcount={rows.length}
      data-takes-keys
      onKeyDown={onKeyDown}
    >
      {virtual.getVirtualItems().map((item) => {
        const row = rows[item.index]!
        const { id } = row.step
        return (
          <OutlineStep
            key={item.key}
            row={row}
            index={item.index}
            top={item.start}
            selected={selected.has(id)}
            inTabOrder={item.index === focus.active}
            folded={collapsed.has(id)}
            renaming={renaming === id}
            editable={editable}
            reachable={isReachable(analysis, id)}
            gate={marks.get(id)}
            onPick={(event) => pick(item.index, howOf(event))}
            onFold={() => props.onFold(id)}
            onRename={(name) => renameStep(id, name)}
            onEndRename={() => {
              setRenaming(null)
              focus.focusRow(item.index)
            }}
            onMenu={(action) => actOn(item.index, action)}
          />
        )
      })}
    </div>
  )
}

function howOf(event: MouseEvent): 'only' | 'toggle' | 'range' {
  if (event.shiftKey) return 'range'
  return event.ctrlKey || event.metaKey ? 'toggle' : 'only'
}

function pickedSteps(
  rows: readonly OutlineRow[],
  chosen: readonly string[],
  { anchor, index, how }: { readonly anchor: number; readonly index: number; readonly how: string },
): readonly string[] {
  const id = rows[index]?.step.id
  if (id === undefined) return chosen
  if (how === 'toggle') return chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]
  if (how === 'only') return [id]
  return rows.slice(Math.min(anchor, index), Math.max(anchor, index) + 1).map((row) => row.step.id)
}

/** What the canvas would be asked to give the keyboard to gets it here, while the keyboard is at home in the outline. */
function useTakeKeyboard(rows: readonly OutlineRow[], focusRow: (index: number) => void): void {
  const request = useStore(canvasStore, (state) => state.request)
  const answered = useRef(request?.count)
  useEffect(() => {
    if (request?.kind !== 'focus' || canvasStore.getState().home !== 'outline') return
    const step = request.element?.replace(/^step:/, '')
    const index = rows.findIndex((row) => row.step.id === step)
    // The row of a new step is drawn a moment after the step was asked for; each request is answered once.
    if (index === -1 || answered.current === request.count) return
    answered.current = request.count
    focusRow(index)
  }, [request, rows, focusRow])
}

/** A step chosen elsewhere, on the canvas or by a finding, comes into view here. */
function useFollowSelection(
  rows: readonly OutlineRow[],
  chosen: readonly string[],
  setActive: (index: number) => void,
  scrollTo: (index: number) => void,
): void {
  const last = chosen.at(-1)
  const followed = useRef<string>(undefined)
  useEffect(() => {
    // Only when the selection moves: scrolling back on every edit would fight the person.
    if (last === followed.current) return
    const index = last === undefined ? -1 : rows.findIndex((row) => row.step.id === last)
    if (last !== undefined && index === -1) return
    followed.current = last
    if (index === -1) return
    setActive(index)
    scrollTo(index)
  }, [last, rows, setActive, scrollTo])
}

function isReachable(analysis: Analysis | null, id: string): boolean {
  if (!analysis || !Object.hasOwn(analysis.steps, id)) return true
  return analysis.steps[id]!.reachable
}
