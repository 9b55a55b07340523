// Recording the choices of a run as a script, and playing a script again, also on a changed workflow.
import type { ScriptEntry } from '../model/scenario.ts'
import type { Workflow } from '../model/workflow.ts'
import { availableChoices, startRun, step } from './engine.ts'
import { logOf } from './log.ts'
import type { Choice, LogEntry, OpenChoice, RunOptions, RunState } from './types.ts'

/** A run that is played from a script: where it stands, and what of the script is still to come. */
export interface Playing {
  readonly state: RunState
  readonly script: readonly ScriptEntry[]
  /** Entries of the script that were used so far; what comes after them never fitted, or has yet to. */
  readonly used: number
}

/**
 * Every choice of the run, those of the odds included: played with the same seed and options it is the same run,
 * and on a changed workflow it holds on to the same decisions.
 */
export function recordRun(state: RunState): readonly ScriptEntry[] {
  const log = logOf(state)
  const several = log.some(({ kind }) => kind === 'split')
  return log.flatMap((entry) => (entry.choice ? [entryFor(entry.choice, several ? entry : undefined)] : []))
}

/** The start of a run from a script. */
export function startPlaying(
  workflow: Workflow,
  script: readonly ScriptEntry[],
  options: RunOptions,
): Playing {
  return { state: startRun(workflow, options), script, used: 0 }
}

/**
 * One event. The next entry of the script is used as soon as it fits; where it does not, the odds decide branches
 * and answer for people, so that a script that names only what matters is enough. The odds go on after its end.
 */
export function playOn(workflow: Workflow, { state, script, used }: Playing): Playing {
  const entry = script[used]
  const fits = entry && choiceFor(entry, workflow, state)
  if (fits) return { state: step(workflow, state, fits), script, used: used + 1 }
  return { state: step(workflow, state, { kind: 'odds' }), script, used }
}

/** Plays to the end of the run. */
export function playScript(workflow: Workflow, script: readonly ScriptEntry[], options: RunOptions): Playing {
  let playing = startPlaying(workflow, script, options)
  while (playing.state.status !== 'ended') playing = playOn(workflow, playing)
  return playing
}

function entryFor(choice: Choice, at: LogEntry | undefined): ScriptEntry {
  // The number of events that had happened before this choice was made.
  const event = at ? { event: at.event - 1 } : {}
  switch (choice.kind) {
    case 'take':
      return { take: choice.transition, ...event }
    case 'call':
      return { call: choice.step, ...event }
    case 'decide':
      return { decide: choice.decision, handoff: choice.handoff, ...event }
    case 'silence':
      return { silence: true, handoff: choice.handoff, ...event }
    case 'odds':
      throw new Error('the log says what was chosen, never that chance chose it')
  }
}

function choiceFor(entry: ScriptEntry, workflow: Workflow, state: RunState): Choice | undefined {
  // A recorded moment only orders choices against the other branches; when nothing else can move, it is now.
  if (entry.event !== undefined && state.events < entry.event && state.status !== 'waiting') return undefined
  return availableChoices(workflow, state).find((open) => matches(entry, open))?.choice
}

function matches(entry: ScriptEntry, { choice }: OpenChoice): boolean {
  switch (choice.kind) {
    case 'take':
      return 'take' in entry && entry.take === choice.transition
    case 'call':
      return 'call' in entry && entry.call === choice.step
    case 'decide':
      return 'decide' in entry && entry.decide === choice.decision && isFor(entry.handoff, choice.handoff)
    case 'silence':
      return 'silence' in entry && isFor(entry.handoff, choice.handoff)
    case 'odds':
      return false
  }
}

function isFor(wanted: unknown, handoff: string): boolean {
  return wanted === undefined || wanted === handoff
}
