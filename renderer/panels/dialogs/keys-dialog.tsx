// Gives keys to commands: the table of all of them, one being listened for, and what it would take away.
import { Button, CloseButton, Switch, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { GROUPS } from '../../commands/app-command.ts'
import type { AppCommand } from '../../commands/app-command.ts'
import { givenKeys } from '../../commands/bound-keys.ts'
import { COMMANDS } from '../../commands/index.ts'
import { bindKeys, keyBindings, resetKeys, setCharacterKeys } from '../../state/key-bindings.ts'
import { announce } from '../../state/messages.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { shownKeys } from '../../ui/keys.ts'
import { words } from '../../words/words.ts'
import { DialogActions, DialogFrame } from './dialog-frame.tsx'
import { KeyListener } from './key-listener.tsx'
import classes from './keys.module.css'

const said = words.search.keys

export function KeysDialog() {
  const bindings = useStore(keyBindings)
  const [filter, setFilter] = useState('')
  const [listening, setListening] = useState<string | null>(null)
  const found = useMemo(
    () => COMMANDS.filter((command) => matches(command, givenKeys(command, bindings), filter)),
    [filter, bindings],
  )
  return (
    <DialogFrame title={said.title} width={640} closeOnEscape={listening === null}>
      <p className={classes.hint}>{said.hint}</p>
      <Switch
        checked={bindings.characters}
        label={said.characters}
        description={said.charactersHint}
        onChange={(event) => setCharacterKeys(event.currentTarget.checked)}
      />
      <TextInput
        aria-label={said.filter}
        placeholder={said.filter}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
        rightSection={
          filter !== '' && (
            <CloseButton size="sm" aria-label={words.common.clearFilter} onClick={() => setFilter('')} />
          )
        }
      />
      <div className={classes.list} tabIndex={-1}>
        {found.length === 0 && <p className={classes.hint}>{said.nothing}</p>}
        {GROUPS.map((group) => {
          const commands = found.filter((command) => command.group === group)
          return (
            commands.length > 0 && (
              <section key={group}>
                <h3 className={classes.group}>{words.search.groups[group]}</h3>
                {commands.map((command) => (
                  <Row
                    key={command.id}
                    command={command}
                    listening={listening === command.id}
                    onListen={(on) => setListening(on ? command.id : null)}
                  />
                ))}
              </section>
            )
          )
        })}
      </div>
      <DialogActions>
        <Button
          variant="default"
          disabled={bindings.bound.size === 0}
          onClick={() => {
            resetKeys()
            announce(said.allReset)
          }}
        >
          {said.resetAll}
        </Button>
      </DialogActions>
    </DialogFrame>
  )
}

interface RowProps {
  readonly command: AppCommand
  readonly listening: boolean
  readonly onListen: (on: boolean) => void
}

function Row({ command, listening, onListen }: RowProps) {
  const bindings = useStore(keyBindings)
  const { id, label } = command
  const keys = givenKeys(command, bindings)
  const [returned, setReturned] = useState(false)
  const end = (): void => {
    setReturned(true)
    onListen(false)
  }
  if (listening) return <KeyListener command={command} onEnd={end} />
  const spoken = keys.length === 0 ? said.none : keys.map((one) => shownKeys(one).join(' ')).join(', ')
  return (
    <div className={classes.row} data-command={id}>
      <span className={classes.label}>{label}</span>
      <span className={classes.keys} aria-hidden="true">
        {keys.length === 0 ? (
          <span className={classes.none}>{said.none}</span>
        ) : (
          keys.map((one) => <Kbd key={one} keys={one} />)
        )}
      </span>
      <Button
        // The keyboard was in what stood here while the keys were listened for.
        autoFocus={returned}
        size="compact-xs"
        variant="default"
        aria-label={said.changeOf(label, spoken)}
        onClick={() => onListen(true)}
      >
        {said.change}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={said.resetOf(label)}
        style={{ visibility: bindings.bound.has(id) ? 'visible' : 'hidden' }}
        onClick={() => {
          bindKeys(new Map([[id, null]]))
          announce(said.resetDone(label))
        }}
      >
        {said.reset}
      </Button>
    </div>
  )
}

function matches(command: AppCommand, keys: readonly string[], filter: string): boolean {
  const shown = keys.map((one) => shownKeys(one).join('+'))
  const hay = [command.label, command.words, words.search.groups[command.group], ...shown]
    .join(' ')
    .toLowerCase()
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word))
}
