// What the host remembers of this person between two starts: theme, language, panes and their sizes, the name under decisions.
import { authorName, setAuthorName } from './author.ts'
import { readAutosave } from './autosave.ts'
import { host } from './host.ts'
import { readKeyBindings } from './key-bindings.ts'
import { isLanguage } from './language.ts'
import { readWorkspace } from './surroundings.ts'
import { view } from './view.ts'
import type { ThemeChoice, ViewState } from './view.ts'

const THEMES: ReadonlySet<unknown> = new Set(['system', 'light', 'dark'])
const SAVE_MS = 300

/** Reads the settings into the stores; from then on, changes are written back. Wrong values are ignored. */
export async function loadSettings(): Promise<void> {
  const { settings } = await host().call('settings.read', {})
  const { theme, language, panes, paneSizes, author } = settings
  view.setState((state) => ({
    ...(isTheme(theme) && { theme }),
    ...(isLanguage(language) && { language }),
    panes: { ...state.panes, ...booleans(panes, ['left', 'right', 'bottom']) },
    paneSizes: sizes(paneSizes),
  }))
  if (typeof author === 'string') setAuthorName(author)
  readWorkspace(settings)
  readAutosave(settings)
  readKeyBindings(settings)
  view.subscribe((now, before) => {
    if (now.theme !== before.theme) saveSoon('theme', () => view.getState().theme)
    if (now.language !== before.language) saveSoon('language', () => view.getState().language)
    if (now.panes !== before.panes) saveSoon('panes', () => ({ ...view.getState().panes }))
    if (now.paneSizes !== before.paneSizes)
      saveSoon('paneSizes', () => structuredClone(view.getState().paneSizes))
  })
}

/** Keeps the name under decisions, here and for the next start. */
export function keepAuthorName(name: string): void {
  setAuthorName(name)
  saveSoon('author', authorName)
}

/** Keeps the sizes of a group of panes. */
export function setPaneSizes(group: string, layout: Readonly<Record<string, number>>): void {
  view.setState((state) => ({ paneSizes: { ...state.paneSizes, [group]: layout } }))
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>()

function saveSoon(key: string, value: () => Parameters<typeof JSON.stringify>[0]): void {
  clearTimeout(waiting.get(key))
  const save = (): void => {
    // A size that could not be remembered is not worth a message.
    void host()
      .call('settings.write', { key, value: value() })
      .catch(() => undefined)
  }
  waiting.set(key, setTimeout(save, SAVE_MS))
}

function isTheme(value: unknown): value is ThemeChoice {
  return THEMES.has(value)
}

function booleans(value: unknown, keys: readonly (keyof ViewState['panes'])[]): Partial<ViewState['panes']> {
  const given = (value ?? {}) as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    keys.flatMap((key) => (typeof given[key] === 'boolean' ? [[key, given[key]]] : [])),
  )
}

function sizes(value: unknown): ViewState['paneSizes'] {
  if (value === null || typeof value !== 'object') return {}
  const groups = Object.entries(value).filter(
    ([, group]) =>
      group !== null &&
      typeof group === 'object' &&
      Object.values(group).every((size) => typeof size === 'number'),
  )
  return Object.fromEntries(groups) as ViewState['paneSizes']
}
