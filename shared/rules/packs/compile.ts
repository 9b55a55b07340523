// Reads the condition and the message of a rule once, and says with its place what is wrong in them.
import type { PackRule, PackSubject } from '../../model/rule-pack.ts'
import { parseFeel } from '../../support/feel.ts'
import type { FeelExpression } from '../../support/feel.ts'
import { unsafeIn } from '../../support/feel-safety.ts'
import { nodesOf, pathOf } from '../../support/feel-tree.ts'
import type { Fault } from '../../support/result.ts'
import { factFor, PACK_FACTS } from '../pack-facts.ts'

export interface CompiledRule {
  readonly expression: FeelExpression
  /** Names of facts that the condition asks for, sorted. */
  readonly asks: readonly string[]
  /** The message, in pieces: a text, or the name of a fact. */
  readonly message: readonly MessagePart[]
}

type MessagePart = { readonly text: string } | { readonly fact: string }

export type Compiled =
  | { readonly ok: true; readonly value: CompiledRule }
  /** Paths begin at the rule: `when`, `message`. */
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** Never throws; whatever is refused here would not be answered either. */
export function compileRule(rule: Pick<PackRule, 'for' | 'when' | 'message'>): Compiled {
  const parts = messageParts(rule.message)
  const faults = [...conditionFaults(rule), ...messageFaults(rule.for, parts)]
  const read = parseFeel(rule.when)
  if (!read.ok || faults.length > 0) return { ok: false, faults }
  const asks = read.value.variables.flatMap((name) => factFor(rule.for, name)?.name ?? [])
  return { ok: true, value: { expression: read.value, asks: [...new Set(asks)].sort(), message: parts } }
}

function conditionFaults({ when, for: subject }: Pick<PackRule, 'for' | 'when'>): readonly Fault[] {
  const read = parseFeel(when)
  if (!read.ok) return read.faults.map(({ message, from }) => at(from, message))
  const unsafe = unsafeIn(read.value.root)
  if (unsafe) return [at(unsafe.from, unsafe.message)]
  return read.value.variables.flatMap((name) => {
    if (factFor(subject, name)) return []
    const node = nodesOf(read.value.root).find((each) => pathOf(each) === name)
    return [at(node?.from ?? 0, unknownFact(subject, name))]
  })
}

function messageFaults(subject: PackSubject, parts: readonly MessagePart[]): readonly Fault[] {
  return parts.flatMap((part) =>
    'text' in part || factFor(subject, part.fact)
      ? []
      : [{ path: 'message', message: unknownFact(subject, part.fact) }],
  )
}

function at(from: number, message: string): Fault {
  return { path: 'when', message: `character ${from + 1}: ${message}` }
}

/** Says that there is no such fact, and which one may be meant. */
export function unknownFact(subject: PackSubject, name: string): string {
  const near = nearestName(
    name,
    PACK_FACTS[subject].map((fact) => fact.name),
  )
  return `“${name}” is no fact of a ${subject}${near ? `; did you mean “${near}”?` : ''}`
}

/** `Pays {magnitude} to {party}` in pieces. Braces around anything but a name stay as they are. */
function messageParts(message: string): readonly MessagePart[] {
  return message.split(/(\{[A-Za-z][A-Za-z.]*\})/).flatMap((piece, i): MessagePart[] => {
    if (i % 2 === 1) return [{ fact: piece.slice(1, -1) }]
    return piece === '' ? [] : [{ text: piece }]
  })
}

function nearestName(name: string, names: readonly string[]): string | undefined {
  const wanted = name.toLowerCase()
  const limit = Math.ceil(name.length / 3)
  let best: string | undefined
  let least = limit + 1
  for (const each of names) {
    const apart = distance(wanted, each.toLowerCase(), least)
    if (apart < least) [best, least] = [each, apart]
  }
  return best
}

/** Levenshtein's distance, cut off at `most`. Names are short. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}
