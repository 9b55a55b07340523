// Which steps the table shows and in which order. Nothing here touches the document.
import type { Step } from '../../../shared/model/step.ts'
import { columnOf } from './columns.ts'
import type { ColumnId, TableFacts } from './columns.ts'

export interface Sorting {
  readonly column: ColumnId
  readonly direction: 'ascending' | 'descending'
}

export interface RowOptions {
  /** Every word of it has to be in some cell that is shown. */
  readonly filter: string
  readonly columns: readonly ColumnId[]
  /** Words that have to be in one column. */
  readonly columnFilters: Readonly<Partial<Record<ColumnId, string>>>
  readonly sorting: Sorting | null
}

/** The rows to show. Steps that have no value come last, whichever way is sorted; equal ones keep their order. */
export function tableRows(
  steps: readonly Step[],
  facts: TableFacts,
  { filter, columns, columnFilters, sorting }: RowOptions,
): readonly Step[] {
  const everywhere = needlesOf(filter)
  const perColumn = columns.flatMap((id) => {
    const needles = needlesOf(columnFilters[id] ?? '')
    return needles.length > 0 ? [{ column: columnOf(id), needles }] : []
  })
  const kept = steps.filter(
    (step) =>
      perColumn.every(({ column, needles }) => holds(column.text(step, facts), needles)) &&
      (everywhere.length === 0 ||
        holds(columns.map((id) => columnOf(id).text(step, facts)).join(' '), everywhere)),
  )
  return sorting ? sorted(kept, facts, sorting) : kept
}

function sorted(steps: readonly Step[], facts: TableFacts, { column: id, direction }: Sorting) {
  const column = columnOf(id)
  const sign = direction === 'ascending' ? 1 : -1
  const rank = column.rank
  const keyed = steps.map((step) => ({
    step,
    key: rank ? rank(step, facts) : column.text(step, facts).toLowerCase() || undefined,
  }))
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined)
      return Number(a.key === undefined) - Number(b.key === undefined)
    return a.key < b.key ? -sign : a.key > b.key ? sign : 0
  })
  return keyed.map(({ step }) => step)
}

function needlesOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean)
}

function holds(text: string, needles: readonly string[]): boolean {
  const hay = text.toLowerCase()
  return needles.every((needle) => hay.includes(needle))
}
