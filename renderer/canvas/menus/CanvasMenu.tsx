// The context menu of the canvas: entries of the command table that fit what is selected.
import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Spot } from '../../../shared/report/scene/rects.ts'
import { keysOf } from '../../commands/bound-keys.ts'
import { commandState } from '../../commands/command-state.ts'
import { command, runAppCommand } from '../../commands/registry.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { words } from '../../words/words.ts'
import { canvasStore, setBusy } from '../canvas-store.ts'
import { currentKind } from '../edits.ts'
import type { SelectedKind } from '../edits.ts'

/** Commands by what was clicked; null draws a line. */
const ENTRIES: Readonly<Record<SelectedKind, readonly (string | null)[]>> = {
  nothing: [
    'insert.step',
    'insert.note',
    'edit.paste',
    'edit.selectAll',
    null,
    'view.tidy',
    'view.fit',
    'edit.copy.png',
    null,
    'handoffs.place',
  ],
  step: [
    'insert.append',
    'insert.connect',
    'edit.rename',
    'edit.retype',
    null,
    'edit.copy',
    'edit.cut',
    'edit.paste',
    'edit.duplicate',
    'edit.copy.png',
    null,
    'tag.copy',
    'tag.paste',
    'tag.paint',
    null,
    'insert.handoff',
    'handoffs.forbid',
    'handoffs.acceptRisk',
    null,
    'view.inside',
    'arrange.fold',
    'arrange.ungroup',
    null,
    'edit.delete',
  ],
  several: [
    'edit.retype',
    'tag.paste',
    null,
    'edit.copy',
    'edit.cut',
    'edit.paste',
    'edit.duplicate',
    'edit.copy.png',
    'edit.copy.svg',
    null,
    'arrange.left',
    'arrange.center',
    'arrange.right',
    'arrange.top',
    'arrange.middle',
    'arrange.bottom',
    'arrange.across',
    'arrange.down',
    null,
    'arrange.group',
    'arrange.ungroup',
    'arrange.fold',
    null,
    'edit.delete',
  ],
  transition: [
    'edit.rename',
    'insert.onTransition',
    'insert.handoff',
    'handoffs.forbid',
    null,
    'edit.delete',
  ],
  handoff: ['handoffs.pin', null, 'edit.delete'],
  note: ['edit.rename', null, 'edit.copy', 'edit.cut', 'edit.duplicate', null, 'edit.delete'],
  suggestion: ['handoffs.accept', 'handoffs.dismiss', 'handoffs.forbid', null, 'handoffs.place'],
}

const SCROLLING = { overflowY: 'auto' } as const

export function CanvasMenu() {
  const screen = useStore(canvasStore, (state) => (state.busy?.kind === 'menu' ? state.busy.screen : null))
  return screen && <OpenMenu screen={screen} />
}

function OpenMenu({ screen }: { readonly screen: Spot }) {
  // Given back here and not by the menu: its way of doing it comes a moment later, and takes the keyboard from what a
  // command has just opened.
  const [before] = useState(() => document.activeElement)
  const close = (): void => {
    setBusy(null)
    if (before instanceof HTMLElement || before instanceof SVGElement) before.focus({ preventScroll: true })
  }
  const state = commandState()
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-start"
      width={280}
      offset={2}
      returnFocus={false}
      closeOnItemClick={false}
    >
      <Menu.Target>
        <span
          aria-hidden="true"
          style={{ position: 'fixed', left: screen.x, top: screen.y, width: 1, height: 1 }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={words.canvas.name} mah="calc(100vh - 16px)" style={SCROLLING}>
        {ENTRIES[currentKind(state.view.selection)].map((id, index) => {
          // oxlint-disable-next-line react/no-array-index-key -- lines have no identity of their own
          if (id === null) return <Menu.Divider key={`line-${index}`} />
          const entry = command(id)
          const keys = keysOf(entry)[0]
          return (
            <Menu.Item
              key={id}
              disabled={!entry.when(state)}
              leftSection={
                entry.checked?.(state) ? (
                  <IconCheck size={15} stroke={1.7} />
                ) : (
                  entry.icon && <entry.icon size={15} stroke={1.7} />
                )
              }
              {...(entry.checked && { role: 'menuitemcheckbox', 'aria-checked': entry.checked(state) })}
              rightSection={keys !== undefined && <Kbd keys={keys} />}
              onClick={() => {
                close()
                runAppCommand(id)
              }}
            >
              {entry.label}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
