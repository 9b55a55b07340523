// The one table of commands: ids and keys that do not clash, conditions that hold on the home screen, keys as typed.
import { describe, expect, it } from 'vitest'
import { GROUPS } from '../../../renderer/commands/app-command.ts'
import type { CommandState } from '../../../renderer/commands/app-command.ts'
import { COMMANDS } from '../../../renderer/commands/index.ts'
import { NO_ANALYSIS } from '../../../renderer/state/analysis.ts'
import { view, viewOf } from '../../../renderer/state/view.ts'
import { matchesKeys, shownKeys } from '../../../renderer/ui/keys.ts'
import type { KeyPress } from '../../../renderer/ui/keys.ts'

const HOME: CommandState = {
  tab: null,
  view: viewOf(view.getState(), null),
  app: view.getState(),
  analysis: NO_ANALYSIS,
  closedTabs: 0,
}

/** Only one of these two can be used at a time: a run that is stepped through is not edited. */
const APART: ReadonlySet<string> = new Set(['Simulate'])

describe('the table of commands', () => {
  it('has one command per id, in a known group, with words to show', () => {
    const ids = COMMANDS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { group, label } of COMMANDS) {
      expect(GROUPS).toContain(group)
      expect(label.trim()).not.toBe('')
    }
  })

  it('has no combination of keys twice', () => {
    const keys = COMMANDS.filter(({ group }) => !APART.has(group)).flatMap(({ keys: all }) => all)
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })

  it('offers nothing on the home screen that needs a document', () => {
    const offered = COMMANDS.filter(({ when }) => when(HOME)).map(({ group }) => group)
    expect([...new Set(offered)].toSorted()).toEqual(['File', 'Help', 'View'])
  })

  it('has what the product promises', () => {
    const ids = new Set(COMMANDS.map(({ id }) => id))
    const promised = [
      ...['new', 'open', 'save', 'saveAs', 'close', 'reopen', 'import', 'export.policy', 'export.svg'].map(
        (id) => `file.${id}`,
      ),
      ...['undo', 'redo', 'cut', 'copy', 'paste', 'duplicate', 'delete', 'selectAll', 'rename'].map(
        (id) => `edit.${id}`,
      ),
      ...['step', 'append', 'connect'].map((id) => `insert.${id}`),
      ...[0, 1, 2, 3, 4].flatMap((level) => [`tag.consequence.${level}`, `tag.uncertainty.${level}`]),
      ...['place', 'accept', 'dismiss'].map((id) => `handoffs.${id}`),
      ...['next', 'previous'].map((id) => `findings.${id}`),
      ...['design', 'simulate', 'find', 'tidy', 'zoomIn', 'zoomOut', 'fit', 'zoom100'].map(
        (id) => `view.${id}`,
      ),
      ...['pane.left', 'pane.right', 'pane.bottom', 'theme.light', 'theme.dark', 'theme.system'].map(
        (id) => `view.${id}`,
      ),
      ...['play', 'step', 'back', 'reset'].map((id) => `simulate.${id}`),
      ...['palette', 'shortcuts'].map((id) => `help.${id}`),
    ]
    expect(promised.filter((id) => !ids.has(id))).toEqual([])
  })
})

describe('keys', () => {
  it.each([
    ['Mod+Z', { key: 'z', ctrlKey: true }, false, true],
    ['Mod+Z', { key: 'Z', ctrlKey: true, shiftKey: true }, false, false],
    ['Mod+Shift+Z', { key: 'Z', ctrlKey: true, shiftKey: true }, false, true],
    ['Mod+Z', { key: 'z', metaKey: true }, true, true],
    ['Mod+Z', { key: 'z', ctrlKey: true }, true, false],
    ['A', { key: 'a' }, false, true],
    ['A', { key: 'a', ctrlKey: true }, false, false],
    // On a German keyboard Shift and the key of 3 is a section sign.
    ['Shift+3', { key: '§', code: 'Digit3', shiftKey: true }, false, true],
    ['3', { key: '§', code: 'Digit3', shiftKey: true }, false, false],
    ['?', { key: '?', shiftKey: true }, false, true],
    ['Plus', { key: '+', shiftKey: true }, false, true],
    ['Space', { key: ' ' }, false, true],
    ['F8', { key: 'F8' }, false, true],
    ['Shift+F8', { key: 'F8' }, false, false],
  ] as const)('%s against %o on a Mac: %s', (keys, press, mac, expected) => {
    expect(matchesKeys(keys, pressed(press), mac)).toBe(expected)
  })

  it('are shown as the caps of the keyboard', () => {
    expect(shownKeys('Mod+Shift+ArrowLeft', false)).toEqual(['Ctrl', 'Shift', '←'])
    expect(shownKeys('Mod+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z'])
  })
})

function pressed(press: Partial<KeyPress> & { readonly key: string }): KeyPress {
  return { code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...press }
}
