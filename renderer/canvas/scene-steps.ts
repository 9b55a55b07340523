// What a step's card says: the line under its name, its two meters, its marks, and what a screen reader hears.
import type { StepFigures } from '../../shared/model/analysis.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Level } from '../../shared/model/scales.ts'
import { words } from '../words/en.ts'
import type { LooseGate } from './scene-gates.ts'

/** Kinds whose harm, or whose doubt, somebody ought to have said something about. */
const WANTS_CONSEQUENCE: ReadonlySet<string> = new Set(['action', 'agent', 'subflow'])
const WANTS_UNCERTAINTY: ReadonlySet<string> = new Set(['model', 'agent'])

/** `pay · 15 % of runs`: what it does, and how often. */
export function detailOf(step: Step, figures: StepFigures | undefined, party: string | undefined): string {
  const parts = [step.verb ?? words.scales.stepKinds[step.kind].toLowerCase()]
  if (party !== undefined) parts.push(party)
  if (step.kind === 'check' && step.clears?.length) parts.push(words.canvas.clears(step.clears))
  else if (figures) parts.push(...visitWords(figures))
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
  readonly step: Step
  /** Position among all steps, from 1, and how many there are. */
  readonly position: number
  readonly count: number
  readonly gates: readonly LooseGate[]
  readonly findings: number
}

/** "step 4 of 12, Large refund, action, consequence high, approve before, 2 findings". */
export function spokenStep({ step, position, count, gates, findings }: SpokenStep): string {
  const { canvas, scales } = words
  const consequence = consequenceOf(step)
  const uncertainty = uncertaintyOf(step)
  return [
    canvas.stepOf(position, count),
    step.name || words.common.unnamed,
    scales.stepKinds[step.kind].toLowerCase(),
    consequence !== 'none' && canvas.consequence(consequence),
    uncertainty !== 'none' && canvas.uncertainty(uncertainty),
    step.consequence?.reversibility === 3 && canvas.irreversible,
    step.consequence?.external && canvas.external,
    step.consequence?.security && canvas.security,
    ...gates.map((gate) => canvas.gateBefore(gate.title)),
    findings > 0 && canvas.findings(findings),
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ')
}

function visitWords(figures: StepFigures): readonly string[] {
  if (!figures.reachable) return [words.canvas.unreachable]
  const { visits } = figures
  if (Math.abs(visits - 1) < 0.005) return []
  return [visits < 1 ? words.canvas.ofRuns(visits) : words.canvas.timesARun(visits)]
}
