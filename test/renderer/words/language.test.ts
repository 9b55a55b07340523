// Choosing a language: what a system says of itself never keeps the window from opening.
import { afterEach, expect, test } from 'vitest'
import { number } from '../../../renderer/words/format.ts'
import { shownLanguage, speak } from '../../../renderer/words/language.ts'

afterEach(() => speak('en', ['en-US']))

test('the first language that Baton knows is shown, English where it knows none', () => {
  expect(shownLanguage('system', ['fr-FR', 'de-CH', 'en'])).toBe('de')
  expect(shownLanguage('system', ['fr'])).toBe('en')
  expect(shownLanguage('de', ['en'])).toBe('de')
})

test('numbers are written as where the person is', () => {
  speak('de', ['de-AT'])
  expect(number(1.5)).toBe('1,5')
})

test.each(['en-US@posix', 'en_US', 'en-', '', 'C'])(
  'a system that calls its language %j is understood or passed over',
  (tag) => {
    speak(shownLanguage('system', [tag]), [tag])
    expect(number(1.5)).toBe('1.5')
  },
)
