// A person's turn: asking, deciding, and what happens when nobody answers.
import { assertNever } from '../support/assert-never.ts'
import { durationMinutes } from '../support/duration.ts'
import type { Handoff } from '../model/handoff.ts'
import { approvalsNeeded, askedFirst, decisionsOf } from '../model/handoff-defaults.ts'
import type { Decision, TimeoutOutcome } from '../model/scales.ts'
import { chanceOf, endRun, note, replaceToken } from './draft.ts'
import type { Draft } from './draft.ts'
import { arriving } from './token.ts'
import { answerMinutes } from './world.ts'
import type { World } from './world.ts'
import type { Choice, Question, Token } from './types.ts'

/** Puts the handoff to its assignee, or stops where it was rejected more often than it may be proposed. */
export function ask(draft: Draft, token: Token, handoff: Handoff): void {
  const rejected = draft.rejections.filter((id) => id === handoff.id).length
  const most = handoff.onReject?.maxReproposals
  if (most !== undefined && rejected > most) {
    return stop(draft, handoff, `rejected ${times(rejected)}; it may be proposed again ${times(most)}`)
  }
  const stale = token.passed.some((entry) => entry.handoff === handoff.id)
  if (stale)
    note(draft, {
      kind: 'expire',
      handoff: handoff.id,
      detail: 'the approval is too old and is asked for again',
    })
  const who = askedFirst(handoff)
  const question: Question = {
    token: token.id,
    handoff: handoff.id,
    kind: handoff.kind,
    strength: handoff.strength,
    step: token.at,
    ...(token.via === undefined ? {} : { transition: token.via }),
    who,
    decisions: decisionsOf(handoff),
    level: 0,
    since: draft.minutes,
    ...timing(handoff, draft.minutes, draft.minutes, handoff.timeout?.after),
    approvals: 0,
    needed: approvalsNeeded(handoff),
    hung: false,
  }
  draft.waiting = [...draft.waiting, question]
  replaceToken(draft, token.id, {
    ...token,
    passed: token.passed.filter((entry) => entry.handoff !== handoff.id),
  })
  note(draft, { kind: 'ask', handoff: handoff.id, step: token.at, detail: asks(handoff.strength, who) })
}

/** Goes on without asking anybody. */
export function passUnasked(draft: Draft, token: Token, handoff: Handoff, why: string): void {
  note(draft, { kind: 'pass', handoff: handoff.id, step: token.at, detail: why })
  pass(draft, token, handoff.id)
}

/** Tells somebody, and goes on at once. */
export function notify(world: World, draft: Draft, token: Token, handoff: Handoff): void {
  const who = askedFirst(handoff)
  draft.humanMinutes += answerMinutes(world, 'notify', handoff.assignee?.role)
  note(draft, {
    kind: 'notify',
    handoff: handoff.id,
    step: token.at,
    detail: who.length > 0 ? `tells ${who.join(', ')}` : '',
  })
  pass(draft, token, handoff.id)
}

/** A person's answer. Time passes, and what it means for the run happens. */
export function decide(world: World, draft: Draft, question: Question, decision: Decision): void {
  const handoff = world.handoffOf.get(question.handoff)!
  const choice: Choice = { kind: 'decide', decision, handoff: handoff.id }
  if (decision !== 'reassign') {
    const minutes = answerMinutes(world, question.strength, question.who[0])
    draft.minutes += minutes
    draft.humanMinutes += minutes
  }
  const say = (detail: string): void =>
    note(draft, { kind: 'decide', handoff: handoff.id, step: question.step, detail, choice })
  switch (decision) {
    case 'approve':
    case 'respond':
      return approve(draft, question, decision, question.approvals + 1, say)
    case 'edit':
      // What earlier approvals saw is no longer what will happen.
      return approve(draft, question, decision, 1, say)
    case 'reject':
      say('reject')
      return sendBack(world, draft, question, handoff)
    case 'retry':
      say('retry')
      return tryAgain(world, draft, question)
    case 'skip':
      say('skip')
      return skip(world, draft, question)
    case 'abort':
      say('abort')
      return stop(draft, handoff, 'aborted by the person asked')
    case 'reassign':
      say('reassign')
      return update(draft, question, {
        ...question,
        ...timing(handoff, question.since, draft.minutes, waitOf(handoff, question.level)),
      })
    default:
      return assertNever(decision)
  }
}

/** Nobody answered in time; `chosen` when somebody chose that, and not the clock of another branch. */
export function staySilent(
  world: World,
  draft: Draft,
  question: Question,
  cause: 'chosen' | 'overdue',
): void {
  const handoff = world.handoffOf.get(question.handoff)!
  const choice: { choice?: Choice } =
    cause === 'chosen' ? { choice: { kind: 'silence', handoff: handoff.id } } : {}
  const say = (detail: string): void =>
    note(draft, { kind: 'silence', handoff: handoff.id, step: question.step, detail, ...choice })
  if (question.due === undefined) {
    say('nobody answers, and nothing is set to happen then: it waits for ever')
    return update(draft, question, { ...question, hung: true })
  }
  draft.minutes = Math.max(draft.minutes, question.due)
  if (expiresAt(handoff, question.since) <= draft.minutes) {
    say('nobody answers')
    note(draft, { kind: 'expire', handoff: handoff.id, step: question.step, detail: 'the request is void' })
    return sendBack(world, draft, question, handoff)
  }
  const then = outcomeOf(handoff, question.level)
  say(`nobody answers: ${then}`)
  afterSilence(world, draft, question, handoff, then)
}

