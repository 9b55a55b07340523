// Runs the rules of packs over a revision. A condition that cannot be answered becomes a finding of its own; it never
// takes anything else down.
import type { Fact, Finding, FindingPlace, Severity } from '../../model/finding.ts'
import { packRuleName } from '../../model/rule-pack.ts'
import type { PackRule, PackSubject, RulePack } from '../../model/rule-pack.ts'
import type { FeelValue } from '../../support/feel.ts'
import { describer, factsFingerprint } from '../fingerprint.ts'
import type { Describe } from '../fingerprint.ts'
import { isPassing, lookupOf, subjectsOf } from '../pack-facts.ts'
import type { Subject } from '../pack-facts.ts'
import { compareFindings } from '../run.ts'
import { answer } from './answer.ts'
import { compileRule } from './compile.ts'
import type { CompiledRule } from './compile.ts'
import type { PackContext } from './types.ts'

/** What is asked about in one revision; made once, asked by any number of rules. */
export interface PackSubjects {
  readonly of: (kind: PackSubject) => readonly Subject[]
  readonly describe: Describe
  readonly setting: (rule: string) => Severity | 'off' | undefined
}

export function packSubjects(context: PackContext): PackSubjects {
  const made = new Map<PackSubject, readonly Subject[]>()
  let lookup: ReturnType<typeof lookupOf> | undefined
  return {
    of: (kind) => {
      const known = made.get(kind)
      if (known) return known
      lookup ??= lookupOf(context)
      const fresh = subjectsOf(context, kind, lookup)
      made.set(kind, fresh)
      return fresh
    },
    describe: describer(context.graph),
    setting: (rule) => context.graph.profile.rules.get(rule),
  }
}

/** Findings of packs, worst first, then by id. Rules that the profile has off are not asked. */
export function runPacks(packs: readonly RulePack[], subjects: PackSubjects): readonly Finding[] {
  return packs
    .flatMap((pack) => pack.rules.flatMap((rule) => runPackRule(pack, rule, subjects)))
    .sort(compareFindings)
}

/** Findings of one rule of a pack. */
export function runPackRule(pack: RulePack, rule: PackRule, subjects: PackSubjects): readonly Finding[] {
  const name = packRuleName(pack, rule)
  if (subjects.setting(name) === 'off') return []
  const compiled = compileRule(rule)
  if (!compiled.ok)
    return [broken(name, compiled.faults.map(({ path, message }) => `${path}: ${message}`).join('; '))]
  const findings: Finding[] = []
  const unanswered = new Set<string>()
  for (const subject of subjects.of(rule.for)) {
    const said = answer(compiled.value.expression, compiled.value.asks, subject.read)
    if ('broken' in said) unanswered.add(said.broken)
    else if (said.fires)
      findings.push(toFinding({ pack, rule, name, subject, compiled: compiled.value, subjects }))
  }
  return unanswered.size === 0
    ? findings
    : [...findings, broken(name, [...unanswered].slice(0, 3).join('; '))]
}

interface Fired {
  readonly pack: RulePack
  readonly rule: PackRule
  readonly name: string
  readonly subject: Subject
  readonly compiled: CompiledRule
  readonly subjects: PackSubjects
}

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'An error',
  warning: 'A warning',
  info: 'A note',
}

function toFinding({ pack, rule, name, subject, compiled, subjects }: Fired): Finding {
  const facts = compiled.asks.map((fact) => toFact(fact, subject))
  const own = subjects.setting(name)
  const severity = own === undefined || own === 'off' ? rule.severity : own
  // The condition is one of the facts: a rule that was changed asks again.
  const grounds = { grade: 'plain', facts: [...facts, { name: 'condition', value: rule.when }] } as const
  return {
    id: `${name}@${placeId(subject.place)}`,
    rule: name,
    severity,
    kind: 'repair',
    message: compiled.message
      .map((part) => ('text' in part ? part.text : textOf(subject.read(part.fact))))
      .join(''),
    facts,
    fingerprint: factsFingerprint(grounds, subjects.describe),
    severityBecause: `${SEVERITY_WORDS[severity]}, because ${severity === rule.severity ? `the rule pack “${pack.title}” (${pack.version})` : 'the profile of this document'} says so.`,
    goesAwayIf: `Goes away if this no longer holds: ${rule.when}.`,
    place: subject.place,
  }
}

function toFact(name: string, subject: Subject): Fact {
  const field = subject.field(name)
  return {
    name,
    value: factValue(subject.read(name)),
    ...(field === undefined ? {} : { field }),
    ...(isPassing(name) ? { passing: true as const } : {}),
  }
}

function factValue(value: FeelValue): Fact['value'] {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return (value as readonly FeelValue[]).map(textOf)
  return textOf(value)
}

/** A value as people read it in a message. It is only ever shown as text. */
function textOf(value: FeelValue): string {
  if (value === null) return 'not set'
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : (value as readonly FeelValue[]).map(textOf).join(', ')
  return Object.values(value).map(textOf).join(' ')
}

function broken(name: string, why: string): Finding {
  return {
    id: `${name}@document`,
    rule: name,
    severity: 'warning',
    kind: 'lint',
    message: `Rule ${name} could not be checked: ${why}.`,
    facts: [],
    fingerprint: factsFingerprint({ grade: 'grave', facts: [{ name: 'why', value: why }] }, () => undefined),
    severityBecause: 'A warning, because nothing can be said about what this rule looks for.',
    goesAwayIf: 'Goes away when the rule is mended; the other rules are not affected.',
    place: { document: true },
  }
}

function placeId(place: FindingPlace): string {
  return Object.values(place)[0] === true ? 'document' : String(Object.values(place)[0])
}
