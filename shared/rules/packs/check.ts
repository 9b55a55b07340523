// Whether a rule pack may be put into a document: its conditions can be read and asked, and its examples show what they
// say. Everything that is wrong is told with its place.
import { checkSchema } from '../../document/schema-faults.ts'
import { parseJson } from '../../document/parse-json.ts'
import { RULES_FORMAT, RulePackSchema, RulesFileSchema } from '../../model/rule-pack.ts'
import type { PackExample, PackRule, RulePack } from '../../model/rule-pack.ts'
import type { FeelValue } from '../../support/feel.ts'
import { ok, refused } from '../../support/result.ts'
import type { Fault, Result } from '../../support/result.ts'
import { blankFacts, factFor } from '../pack-facts.ts'
import { answer } from './answer.ts'
import { compileRule, unknownFact } from './compile.ts'
import type { CompiledRule } from './compile.ts'

/** Reads a `*.rules.json` text and checks the pack in it. */
export function readRulesFile(text: string): Result<RulePack> {
  const parsed = parseJson(text)
  if (!parsed.ok) return parsed
  const { value } = parsed.value
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== RULES_FORMAT) {
    return refused({ path: 'format', message: `expected "${RULES_FORMAT}": this is no file of rules` })
  }
  const file = checkSchema(RulesFileSchema, value)
  if (!file.ok) return file
  const { format: _, formatVersion: __, ...pack } = file.value
  return checkRulePack(pack)
}

/** Checks a pack: its shape, its conditions, its messages, and that every example does what it should. */
export function checkRulePack(pack: unknown): Result<RulePack> {
  const shaped = checkSchema(RulePackSchema, pack)
  if (!shaped.ok) return shaped
  const faults = shaped.value.rules.flatMap(ruleFaults)
  return faults.length > 0 ? refused(...faults) : ok(shaped.value)
}

function ruleFaults(rule: PackRule, index: number): readonly Fault[] {
  const below = ({ path, message }: Fault): Fault => ({ path: `rules[${index}].${path}`, message })
  const compiled = compileRule(rule)
  if (!compiled.ok) return compiled.faults.map(below)
  return exampleFaults(rule, compiled.value).map(below)
}

/** What is wrong with the examples of a rule; paths begin at the rule. */
function exampleFaults(rule: PackRule, compiled: CompiledRule): readonly Fault[] {
  const { mustFire, mustNotFire } = rule.examples
  return [
    ...mustFire.flatMap((example, i) => oneFault(rule, compiled, example, `examples.mustFire[${i}]`, true)),
    ...mustNotFire.flatMap((example, i) =>
      oneFault(rule, compiled, example, `examples.mustNotFire[${i}]`, false),
    ),
  ]
}

function oneFault(
  rule: PackRule,
  { expression, asks }: CompiledRule,
  example: PackExample,
  path: string,
  expected: boolean,
): readonly Fault[] {
  const given = givenFacts(example.facts)
  const unknown = [...given.keys()].filter((name) => !factFor(rule.for, name))
  if (unknown.length > 0)
    return unknown.map((name) => ({ path: `${path}.facts.${name}`, message: unknownFact(rule.for, name) }))
  const blank = blankFacts(rule.for)
  const said = answer(expression, asks, (name) => given.get(name) ?? blank.get(name) ?? null)
  if ('broken' in said) return [{ path, message: said.broken }]
  if (said.fires === expected) return []
  return [
    {
      path,
      message: expected ? 'this must make a finding, and does not' : 'this must make no finding, and does',
    },
  ]
}

// Facts of a neighbour may be written either way: { "to.level": 3 } or { "to": { "level": 3 } }.
function givenFacts(facts: PackExample['facts']): ReadonlyMap<string, FeelValue> {
  const given = new Map<string, FeelValue>()
  for (const [name, value] of Object.entries(facts) as [string, FeelValue][]) {
    const isNeighbour = name === 'from' || name === 'to' || name === 'step'
    if (isNeighbour && value !== null && typeof value === 'object' && !Array.isArray(value)) {
      for (const [inner, each] of Object.entries(value)) given.set(`${name}.${inner}`, each)
    } else given.set(name, value)
  }
  return given
}
