// A run as short lines of text: what golden traces hold, and what the command line prints.
import { logOf } from './log.ts'
import type { LogEntry, RunState } from './types.ts'

/** One line per entry of the log, and a last one that says where the run stands. */
export function traceLines(state: RunState): readonly string[] {
  const last = state.status === 'ended' ? `ended ${state.outcome}` : state.status
  return [
    ...logOf(state).map(lineOf),
    `${clock(state.minutes)} ${last}, ${clock(state.humanMinutes).trim()} of people`,
  ]
}

function lineOf({ at, kind, handoff, transition, step, detail, choice }: LogEntry): string {
  const where = [handoff, transition, step].filter((part) => part !== undefined)
  const mark = choice ? '*' : ' '
  return `${clock(at)}${mark}${kind} ${where.join(' ')}${detail === '' ? '' : `: ${detail}`}`.trimEnd()
}

function clock(minutes: number): string {
  return `${Number(minutes.toFixed(2))}m`.padStart(7)
}
