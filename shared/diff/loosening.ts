// Changes that let more pass than before, each as one sentence with a severity: what a reviewer of the change must see.
import type { Behavioural, Loosening, StepShift, StrengthOrNone } from '../model/difference.ts'
import type { Side } from './sides.ts'
import { worthOf } from './worth.ts'

/**
 * An error where less stands before an action than what it needs, or needed before; a warning where the action needs no
 * more than what is left, or where somebody answers for it.
 */
export function loosenings(
  told: Omit<Behavioural, 'loosened'>,
  before: Side,
  after: Side,
): readonly Loosening[] {
  const needed = (step: string): number =>
    Math.max(...[before, after].map(({ analysis }) => worthOf(analysis.steps[step]?.required ?? 'none')))
  const severity = (shift: StepShift): Loosening['severity'] =>
    needed(shift.step) > worthOf(shift.after) ? 'error' : 'warning'
  return [
    ...told.newlyUngated.map((shift) =>
      loosened('ungated', severity(shift), shift, `“${shift.name}” is no longer behind a person.`),
    ),
    ...told.weakened.map((shift) =>
      loosened(
        'weakened',
        severity(shift),
        shift,
        `“${shift.name}” is behind ${phrase(shift.after)} and was behind ${phrase(shift.before)}.`,
      ),
    ),
    ...told.coverageLost.map((shift) =>
      loosened(
        'uncovered',
        'error',
        shift,
        `“${shift.name}” can be reached without ${phrase(shift.before)}, which it needs.`,
      ),
    ),
    ...told.demandsLowered.map((shift) =>
      loosened(
        'lowered',
        'warning',
        shift,
        `“${shift.name}” needs ${phrase(shift.after)} now, and needed ${phrase(shift.before)} before.`,
      ),
    ),
    ...acceptedRisks(before, after),
    ...setAside(before, after),
  ]
}

function loosened(
  kind: Loosening['kind'],
  severity: Loosening['severity'],
  { step }: StepShift,
  message: string,
): Loosening {
  return { id: `${kind}@${step}`, kind, severity, message, step }
}

function acceptedRisks(before: Side, after: Side): readonly Loosening[] {
  const known = new Set(before.analysis.placement.waived.map(({ step }) => step))
  return after.analysis.placement.waived
    .filter(({ step }) => !known.has(step))
    .map(({ step, owner, expires }) => ({
      id: `accepted@${step}`,
      kind: 'accepted',
      severity: 'warning',
      message: `The risk of “${nameOf(after, step)}” is accepted now: ${owner} answers for it until ${expires}.`,
      step,
    }))
}

function setAside(before: Side, after: Side): readonly Loosening[] {
  const known = new Set(
    before.workflow.dispositions.flatMap(({ finding, status }) => (status === 'accepted' ? [] : finding)),
  )
  return (
    after.workflow.dispositions
      // What was accepted is placed, which sets nothing aside.
      .filter(({ finding, status }) => status !== 'accepted' && !known.has(finding))
      .map(({ finding, reason }) => ({
        id: `set-aside@${finding}`,
        kind: 'set-aside',
        severity: 'warning',
        message: `The finding ${finding} is set aside now${reason === '' ? '' : `: ${reason}`}`,
      }))
  )
}

function nameOf({ workflow }: Side, id: string): string {
  return workflow.steps.find((step) => step.id === id)?.name || id
}

const PHRASES: Readonly<Record<StrengthOrNone, string>> = {
  none: 'nobody',
  notify: 'a note to somebody',
  confirm: 'a confirmation',
  approve: 'an approval',
  'two-person': 'two people',
}

function phrase(strength: StrengthOrNone): string {
  return PHRASES[strength]
}
