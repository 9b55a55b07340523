// The menu of the app inside the window, for hosts that have none: the same entries, made of the same table.
import { Menu } from '@mantine/core'
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { keysOf } from '../../commands/bound-keys.ts'
import { commandState } from '../../commands/command-state.ts'
import { GROUPS } from '../../commands/app-command.ts'
import type { AppCommand, CommandGroup, CommandState } from '../../commands/app-command.ts'
import { COMMANDS } from '../../commands/index.ts'
import { runAppCommand } from '../../commands/registry.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { words } from '../../words/words.ts'
import classes from './menu-bar.module.css'

export function MenuBar() {
  const [open, setOpen] = useState<CommandGroup | null>(null)
  const [tabStop, setTabStop] = useState<CommandGroup>('File')
  const bar = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const next = GROUPS[(GROUPS.indexOf(open ?? tabStop) + by + GROUPS.length) % GROUPS.length]!
    setTabStop(next)
    if (open !== null) setOpen(next)
    bar.current?.querySelector<HTMLElement>(`[data-group="${next}"]`)?.focus()
  }
  return (
    <div
      ref={bar}
      className={classes.bar}
      role="menubar"
      aria-label={words.search.menuBar}
      onKeyDown={onKeyDown}
    >
      {GROUPS.map((group) => (
        <Menu
          key={group}
          opened={open === group}
          onChange={(opened) => setOpen(opened ? group : null)}
          position="bottom-start"
          offset={4}
          transitionProps={{ duration: 0 }}
          classNames={{ dropdown: classes.dropdown! }}
        >
          <Menu.Target>
            <button
              type="button"
              role="menuitem"
              data-group={group}
              className={classes.title}
              tabIndex={group === tabStop ? 0 : -1}
              onFocus={() => setTabStop(group)}
              onPointerEnter={() => open !== null && open !== group && setOpen(group)}
            >
              {words.search.groups[group]}
            </button>
          </Menu.Target>
          <Menu.Dropdown onKeyDown={onKeyDown}>{open === group && <Entries group={group} />}</Menu.Dropdown>
        </Menu>
      ))}
    </div>
  )
}

// What can be used and what is on is asked when the menu opens; while it is open, nothing else happens.
function Entries({ group }: { readonly group: CommandGroup }) {
  const state = commandState()
  const commands = COMMANDS.filter((command) => command.group === group)
  const marked = commands.some((command) => command.checked !== undefined)
  return commands.map((command) => <Entry key={command.id} command={command} state={state} marked={marked} />)
}

interface EntryProps {
  readonly command: AppCommand
  readonly state: CommandState
  /** The menu has entries that can be on, and so a column for their marks. */
  readonly marked: boolean
}

function Entry({ command, state, marked }: EntryProps) {
  const on = command.checked?.(state)
  const keys = keysOf(command)[0]
  const rightSection = keys !== undefined && (
    <span className={classes.keys}>
      <Kbd keys={keys} />
    </span>
  )
  const shared = { disabled: !command.when(state), rightSection, children: command.label }
  if (on !== undefined) {
    return (
      <Menu.CheckboxItem
        {...shared}
        checked={on}
        closeMenuOnClick
        onChange={() => runAppCommand(command.id)}
      />
    )
  }
  return (
    <Menu.Item
      {...shared}
      leftSection={marked && <span className={classes.mark} />}
      onClick={() => runAppCommand(command.id)}
    />
  )
}
