// Applies the chosen theme to the page and follows the system where that is the choice.
import { view } from './view.ts'
import type { ThemeChoice } from './view.ts'

const KEY = 'baton.theme'

/** The theme that is on screen now. */
export function shownTheme(choice: ThemeChoice): 'light' | 'dark' {
  if (choice !== 'system') return choice
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Keeps the page in the chosen theme. `public/theme.js` does the same before the first paint. */
export function followTheme(): void {
  const apply = (): void => {
    const { theme } = view.getState()
    document.documentElement.dataset['theme'] = shownTheme(theme)
    document.documentElement.dataset['mantineColorScheme'] = shownTheme(theme)
    remember(theme)
  }
  view.subscribe((now, before) => {
    if (now.theme !== before.theme) apply()
  })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply)
  apply()
}

export function setTheme(theme: ThemeChoice): void {
  view.setState({ theme })
}

// Only for the first paint of the next window; the settings of the host are what counts.
function remember(theme: ThemeChoice): void {
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // A browser without storage shows the system's theme for a moment, which is no reason to fail.
  }
}
