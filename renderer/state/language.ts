// Speaks the chosen language and follows the system where that is the choice.
import { shownLanguage, speak } from '../words/language.ts'
import type { LanguageChoice } from '../words/language.ts'
import { nameKeys } from '../ui/keys.ts'
import { words } from '../words/words.ts'
import { view } from './view.ts'

const KEY = 'baton.language'
const CHOICES: ReadonlySet<unknown> = new Set<LanguageChoice>(['system', 'en', 'de', 'pseudo'])

/** Keeps the words of the page in the chosen language. What the last window remembered counts until the host answers. */
export function followLanguage(): void {
  nameKeys(words.common.keyCaps)
  view.setState({ language: remembered() })
  const apply = (): void => {
    const { language } = view.getState()
    const shown = shownLanguage(language, navigator.languages)
    speak(shown, navigator.languages)
    document.documentElement.lang = shown === 'pseudo' ? 'en' : shown
    remember(language)
    view.setState({ spoken: `${shown} ${navigator.languages.join()}` })
  }
  view.subscribe((now, before) => {
    if (now.language !== before.language) apply()
  })
  window.addEventListener('languagechange', apply)
  apply()
}

export function setLanguage(language: LanguageChoice): void {
  view.setState({ language })
}

export function isLanguage(value: unknown): value is LanguageChoice {
  return CHOICES.has(value)
}

function remembered(): LanguageChoice {
  try {
    const kept = localStorage.getItem(KEY)
    return isLanguage(kept) ? kept : 'system'
  } catch {
    return 'system'
  }
}

// Only for the first words of the next window; the settings of the host are what counts.
function remember(language: LanguageChoice): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // A browser without storage begins in the language of the system, which is no reason to fail.
  }
}
