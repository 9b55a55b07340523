// One step in the outline: fold, icon, name or the field that renames it, gate, meters, and its menu.
import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowRight,
  IconChevronRight,
  IconCopyPlus,
  IconDots,
  IconForms,
  IconRowInsertBottom,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { GateGlyph } from '../../canvas/nodes/GateGlyph.tsx'
import { KindIcon } from '../../canvas/nodes/KindIcon.tsx'
import { ConsequenceMeter, UncertaintyMeter } from '../../ui/meters.tsx'
import { words } from '../../words/words.ts'
import { Clip } from '../parts/clip.tsx'
import type { OutlineRow } from '../../../shared/report/flow-order.ts'
import { gateText, shownConsequence, shownUncertainty } from './outline-data.ts'
import type { GateMark } from './outline-data.ts'
import classes from './outline.module.css'

export interface RowActions {
  readonly onPick: (event: MouseEvent) => void
  readonly onFold: () => void
  readonly onRename: (name: string) => void
  readonly onEndRename: () => void
  readonly onMenu: (action: RowMenuAction) => void
}

export type RowMenuAction = 'rename' | 'append' | 'connect' | 'duplicate' | 'delete'

interface OutlineStepProps extends RowActions {
  readonly row: OutlineRow
  readonly index: number
  readonly top: number
  readonly selected: boolean
  readonly inTabOrder: boolean
  readonly folded: boolean
  readonly renaming: boolean
  readonly editable: boolean
  readonly reachable: boolean
  readonly gate: GateMark | undefined
}

const said = words.outline
const INDENT = 14

export function OutlineStep(props: OutlineStepProps) {
  const { row, folded, gate } = props
  const { step } = row
  const consequence = shownConsequence(step)
  const uncertainty = shownUncertainty(step)
  return (
    <div
      role="row"
      data-row={props.index}
      className={props.selected ? `${classes.row} ${classes.selected}` : classes.row}
      style={{ transform: `translateY(${props.top}px)`, paddingLeft: 14 + (row.level - 1) * INDENT }}
      tabIndex={props.inTabOrder ? 0 : -1}
      aria-rowindex={props.index + 1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={props.selected}
      {...(row.hasChildren && { 'aria-expanded': !folded })}
      onClick={props.onPick}
      onDoubleClick={() => props.editable && props.onMenu('rename')}
    >
      <div role="gridcell" className={classes.nameCell}>
        {row.hasChildren && (
          <button
            type="button"
            tabIndex={-1}
            className={folded ? classes.fold : `${classes.fold} ${classes.foldOpen}`}
            aria-label={folded ? said.expandRow : said.collapse}
            onClick={(event) => {
              event.stopPropagation()
              props.onFold()
            }}
          >
            <IconChevronRight size={14} />
          </button>
        )}
        <span className={classes.icon} title={words.scales.stepKinds[step.kind]}>
          <KindIcon kind={step.kind} size={15} />
        </span>
        {props.renaming ? (
          <RenameField name={step.name} onRename={props.onRename} onEnd={props.onEndRename} />
        ) : (
          <Clip text={step.name || step.id} className={props.reachable ? '' : classes.unreachable!} />
        )}
      </div>
      <div className={classes.cells} role="presentation">
        {gate && (
          <div role="gridcell" className={classes.cell} title={gateText(gate)} aria-label={gateText(gate)}>
            <GateGlyph look={gate.look} kind={gate.kind} strength={gate.strength} size={16} />
          </div>
        )}
        {uncertainty !== null && (
          <div role="gridcell" className={classes.cell}>
            <UncertaintyMeter
              level={uncertainty}
              label={said.uncertainty(levelWord('uncertainty', uncertainty))}
            />
          </div>
        )}
        {consequence !== null && (
          <div role="gridcell" className={`${classes.cell} ${classes.consequence}`}>
            <ConsequenceMeter
              level={consequence}
              label={said.consequence(levelWord('consequence', consequence))}
            />
          </div>
        )}
        <div role="gridcell" className={classes.menuCell}>
          {props.editable && <RowMenu name={step.name} onMenu={props.onMenu} />}
        </div>
      </div>
    </div>
  )
}

function levelWord(scale: 'consequence' | 'uncertainty', level: 0 | 1 | 2 | 3 | 4 | undefined): string {
  return level === undefined ? words.scales.untagged : words.scales[scale][level]
}

interface RenameFieldProps {
  readonly name: string
  readonly onRename: (name: string) => void
  readonly onEnd: () => void
}

function RenameField({ name, onRename, onEnd }: RenameFieldProps) {
  const [text, setText] = useState(name)
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Enter') onRename(text)
    if (event.key === 'Enter' || event.key === 'Escape') onEnd()
  }
  return (
    <input
      autoFocus
      className={classes.rename}
      aria-label={said.name}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
      onBlur={() => {
        onRename(text)
        onEnd()
      }}
    />
  )
}

function RowMenu({
  name,
  onMenu,
}: {
  readonly name: string
  readonly onMenu: (action: RowMenuAction) => void
}) {
  const stop = (event: MouseEvent): void => event.stopPropagation()
  return (
    <Menu position="bottom-end" returnFocus>
      <Menu.Target>
        <ActionIcon size={24} tabIndex={-1} aria-label={said.menuFor(name)} onClick={stop}>
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onClick={stop} onDoubleClick={stop}>
        <Menu.Item leftSection={<IconForms size={15} />} rightSection="F2" onClick={() => onMenu('rename')}>
          {said.rename}
        </Menu.Item>
        <Menu.Item leftSection={<IconRowInsertBottom size={15} />} onClick={() => onMenu('append')}>
          {said.addAfter}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowRight size={15} />} onClick={() => onMenu('connect')}>
          {said.connect}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopyPlus size={15} />} onClick={() => onMenu('duplicate')}>
          {said.duplicate}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={() => onMenu('delete')}>
          {said.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
