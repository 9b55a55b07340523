// Every command that has a key, by group, from the one table of commands, with the keys that a person has given them.
import { Button } from '@mantine/core'
import { useStore } from 'zustand'
import { GROUPS } from '../../commands/app-command.ts'
import { keysOf } from '../../commands/bound-keys.ts'
import { COMMANDS } from '../../commands/index.ts'
import { openDialog } from '../../state/dialogs.ts'
import { keyBindings } from '../../state/key-bindings.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { words } from '../../words/words.ts'
import { DialogActions, DialogFrame } from './dialog-frame.tsx'
import classes from './shortcuts.module.css'

/** Keys that belong to no command, because what they do depends on where the keyboard stands. */
const FIXED: readonly (readonly [keyof typeof words.search.fixedKeys, readonly string[]])[] = [
  ['walk', ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']],
  ['move', ['Alt+ArrowLeft', 'Alt+ArrowRight']],
  ['moveFar', ['Alt+Shift+ArrowLeft']],
  ['enter', ['Enter']],
  ['escape', ['Escape']],
]

interface Line {
  readonly label: string
  readonly keys: readonly string[]
}

export function ShortcutsDialog() {
  const bindings = useStore(keyBindings)
  const said = words.search
  return (
    <DialogFrame title={said.shortcuts} width={760}>
      <p className={classes.hint}>{said.shortcutsHint}</p>
      <div className={classes.columns}>
        {GROUPS.map((group) => {
          const commands = COMMANDS.filter((command) => command.group === group)
          const lines = commands.map((command) => ({ label: command.label, keys: keysOf(command, bindings) }))
          return <Group key={group} title={said.groups[group]} lines={lines} />
        })}
        <Group
          title={said.shortcutsFixed}
          lines={FIXED.map(([name, keys]) => ({ label: said.fixedKeys[name], keys }))}
        />
      </div>
      <DialogActions>
        <Button variant="default" onClick={() => openDialog({ kind: 'keys' })}>
          {said.shortcutsChange}
        </Button>
      </DialogActions>
    </DialogFrame>
  )
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  const shown = lines.filter(({ keys }) => keys.length > 0)
  if (shown.length === 0) return null
  return (
    <section className={classes.group}>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.list}>
        {shown.map(({ label, keys }) => (
          <div key={label} className={classes.row}>
            <dt>{label}</dt>
            <dd className={classes.keys}>
              {keys.map((one) => (
                <Kbd key={one} keys={one} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
