// What keys, the clipboard and the fill handle do to cells of the table, each of them one undo step.
import type { Step } from '../../../shared/model/step.ts'
import { runCommand } from '../../state/edit.ts'
import { announce, showMessage } from '../../state/messages.ts'
import { words } from '../../words/words.ts'
import { cellEdit, pastedCells } from './cell-edits.ts'
import type { CellText } from './cell-edits.ts'
import { columnOf } from './columns.ts'
import type { ColumnId, TableFacts } from './columns.ts'
import { readTsv, writeTsv } from './tsv.ts'

/** The cells that an action is about: whole rows of the selection, between two columns. */
export interface Targets {
  readonly facts: TableFacts
  /** Selected steps in the order of the table; at least one. */
  readonly steps: readonly Step[]
  readonly columns: readonly ColumnId[]
}

/** Writes texts into cells; what cannot be read is said, and then nothing is changed. */
export function writeCells({ workflow }: TableFacts, cells: readonly CellText[]): void {
  const edit = cellEdit(workflow, cells)
  if (edit.kind === 'refused') {
    const { text, column } = edit.cell
    showMessage({
      tone: 'problem',
      title: words.table.refused,
      text: words.table.refusedText(text.slice(0, 80), words.table.columns[column]),
    })
  } else if (edit.kind === 'edit' && runCommand(edit.command)) announce(words.table.changed(edit.cells))
}

export function copyCells({ facts, steps, columns }: Targets): string {
  announce(words.table.copied(steps.length * columns.length))
  return writeTsv(steps.map((step) => columns.map((id) => columnOf(id).text(step, facts))))
}

/** Empties cells; a name and a kind there have to be, so these stay. */
export function clearCells({ facts, steps, columns }: Targets): void {
  const emptied = columns.filter((id) => columnOf(id).read?.('', facts.workflow))
  writeCells(
    facts,
    cellsOf(steps, emptied, () => ''),
  )
}

/** What the first of the rows says, in the others. */
export function fillCells({ facts, steps, columns }: Targets): void {
  const [first, ...others] = steps
  if (first)
    writeCells(
      facts,
      cellsOf(others, columns, (id) => columnOf(id).text(first, facts)),
    )
}

/** Puts copied cells down from the first of the rows; a single text goes into all of them. */
export function pasteCells(
  { facts, steps, columns }: Targets,
  text: string,
  table: { readonly rows: readonly Step[]; readonly columns: readonly ColumnId[] },
): void {
  const block = readTsv(text)
  const single = block.length === 1 && block[0]!.length === 1
  const rows = single ? steps : table.rows.slice(table.rows.findIndex(({ id }) => id === steps[0]?.id))
  const left = table.columns.indexOf(columns[0]!)
  const range = {
    rows: [0, steps.length - 1] as const,
    columns: [left, left + columns.length - 1] as const,
  }
  const places = { rows: rows.map(({ id }) => id), columns: table.columns }
  writeCells(facts, pastedCells(block, places, range))
}

function cellsOf(
  steps: readonly Step[],
  columns: readonly ColumnId[],
  textOf: (column: ColumnId) => string,
): readonly CellText[] {
  return steps.flatMap(({ id }) => columns.map((column) => ({ step: id, column, text: textOf(column) })))
}
