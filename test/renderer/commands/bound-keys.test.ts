// Keys that a person gives to commands: read from a press, kept, in place of those of the table, and never one twice.
import { beforeEach, describe, expect, it } from 'vitest'
import { keysOf, ownerOf, refusalOf } from '../../../renderer/commands/bound-keys.ts'
import { COMMANDS } from '../../../renderer/commands/index.ts'
import { pressKey } from '../../../renderer/commands/keyboard.ts'
import { command } from '../../../renderer/commands/registry.ts'
import { dialogs, finishDialog } from '../../../renderer/state/dialogs.ts'
import {
  bindKeys,
  keyBindings,
  readKeyBindings,
  resetKeys,
  setCharacterKeys,
} from '../../../renderer/state/key-bindings.ts'
import { isCharacterKey, keysOfPress, matchesKeys } from '../../../renderer/ui/keys.ts'
import type { KeyPress } from '../../../renderer/ui/keys.ts'
import { useFakeHost } from '../state/fake-host.ts'

describe('keysOfPress', () => {
  it.each([
    [{ key: 'z', ctrlKey: true }, false, 'Mod+Z'],
    [{ key: 'Z', ctrlKey: true, shiftKey: true }, false, 'Mod+Shift+Z'],
    [{ key: 'z', metaKey: true }, true, 'Mod+Z'],
    [{ key: 'z', ctrlKey: true }, true, null],
    [{ key: 'z', metaKey: true }, false, null],
    [{ key: 'Dead', code: 'KeyN', altKey: true, metaKey: true }, true, 'Mod+Alt+N'],
    [{ key: 'Dead', code: 'KeyN', altKey: true }, false, null],
    [{ key: '§', code: 'Digit3', shiftKey: true }, false, 'Shift+3'],
    [{ key: '?', shiftKey: true }, false, '?'],
    [{ key: '+', shiftKey: true }, false, 'Plus'],
    [{ key: ' ' }, false, 'Space'],
    [{ key: 'F8', shiftKey: true }, false, 'Shift+F8'],
    [{ key: 'Shift', shiftKey: true }, false, null],
    [{ key: 'ü', ctrlKey: true }, false, 'Mod+Ü'],
  ] as const)('%o on a Mac: %s is %s', (press, mac, expected) => {
    expect(keysOfPress(pressed(press), mac)).toBe(expected)
  })

  it.each([false, true])(
    'says what the keyboard listener hears, for every key of the table (Mac: %s)',
    (mac) => {
      const wrong = COMMANDS.flatMap(({ keys }) => keys).filter((keys) => {
        const press = pressOf(keys, mac)
        const said = keysOfPress(press, mac)
        return said === null || !matchesKeys(said, press, mac) || !matchesKeys(keys, press, mac)
      })
      expect(wrong).toEqual([])
    },
  )
})

describe('keys of a person', () => {
  beforeEach(() => {
    useFakeHost()
    keyBindings.setState({ bound: new Map(), characters: true })
    finishDialog()
  })

  it('take the place of those of the table, and work', () => {
    bindKeys(new Map([['help.about', ['Mod+Alt+A']]]))
    bindKeys(new Map([['help.palette', []]]))
    expect(keysOf(command('help.about'))).toEqual(['Mod+Alt+A'])
    expect(pressKey(pressOf('Mod+Alt+A', false), 'text')).toBe(true)
    expect(dialogs.getState().dialog).toEqual({ kind: 'about' })
    expect(pressKey(pressOf('Mod+K', false), 'canvas')).toBe(false)
    resetKeys()
    expect(pressKey(pressOf('Mod+K', false), 'canvas')).toBe(true)
  })

  it('are kept, and come back', () => {
    const { settings } = useFakeHost()
    bindKeys(new Map([['edit.undo', ['Mod+U']]]))
    setCharacterKeys(false)
    const kept = settings.get('keys')
    keyBindings.setState({ bound: new Map(), characters: true })
    readKeyBindings({ keys: kept })
    expect(keyBindings.getState()).toEqual({ bound: new Map([['edit.undo', ['Mod+U']]]), characters: false })
  })

  it('are left out where the settings hold something else', () => {
    readKeyBindings({ keys: { bound: { 'edit.undo': 'Mod+U', 'edit.redo': [7], 'edit.cut': ['Mod+I'] } } })
    expect(keyBindings.getState()).toEqual({ bound: new Map([['edit.cut', ['Mod+I']]]), characters: true })
    readKeyBindings({ keys: 'none' })
    expect(keyBindings.getState().bound.size).toBe(1)
  })

  it('can leave out single characters, everywhere at once', () => {
    expect(COMMANDS.some((each) => keysOf(each).some(isCharacterKey))).toBe(true)
    setCharacterKeys(false)
    expect(COMMANDS.filter((each) => keysOf(each).some(isCharacterKey))).toEqual([])
    expect(pressKey(pressOf('?', false), 'canvas')).toBe(false)
    expect(keysOf(command('findings.next'))).toEqual(['F8'])
  })

  it('have one owner, and some belong to nobody', () => {
    expect(ownerOf('Mod+Z', 'help.about')?.id).toBe('edit.undo')
    expect(ownerOf('Mod+Z', 'edit.undo')).toBeUndefined()
    bindKeys(new Map([['edit.undo', ['Mod+U']]]))
    expect(ownerOf('Mod+Z', 'help.about')).toBeUndefined()
    expect(ownerOf('Mod+U', 'help.about')?.id).toBe('edit.undo')
    expect([refusalOf('Enter'), refusalOf('Alt+ArrowLeft'), refusalOf('Mod+W'), refusalOf('Mod+U')]).toEqual([
      'canvas',
      'canvas',
      'system',
      null,
    ])
  })

  it('of the table are never such that no person could give them', () => {
    const refused = COMMANDS.filter(({ group }) => group !== 'Simulate').flatMap(({ keys }) => keys)
    expect(refused.filter((keys) => refusalOf(keys) !== null)).toEqual([])
  })
})

function pressed(press: Partial<KeyPress> & { readonly key: string }): KeyPress {
  return { code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...press }
}

/** What a keyboard sends for keys of the table. */
function pressOf(keys: string, mac: boolean): KeyPress {
  const parts = keys.split('+')
  const last = parts.at(-1)!
  const shiftKey = parts.includes('Shift')
  const letter = /^[A-Z]$/.test(last)
  const key = last === 'Space' ? ' ' : last === 'Plus' ? '+' : letter && !shiftKey ? last.toLowerCase() : last
  return pressed({
    key,
    code: letter ? `Key${last}` : /^\d$/.test(last) ? `Digit${last}` : last,
    ctrlKey: !mac && parts.includes('Mod'),
    metaKey: mac && parts.includes('Mod'),
    altKey: parts.includes('Alt'),
    shiftKey,
  })
}