/** Answers as the run's `people` would. */
export function answerByOdds(world: World, draft: Draft, question: Question): void {
  const value = chanceOf(draft)
  const { silent, reject } = draft.people
  if (value < silent) return staySilent(world, draft, question, 'chosen')
  const wanted: readonly Decision[] = value < silent + reject ? NO : YES
  const decision = wanted.find((each) => question.decisions.includes(each)) ?? question.decisions[0]
  if (decision === undefined) return staySilent(world, draft, question, 'chosen')
  decide(world, draft, question, decision)
}

const YES: readonly Decision[] = ['approve', 'respond', 'edit', 'skip', 'retry']
const NO: readonly Decision[] = ['reject', 'abort']

function approve(
  draft: Draft,
  question: Question,
  decision: Decision,
  approvals: number,
  say: (detail: string) => void,
): void {
  say(question.needed > 1 ? `${decision} (${approvals} of ${question.needed})` : decision)
  if (approvals < question.needed) return update(draft, question, { ...question, approvals })
  settle(draft, question)
  pass(draft, tokenOf(draft, question), question.handoff)
}

function afterSilence(
  world: World,
  draft: Draft,
  question: Question,
  handoff: Handoff,
  then: TimeoutOutcome,
): void {
  switch (then) {
    case 'escalate':
      return escalate(draft, question, handoff)
    case 'reject':
      return sendBack(world, draft, question, handoff)
    case 'abort':
      return stop(draft, handoff, 'nobody answered')
    case 'keep-waiting':
      return update(draft, question, {
        ...question,
        ...timing(handoff, question.since, draft.minutes, waitOf(handoff, question.level)),
      })
    default:
      return assertNever(then)
  }
}

// Another level decides afresh: approvals collected so far do not count for it.
function escalate(draft: Draft, question: Question, handoff: Handoff): void {
  const next = handoff.escalation?.[question.level]
  if (!next) return stop(draft, handoff, 'nobody is left to ask')
  const level = question.level + 1
  note(draft, { kind: 'escalate', handoff: handoff.id, step: question.step, detail: `asks ${next.role}` })
  update(draft, question, {
    ...question,
    level,
    who: [next.role],
    approvals: 0,
    ...timing(handoff, question.since, draft.minutes, next.after),
  })
}

function sendBack(world: World, draft: Draft, question: Question, handoff: Handoff): void {
  draft.rejections = [...draft.rejections, handoff.id]
  const to = handoff.onReject?.to
  if (to === undefined || to === null || !world.stepOf.has(to)) return stop(draft, handoff, 'rejected')
  moveTo(world, draft, question, to, 'rejected')
}

function tryAgain(world: World, draft: Draft, question: Question): void {
  const from = world.workflow.transitions.find(({ id }) => id === question.transition)?.from
  moveTo(world, draft, question, from ?? question.step, 'tried again')
}

function skip(world: World, draft: Draft, question: Question): void {
  const token = tokenOf(draft, question)
  settle(draft, question)
  note(draft, { kind: 'skip', step: question.step, detail: 'not done' })
  if (world.stepOf.get(token.at)?.kind === 'end') return endRun(draft, 'stopped')
  const { via: _, ...rest } = token
  replaceToken(draft, token.id, { ...rest, stage: 'inside', passed: [], called: true })
}

function moveTo(world: World, draft: Draft, question: Question, to: string, why: string): void {
  const token = tokenOf(draft, question)
  settle(draft, question)
  note(draft, { kind: 'send-back', handoff: question.handoff, step: to, detail: why })
  replaceToken(draft, token.id, arriving(world, token, to))
}

function stop(draft: Draft, handoff: Handoff, why: string): void {
  note(draft, { kind: 'stop', handoff: handoff.id, detail: `stopped safely: ${why}` })
  endRun(draft, 'stopped')
}

function pass(draft: Draft, token: Token, handoff: string): void {
  replaceToken(draft, token.id, { ...token, passed: [...token.passed, { handoff, minutes: draft.minutes }] })
}

function update(draft: Draft, question: Question, next: Question): void {
  draft.waiting = draft.waiting.map((each) => (each === question ? next : each))
}

function settle(draft: Draft, question: Question): void {
  draft.waiting = draft.waiting.filter((each) => each !== question)
}

function tokenOf(draft: Draft, question: Question): Token {
  return draft.tokens.find(({ id }) => id === question.token)!
}

function timing(
  handoff: Handoff,
  since: number,
  put: number,
  after: string | undefined,
): { put: number; due?: number } {
  const wait = after === undefined ? undefined : durationMinutes(after)
  const due = Math.min(wait === undefined ? Infinity : put + wait, expiresAt(handoff, since))
  return Number.isFinite(due) ? { put, due } : { put }
}

function expiresAt(handoff: Handoff, since: number): number {
  const lasts = handoff.expires === undefined ? undefined : durationMinutes(handoff.expires)
  return lasts === undefined ? Infinity : since + lasts
}

function waitOf(handoff: Handoff, level: number): string | undefined {
  return level === 0 ? handoff.timeout?.after : handoff.escalation?.[level - 1]?.after
}

function outcomeOf(handoff: Handoff, level: number): TimeoutOutcome {
  const outcome = level === 0 ? handoff.timeout?.then : handoff.escalation?.[level - 1]?.then
  return outcome ?? 'abort'
}

function asks(strength: string, who: readonly string[]): string {
  return who.length > 0 ? `${strength}, asks ${who.join(', ')}` : `${strength}, nobody is named`
}

function times(n: number): string {
  return n === 1 ? 'once' : n === 0 ? 'never' : `${n} times`
}
