// What a change of the document changes for people: who stands before which action, what it needs, what is covered.
import { indexWorkflow } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import type { Analysis } from '../model/analysis.ts'
import type { Behavioural, StepShift, StrengthOrNone } from '../model/difference.ts'
import { acts } from '../model/step.ts'
import { strengthOf } from '../model/strength.ts'
import type { Strength } from '../model/scales.ts'
import { compareText } from '../support/compare.ts'
import { loosenings } from './loosening.ts'
import { peopleBefore } from './people-before.ts'
import type { PeopleBefore } from './people-before.ts'
import type { Side } from './sides.ts'
import { worthOf } from './worth.ts'

interface Seen extends Side {
  readonly graph: Graph
  readonly people: PeopleBefore
}

/**
 * The difference in behaviour between two sides whose ids agree (`compareSides`), both analysed as of the same day. Steps
 * are compared where both sides can reach them; what is new and not covered is in `coverageLost`.
 */
export function behaviouralDifference(first: Side, second: Side): Behavioural {
  const [before, after] = [seen(first), seen(second)]
  const shifts = shared(before, after)
  const people = shifts.map((step) => peopleShift(step, before, after))
  const demands = shifts.map((step) => demandShift(step, before, after))
  const findings = { before: byId(first.analysis), after: byId(second.analysis) }
  const told = {
    newlyUngated: people.filter((shift) => lost(shift) && shift.after === 'none'),
    newlyGated: people.filter((shift) => won(shift) && shift.before === 'none'),
    weakened: people.filter((shift) => lost(shift) && shift.after !== 'none'),
    strengthened: people.filter((shift) => won(shift) && shift.before !== 'none'),
    demandsLowered: demands.filter(lost),
    demandsRaised: demands.filter(won),
    coverageLost: uncoveredOnlyIn(after, before),
    coverageGained: uncoveredOnlyIn(before, after).filter(({ step }) => after.graph.indexOf.has(step)),
    minutesPerRun: figures(first, second, 'minutesPerRun'),
    promptsPerRun: figures(first, second, 'promptsPerRun'),
    approvalMinutesPerRun: figures(first, second, 'approvalMinutesPerRun'),
    newFindings: onlyIn(findings.after, findings.before),
    goneFindings: onlyIn(findings.before, findings.after),
  }
  return { ...told, loosened: [...loosenings(told, first, second)] }
}

function seen(side: Side): Seen {
  const graph = indexWorkflow(side.workflow)
  return { ...side, graph, people: peopleBefore(graph) }
}

/** Actions that runs can come to on both sides. */
function shared(before: Seen, after: Seen): readonly string[] {
  return after.graph.steps
    .filter((step) => acts(step) && isReached(before, step.id) && isReached(after, step.id))
    .map(({ id }) => id)
}

function isReached({ graph }: Seen, id: string): boolean {
  const v = graph.indexOf.get(id)
  return v !== undefined && graph.reachable[v]!
}

function peopleShift(step: string, before: Seen, after: Seen): StepShift {
  const told = (side: Seen): StrengthOrNone =>
    strengthOf(side.people.authority[side.graph.indexOf.get(step)!]!) ?? 'none'
  const shift = { step, name: nameOf(after, step), before: told(before), after: told(after) }
  const path =
    shift.after === 'none' && shift.before !== 'none' ? after.people.walkPastNobody(step) : undefined
  return { ...shift, ...(path && { path: [...path] }) }
}

function demandShift(step: string, before: Seen, after: Seen): StepShift {
  const told = ({ analysis }: Seen): StrengthOrNone => analysis.steps[step]?.required ?? 'none'
  return { step, name: nameOf(after, step), before: told(before), after: told(after) }
}

/** Counterexamples of one side about actions that the other covers, or does not have. */
function uncoveredOnlyIn(side: Seen, other: Seen): StepShift[] {
  const open = new Set(other.analysis.counterexamples.map(({ action }) => action))
  return side.analysis.counterexamples
    .filter(({ action }) => !open.has(action))
    .map(({ action, missing, carried, path }) => ({
      step: action,
      name: nameOf(side, action),
      before: missing as Strength,
      after: strengthOf(carried) ?? ('none' as const),
      path: [...path],
    }))
    .sort((a, b) => compareText(a.step, b.step))
}

function figures(
  first: Side,
  second: Side,
  figure: keyof Side['analysis']['attention'],
): Behavioural['minutesPerRun'] {
  return { before: first.analysis.attention[figure], after: second.analysis.attention[figure] }
}

type Mentions = ReadonlyMap<string, Behavioural['newFindings'][number]>

function byId({ findings }: Analysis): Mentions {
  return new Map(findings.map(({ id, severity, message }) => [id, { id, severity, message }]))
}

function onlyIn(mentions: Mentions, others: Mentions): Behavioural['newFindings'] {
  return [...mentions.values()].filter(({ id }) => !others.has(id))
}

function nameOf({ graph }: Seen, step: string): string {
  const v = graph.indexOf.get(step)
  return (v !== undefined && graph.steps[v]!.name) || step
}

function lost({ before, after }: StepShift): boolean {
  return worthOf(after) < worthOf(before)
}

function won({ before, after }: StepShift): boolean {
  return worthOf(after) > worthOf(before)
}
