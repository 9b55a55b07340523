// Where the keyboard stands in the table, and which cells belong to it.
import { useEffect, useRef, useState } from 'react'
import type { Step } from '../../../shared/model/step.ts'
import { askCanvas } from '../../canvas/canvas-store.ts'
import { select } from '../../state/view.ts'

export interface CellPlace {
  readonly row: number
  readonly column: number
}

interface CellsOptions {
  readonly tab: string
  readonly rows: readonly Step[]
  readonly columns: number
  readonly chosen: readonly string[]
  readonly scrollTo: (row: number) => void
}

export interface Cells {
  readonly active: CellPlace
  /** First and last column of the range. */
  readonly range: readonly [number, number]
  readonly ref: (element: HTMLElement | null) => void
  readonly go: (to: CellPlace, how: 'only' | 'range' | 'toggle') => void
  /** Puts the keyboard back onto a cell, without selecting anything. */
  readonly focus: (at: CellPlace) => void
}

/** Rows are the selection of the document; columns and the cell with the keyboard are the table's own. */
export function useCells({ tab, rows, columns, chosen, scrollTo }: CellsOptions): Cells {
  const [wanted, setActive] = useState<CellPlace>({ row: 0, column: 0 })
  const [anchor, setAnchor] = useState<CellPlace>({ row: 0, column: 0 })
  const grid = useRef<HTMLElement | null>(null)
  const active = within(wanted, rows.length, columns)

  function focus(at: CellPlace): void {
    const place = within(at, rows.length, columns)
    setActive(place)
    scrollTo(place.row)
    // Two frames: the virtual list draws the row in the first, and its cell can take the focus in the second.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const cell = grid.current?.querySelector<HTMLElement>(`[data-cell="${place.row}:${place.column}"]`)
        cell?.focus()
        cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      }),
    )
  }

  function go(to: CellPlace, how: 'only' | 'range' | 'toggle'): void {
    const place = within(to, rows.length, columns)
    const step = rows[place.row]
    if (!step) return
    if (how !== 'range') setAnchor(place)
    focus(place)
    select(tab, { steps: pickedSteps(rows, chosen, { from: anchor.row, to: place.row, how }) })
    askCanvas('reveal', step.id)
  }

  const last = chosen.at(-1)
  useEffect(() => {
    const row = last === undefined ? -1 : rows.findIndex(({ id }) => id === last)
    if (row === -1 || grid.current?.contains(document.activeElement)) return
    setActive((now) => ({ ...now, row }))
    setAnchor((now) => ({ ...now, row }))
    scrollTo(row)
    // Only when the selection moves: scrolling back on every edit would fight the person.
    // oxlint-disable-next-line exhaustive-deps
  }, [last])

  const range = [Math.min(anchor.column, active.column), Math.max(anchor.column, active.column)] as const
  return { active, range, ref: (element) => void (grid.current = element), go, focus }
}

/** The place that an arrow or another key of movement leads to. */
export function placeAfter(
  { key, ctrlKey, metaKey }: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean },
  { row, column }: CellPlace,
): CellPlace | undefined {
  const far = ctrlKey || metaKey
  switch (key) {
    case 'ArrowDown':
      return { row: far ? Infinity : row + 1, column }
    case 'ArrowUp':
      return { row: far ? 0 : row - 1, column }
    case 'ArrowRight':
      return { row, column: far ? Infinity : column + 1 }
    case 'ArrowLeft':
      return { row, column: far ? 0 : column - 1 }
    case 'Home':
      return { row: far ? 0 : row, column: 0 }
    case 'End':
      return { row: far ? Infinity : row, column: Infinity }
    case 'PageDown':
      return { row: row + PAGE, column }
    case 'PageUp':
      return { row: row - PAGE, column }
    default:
      return undefined
  }
}

const PAGE = 10

function within({ row, column }: CellPlace, rows: number, columns: number): CellPlace {
  return {
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  }
}

function pickedSteps(
  rows: readonly Step[],
  chosen: readonly string[],
  { from, to, how }: { readonly from: number; readonly to: number; readonly how: string },
): readonly string[] {
  const id = rows[to]!.id
  if (how === 'only') return [id]
  if (how === 'toggle') return chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.id)
}
