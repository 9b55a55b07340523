// The head of the table: the name of each column sorts by it, and below stands what the column is filtered by.
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { words } from '../../words/words.ts'
import { columnOf } from './columns.ts'
import type { ColumnId } from './columns.ts'
import classes from './table.module.css'
import { filterBy, sortBy, tableView } from './table-view.ts'

export function GridHead({ columns }: { readonly columns: readonly ColumnId[] }) {
  const { sorting, columnFilters } = useStore(tableView)
  return (
    <div role="row" aria-rowindex={1} className={classes.head}>
      {columns.map((id, index) => {
        const direction = sorting?.column === id ? sorting.direction : 'none'
        const name = words.table.columns[id]
        return (
          <div
            key={id}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={direction}
            className={classes.headCell}
            data-column={id}
            style={{ width: columnOf(id).width }}
          >
            <button
              type="button"
              className={classes.sort}
              title={words.table.sortBy(name)}
              onClick={() => sortBy(id)}
            >
              <span className={classes.text}>{name}</span>
              {direction === 'ascending' && <IconArrowUp size={13} aria-hidden="true" />}
              {direction === 'descending' && <IconArrowDown size={13} aria-hidden="true" />}
            </button>
            <input
              className={classes.columnFilter}
              aria-label={words.table.filterOf(name)}
              value={columnFilters[id] ?? ''}
              onChange={(event) => filterBy(id, event.currentTarget.value)}
              onKeyDown={(event) => event.key === 'Escape' && filterBy(id, '')}
            />
          </div>
        )
      })}
    </div>
  )
}
