// One cell of the table: what it says or what is suggested for it, or the field that edits it.
import { useRef } from 'react'
import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import type { Step } from '../../../shared/model/step.ts'
import { KindIcon } from '../../canvas/nodes/KindIcon.tsx'
import { ConsequenceMeter, UncertaintyMeter } from '../../ui/meters.tsx'
import { words } from '../../words/words.ts'
import type { Column } from './columns.ts'
import classes from './table.module.css'

/** How an edit ends: what was typed, for whom, and where the keyboard goes. */
export interface CellEnd {
  readonly text: string
  readonly rows: 'this' | 'selected'
  readonly move: 'down' | 'right' | 'left' | 'stay' | 'none'
}

interface CellProps {
  readonly step: Step
  readonly column: Column
  readonly row: number
  readonly index: number
  readonly text: string
  /** What is suggested for an empty cell, and why; empty where nothing is. */
  readonly ghost: string
  readonly reason: string
  readonly active: boolean
  readonly inRange: boolean
  readonly handle: boolean
  readonly onPick: (event: MouseEvent) => void
  readonly onEdit: () => void
  readonly onFill: (event: PointerEvent<HTMLElement>, phase: 'start' | 'move' | 'end') => void
}

export function GridCell(props: CellProps) {
  const { step, column, text, ghost, active } = props
  const look = [
    classes.cell,
    active && classes.active,
    props.inRange && classes.inRange,
    ghost && classes.ghost,
  ]
  return (
    <div
      role={column.id === 'name' ? 'rowheader' : 'gridcell'}
      aria-colindex={props.index + 1}
      {...(!column.read && { 'aria-readonly': true })}
      {...(ghost !== '' && { 'aria-label': words.table.suggested(ghost, props.reason) })}
      title={ghost === '' ? text : words.table.suggested(ghost, props.reason)}
      data-cell={`${props.row}:${props.index}`}
      data-column={column.id}
      className={look.filter(Boolean).join(' ')}
      style={{ width: column.width }}
      tabIndex={active ? 0 : -1}
      onClick={props.onPick}
      onDoubleClick={props.onEdit}
    >
      <Mark step={step} column={column} />
      <span className={classes.text}>{ghost || text}</span>
      {props.handle && (
        <span
          className={classes.handle}
          title={words.table.fill}
          onClick={(event) => event.stopPropagation()}
          onPointerDown={(event) => props.onFill(event, 'start')}
          onPointerMove={(event) => props.onFill(event, 'move')}
          onPointerUp={(event) => props.onFill(event, 'end')}
        />
      )}
    </div>
  )
}

// The same marks as in the outline and on the canvas; the words beside them are what is read out.
function Mark({ step, column: { id } }: { readonly step: Step; readonly column: Column }) {
  if (id === 'name') {
    return (
      <span className={classes.icon}>
        <KindIcon kind={step.kind} size={15} />
      </span>
    )
  }
  const consequence = step.consequence?.level
  const uncertainty = step.uncertainty?.level
  if (id === 'consequence' && consequence !== undefined)
    return (
      <span aria-hidden="true" className={classes.icon}>
        <ConsequenceMeter level={consequence} label="" />
      </span>
    )
  if (id === 'uncertainty' && uncertainty !== undefined)
    return (
      <span aria-hidden="true" className={classes.icon}>
        <UncertaintyMeter level={uncertainty} label="" />
      </span>
    )
  return null
}

interface EditorProps {
  readonly label: string
  readonly column: Column
  readonly options: readonly string[] | undefined
  readonly start: string
  readonly typed: boolean
  readonly onEnd: (end: CellEnd | null) => void
}

/** The field in place of a cell: Enter and Tab take what it says, with Ctrl for every selected row; Escape gives up. */
export function CellEditor({ label, column, options, start, typed, onEnd }: EditorProps) {
  const ended = useRef(false)
  const end = (result: CellEnd | null): void => {
    if (ended.current) return
    ended.current = true
    onEnd(result)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>): void => {
    event.stopPropagation()
    const text = event.currentTarget.value
    if (event.key === 'Escape') end(null)
    else if (event.key === 'Enter') {
      const all = event.ctrlKey || event.metaKey
      end({ text, rows: all ? 'selected' : 'this', move: all ? 'stay' : 'down' })
    } else if (event.key === 'Tab') end({ text, rows: 'this', move: event.shiftKey ? 'left' : 'right' })
    else return
    event.preventDefault()
  }
  const shared = {
    autoFocus: true,
    'aria-label': label,
    className: classes.editor,
    defaultValue: start,
    onKeyDown,
    onBlur: (event: { readonly currentTarget: { readonly value: string } }) =>
      end({ text: event.currentTarget.value, rows: 'this', move: 'none' }),
  }
  return (
    <div role="gridcell" className={classes.editing} style={{ width: column.width }}>
      {options ? (
        <select {...shared}>
          {options.map((option) => (
            <option key={option} value={option}>
              {option === '' ? '–' : option}
            </option>
          ))}
        </select>
      ) : (
        <input {...shared} onFocus={(event) => !typed && event.currentTarget.select()} />
      )}
    </div>
  )
}
