// What the placement hangs on: each tag is given every other value it may have, one at a time, and the placement is
// worked out again. Nothing is estimated: an effect is what the analysis itself says of the changed workflow.
import { applyCommand } from '../commands/apply.ts'
import type { Command } from '../commands/index.ts'
import { placeKey } from '../model/handoff.ts'
import type { PlacedHandoff } from '../model/placement.ts'
import type { Effect, Sensitivity, Untagged } from '../model/sensitivity.ts'
import type { Workflow } from '../model/workflow.ts'
import { compareText } from '../support/compare.ts'
import { placementOf } from './analyse.ts'
import type { AnalysisOptions } from './analyse.ts'
import { effectText, untaggedText } from './sensitivity-words.ts'
import { openTags, tagChanges } from './tag-changes.ts'
import type { OpenTag, TagChange } from './tag-changes.ts'

type Gate = Pick<PlacedHandoff, 'kind' | 'strength' | 'at'>

/** Where people belong and what it costs: all that an effect can be about. */
interface Outcome {
  readonly gates: ReadonlyMap<string, Gate>
  readonly minutes: number
  /** Existing gates that can go, and actions that existing gates leave uncovered. */
  readonly spare: ReadonlySet<string>
  readonly open: ReadonlySet<string>
  /** Nothing costs less; without a solver not every workflow has an answer of which that is known. */
  readonly proven: boolean
}

export interface SensitivityProgress {
  readonly done: number
  readonly total: number
}

/** Minutes closer than this are the same sum in another order. */
const SAME_MINUTES = 1e-9

/**
 * Works through every single tag. Yields after each value that was tried, so that the caller can show how far it is and
 * stop. Deterministic. Cost: one placement for each value, about twelve for an action and fifteen for a model. Two tags that
 * are wrong at once are not tried; how many placements are not proven the cheapest is said with the answer.
 */
export function* sensitivity(
  workflow: Workflow,
  options: AnalysisOptions = {},
): Generator<SensitivityProgress, Sensitivity> {
  const changes = tagChanges(workflow)
  const open = openTags(workflow)
  const total = changes.length + open.reduce((sum, { commands }) => sum + commands.length, 0)
  const now = outcomeOf(workflow, options)
  const effects: Effect[] = []
  let done = 0
  let unproven = 0
  const worked = (command: Command): Outcome => {
    const then = outcomeAfter(workflow, command, options)
    if (!then.proven || !now.proven) unproven++
    return then
  }
  for (const change of changes) {
    const effect = effectOf(workflow, change, now, worked(change.command))
    if (effect) effects.push(effect)
    yield { done: ++done, total }
  }
  const untagged: Untagged[] = []
  for (const tag of open) {
    const outcomes: Outcome[] = [now]
    for (const command of tag.commands) {
      outcomes.push(worked(command))
      yield { done: ++done, total }
    }
    untagged.push(rangeOf(workflow, tag, now, outcomes))
  }
  return {
    tried: done,
    unproven,
    minutes: now.minutes,
    untagged: untagged.sort(bySpread),
    effects: effects.sort(byWeight),
  }
}

