// Which language is spoken, that it changes what is read of the words at once, and that files know nothing of it.
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { analyse } from '../../../shared/analysis/analyse.ts'
import { drawWorkflow } from '../../../shared/report/svg.ts'
import { proofOf } from '../../../shared/report/proof.ts'
import { readDocument } from '../../../shared/document/read.ts'
import { writeDocument } from '../../../shared/document/write.ts'
import { strengthOptions } from '../../../renderer/panels/inspector/options.ts'
import { COMMANDS } from '../../../renderer/commands/index.ts'
import { german } from '../../../renderer/words/de.ts'
import { english } from '../../../renderer/words/en.ts'
import { shownLanguage, speak } from '../../../renderer/words/language.ts'
import { pseudo } from '../../../renderer/words/pseudo.ts'
import { words } from '../../../renderer/words/words.ts'

afterEach(() => speak('en', ['en-US']))

describe('the language', () => {
  it('is what was chosen, else the first of the system that is known, else English', () => {
    expect(shownLanguage('de', ['en-US'])).toBe('de')
    expect(shownLanguage('en', ['de-DE'])).toBe('en')
    expect(shownLanguage('system', ['fr-FR', 'de-AT', 'en'])).toBe('de')
    expect(shownLanguage('system', ['fr-FR'])).toBe('en')
    expect(shownLanguage('system', [])).toBe('en')
  })

  it('changes what is read of a kept part of the catalogue, of a command and of a choice', () => {
    const kept = words.dialogs.settings
    const levels = words.scales.consequence
    const undo = COMMANDS.find(({ id }) => id === 'edit.undo')!
    expect([kept.title, undo.label, strengthOptions[2]!.label]).toEqual(['Settings', 'Undo', 'approve'])
    expect(levels.length).toBe(5)
    speak('de', ['de-DE'])
    expect([...levels].slice(1, 3)).toEqual(['gering', 'mäßig'])
    expect([kept.title, undo.label, strengthOptions[2]!.label]).toEqual([
      'Einstellungen',
      'Rückgängig',
      'Freigabe',
    ])
  })

  it('writes numbers and days as people of that place do', () => {
    expect(words.common.minutes(1234.5)).toBe('1,234.5 min')
    expect(words.inspector.waiver('Ana', '2027-03-04', 'small')).toContain('Mar 4, 2027')
    speak('en', ['en-GB', 'en'])
    expect(words.inspector.waiver('Ana', '2027-03-04', 'small')).toContain('4 Mar 2027')
    speak('de', ['de-DE'])
    expect(words.common.minutes(1234.5)).toBe('1.234,5 min')
    expect(words.common.minutes(0.01)).toBe('< 0,1 min')
    expect(words.common.percent(0.055)).toBe('5,5 %')
    expect(words.canvas.minutesPerRun(2.5)).toBe('2,5 min/Lauf')
    expect(words.inspector.waiver('Ana', '2027-03-04', 'klein')).toContain('04.03.2027')
    speak('de', ['de-CH'])
    expect(words.common.minutes(1234.5)).toMatch(/^1[’']234\.5 min$/)
  })

  it('says one and many as the language does', () => {
    speak('de', ['de-DE'])
    expect(words.app.place(1)).toBe('1 Übergabe platzieren')
    expect(words.app.place(2)).toBe('2 Übergaben platzieren')
    expect(words.dialogs.report.counts(1, 2, 1)).toBe(
      '1 Schritt, 2 Übergänge, 1 Stelle, an denen schon ein Mensch beteiligt ist.',
    )
  })
})

describe('files', () => {
  const { workflow } = read('customer-refunds')
  const written = (): string => {
    const analysis = analyse(workflow, { asOf: '2027-01-01' })
    return JSON.stringify([
      writeDocument(workflow),
      analysis,
      proofOf(workflow, analysis, { asOf: '2027-01-01' }),
      drawWorkflow(workflow, { analysis }),
    ])
  }

  it('are the same byte for byte whatever language is spoken', () => {
    speak('en', ['en-US'])
    const before = written()
    speak('de', ['de-DE'])
    expect(written()).toBe(before)
    expect(before).toContain('needs approve')
  })
})

describe('the German catalogue', () => {
  it('says everything in other words than the English, but for what is the same in both', () => {
    expect(untranslated(english, german)).toEqual([])
  })

  it('has every key of the English and no other', () => {
    expect(keysOf(german, '')).toEqual(keysOf(english, ''))
  })
})

describe('the pseudo-language', () => {
  it('is at least 40 % longer wherever there are letters', () => {
    const texts = leaves(english, '').filter(([, text]) => /\p{L}/u.test(text))
    const stretched = new Map(leaves(pseudo, ''))
    expect(texts.length).toBeGreaterThan(600)
    expect(texts.filter(([key, text]) => stretched.get(key)!.length < text.length * 1.4)).toEqual([])
  })

  it('stretches what a function says', () => {
    expect(pseudo.app.place(2)).toMatch(/^Płáçé|^Pláçé/)
  })
})

// Names and words that German shares.
const SAME: ReadonlySet<string> = new Set([
  'Agent',
  'Baton',
  'Deutsch',
  'English',
  'Esc',
  'FEEL: amount > 100 and country = "DE"',
  'ID',
  'Id',
  'Name',
  'Layout',
  'Normal',
  'Palette',
  'Person',
  'Simulation',
  'Start',
  'Status',
  'Tab',
  'Team',
  'Text',
])

function read(sample: string): { readonly workflow: ReturnType<typeof workflowOf> } {
  return { workflow: workflowOf(readFileSync(`resources/samples/${sample}.handoff`, 'utf8')) }
}

function workflowOf(text: string) {
  const result = readDocument(text)
  if (!result.ok) throw new Error('a sample does not read')
  return result.value.workflow
}

function leaves(value: unknown, key: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[key, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, `${key}.${name}`))
}

function keysOf(value: unknown, key: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [key]
  return Object.entries(value)
    .flatMap(([name, inner]) => keysOf(inner, `${key}.${name}`))
    .sort()
}

function untranslated(one: unknown, other: unknown): readonly string[] {
  const theirs = new Map(leaves(other, ''))
  return leaves(one, '').flatMap(([at, text]) =>
    theirs.get(at) === text && /\p{L}{2}/u.test(text) && !SAME.has(text) ? [`${at}: ${text}`] : [],
  )
}
