// The row of open documents: click to look, drag or Alt+arrow to order, middle click or the cross to close.
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { DragEvent, KeyboardEvent } from 'react'
import { MenuBar } from '../panels/menu-bar/menu-bar.tsx'
import { runAppCommand } from '../commands/registry.ts'
import { close } from '../state/close.ts'
import { isDirty, saveStatus } from '../state/documents.ts'
import type { DocumentsState, DocumentTab } from '../state/documents.ts'
import { useActiveId, useDocuments } from '../state/hooks.ts'
import { capabilities } from '../state/host.ts'
import { activate, reorder } from '../state/tabs.ts'
import { words } from '../words/words.ts'
import classes from './TabBar.module.css'

const DRAG_TYPE = 'application/x-baton-tab'

export function TabBar() {
  const tabs = useDocuments(selectTabs)
  const active = useActiveId()
  const [dragged, setDragged] = useState<string | null>(null)
  return (
    <header className={classes.bar}>
      {!capabilities().nativeMenu && <MenuBar />}
      <div className={classes.tabs} role="tablist" aria-label={words.app.documents}>
        {tabs.map((tab, index) => (
          <Tab
            key={tab.id}
            tab={tab}
            index={index}
            active={tab.id === active}
            onDrag={setDragged}
            onDragOver={() => dragged !== null && dragged !== tab.id && reorder(dragged, index)}
          />
        ))}
      </div>
      <Tooltip label={words.commands.fileNew}>
        <ActionIcon size={26} aria-label={words.commands.fileNew} onClick={() => runAppCommand('file.new')}>
          <IconPlus size={15} stroke={1.8} />
        </ActionIcon>
      </Tooltip>
    </header>
  )
}

interface TabProps {
  readonly tab: DocumentTab
  readonly index: number
  readonly active: boolean
  readonly onDrag: (id: string | null) => void
  readonly onDragOver: () => void
}

function Tab({ tab, index, active, onDrag, onDragOver }: TabProps) {
  const dirty = isDirty(tab)
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (event.key === 'Delete') void close(tab.id)
    if (move === 0) return
    event.preventDefault()
    if (event.altKey) reorder(tab.id, Math.max(0, index + move))
    else focusTab(event.currentTarget.parentElement, index + move)
  }
  return (
    <div
      className={classes.tab}
      role="presentation"
      data-active={active || undefined}
      title={tab.path ?? tab.name}
      draggable
      onDragStart={(event: DragEvent) => {
        event.dataTransfer.setData(DRAG_TYPE, tab.id)
        event.dataTransfer.effectAllowed = 'move'
        onDrag(tab.id)
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAG_TYPE)) return
        event.preventDefault()
        onDragOver()
      }}
      onDragEnd={() => onDrag(null)}
      onAuxClick={(event) => event.button === 1 && void close(tab.id)}
      onMouseDown={(event) => event.button === 1 && event.preventDefault()}
    >
      <button
        type="button"
        className={classes.name}
        role="tab"
        aria-selected={active}
        tabIndex={active ? 0 : -1}
        onClick={() => activate(tab.id)}
        onKeyDown={onKeyDown}
      >
        {dirty && (
          <span className={classes.dirty} role="img" aria-label={words.app.status[saveStatus(tab)]} />
        )}
        <span className={classes.label}>{tab.name}</span>
      </button>
      <button
        type="button"
        className={classes.close}
        tabIndex={-1}
        // For the mouse only, and so no child of the list of tabs: the keyboard closes a tab with Delete.
        aria-hidden="true"
        title={words.app.closeTab(tab.name)}
        onClick={() => void close(tab.id)}
      >
        <IconX size={13} stroke={2} aria-hidden="true" />
      </button>
    </div>
  )
}

function focusTab(row: Element | null, index: number): void {
  const tab = row?.parentElement?.querySelectorAll<HTMLElement>('[role="tab"]')[index]
  tab?.focus()
  tab?.click()
}

function selectTabs(state: DocumentsState): DocumentsState['tabs'] {
  return state.tabs
}
