// The nouns of a simulated run: its state, what can be chosen, and what the log says.
import type { FeelValue } from '../support/feel.ts'
import type { Decision, HandoffKind, Outcome, Strength } from '../model/scales.ts'

export interface RunOptions {
  /** Any integer from 0 to 2^32 − 1. Same seed and same choices, same run. */
  readonly seed: number
  /** The start to begin at; the first start of the document where absent. */
  readonly startId?: string
  /** How the odds answer for people. Where absent, everybody says yes, which is what the exact figures assume. */
  readonly people?: People
  /**
   * What the conditions of handoffs are answered for. Without values, and for every condition that they cannot answer, the
   * handoff asks.
   */
  readonly values?: Values
}

/** Plain data by name, as a scenario holds it. */
export type Values = Readonly<Record<string, FeelValue>>

/** How the odds answer a handoff when nobody chooses: shares of all answers; what is left of 1 says yes. */
export interface People {
  /** 0 to 1. */
  readonly reject: number
  /** 0 to 1. */
  readonly silent: number
}

/** What decides the next event. Without one, the odds choose branches, and a person's turn stays open. */
export type Choice =
  | { readonly kind: 'take'; readonly transition: string }
  /** An agent calls one of its tools, or a sub-flow begins with one of its steps. */
  | { readonly kind: 'call'; readonly step: string }
  | { readonly kind: 'decide'; readonly decision: Decision; readonly handoff: string }
  /** Nobody answers this handoff in time. */
  | { readonly kind: 'silence'; readonly handoff: string }
  /** Lets the seeded odds decide, a person's turn included. */
  | { readonly kind: 'odds' }

/** A choice that is open now. */
export interface OpenChoice {
  readonly choice: Choice
  /** Odds that the seeded chance picks it, 0 to 1; absent on a person's turn. */
  readonly odds?: number
}

/**
 * running: the next event needs nobody. waiting: nothing moves until a person answers. ended: nothing moves any more.
 */
export type RunStatus = 'running' | 'waiting' | 'ended'

/**
 * How a run ended. ok, stopped and failed are said by the ends of the workflow (the worst one reached counts);
 * stuck: what is left waits for ever, for an answer that nothing hurries or for each other; limit: stopped after
 * MAX_EVENTS events, or with more than MAX_TOKENS branches.
 */
export type RunOutcome = Outcome | 'stuck' | 'limit'

/** Where one thread of a run is. A split makes several, a join makes one of them. */
export interface Token {
  readonly id: number
  /** The step that it is in, or on its way to. */
  readonly at: string
  /** The transition that it came by; absent at a start, after a rejection, and in a tool. */
  readonly via?: string
  /**
   * arriving: on the way to `at`, whose side effect has not happened. inside: the step's work is done.
   * joining: waits at a join for the other branches. joined: they are here, and `at` is not entered yet.
   */
  readonly stage: 'arriving' | 'joining' | 'joined' | 'inside'
  /** Handoffs on the way that are settled, and the minute of it; an approval that got too old is asked for again. */
  readonly passed: readonly { readonly handoff: string; readonly minutes: number }[]
  /** Agents and sub-flows around it, outermost first. */
  readonly calls: readonly string[]
  /** The agent or sub-flow that it is inside has had its call, so that the odds leave next time. */
  readonly called: boolean
  /** What it ran there failed. */
  readonly failed?: boolean
  /** Retry transitions taken without a break, one entry for each time. */
  readonly retries: readonly string[]
}

/** A handoff that waits for somebody. */
export interface Question {
  readonly token: number
  readonly handoff: string
  readonly kind: HandoffKind
  readonly strength: Strength
  /** The step whose work, or the transition whose walk, waits for the answer. */
  readonly step: string
  readonly transition?: string
  /** Ids of parties or names of users: who is asked now. */
  readonly who: readonly string[]
  readonly decisions: readonly Decision[]
  /** 0 = the assignee, 1 = the first of the escalation chain, and so on. */
  readonly level: number
  /** Virtual minutes: when it was first asked, and when it was last put to somebody. */
  readonly since: number
  readonly put: number
  /** When nobody answering has a consequence; absent where no timeout is set. */
  readonly due?: number
  readonly approvals: number
  readonly needed: number
  /** Nobody answered and nothing is set to happen then: it waits for ever. */
  readonly hung: boolean
}

export const LOG_KINDS = [
  'start',
  'enter',
  'take',
  'call',
  'return',
  'split',
  'join',
  'wait',
  'ask',
  'pass',
  'notify',
  'decide',
  'silence',
  'escalate',
  'expire',
  'skip',
  'send-back',
  'end',
  'stop',
  'limit',
] as const
export type LogKind = (typeof LOG_KINDS)[number]

/** One line of the log. `at` is in virtual minutes. */
export interface LogEntry {
  readonly at: number
  /** Number of the event that wrote it: the state after it is the one with `events === event`. */
  readonly event: number
  readonly kind: LogKind
  readonly step?: string
  readonly transition?: string
  readonly handoff?: string
  readonly detail: string
  /** What was chosen, by a person or by the odds, where there was a choice. */
  readonly choice?: Choice
}

/** A whole run at one moment. Plain data that never changes: keep an earlier one to step back. */
export interface RunState {
  readonly status: RunStatus
  /** Present when ended. */
  readonly outcome?: RunOutcome
  /** Virtual minutes since the start: human time, waiting, timeouts and back-off. */
  readonly minutes: number
  /** Minutes that people spent on answers so far. */
  readonly humanMinutes: number
  /** Events so far; one `step` is one event. */
  readonly events: number
  readonly tokens: readonly Token[]
  /** What people are asked now; may hold entries while other branches are still running. */
  readonly waiting: readonly Question[]
  /** Handoffs that were rejected in this run, one entry for each time. */
  readonly rejections: readonly string[]
  /** State of the seeded chance: four 32-bit words. */
  readonly chance: ChanceState
  readonly people: People
  readonly values?: Values
  readonly nextToken: number
  /** The worst end reached so far by a branch while others go on. */
  readonly reached?: Outcome
  /** Read it with `logOf`; kept in chunks, so that one more line costs the same after ten thousand. */
  readonly log: Log
}

export type ChanceState = readonly [number, number, number, number]

export interface Log {
  readonly full: readonly (readonly LogEntry[])[]
  readonly last: readonly LogEntry[]
}

/** A run that has not ended by then is ended, so that an endless loop is an answer and not a hang. */
export const MAX_EVENTS = 10_000
/** A run with more branches at once is ended: a split in a loop doubles them at every turn. */
export const MAX_TOKENS = 1_000
