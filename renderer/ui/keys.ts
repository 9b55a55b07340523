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
const SHARED: ReadonlyMap<string, string> = new Map([
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['Backspace', '⌫'],
  ['Plus', '+'],
])

/** The caps of a combination, left to right: `Mod+Shift+Z` is Ctrl, Shift, Z; on a Mac ⌘, ⇧, Z. */
export function shownKeys(keys: string, mac = isMac()): readonly string[] {
  return keys.split('+').map((part) => (mac && MAC_WORDS.get(part)) || (SHARED.get(part) ?? capOf(part)))
}

let caps: Readonly<Record<string, string>> = { Mod: 'Ctrl' }

/** From here on, keys are called as they are printed on the keyboards of the language. */
export function nameKeys(names: Readonly<Record<string, string>>): void {
  caps = names
}

function capOf(part: string): string {
  return Object.hasOwn(caps, part) ? caps[part]! : part
}

/** True when an event is this combination. Digits are matched by their place, so that Shift+3 works on every layout. */
export function matchesKeys(keys: string, event: KeyPress, mac = isMac()): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1)!
  const mod = mac ? event.metaKey : event.ctrlKey
  const other = mac ? event.ctrlKey : event.metaKey
  if (mod !== parts.includes('Mod') || other) return false
  if (event.altKey !== parts.includes('Alt')) return false
  // With Option a Mac types another sign: ⌥N is a tilde. The place of the key says which letter it is.
  if (mac && event.altKey && event.code === `Key${key}`) return event.shiftKey === parts.includes('Shift')
  if (/^\d$/.test(key)) return event.shiftKey === parts.includes('Shift') && event.code === `Digit${key}`
  // Signs that need Shift on some keyboards and not on others.
  if (key === 'Plus') return event.key === '+' || event.key === '='
  if (key === '?' || key === '-') return event.key === key
  return (
    event.shiftKey === parts.includes('Shift') &&
    event.key.toLowerCase() === (key === 'Space' ? ' ' : key.toLowerCase())
  )
}

/** The combination that an event is, as the command table writes it; null for Shift or Ctrl alone and what no table can hold. */
export function keysOfPress(event: KeyPress, mac = isMac()): string | null {
  if (MODIFIERS.has(event.key) || event.key === 'Dead' || event.key === 'Unidentified') {
    if (!(mac && event.altKey && /^Key[A-Z]$/.test(event.code))) return null
  }
  if (mac ? event.ctrlKey : event.metaKey) return null
  const key = nameOfKey(event, mac)
  // Some signs need Shift on one keyboard and not on another: the sign says it all.
  const shift = event.shiftKey && !SIGNS.test(key)
  const mod = mac ? event.metaKey : event.ctrlKey
  // The table writes Mod, Alt and Shift in this order.
  return [mod && 'Mod', event.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join('+')
}

/** True for a letter, digit or sign without Ctrl, ⌘ or Alt: what speech input and a shaking hand send by accident. */
export function isCharacterKey(keys: string): boolean {
  const parts = keys.split('+')
  if (parts.includes('Mod') || parts.includes('Alt')) return false
  const key = parts.at(-1)!
  return ONE_CHARACTER.test(key) || key === 'Plus'
}

const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock'])
const ONE_CHARACTER = /^.$/u
/** Matched by the sign alone. */
const SIGNS = /^(Plus|[?-])$/

function nameOfKey(event: KeyPress, mac: boolean): string {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1]
  if (digit !== undefined) return digit
  const letter = mac && event.altKey ? /^Key([A-Z])$/.exec(event.code)?.[1] : undefined
  if (letter !== undefined) return letter
  if (event.key === ' ') return 'Space'
  if (event.key === '+' || event.key === '=') return 'Plus'
  return ONE_CHARACTER.test(event.key) ? event.key.toUpperCase() : event.key
}

function isMac(): boolean {
  return typeof navigator !== 'undefined' && /mac/i.test(navigator.platform)
}
