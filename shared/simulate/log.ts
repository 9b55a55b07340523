// The log of a run: appended in chunks, so that keeping every earlier state of a long run stays cheap.
import type { Log, LogEntry, RunState } from './types.ts'

const CHUNK = 64

export const EMPTY_LOG: Log = { full: [], last: [] }

/** The log with `entries` after it. Cost: at most one chunk copied. */
export function appended(log: Log, entries: readonly LogEntry[]): Log {
  if (entries.length === 0) return log
  const last = [...log.last, ...entries]
  return last.length < CHUNK ? { full: log.full, last } : { full: [...log.full, last], last: [] }
}

/** Every line of the run so far, oldest first. */
export function logOf(state: RunState): readonly LogEntry[] {
  return [...state.log.full.flat(), ...state.log.last]
}
