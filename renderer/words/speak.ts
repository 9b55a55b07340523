// Says in another language what the core says in English: findings, proofs, suggestions. Files and the command line keep
// the English; on screen each sentence is looked up in a book by its English pattern, and what stands in its gaps is
// looked up in turn. A sentence that is not in the book stays as it is: English is better than nothing, and a test
// finds what the core says and no book holds.
import { day, exact, list } from './format.ts'

/** English patterns with a `{}` for each gap, and what they become: `{}` in the same order, or `{1}`, `{2}`. */
export type PhraseBook = Readonly<Record<string, string>>

interface Pattern {
  readonly expression: RegExp
  /** Its longest run of fixed letters: where a sentence lacks it, nothing else has to be tried. */
  readonly clue: string
  readonly becomes: string
  readonly fixed: number
  /** It says under which condition the rest holds, which may be several clauses. */
  readonly frames: boolean
}

/** Patterns with no more fixed letters than this say too little to go by. */
const FEW = 8
/** Sentences come and go with every edit. */
const MOST_KNOWN = 5000

/** Says a text by the books; what is in none of them, as it is. `whole` is looked up for whole texts only. */
export function sayingBy(book: PhraseBook, whole: PhraseBook): (text: string) => string {
  const said = new Map<string, string>()
  const { sentence } = reader(book)
  return (text) => {
    const known = said.get(text)
    if (known !== undefined) return known
    if (said.size > MOST_KNOWN) said.clear()
    const spoken = Object.hasOwn(whole, text) ? whole[text]! : sentence(text)
    // The first word of a gap can come to begin the sentence.
    const shown = spoken === undefined ? text : /^[“\p{Lu}]/u.test(text) ? capitalised(spoken) : spoken
    said.set(text, shown)
    return shown
  }
}

function reader(book: PhraseBook) {
  const patterns = Object.entries(book)
    .filter(([english]) => english.includes('{}'))
    .map(([english, becomes]) => patternOf(english, becomes))
    .sort((a, b) => b.fixed - a.fixed)

  return { sentence }

  function sentence(text: string): string | undefined {
    return (
      lookUp(text) ??
      joined(text.split(/(?<=[.”]) (?=[A-Z])/), ' ') ??
      joined(text.split('; '), '; ') ??
      byPattern(text) ??
      aboutSubject(text) ??
      joined(text.split(', and '), ' und ') ??
      afterColon(text)
    )
  }

  function lookUp(text: string): string | undefined {
    return Object.hasOwn(book, text) ? book[text] : undefined
  }

  function byPattern(text: string): string | undefined {
    for (const { expression, clue, becomes, fixed, frames } of patterns) {
      const match = text.includes(clue) ? expression.exec(text) : null
      if (!match) continue
      const gaps = match.slice(1)
      if (gaps.some((gap, at) => spansMore(gap, frames && at === gaps.length - 1))) continue
      // A pattern like `{} at {}` fits nearly everything: what it is about has to be known.
      if (fixed > FEW || isPlain(gaps.at(-1)!) || gaps.every(isKnown)) return filled(becomes, gaps.map(inGap))
    }
    return undefined
  }

  // “Name” and what is wrong with it, one thing after the other.
  function aboutSubject(text: string): string | undefined {
    const [, subject, rest] = /^(“[^“”]*”|The workflow) (.+)\.$/s.exec(text) ?? []
    const spoken =
      rest === undefined ? undefined : (lookUp(rest) ?? byPattern(rest) ?? joined(rest.split('; '), '; '))
    return spoken === undefined ? undefined : `${inGap(subject!)} ${spoken}.`
  }

  function afterColon(text: string): string | undefined {
    const [, before, after] = /^(.+?): (.+)\.$/s.exec(text) ?? []
    if (before === undefined || !isKnown(before)) return undefined
    const spoken = sentence(after!)
    return spoken === undefined ? undefined : `${inGap(before)}: ${spoken}.`
  }

  function joined(parts: readonly string[], between: string): string | undefined {
    if (parts.length < 2) return undefined
    const spoken = parts.map((part) => lookUp(part) ?? byPattern(part))
    return spoken.includes(undefined) ? undefined : spoken.join(between)
  }

  // Names are never looked up, numbers and days are written as in that place, and of several things each is said.
  function inGap(text: string): string {
    if (/^“[^“”]*”$/.test(text)) return `„${text.slice(1, -1)}“`
    if (/^\d[\d,]*(\.\d+)?$/.test(text))
      return exact(Number(text.replaceAll(',', '')), text.split('.')[1]?.length ?? 0)
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return day(text)
    const spoken = sentence(text)
    if (spoken !== undefined) return spoken
    const parts = partsOf(text)
    if (parts.length > 1 && parts.every(isKnown)) return list(parts.map(inGap))
    const ends = text.split(' → ')
    return ends.length > 1 ? ends.map(inGap).join(' → ') : text
  }

  function isKnown(text: string): boolean {
    return isPlain(text) || byPattern(text) !== undefined
  }

  function isPlain(text: string): boolean {
    return /^(“[^“”]*”|[\d,.]+)$/.test(text) || lookUp(text) !== undefined
  }
}

// A gap is part of one clause; only the last gap of a sentence that frames others may hold several.
function spansMore(gap: string, frames: boolean): boolean {
  const outside = gap.replace(/“[^“”]*”/g, '“”')
  return outside.startsWith('If ') || (!frames && outside.includes('; '))
}

// `a, b and c` in its parts; what stands between quotation marks is never parted.
function partsOf(text: string): readonly string[] {
  const names: string[] = []
  const masked = text.replace(/“[^“”]*”/g, (name) => `\uE000${names.push(name) - 1}\uE000`)
  return masked
    .split(/, | and /)
    .map((part) => part.replace(/\uE000(\d+)\uE000/g, (_, at: string) => names[Number(at)]!))
}

function patternOf(english: string, becomes: string): Pattern {
  const fixed = english.split('{}')
  const source = fixed.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.+?)')
  return {
    expression: new RegExp(`^${source}$`, 's'),
    clue: fixed.reduce((longest, part) => (part.length > longest.length ? part : longest), ''),
    becomes,
    fixed: fixed.join('').length,
    frames: /^(If|An? \w+, because) /.test(english),
  }
}

function filled(becomes: string, gaps: readonly string[]): string {
  let next = 0
  return becomes.replace(/\{(\d?)\}/g, (_, at: string) => gaps[at === '' ? next++ : Number(at) - 1] ?? '')
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
