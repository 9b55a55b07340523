// All steps as a spreadsheet: arrow keys walk cells, Enter edits, Ctrl+D fills down, cells are copied and pasted as text.
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useState } from 'react'
import type { ClipboardEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import type { Step } from '../../../shared/model/step.ts'
import { runAppCommand } from '../../commands/registry.ts'
import { useTabView } from '../../state/hooks.ts'
import { acceptTagSuggestions, useTagSuggestions } from '../../state/tag-suggestions.ts'
import { select } from '../../state/view.ts'
import { words } from '../../words/words.ts'
import { columnOf } from './columns.ts'
import type { ColumnId, TableFacts } from './columns.ts'
import { clearCells, copyCells, fillCells, pasteCells, writeCells } from './grid-actions.ts'
import type { Targets } from './grid-actions.ts'
import { CellEditor, GridCell } from './grid-cell.tsx'
import type { CellEnd } from './grid-cell.tsx'
import { GridHead } from './grid-head.tsx'
import { reasonText, suggestedText } from './suggested-cell.ts'
import classes from './table.module.css'
import { placeAfter, useCells } from './use-cells.ts'
import type { CellPlace } from './use-cells.ts'

interface StepGridProps {
  readonly tab: string
  readonly facts: TableFacts
  readonly rows: readonly Step[]
  readonly columns: readonly ColumnId[]
  readonly editable: boolean
}

interface Editing extends CellPlace {
  /** What was typed to begin, or null for what the cell says. */
  readonly typed: string | null
}

const ROW_HEIGHT = 28
const HEAD_HEIGHT = 56
const said = words.table

export function StepGrid({ tab, facts, rows, columns, editable }: StepGridProps) {
  const chosen = useTabView((view) => view.selection.steps)
  const selected = useMemo(() => new Set(chosen), [chosen])
  const { open } = useTagSuggestions()
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [fillTo, setFillTo] = useState<{ readonly row: number; readonly y: number } | null>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
    scrollPaddingStart: HEAD_HEIGHT,
    scrollMargin: 0,
  })
  const scrollTo = (row: number): void => virtual.scrollToIndex(row)
  const cells = useCells({ tab, rows, columns: columns.length, chosen, scrollTo })
  const { active, range } = cells
  const step = rows[active.row]
  const width = columns.reduce((sum, id) => sum + columnOf(id).width, 0)

  const ghostAt = (of: Step, id: ColumnId): string => suggestedText(of, id, open.get(of.id), facts)

  /** Whole selection where the keyboard stands in it, and else this row. */
  const targets = (): Targets => {
    const steps =
      step && selected.has(step.id) ? rows.filter(({ id }) => selected.has(id)) : step ? [step] : []
    return { facts, steps, columns: columns.slice(range[0], range[1] + 1) }
  }
  const edit = (place: CellPlace, typed: string | null): void => {
    if (editable && columnOf(columns[place.column]!).read) setEditing({ ...place, typed })
  }
  const endEdit = (place: CellPlace, end: CellEnd | null): void => {
    setEditing(null)
    if (end?.move === 'down') cells.go({ ...place, row: place.row + 1 }, 'only')
    else if (end?.move === 'right') cells.go({ ...place, column: place.column + 1 }, 'only')
    else if (end?.move === 'left') cells.go({ ...place, column: place.column - 1 }, 'only')
    else if (end?.move !== 'none') cells.focus(place)
    const edited = rows[place.row]
    const column = columns[place.column]!
    if (!end || !edited) return
    const steps = end.rows === 'selected' ? targets().steps : [edited]
    const changed = steps.filter((of) => columnOf(column).text(of, facts) !== end.text)
    writeCells(
      facts,
      changed.map(({ id }) => ({ step: id, column, text: end.text })),
    )
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const column = columns[active.column]
    if (editing || !step || !column || isField(event.target)) return
    const far = event.ctrlKey || event.metaKey
    const next = event.altKey ? undefined : placeAfter(event, active)
    const ghost = ghostAt(step, column)
    if (next) cells.go(next, event.shiftKey ? 'range' : 'only')
    else if ((event.key === 'Enter' || event.key === 'Tab') && ghost !== '' && editable && !event.shiftKey) {
      acceptTagSuggestions(far ? targets().steps.map(({ id }) => id) : [step.id])
    } else if (event.key === 'Enter' || event.key === 'F2') edit(active, null)
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (editable) clearCells(targets())
    } else if (far && event.key.toLowerCase() === 'd') {
      if (editable) fillDown()
    } else if (event.key === ' ' && !far) cells.go(active, 'only')
    else if (digitOf(event) !== null && column !== 'volume' && !far && !event.altKey) {
      // The command of the canvas, for the same selection; on a cell of doubt Shift is not needed.
      if (!selected.has(step.id)) select(tab, { steps: [step.id] })
      if (column !== 'uncertainty' || event.shiftKey) return
      runAppCommand(`tag.uncertainty.${digitOf(event)}`)
    } else if (isTyped(event) && columnOf(column).read && !columnOf(column).options) edit(active, event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const fillDown = (): void => {
    const all = targets()
    const above = rows[active.row - 1]
    if (all.steps.length > 1) fillCells(all)
    else if (above && step) fillCells({ ...all, steps: [above, step] })
  }
  const fill = (event: PointerEvent<HTMLElement>, phase: 'start' | 'move' | 'end'): void => {
    event.stopPropagation()
    if (phase === 'start') {
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      setFillTo({ row: active.row, y: event.clientY })
    } else if (fillTo && phase === 'move') {
      const row = active.row + Math.round((event.clientY - fillTo.y) / ROW_HEIGHT)
      setFillTo({ ...fillTo, row: Math.max(active.row, Math.min(row, rows.length - 1)) })
    } else if (fillTo) {
      setFillTo(null)
      fillCells({ ...targets(), steps: rows.slice(active.row, fillTo.row + 1) })
    }
  }
  const onCopy = (event: ClipboardEvent): void => {
    if (!step || isField(event.target)) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', copyCells(targets()))
    if (event.type === 'cut' && editable) clearCells(targets())
  }
  const onPaste = (event: ClipboardEvent): void => {
    if (!step || !editable || isField(event.target)) return
    event.preventDefault()
    pasteCells(targets(), event.clipboardData.getData('text/plain'), { rows, columns })
  }
  const inRange = (row: number, id: string, column: number): boolean =>
    column >= range[0] &&
    column <= range[1] &&
    ((selected.has(id) && selected.size > 1) || (fillTo !== null && row >= active.row && row <= fillTo.row))

  return (
    <div ref={setScroller} className={classes.scroller}>
      <div
        role="grid"
        ref={cells.ref}
        className={classes.grid}
        style={{ width }}
        aria-label={said.title}
        aria-description={said.hint}
        aria-multiselectable="true"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        data-takes-keys
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onCut={onCopy}
        onPaste={onPaste}
      >
        <GridHead columns={columns} />
        <div role="rowgroup" className={classes.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index: row, key, start }) => {
            const of = rows[row]!
            const suggestion = open.get(of.id)
            const reason = suggestion ? reasonText(suggestion) : ''
            return (
              <div
                key={key}
                role="row"
                aria-rowindex={row + 2}
                aria-selected={selected.has(of.id)}
                className={selected.has(of.id) ? `${classes.row} ${classes.selected}` : classes.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                {columns.map((id, index) => {
                  const column = columnOf(id)
                  const text = column.text(of, facts)
                  const here = active.row === row && active.column === index
                  const place = { row, column: index }
                  if (editing?.row === row && editing.column === index)
                    return (
                      <CellEditor
                        key={id}
                        label={said.edit(said.columns[id], of.name)}
                        column={column}
                        options={column.options?.(facts.workflow)}
                        start={editing.typed ?? text}
                        typed={editing.typed !== null}
                        onEnd={(end) => endEdit(place, end)}
                      />
                    )
                  return (
                    <GridCell
                      key={id}
                      step={of}
                      column={column}
                      row={row}
                      index={index}
                      text={text}
                      ghost={ghostAt(of, id)}
                      reason={reason}
                      active={here}
                      inRange={inRange(row, of.id, index)}
                      handle={here && editable && column.read !== undefined && rows.length > 1}
                      onPick={(event) => cells.go(place, howOf(event))}
                      onEdit={() => edit(place, null)}
                      onFill={fill}
                    />
                  )
                })}
              </div>
            )
          })}
        </div>
        {rows.length === 0 && <p className={classes.none}>{said.noMatch}</p>}
      </div>
    </div>
  )
}

function howOf(event: MouseEvent): 'only' | 'toggle' | 'range' {
  if (event.shiftKey) return 'range'
  return event.ctrlKey || event.metaKey ? 'toggle' : 'only'
}

function isField(target: EventTarget): boolean {
  return target instanceof Element && /^(?:INPUT|SELECT|BUTTON)$/.test(target.tagName)
}

// By the place of the key, as the command table reads it.
function digitOf({ code }: KeyboardEvent): string | null {
  return /^Digit[0-4]$/.test(code) ? code.at(-1)! : null
}

function isTyped({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey
}
