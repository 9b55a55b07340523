// A changed field as people read it: what it is called, and what it was and is.
import type { FieldChange } from '../../../shared/model/difference.ts'
import { words } from '../../words/words.ts'

const said = words.compare
const MOST = 48

/** `consequence level: 3 → 2`; of a part that came or went, nothing. */
export function fieldText({ path, before, after }: FieldChange): string {
  return path.length === 0 ? '' : said.field(fieldName(path), valueText(before), valueText(after))
}

function fieldName(path: readonly string[]): string {
  // `maxReproposals` is two words.
  return path.map((key) => key.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase()).join(' ')
}

function valueText(value: unknown): string {
  if (value === undefined || value === null || value === '') return said.nothing
  const text = typeof value === 'string' ? `“${value}”` : spoken(value)
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text
}

function spoken(value: unknown): string {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(', ')
  return JSON.stringify(value)
}
