// Listens for the new keys of one command: takes them, refuses them with the reason, or says whose they are.
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { givenKeys, ownerOf, refusalOf } from '../../commands/bound-keys.ts'
import type { AppCommand } from '../../commands/app-command.ts'
import { bindKeys, keyBindings } from '../../state/key-bindings.ts'
import { announce } from '../../state/messages.ts'
import { isCharacterKey, keysOfPress, shownKeys } from '../../ui/keys.ts'
import { words } from '../../words/words.ts'
import classes from './keys.module.css'

interface KeyListenerProps {
  readonly command: AppCommand
  readonly onEnd: () => void
}

interface Conflict {
  readonly keys: string
  readonly owner: AppCommand
}

const said = words.search.keys

export function KeyListener({ command, onEnd }: KeyListenerProps) {
  const [refused, setRefused] = useState('')
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const take = (keys: string, owner?: AppCommand): void => {
    const changes = new Map([[command.id, [keys]]])
    if (owner)
      changes.set(
        owner.id,
        givenKeys(owner).filter((other) => other !== keys),
      )
    finish(changes, said.bound(command.label, shownKeys(keys).join(' ')))
  }
  const finish = (changes: Parameters<typeof bindKeys>[0], text: string): void => {
    bindKeys(changes)
    announce(text)
    onEnd()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // The two buttons are reached and pressed as everywhere.
    if (event.target instanceof HTMLButtonElement && event.key !== 'Escape') return
    if (event.key === 'Tab' && !event.ctrlKey) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return onEnd()
    const keys = keysOfPress(event.nativeEvent)
    if (keys === null) return
    setConflict(null)
    setRefused(reasonAgainst(keys))
    if (reasonAgainst(keys) !== '') return
    const owner = ownerOf(keys, command.id)
    if (owner) setConflict({ keys, owner })
    else take(keys)
  }
  return (
    <div className={classes.listener} onKeyDown={onKeyDown} data-command={command.id}>
      <span
        ref={(element) => element?.focus()}
        className={classes.target}
        role="textbox"
        aria-readonly="true"
        tabIndex={0}
        aria-label={said.listening(command.label)}
        aria-description={said.press}
      >
        {command.label}
      </span>
      <span className={classes.answer} role="alert">
        {conflict
          ? said.taken(shownKeys(conflict.keys).join(' '), conflict.owner.label)
          : refused === ''
            ? said.press
            : refused}
      </span>
      {conflict && (
        <Button size="compact-xs" onClick={() => take(conflict.keys, conflict.owner)}>
          {said.take}
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => finish(new Map([[command.id, []]]), said.unbound(command.label))}
      >
        {said.remove}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={onEnd}>
        {words.common.cancel}
      </Button>
    </div>
  )
}

function reasonAgainst(keys: string): string {
  const shown = shownKeys(keys).join(' ')
  const refusal = refusalOf(keys)
  if (refusal) return said.refused[refusal](shown)
  return !keyBindings.getState().characters && isCharacterKey(keys) ? said.bare(shown) : ''
}
