// How the table of steps is looked at: columns, order and filters. Kept while the window is open, never in a document.
import { createStore } from 'zustand/vanilla'
import { COLUMN_IDS } from './columns.ts'
import type { ColumnId } from './columns.ts'
import type { RowOptions } from './table-rows.ts'

export const tableView = createStore<RowOptions>()(() => ({
  filter: '',
  columns: COLUMN_IDS,
  columnFilters: {},
  sorting: null,
}))

/** Ascending, then descending, then as in the document. */
export function sortBy(column: ColumnId): void {
  tableView.setState(({ sorting }) => {
    if (sorting?.column !== column) return { sorting: { column, direction: 'ascending' } }
    return { sorting: sorting.direction === 'ascending' ? { column, direction: 'descending' } : null }
  })
}

export function filterBy(column: ColumnId, text: string): void {
  tableView.setState(({ columnFilters }) => ({ columnFilters: { ...columnFilters, [column]: text } }))
}

/** Shows or hides a column; the name always stays, and a column that goes takes its filter and its order along. */
export function toggleColumn(column: ColumnId): void {
  if (column === 'name') return
  tableView.setState(({ columns, columnFilters, sorting }) => {
    if (!columns.includes(column))
      return { columns: COLUMN_IDS.filter((id) => id === column || columns.includes(id)) }
    return {
      columns: columns.filter((id) => id !== column),
      columnFilters: { ...columnFilters, [column]: '' },
      sorting: sorting?.column === column ? null : sorting,
    }
  })
}
