// What a step's card says: the line under its name, its two meters, its marks, and what a screen reader hears.
import type { StepFigures } from '../../model/analysis.ts'
import type { Step } from '../../model/step.ts'
import type { Level } from '../../model/scales.ts'
import type { SceneWords } from './words.ts'
import type { LooseGate } from './gates.ts'

/** Kinds whose harm, or whose doubt, somebody ought to have said something about. */
const WANTS_CONSEQUENCE: ReadonlySet<string> = new Set(['action', 'agent', 'subflow'])
const WANTS_UNCERTAINTY: ReadonlySet<string> = new Set(['model', 'agent'])

interface StepDetail {
  readonly figures: StepFigures | undefined
  /** Name of the party that does it. */
  readonly party: string | undefined
  readonly words: SceneWords
  /** Steps inside of it that are not drawn. */
  readonly hidden: number
}

/** `pay · 15 % of runs`: what it does, and how often. */
export function detailOf(step: Step, { figures, party, words, hidden }: StepDetail): string {
  const parts = [step.verb ?? words.within(words.stepKinds[step.kind])]
  if (hidden > 0) parts.push(words.stepsInside(hidden))
  if (party !== undefined) parts.push(party)
  if (step.kind === 'check' && step.clears?.length) parts.push(words.clears(step.clears))
  else if (figures) parts.push(...visitWords(figures, words))
  return parts.join(' · ')
}

/** The level of harm to draw: `none` for no meter at all, undefined for "nobody has said". */
export function consequenceOf(step: Step): Level | 'none' | undefined {
  return step.consequence?.level ?? (WANTS_CONSEQUENCE.has(step.kind) ? undefined : 'none')
}

/** The level of doubt to draw, in the same way. */
export function uncertaintyOf(step: Step): Level | 'none' | undefined {
  return step.uncertainty?.level ?? (WANTS_UNCERTAINTY.has(step.kind) ? undefined : 'none')
}

export interface SpokenStep {
  readonly words: SceneWords
  readonly step: Step
  /** Position among all steps, from 1, and how many there are. */
  readonly position: number
  readonly count: number
  readonly gates: readonly LooseGate[]
  readonly findings: number
  /** Steps inside of it that are not drawn. */
  readonly hidden: number
}

/** "step 4 of 12, Large refund, action, consequence high, approve before, 2 findings". */
export function spokenStep({ words, step, position, count, gates, findings, hidden }: SpokenStep): string {
  const consequence = consequenceOf(step)
  const uncertainty = uncertaintyOf(step)
  return [
    words.stepOf(position, count),
    step.name || words.unnamed,
    words.within(words.stepKinds[step.kind]),
    hidden > 0 && words.stepsInside(hidden),
    consequence !== 'none' && words.consequence(consequence),
    uncertainty !== 'none' && words.uncertainty(uncertainty),
    step.consequence?.reversibility === 3 && words.irreversible,
    step.consequence?.external && words.external,
    step.consequence?.security && words.security,
    ...gates.map((gate) => words.gateBefore(gate.title)),
    findings > 0 && words.findings(findings),
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ')
}

function visitWords(figures: StepFigures, words: SceneWords): readonly string[] {
  if (!figures.reachable) return [words.unreachable]
  const { visits } = figures
  if (Math.abs(visits - 1) < 0.005) return []
  return [visits < 1 ? words.ofRuns(visits) : words.timesARun(visits)]
}
