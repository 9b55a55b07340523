// The simulator: a run is a state, one event makes the next state, and nothing else is remembered anywhere.
import type { Workflow } from '../model/workflow.ts'
import { seededChance } from './chance.ts'
import { chanceOf, closeDraft, endRun, note, openDraft } from './draft.ts'
import type { Draft } from './draft.ts'
import { appended, EMPTY_LOG } from './log.ts'
import { choiceOf, mayJoin, moveToken } from './moves.ts'
import { answerByOdds, decide, staySilent } from './people.ts'
import { waysOn } from './ways.ts'
import { worldOf } from './world.ts'
import type { World } from './world.ts'
import { MAX_EVENTS, MAX_TOKENS } from './types.ts'
import type {
  Choice,
  LogEntry,
  OpenChoice,
  People,
  Question,
  RunOptions,
  RunState,
  RunStatus,
  Token,
} from './types.ts'

const EVERYBODY_SAYS_YES: People = { reject: 0, silent: 0 }

/** The state before the first event: one token on its way into a start, or an ended run where there is no start. */
export function startRun(workflow: Workflow, options: RunOptions): RunState {
  const { graph } = worldOf(workflow)
  const starts = graph.starts.map((v) => graph.steps[v]!)
  const first = starts.find(({ parent }) => parent === undefined) ?? starts[0]
  const start = options.startId === undefined ? first : starts.find(({ id }) => id === options.startId)
  const token: Token = {
    id: 1,
    at: start?.id ?? '',
    stage: 'arriving',
    passed: [],
    calls: [],
    called: false,
    retries: [],
  }
  const detail = start ? 'the run begins' : 'there is no such start, so that no run can begin'
  const entry: LogEntry = { at: 0, event: 0, kind: 'start', ...(start ? { step: start.id } : {}), detail }
  return {
    ...(start ? { status: 'running' } : { status: 'ended', outcome: 'stuck' }),
    minutes: 0,
    humanMinutes: 0,
    events: 0,
    tokens: start ? [token] : [],
    waiting: [],
    rejections: [],
    chance: seededChance(options.seed),
    people: options.people ?? EVERYBODY_SAYS_YES,
    ...(options.values === undefined ? {} : { values: options.values }),
    nextToken: 2,
    log: appended(EMPTY_LOG, [entry]),
  }
}

/**
 * The state after one event. Without a choice, the odds take branches, and a run that waits for a person stays as
 * it is (the very same object). Throws where the choice is not one of `availableChoices`.
 */
export function step(workflow: Workflow, state: RunState, choice?: Choice): RunState {
  const { next, entries } = advance(worldOf(workflow), state, choice)
  return next === state ? state : { ...next, log: appended(state.log, entries) }
}

/** The same without the log, which the caller keeps or drops. */
export function advance(
  world: World,
  state: RunState,
  choice?: Choice,
): { readonly next: RunState; readonly entries: readonly LogEntry[] } {
  const act = actionFor(world, state, choice)
  if (!act) return { next: state, entries: [] }
  const draft = openDraft(state)
  act(draft)
  const status = statusAfter(world, draft)
  return { next: closeDraft(draft, status), entries: draft.entries }
}

/** What can be chosen now: ways on where there are several, and what the people asked can answer. */
export function availableChoices(workflow: Workflow, state: RunState): readonly OpenChoice[] {
  if (state.status === 'ended') return []
  const world = worldOf(workflow)
  const open = [...branchChoices(world, state), ...state.waiting.flatMap((each) => answers(state, each))]
  return open.length > 0 ? [...open, { choice: { kind: 'odds' } }] : open
}

type Action = (draft: Draft) => void
type Move = { readonly overdue: Question } | { readonly token: Token }

function actionFor(world: World, state: RunState, choice: Choice | undefined): Action | undefined {
  if (state.status === 'ended') return undefined
  if (choice?.kind === 'take' || choice?.kind === 'call') return wayAction(world, state, choice)
  if (choice?.kind === 'decide' || choice?.kind === 'silence') return answerAction(world, state, choice)
  const move = nextMove(world, state)
  if (move && 'overdue' in move) return (draft) => staySilent(world, draft, move.overdue, 'overdue')
  if (move) return (draft) => moveToken(world, draft, move.token)
  const question = state.waiting.find(({ hung }) => !hung)
  return choice && question ? (draft) => answerByOdds(world, draft, question) : undefined
}

