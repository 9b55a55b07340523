// What a suggestion says for one cell, and why, in the words of the language.
import type { Step } from '../../../shared/model/step.ts'
import type { Reason, TagSuggestion } from '../../../shared/tagging/suggest.ts'
import { words } from '../../words/words.ts'
import { columnOf } from './columns.ts'
import type { ColumnId, TableFacts } from './columns.ts'

/** The suggested text of a cell; empty where nothing is suggested or the cell says something already. */
export function suggestedText(
  step: Step,
  column: ColumnId,
  suggestion: TagSuggestion | undefined,
  facts: TableFacts,
): string {
  if (!suggestion || columnOf(column).text(step, facts) !== '') return ''
  const { consequence, uncertainty } = suggestion
  const tagged = { ...step, ...(consequence && { consequence }), ...(uncertainty && { uncertainty }) }
  return TAGS.has(column) ? columnOf(column).text(tagged, facts) : ''
}

const TAGS: ReadonlySet<ColumnId> = new Set([
  'domains',
  'consequence',
  'reversibility',
  'external',
  'security',
  'uncertainty',
  'label',
])

/** The suggested tags in one line: "Consequence: high, Reversible: never". */
export function tagText({ consequence, uncertainty }: TagSuggestion): string {
  const { columns } = words.table
  const parts = [
    consequence?.level !== undefined &&
      `${columns.consequence}: ${words.scales.consequence[consequence.level]}`,
    consequence?.reversibility !== undefined &&
      `${columns.reversibility}: ${words.scales.reversibility[consequence.reversibility]}`,
    uncertainty?.level !== undefined &&
      `${columns.uncertainty}: ${words.scales.uncertainty[uncertainty.level]}`,
  ]
  return parts.filter((part) => part !== false).join(', ')
}

/** Why it is suggested: "sends a message that cannot be called back: “email” in the name". */
export function reasonText({ reasons }: TagSuggestion): string {
  return reasons.map(oneReason).join('; ')
}

function oneReason({ from, word, effect }: Reason): string {
  if (from === 'kind') return word === 'agent' ? words.table.byKind.agent : words.table.byKind.model
  return effect === undefined
    ? words.table.judges(word)
    : words.table.because(from, word, words.table.effects[effect])
}
