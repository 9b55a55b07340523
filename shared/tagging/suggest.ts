// Suggests tags for steps that nobody has tagged, each with its reason and how sure it is. Only what is missing is
// suggested: what a person or a file has said stays as it is.
import { acts } from '../model/step.ts'
import type { Consequence, Step, Uncertainty } from '../model/step.ts'
import type { Workflow } from '../model/workflow.ts'
import { consequenceOf, hasSideEffect } from './effects.ts'
import type { EffectName } from './effects.ts'
import { effectOfGerman } from './german.ts'
import { headOf, readWork } from './names.ts'
import { effectOfWords, wordsOf } from './verbs.ts'

/** `high`: the step's own verb says it; `fair`: a word of the name; `low`: the kind of step alone. */
export type Confidence = 'high' | 'fair' | 'low'

/** What a suggestion rests on. `word` is as it stands in the document, or the kind. */
export interface Reason {
  readonly from: 'verb' | 'name' | 'kind'
  readonly word: string
  /** Absent where it is about doubt. */
  readonly effect?: EffectName
}

export interface TagSuggestion {
  readonly step: string
  readonly consequence?: Consequence
  readonly uncertainty?: Uncertainty
  readonly confidence: Confidence
  readonly reasons: readonly Reason[]
}

/** A step that acts and whose consequence nobody has said, or one that writes or judges by itself without its doubt. */
export function isUntagged(step: Step): boolean {
  return lacksConsequence(step) || lacksUncertainty(step)
}

/** Ids of the steps that wait for a tag, in the order of the document. */
export function untaggedSteps(workflow: Workflow): readonly string[] {
  return workflow.steps.filter(isUntagged).map(({ id }) => id)
}

/** Suggested tags by step; a step whose words say nothing has none. Costs one look at each name. */
export function suggestTags(workflow: Workflow): ReadonlyMap<string, TagSuggestion> {
  const agents = new Set(workflow.steps.flatMap(({ parent }) => (parent === undefined ? [] : [parent])))
  const suggestions = new Map<string, TagSuggestion>()
  for (const step of workflow.steps) {
    const suggestion = suggestTag(step, agents.has(step.id))
    if (suggestion) suggestions.set(step.id, suggestion)
  }
  return suggestions
}

/** The suggestion for one step. `hasTools`: what an agent does to the world is on the steps inside of it. */
export function suggestTag(step: Step, hasTools = false): TagSuggestion | undefined {
  const told = lacksConsequence(step) ? tellConsequence(step, hasTools) : undefined
  const doubt = lacksUncertainty(step) ? tellDoubt(step) : undefined
  if (!told && !doubt) return undefined
  return {
    step: step.id,
    confidence: told?.confidence ?? 'low',
    reasons: [...(told ? [told.reason] : []), ...(doubt ? [doubt.reason] : [])],
    ...(told && { consequence: missingOf(step.consequence, told.consequence) }),
    ...(doubt && { uncertainty: missingOf(step.uncertainty, doubt.uncertainty) }),
  }
}

function lacksConsequence(step: Step): boolean {
  return acts(step) && step.consequence?.level === undefined
}

function lacksUncertainty({ kind, uncertainty }: Step): boolean {
  return (kind === 'model' || kind === 'agent') && uncertainty?.level === undefined
}

interface Told {
  readonly consequence: Consequence
  readonly confidence: Confidence
  readonly reason: Reason
}

function tellConsequence(step: Step, hasTools: boolean): Told | undefined {
  if (step.kind === 'agent' && hasTools) {
    const basis = 'suggested by its kind, agent'
    const consequence = consequenceOf('none', basis, [], 'what it can do to the world is on its tools')
    return { consequence, confidence: 'low', reason: { from: 'kind', word: 'agent' } }
  }
  const verb = step.verb === undefined ? undefined : effectOfWords(step.verb)
  if (verb) return toldBy({ from: 'verb', word: step.verb!, effect: verb.effect }, 'high')
  const read = readName(step.name)
  if (!read || (step.kind === 'subflow' && saysNothingOfSubflow(read.effect))) return undefined
  return toldBy({ from: 'name', word: read.word, effect: read.effect }, read.first ? 'high' : 'fair')
}

// "Execute workflow" names only that it is one, and one harmless word is not all that happens inside.
function saysNothingOfSubflow(effect: EffectName): boolean {
  return effect === 'execute' || !hasSideEffect(effect)
}

function toldBy(reason: Reason & { readonly effect: EffectName }, confidence: Confidence): Told | undefined {
  const harmless = !hasSideEffect(reason.effect)
  // That something is harmless takes it out of sight, so that a word in the middle of a name is not enough.
  if (harmless && confidence === 'fair') return undefined
  const where = reason.from === 'verb' ? 'the verb' : 'the name'
  const basis = `suggested by “${reason.word.slice(0, 60)}” in ${where}`
  return {
    consequence: consequenceOf(reason.effect, basis),
    confidence: harmless ? 'fair' : confidence,
    reason,
  }
}

interface NameReading {
  readonly word: string
  readonly effect: EffectName
  /** The name begins with it, as commands do; German verbs count wherever they stand. */
  readonly first: boolean
}

function readName(name: string): NameReading | undefined {
  const english = readWork(name)
  if (english?.effect) {
    const first = wordsOf(headOf(name))[0] === english.because.toLowerCase()
    return { word: english.because, effect: english.effect, first }
  }
  const german = effectOfGerman(headOf(name))
  return german && { ...german, first: true }
}

function tellDoubt(step: Step): { readonly uncertainty: Uncertainty; readonly reason: Reason } {
  const judges = JUDGES.exec(step.name)?.[0]
  const basis = `suggested by its kind, ${step.kind}`
  return {
    uncertainty: {
      level: step.kind === 'agent' ? 3 : 2,
      label: judges === undefined ? 'content' : 'score',
      basis: judges === undefined ? basis : `${basis}, and “${judges}” in the name`,
    },
    reason: judges === undefined ? { from: 'kind', word: step.kind } : { from: 'name', word: judges },
  }
}

/** Gives a figure or a class, where others write. */
const JUDGES =
  /\b(?:classif\w{1,8}|scor\w{1,4}|rank\w{0,4}|rout\w{1,4}|triage|judge|klassifi\w{1,10}|bewert\w{1,4}|einstuf\w{1,4})\b/i

// What a person has said of a tag whose level is missing stays.
function missingOf<T extends object>(present: T | undefined, suggested: T): T {
  return Object.fromEntries(
    Object.entries(suggested).filter(([key]) => !present || !Object.hasOwn(present, key)),
  ) as T
}
