// A fact of a finding as people read it: levels by their words, odds in per cent.
import type { Fact } from '../model/finding.ts'
import { CONSEQUENCE_WORDS, REVERSIBILITY_WORDS, UNCERTAINTY_WORDS } from '../model/scales.ts'

/** Words for a number, by the end of the field that holds it. */
const WORDS: readonly (readonly [field: string, words: readonly string[]])[] = [
  ['/consequence/level', CONSEQUENCE_WORDS],
  ['/consequence/reversibility', REVERSIBILITY_WORDS],
  ['/uncertainty/level', UNCERTAINTY_WORDS],
]

/** The value of a fact as text. */
export function factText({ value, field = '' }: Fact): string {
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  const [, words] = WORDS.find(([end]) => field.endsWith(end)) ?? []
  if (words) return words[value] ?? String(value)
  return field.endsWith('/probability') ? `${Number((value * 100).toPrecision(3))} %` : String(value)
}