/** The same, all at once. */
export function sensitivityOf(workflow: Workflow, options: AnalysisOptions = {}): Sensitivity {
  const work = sensitivity(workflow, options)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

function outcomeAfter(workflow: Workflow, command: Command, options: AnalysisOptions): Outcome {
  const changed = applyCommand(workflow, command)
  if (!changed.ok) throw new Error(changed.faults.map(({ path, message }) => `${path} ${message}`).join('; '))
  return outcomeOf(changed.value, options)
}

function outcomeOf(workflow: Workflow, options: AnalysisOptions): Outcome {
  const { open, result } = placementOf(workflow, options)
  const { handoffs, minutesPerRun, remove, optimal } = result.placement
  return {
    gates: new Map(handoffs.map(({ kind, strength, at }) => [gateKey({ kind, at }), { kind, strength, at }])),
    minutes: minutesPerRun,
    spare: new Set(remove),
    open: new Set(open.map(({ action }) => action)),
    proven: optimal,
  }
}

// A notice and an approval may stand at the same place; two that stop a run never do.
function gateKey({ kind, at }: Pick<Gate, 'kind' | 'at'>): string {
  return `${kind === 'notify' ? 'notice ' : ''}${placeKey(at)}`
}

function effectOf(workflow: Workflow, change: TagChange, now: Outcome, then: Outcome): Effect | undefined {
  const gates = gateChanges(now, then)
  const sets = {
    spare: minus(then.spare, now.spare),
    neededAgain: minus(now.spare, then.spare),
    uncovered: minus(then.open, now.open),
    covered: minus(now.open, then.open),
  }
  const moves = [...Object.values(gates), ...Object.values(sets)].reduce((sum, list) => sum + list.length, 0)
  if (moves === 0) return undefined
  const delta = then.minutes - now.minutes
  const { condition, element, tag, field, value, away, command } = change
  const found = {
    element,
    tag,
    field,
    value,
    away,
    minutes: Math.abs(delta) < SAME_MINUTES ? 0 : delta,
    ...gates,
    ...sets,
    command: { ...command },
  }
  return { ...found, message: effectText(workflow, condition, found) }
}

function gateChanges(now: Outcome, then: Outcome): Pick<Effect, 'added' | 'dropped' | 'moved' | 'changed'> {
  const added = [...then.gates].flatMap(([key, gate]) => (now.gates.has(key) ? [] : [gate]))
  const dropped: Gate[] = []
  const moved: { from: Gate; to: Gate }[] = []
  // The same gate at another place has moved; which of several alike is not to be known, and does not matter.
  for (const [key, from] of now.gates) {
    if (then.gates.has(key)) continue
    const at = added.findIndex(({ kind, strength }) => kind === from.kind && strength === from.strength)
    const [to] = at === -1 ? [] : added.splice(at, 1)
    if (to) moved.push({ from, to })
    else dropped.push(from)
  }
  const changed = [...now.gates].flatMap(([key, from]) => {
    const to = then.gates.get(key)
    return to && (to.strength !== from.strength || to.kind !== from.kind) ? [{ from, to }] : []
  })
  return { added, dropped, moved, changed }
}

function rangeOf(
  workflow: Workflow,
  { element, tag, field }: OpenTag,
  now: Outcome,
  outcomes: readonly Outcome[],
): Untagged {
  const minutes = outcomes.map((outcome) => outcome.minutes)
  const counts = outcomes.map(({ gates }) => gates.size)
  const opened = new Set(outcomes.flatMap((outcome) => minus(outcome.open, now.open)))
  const found = {
    element,
    tag,
    field,
    minutes: [Math.min(...minutes), Math.max(...minutes)] as [number, number],
    handoffs: [Math.min(...counts), Math.max(...counts)] as [number, number],
    uncovered: [...opened].toSorted(compareText),
  }
  return { ...found, message: untaggedText(workflow, found) }
}

function minus(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((id) => !b.has(id)).toSorted(compareText)
}

function bySpread(a: Untagged, b: Untagged): number {
  return (
    b.minutes[1] - b.minutes[0] - (a.minutes[1] - a.minutes[0]) ||
    b.uncovered.length - a.uncovered.length ||
    b.handoffs[1] - b.handoffs[0] - (a.handoffs[1] - a.handoffs[0]) ||
    compareText(a.field, b.field)
  )
}

// What opens a hole comes first, then what costs or saves most, then what changes most.
function byWeight(a: Effect, b: Effect): number {
  return (
    b.uncovered.length - a.uncovered.length ||
    Math.abs(b.minutes) - Math.abs(a.minutes) ||
    changesIn(b) - changesIn(a) ||
    compareText(a.field, b.field) ||
    compareText(a.value, b.value)
  )
}

function changesIn({ added, dropped, moved, changed, spare, neededAgain }: Effect): number {
  return [added, dropped, moved, changed, spare, neededAgain].reduce((sum, { length }) => sum + length, 0)
}