function wayAction(world: World, state: RunState, choice: Choice): Action {
  const wanted = JSON.stringify(choice)
  for (const token of state.tokens) {
    if (token.stage !== 'inside' || world.stepOf.get(token.at)?.kind === 'split') continue
    const way = waysOn(world, token).find(({ exit }) => exit && JSON.stringify(choiceOf(exit)) === wanted)
    if (way?.exit) return (draft) => moveToken(world, draft, token, way.exit)
  }
  throw new RangeError(`no branch of the run can ${wanted} now`)
}

function answerAction(world: World, state: RunState, choice: Extract<Choice, { handoff: string }>): Action {
  const question = state.waiting.find((each) => each.handoff === choice.handoff && isOpen(state, each))
  if (!question) throw new RangeError(`handoff ${choice.handoff} is not being asked now`)
  if (choice.kind === 'decide' && !question.decisions.includes(choice.decision)) {
    throw new RangeError(`handoff ${choice.handoff} does not allow ${choice.decision}`)
  }
  return (draft) => {
    // Drawn as the odds would have, so that the same seed means the same luck further on.
    chanceOf(draft)
    if (choice.kind === 'silence') staySilent(world, draft, question, 'chosen')
    else decide(world, draft, question, choice.decision)
  }
}

// A question that another branch's time has run past comes first: nobody may answer it any more.
function nextMove(
  world: World,
  { waiting, tokens, minutes }: Pick<RunState, 'waiting' | 'tokens' | 'minutes'>,
): Move | undefined {
  const overdue = waiting.find(({ due, hung }) => !hung && due !== undefined && due <= minutes)
  if (overdue) return { overdue }
  const asked = new Set(waiting.map(({ token }) => token))
  const joins = new Map<string, boolean>()
  const mayMove = ({ id, stage, at }: Token): boolean => {
    if (asked.has(id) || stage !== 'joining') return !asked.has(id)
    const may = joins.get(at) ?? mayJoin(world, tokens, at)
    joins.set(at, may)
    return may
  }
  const token = tokens.find(mayMove)
  return token && { token }
}

function statusAfter(world: World, draft: Draft): RunStatus {
  if (draft.outcome !== undefined) return 'ended'
  const over = draft.tokens.length === 0 ? undefined : limitReached(draft)
  if (over !== undefined) {
    note(draft, { kind: 'limit', detail: `stopped after ${over}` })
    endRun(draft, 'limit')
    return 'ended'
  }
  if (nextMove(world, draft)) return 'running'
  if (draft.waiting.some(({ hung }) => !hung)) return 'waiting'
  if (draft.tokens.length > 0) {
    note(draft, { kind: 'stop', detail: 'stuck: what is left of the run waits for ever' })
    endRun(draft, 'stuck')
  } else draft.outcome = draft.reached ?? 'ok'
  return 'ended'
}

function limitReached(draft: Draft): string | undefined {
  if (draft.event >= MAX_EVENTS) return `${MAX_EVENTS} events`
  return draft.tokens.length > MAX_TOKENS ? `splitting into more than ${MAX_TOKENS} branches` : undefined
}

function branchChoices(world: World, state: RunState): readonly OpenChoice[] {
  const move = nextMove(world, state)
  if (!move || !('token' in move) || move.token.stage !== 'inside') return []
  if (world.stepOf.get(move.token.at)?.kind === 'split') return []
  const ways = waysOn(world, move.token)
  const total = ways.reduce((sum, { odds }) => sum + odds, 0)
  if (ways.length < 2) return []
  return ways.flatMap(({ exit, odds }) =>
    exit ? [{ choice: choiceOf(exit), odds: total > 0 ? odds / total : 0 }] : [],
  )
}

function answers(state: RunState, question: Question): readonly OpenChoice[] {
  if (!isOpen(state, question)) return []
  const { handoff } = question
  const decisions = question.decisions.map((decision): OpenChoice => ({
    choice: { kind: 'decide', decision, handoff },
  }))
  return [...decisions, { choice: { kind: 'silence', handoff } }]
}

function isOpen({ minutes }: RunState, { hung, due }: Question): boolean {
  return !hung && (due === undefined || due > minutes)
}
