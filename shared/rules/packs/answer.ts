// Asks the condition of a rule about the facts of one subject.
import { evaluateFeel } from '../../support/feel.ts'
import type { FeelExpression, FeelValue } from '../../support/feel.ts'
import { canonicalJson } from '../../support/canonical-json.ts'

/** A yes, a no (also where nobody has said enough to answer), or why there is no answer. */
export type Answer = { readonly fires: boolean } | { readonly broken: string }

/** Answers kept for each condition; many subjects have the same facts, and an answer takes half a millisecond. */
const MAX_KEPT = 4000
const MAX_CONDITIONS = 200
const kept = new Map<string, Map<string, Answer>>()

/** Never throws. The same for the same condition and facts, whoever asks. */
export function answer(
  expression: FeelExpression,
  asks: readonly string[],
  read: (name: string) => FeelValue,
): Answer {
  const values = valuesOf(asks, read)
  const key = canonicalJson(values)
  const answers = answersTo(expression.text)
  const known = answers.get(key)
  if (known) return known
  const fresh = ask(expression, values)
  if (answers.size >= MAX_KEPT) answers.clear()
  answers.set(key, fresh)
  return fresh
}

function answersTo(text: string): Map<string, Answer> {
  const known = kept.get(text)
  if (known) return known
  if (kept.size >= MAX_CONDITIONS) kept.clear()
  const fresh = new Map<string, Answer>()
  kept.set(text, fresh)
  return fresh
}

function ask(expression: FeelExpression, values: Readonly<Record<string, FeelValue>>): Answer {
  const result = evaluateFeel(expression, values)
  if (!result.ok) return { broken: result.faults.map(({ message }) => message).join(' ') }
  const { value } = result.value
  if (typeof value === 'boolean' || value === null) return { fires: value === true }
  return {
    broken: `the condition answers ${JSON.stringify(value).slice(0, 60)}, which is neither yes nor no`,
  }
}

// `to.level` becomes { to: { level } }. The names are those of our own tables.
function valuesOf(asks: readonly string[], read: (name: string) => FeelValue): Record<string, FeelValue> {
  const values: Record<string, FeelValue> = {}
  for (const name of asks) {
    const [head, inner] = name.split('.') as [string, string?]
    if (inner === undefined) values[head] = read(name)
    else
      values[head] = {
        ...(values[head] as Readonly<Record<string, FeelValue>> | undefined),
        [inner]: read(name),
      }
  }
  return values
}
