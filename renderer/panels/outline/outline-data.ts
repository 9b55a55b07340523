// What the outline says about each step besides its name: gates, meters, and whether the filter keeps it. Pure.
import type { Analysis } from '../../../shared/model/analysis.ts'
import type { Place } from '../../../shared/model/handoff.ts'
import type { HandoffKind, Level, Strength } from '../../../shared/model/scales.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { words } from '../../words/words.ts'
import { lookupOf } from '../parts/names.ts'
import { outlineRows } from '../../../shared/report/flow-order.ts'
import type { OutlineRow } from '../../../shared/report/flow-order.ts'

type StepOf = Workflow['steps'][number]

export interface GateMark {
  readonly kind: HandoffKind
  readonly strength: Strength
  readonly look: 'gate' | 'ghost'
}

/** The gate at each step's door, the placed one before a suggested one. Gates on transitions count at their target. */
export function gateMarks(workflow: Workflow, analysis: Analysis | null): ReadonlyMap<string, GateMark> {
  const marks = new Map<string, GateMark>()
  const add = (
    look: GateMark['look'],
    handoff: { kind: HandoffKind; strength: Strength; at: Place },
  ): void => {
    const step = stepAt(workflow, handoff.at)
    if (!marks.has(step)) marks.set(step, { kind: handoff.kind, strength: handoff.strength, look })
  }
  for (const handoff of workflow.handoffs) add('gate', handoff)
  for (const handoff of analysis?.placement.handoffs ?? []) add('ghost', handoff)
  return marks
}

/** A gate in words: "has Approval, approve", or what is suggested. */
export function gateText(gate: GateMark): string {
  const phrase = `${words.scales.handoffKinds[gate.kind]}, ${words.scales.strengths[gate.strength]}`
  return gate.look === 'ghost' ? words.outline.suggested(phrase) : words.outline.gate(phrase)
}

/** Rows that the filter keeps; a filtered list is flat, because a kept tool may have a parent that is not. */
export function filteredRows(
  workflow: Workflow,
  filter: string,
  collapsed: ReadonlySet<string>,
): readonly OutlineRow[] {
  const needles = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((needle) => needle !== '')
  if (needles.length === 0) return outlineRows(workflow, collapsed)
  const kept = outlineRows(workflow).filter(({ step }) => {
    const hay = haystack(step)
    return needles.every((needle) => hay.includes(needle))
  })
  return kept.map((row, index) => ({
    ...row,
    level: 1,
    position: index + 1,
    siblings: kept.length,
    hasChildren: false,
  }))
}

/** The level that the meter shows; undefined where nobody has said, null where the meter would say nothing. */
export function shownConsequence(step: StepOf): Level | undefined | null {
  const level = step.consequence?.level
  if (level === undefined) return step.kind === 'action' || step.kind === 'agent' ? undefined : null
  return level === 0 ? null : level
}

export function shownUncertainty(step: StepOf): Level | undefined | null {
  const level = step.uncertainty?.level
  if (level === undefined) return step.kind === 'model' || step.kind === 'agent' ? undefined : null
  return level === 0 ? null : level
}

function haystack(step: StepOf): string {
  const consequence = step.consequence?.level
  const uncertainty = step.uncertainty?.level
  const parts = [
    step.name,
    words.scales.stepKinds[step.kind],
    step.verb,
    consequence === undefined
      ? words.scales.untagged
      : words.outline.consequence(words.scales.consequence[consequence]),
    uncertainty === undefined ? '' : words.outline.uncertainty(words.scales.uncertainty[uncertainty]),
    step.uncertainty?.label,
    ...(step.consequence?.domains ?? []),
  ]
  return parts.join(' ').toLowerCase()
}

function stepAt(workflow: Workflow, place: Place): string {
  if ('before' in place) return place.before
  if ('start' in place) return place.start
  return lookupOf(workflow).transitions.get(place.on)?.to ?? ''
}
