// The fingerprint of the facts that a finding rests on: the same as long as the facts are, whatever things are called,
// in whatever order they stand, and wherever they are drawn.
import type { Graph } from '../graph/graph.ts'
import type { Fact } from '../model/finding.ts'
import {
  DECISIONS,
  HANDOFF_KINDS,
  STEP_KINDS,
  STRENGTHS,
  TRANSITION_KINDS,
  UNCERTAINTY_LABELS,
} from '../model/scales.ts'
import type { Step } from '../model/step.ts'
import type { Workflow } from '../model/workflow.ts'
import { canonicalJson } from '../support/canonical-json.ts'
import { compareText } from '../support/compare.ts'
import { fingerprint } from '../support/sha256.ts'
import type { Found } from './types.ts'

/** Says what an element is without saying what it is called; undefined for a text that is no id. */
export type Describe = (text: string) => string | undefined

/**
 * Fingerprint of what `found` rests on: its grade and its facts. Left out are the field that a fact is read from (a
 * path of ids), the walk that shows the finding (one of several, which any new step may change), and passing figures.
 * An id within a fact counts as what it is the id of: its kind and its tags. Figures that were worked out count with
 * three digits.
 */
export function factsFingerprint(found: Pick<Found, 'grade' | 'facts' | 'path'>, describe: Describe): string {
  const facts: string[] = []
  for (const fact of found.facts) {
    if (fact.passing || shows(fact, found.path)) continue
    // What canonical JSON makes of an object with these two members, without the object.
    facts.push(`{"name":${canonicalJson(fact.name)},"value":${canonicalJson(unnamed(fact, describe))}}`)
  }
  return remembered(`{"facts":${canonicalJson(facts.sort(compareText))},"grade":"${found.grade}"}`)
}

/** Fingerprints of texts: from one edit to the next nearly all findings rest on the same facts. */
let REMEMBERED = new Map<string, string>()
const MOST_REMEMBERED = 10_000

function remembered(text: string): string {
  const known = REMEMBERED.get(text)
  if (known !== undefined) return known
  if (REMEMBERED.size >= MOST_REMEMBERED) REMEMBERED = new Map()
  const made = fingerprint(text)
  REMEMBERED.set(text, made)
  return made
}

/**
 * The elements of a revision, by id and by the name that stands in quotation marks in messages. Made once a revision:
 * every set of rules asks for it.
 */
export function describer({ workflow }: Pick<Graph, 'workflow'>): Describe {
  const made = DESCRIBERS.get(workflow)
  if (made) return made
  let known: Known | undefined
  const describe: Describe = (text) => {
    known ??= knownNames(workflow)
    return described(known, text)
  }
  DESCRIBERS.set(workflow, describe)
  return describe
}

const DESCRIBERS = new WeakMap<Workflow, Describe>()

interface Known {
  /** What each id stands for; of a step it is worked out when it is first asked for. */
  readonly ids: Map<string, string | Step>
  /** Without their quotation marks. */
  readonly names: ReadonlySet<string>
}

function knownNames({ steps, transitions, handoffs, parties }: Workflow): Known {
  const ids = new Map<string, string | Step>()
  const names = new Set<string>()
  const add = (id: string, what: string | Step, name: string | undefined): void => {
    if (!ids.has(id) && !OWN_WORDS.has(id)) ids.set(id, what)
    names.add(id)
    if (name) names.add(name)
  }
  for (const step of steps) add(step.id, step, step.name)
  for (const { id, kind, label } of transitions) add(id, `transition ${kind}`, label)
  for (const { id, kind, strength, title } of handoffs) add(id, `handoff ${kind} ${strength}`, title)
  for (const { id, kind, name } of parties) add(id, `party ${kind}`, name)
  return { ids, names }
}

function described({ ids, names }: Known, text: string): string | undefined {
  const what = ids.get(text)
  if (what === undefined) return isQuoted(text) && names.has(text.slice(1, -1)) ? '“”' : undefined
  if (typeof what === 'string') return what
  const said = stepText(what)
  ids.set(text, said)
  return said
}

function isQuoted(text: string): boolean {
  return text.length > 2 && text.startsWith('“') && text.endsWith('”')
}

/** A word of the format stays itself, even where somebody has called a step so. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  ...STEP_KINDS,
  ...TRANSITION_KINDS,
  ...HANDOFF_KINDS,
  ...STRENGTHS,
  ...DECISIONS,
  ...UNCERTAINTY_LABELS,
  'none',
])

function shows({ value, field }: Fact, path: readonly string[] | undefined): boolean {
  if (path === undefined || field !== undefined) return false
  if (Array.isArray(value)) return canonicalJson(value) === canonicalJson(path)
  return value === path[0]
}

function unnamed({ value, field }: Fact, describe: Describe): Fact['value'] {
  if (Array.isArray(value)) return value.map((each) => unnamedText(each, describe)).sort(compareText)
  // A figure that was worked out moves in its last digits with the order of the sums.
  if (typeof value === 'number') return field === undefined ? Number(value.toPrecision(3)) : value
  return typeof value === 'string' ? unnamedText(value, describe) : value
}

function unnamedText(text: string, describe: Describe): string {
  return describe(text) ?? withoutNames(text, describe)
}

// A name may hold quotation marks itself, so that the longest known name between two of them counts.
function withoutNames(text: string, describe: Describe): string {
  let out = ''
  let at = 0
  for (let open = text.indexOf('“'); open !== -1; open = text.indexOf('“', open + 1)) {
    if (open < at) continue
    for (let close = text.lastIndexOf('”'); close > open; close = text.lastIndexOf('”', close - 1)) {
      const what = describe(text.slice(open, close + 1))
      if (what === undefined) continue
      out += text.slice(at, open) + what
      at = close + 1
      break
    }
  }
  return out + text.slice(at)
}

function stepText({ kind, verb, consequence, uncertainty }: Step): string {
  const { level, reversibility, external, security, volume } = consequence ?? {}
  return canonicalJson([
    kind,
    verb ?? '',
    level ?? '',
    reversibility ?? '',
    external ?? false,
    security ?? false,
    volume ?? '',
    uncertainty?.level ?? '',
    uncertainty?.label ?? '',
  ])
}
