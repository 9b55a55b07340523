// The slim toolbar: modes, undo and redo, the search box that opens the palette, and the one thing to do next.
import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { keysOf } from '../commands/bound-keys.ts'
import { commandState } from '../commands/command-state.ts'
import { command, runAppCommand } from '../commands/registry.ts'
import {
  useActiveId,
  useActiveTab,
  useAnalysis,
  useOpenSuggestions,
  useTabView,
  useView,
  useWorkflow,
} from '../state/hooks.ts'
import { keyBindings } from '../state/key-bindings.ts'
import { setMode } from '../state/view.ts'
import type { Mode } from '../state/view.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { shownKeys } from '../ui/keys.ts'
import { words } from '../words/words.ts'
import classes from './Toolbar.module.css'

const modes = () => [
  { value: 'design', label: words.commands.viewDesign },
  { value: 'simulate', label: words.commands.viewSimulate },
  { value: 'compare', label: words.commands.viewCompare },
]

export function Toolbar() {
  return (
    <div className={classes.bar} role="toolbar" aria-label={words.app.toolbar}>
      <div className={classes.side}>
        <ModeSwitch />
        <div className={classes.group}>
          <Tool id="edit.undo" />
          <Tool id="edit.redo" />
        </div>
        <Tool id="view.tidy" />
      </div>
      <button
        type="button"
        className={classes.search}
        title={words.app.search}
        onClick={() => runAppCommand('help.palette')}
      >
        <IconSearch size={14} stroke={1.8} aria-hidden="true" />
        <span>{words.app.search}</span>
        <PaletteKey />
      </button>
      <div className={`${classes.side} ${classes.end}`}>
        <div className={classes.group}>
          <Tool id="view.pane.left" />
          <Tool id="view.pane.bottom" />
          <Tool id="view.pane.right" />
        </div>
        <PlaceButton />
      </div>
    </div>
  )
}

function PaletteKey() {
  const bindings = useStore(keyBindings)
  const keys = keysOf(command('help.palette'), bindings)[0]
  return keys !== undefined && <Kbd keys={keys} />
}

function ModeSwitch() {
  const tab = useActiveId()
  const mode = useTabView((view) => view.mode)
  return (
    <SegmentedControl
      aria-label={words.app.mode}
      data={modes()}
      value={mode}
      onChange={(value) => tab !== null && setMode(tab, value as Mode)}
      transitionDuration={0}
    />
  )
}

function Tool({ id }: { readonly id: string }) {
  // Whether it can be used depends on these; reading them is what draws the button again.
  useActiveTab()
  useTabView()
  useView((state) => state.panes)
  const bindings = useStore(keyBindings)
  const { icon: Icon, label, when, checked } = command(id)
  const keys = keysOf(command(id), bindings)[0]
  const state = commandState()
  const on = checked?.(state)
  return (
    <Tooltip label={keys === undefined ? label : `${label}  ${shownKeys(keys).join(' ')}`}>
      <ActionIcon
        aria-label={label}
        aria-pressed={on}
        data-on={on || undefined}
        disabled={!when(state)}
        className={classes.tool}
        onClick={() => runAppCommand(id)}
      >
        {Icon && <Icon size={17} stroke={1.7} />}
      </ActionIcon>
    </Tooltip>
  )
}

function PlaceButton() {
  const workflow = useWorkflow()
  const analysis = useAnalysis()
  const count = useOpenSuggestions(workflow, analysis).length
  if (count === 0) {
    return (
      <Button variant="default" onClick={() => runAppCommand('file.export.policy')}>
        {words.app.exportPolicy}
      </Button>
    )
  }
  return (
    <Button variant="filled" onClick={() => runAppCommand('handoffs.place')}>
      {words.app.place(count)}
    </Button>
  )
}
