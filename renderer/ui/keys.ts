// Key combinations as text: how they are written in the command table, shown to people, and matched to an event.

export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const MAC_WORDS: ReadonlyMap<string, string> = new Map([
  ['Mod', '⌘'],
  ['Shift', '⇧'],
  ['Alt', '⌥'],
])
const WORDS: ReadonlyMap<string, string> = new Map([['Mod', 'Ctrl']])
const SHARED: ReadonlyMap<string, string> = new Map([
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['Backspace', '⌫'],
  ['Delete', 'Del'],
  ['Escape', 'Esc'],
  ['Plus', '+'],
])

/** The caps of a combination, left to right: `Mod+Shift+Z` is Ctrl, Shift, Z; on a Mac ⌘, ⇧, Z. */
export function shownKeys(keys: string, mac = isMac()): readonly string[] {
  return keys.split('+').map((part) => (mac ? MAC_WORDS : WORDS).get(part) ?? SHARED.get(part) ?? part)
}

/** True when an event is this combination. Digits are matched by their place, so that Shift+3 works on every layout. */
export function matchesKeys(keys: string, event: KeyPress, mac = isMac()): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1)!
  const mod = mac ? event.metaKey : event.ctrlKey
  const other = mac ? event.ctrlKey : event.metaKey
  if (mod !== parts.includes('Mod') || other) return false
  if (event.altKey !== parts.includes('Alt')) return false
  if (/^\d$/.test(key)) return event.shiftKey === parts.includes('Shift') && event.code === `Digit${key}`
  // Signs that need Shift on some keyboards and not on others.
  if (key === 'Plus') return event.key === '+' || event.key === '='
  if (key === '?' || key === '-') return event.key === key
  return (
    event.shiftKey === parts.includes('Shift') &&
    event.key.toLowerCase() === (key === 'Space' ? ' ' : key.toLowerCase())
  )
}

function isMac(): boolean {
  return typeof navigator !== 'undefined' && /mac/i.test(navigator.platform)
}
