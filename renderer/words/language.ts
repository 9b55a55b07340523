// Which language the window speaks: what a person chose, or else the first language of the system that Baton knows.
import { german } from './de.ts'
import { english } from './en.ts'
import { setLocale } from './format.ts'
import { pseudo } from './pseudo.ts'
import type { Words } from './shape.ts'
import { showWords } from './words.ts'

/** `pseudo` is for tests: no dialog offers it. */
export type LanguageChoice = 'system' | 'en' | 'de' | 'pseudo'
export type Language = Exclude<LanguageChoice, 'system'>

const CATALOGUES: Readonly<Record<Language, Words>> = { en: english, de: german, pseudo }

/** The language that is shown for a choice, where the system asks for `preferred`, its favourite first. */
export function shownLanguage(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'system') return choice
  for (const tag of preferred) {
    const language = tag.split('-')[0]
    if (language === 'en' || language === 'de') return language
  }
  return 'en'
}

/** Speaks that language from here on, with numbers and days as they are written where the person is. */
export function speak(language: Language, preferred: readonly string[]): void {
  const code = language === 'pseudo' ? 'en' : language
  setLocale(preferred.find((tag) => tag.split('-')[0] === code && isTag(tag)) ?? code)
  showWords(CATALOGUES[language])
}

// Some systems name their language as no standard does, such as `en-US@posix`, and Intl throws on that.
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
