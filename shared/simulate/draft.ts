// A run in the making: one event changes this and nothing else, and a new state is read off it.
import type { Outcome } from '../model/scales.ts'
import { draw } from './chance.ts'
import { EMPTY_LOG } from './log.ts'
import type {
  ChanceState,
  LogEntry,
  People,
  Question,
  RunOutcome,
  RunState,
  RunStatus,
  Token,
  Values,
} from './types.ts'

export interface Draft {
  minutes: number
  humanMinutes: number
  readonly event: number
  tokens: readonly Token[]
  waiting: readonly Question[]
  rejections: readonly string[]
  chance: ChanceState
  readonly people: People
  readonly values: Values | undefined
  nextToken: number
  reached: Outcome | undefined
  outcome: RunOutcome | undefined
  readonly entries: LogEntry[]
}

export function openDraft(state: RunState): Draft {
  return {
    minutes: state.minutes,
    humanMinutes: state.humanMinutes,
    event: state.events + 1,
    tokens: state.tokens,
    waiting: state.waiting,
    rejections: state.rejections,
    chance: state.chance,
    people: state.people,
    values: state.values,
    nextToken: state.nextToken,
    reached: state.reached,
    outcome: undefined,
    entries: [],
  }
}

/** The state that the draft came to. The log is left to the caller: many runs at once keep none. */
export function closeDraft(draft: Draft, status: RunStatus): RunState {
  return {
    status,
    ...(draft.outcome === undefined ? {} : { outcome: draft.outcome }),
    minutes: draft.minutes,
    humanMinutes: draft.humanMinutes,
    events: draft.event,
    tokens: draft.tokens,
    waiting: draft.waiting,
    rejections: draft.rejections,
    chance: draft.chance,
    people: draft.people,
    ...(draft.values === undefined ? {} : { values: draft.values }),
    nextToken: draft.nextToken,
    ...(draft.reached === undefined ? {} : { reached: draft.reached }),
    log: EMPTY_LOG,
  }
}

export function note(draft: Draft, entry: Omit<LogEntry, 'at' | 'event'>): void {
  draft.entries.push({ at: draft.minutes, event: draft.event, ...entry })
}

/** A number from 0 to 1 out of the run's own chance. */
export function chanceOf(draft: Draft): number {
  const { value, chance } = draw(draft.chance)
  draft.chance = chance
  return value
}

/** Puts `next` in the place of a token, behind the others, so that branches take turns. */
export function replaceToken(draft: Draft, id: number, ...next: readonly Token[]): void {
  draft.tokens = [...draft.tokens.filter((token) => token.id !== id), ...next]
}

/** Ends the whole run at once: nobody is asked any more, and no branch goes on. */
export function endRun(draft: Draft, outcome: RunOutcome): void {
  draft.tokens = []
  draft.waiting = []
  draft.outcome = outcome
}

const SEVERITY: Readonly<Record<Outcome, number>> = { ok: 0, stopped: 1, failed: 2 }

/** One branch is over; the run ends as its worst branch did. */
export function endBranch(draft: Draft, token: Token, outcome: Outcome): void {
  replaceToken(draft, token.id)
  const worst = draft.reached ?? 'ok'
  draft.reached = SEVERITY[outcome] > SEVERITY[worst] ? outcome : worst
}
