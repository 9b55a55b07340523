// What one token does in one event: pass a gate, enter a step, leave it, wait at a join, end.
import { assertNever } from '../support/assert-never.ts'
import { evaluateFeel } from '../support/feel.ts'
import { durationMinutes } from '../support/duration.ts'
import type { Handoff } from '../model/handoff.ts'
import type { Strength } from '../model/scales.ts'
import type { Step } from '../model/step.ts'
import { blocks } from '../placement/grants.ts'
import { chanceOf, endBranch, endRun, note, replaceToken } from './draft.ts'
import type { Draft } from './draft.ts'
import { ask, notify, passUnasked } from './people.ts'
import { arriving } from './token.ts'
import { pickWay, retryOf, waysOn } from './ways.ts'
import type { Way } from './ways.ts'
import { reviewMinutes } from './world.ts'
import type { Exit, World } from './world.ts'
import type { Choice, Token } from './types.ts'

/** One event of `token`. `chosen` is the way on that somebody chose for it. */
export function moveToken(world: World, draft: Draft, token: Token, chosen?: Exit): void {
  if (token.stage === 'inside') return leave(world, draft, token, chosen)
  const gate = nextGate(world, draft, token)
  if (gate) {
    const unasked = whyUnasked(draft, gate)
    if (unasked !== undefined) return passUnasked(draft, token, gate, unasked)
    return blocks(gate) ? ask(draft, token, gate) : notify(world, draft, token, gate)
  }
  const step = world.stepOf.get(token.at)
  if (!step) throw new Error(`the run reached a step that is not in the workflow: ${token.at}`)
  if (step.kind === 'join' && token.stage === 'arriving') return arriveAtJoin(draft, token)
  if (token.stage === 'joining') return join(world, draft, token)
  enter(world, draft, token, step)
}

/** True when a token at a join need wait no longer: every branch is here, or none that is missing can still come. */
export function mayJoin(world: World, tokens: readonly Token[], place: string): boolean {
  const here = tokens.filter((token) => token.at === place && token.stage === 'joining')
  const arrived = new Set(here.map((token) => token.via))
  const branches = world.branchesInto.get(place) ?? []
  if (branches.length > 0 && branches.every((id) => arrived.has(id))) return true
  const coming = world.leadsTo(place)
  return !tokens.some((token) => !here.includes(token) && coming.has(token.at))
}

// Handoffs on the transition come first; those before a join wait until its branches are one again.
function nextGate(world: World, draft: Draft, token: Token): Handoff | undefined {
  const on = token.via === undefined ? [] : (world.gatesOn.get(token.via) ?? [])
  const before = world.gatesBefore.get(token.at) ?? []
  const waits = token.stage === 'arriving' && world.stepOf.get(token.at)?.kind === 'join'
  const gates =
    token.stage === 'joined' ? before : token.stage === 'joining' ? [] : waits ? on : [...on, ...before]
  return gates.find((gate) => !isPassed(draft, token, gate))
}

// A condition that the values of the run cannot answer asks: nobody passes because something is missing.
function whyUnasked(draft: Draft, { when, sample }: Handoff): string | undefined {
  if (when !== undefined && draft.values !== undefined) {
    const answer = evaluateFeel(when, draft.values)
    if (answer.ok && answer.value.missing.length === 0 && answer.value.value === false)
      return 'its condition does not hold'
  }
  const rate = sample?.rate ?? 1
  return rate < 1 && chanceOf(draft) >= rate ? 'not in the sample' : undefined
}

function isPassed(draft: Draft, token: Token, gate: Handoff): boolean {
  const passed = token.passed.find(({ handoff }) => handoff === gate.id)
  if (!passed) return false
  const lasts = gate.expires === undefined ? undefined : durationMinutes(gate.expires)
  return lasts === undefined || draft.minutes - passed.minutes <= lasts
}

function enter(world: World, draft: Draft, token: Token, step: Step): void {
  note(draft, { kind: 'enter', step: step.id, detail: step.kind })
  if (step.kind === 'wait') draft.minutes += durationMinutes(step.duration ?? step.timeout ?? '') ?? 0
  if (step.kind === 'human' && step.grant) spendOnHumanStep(world, draft, step.grant, step.party)
  if (step.kind === 'end') return finish(world, draft, token, step)
  const { via: _, ...rest } = token
  replaceToken(draft, token.id, { ...rest, stage: 'inside', passed: [], called: false })
}

function spendOnHumanStep(world: World, draft: Draft, grant: Strength, party: string | undefined): void {
  const minutes = reviewMinutes(world, grant, party)
  draft.minutes += minutes
  draft.humanMinutes += minutes
}

// Who goes on after an end: who ran what it ends. A failure goes on to the first who has a way for it; nobody: the run ends.
function callerAfter(
  world: World,
  { calls }: Token,
  { parent, outcome = 'ok' }: Step,
): readonly string[] | undefined {
  const caller = calls.at(-1)
  if (parent === undefined || caller === undefined || world.holderOf(caller) !== parent) return undefined
  if (outcome === 'ok' || world.stepOf.get(parent)?.kind !== 'subflow') return calls
  const index = calls.findLastIndex(
    (id) => world.stepOf.get(id)?.kind !== 'subflow' || takesUpFailure(world, id),
  )
  return index < 0 ? undefined : calls.slice(0, index + 1)
}

function takesUpFailure(world: World, id: string): boolean {
  return (world.exitsOf.get(id) ?? []).some(
    ({ transition, odds, only }) =>
      transition !== undefined && transition.kind !== 'normal' && odds > 0 && only !== 'ok',
  )
}

function finish(world: World, draft: Draft, token: Token, step: Step): void {
  const outcome = step.outcome ?? 'ok'
  const back = callerAfter(world, token, step)
  if (back) return giveBack(draft, { ...token, calls: back }, outcome !== 'ok')
  note(draft, { kind: 'end', step: step.id, detail: outcome })
  endBranch(draft, token, outcome)
}

function leave(world: World, draft: Draft, token: Token, chosen: Exit | undefined): void {
  if (world.stepOf.get(token.at)?.kind === 'split') return split(world, draft, token)
  const ways = waysOn(world, token)
  // Chance is drawn even where somebody chose, so that the same seed means the same luck further on.
  const value = ways.length > 1 ? chanceOf(draft) : 0
  const picked: Way | undefined = chosen ? { exit: chosen, odds: 1 } : pickWay(ways, value)
  if (!picked) return runOut(draft, token)
  if (!picked.exit) return giveUp(draft, token)
  const choice = ways.length > 1 ? { choice: choiceOf(picked.exit) } : {}
  if (picked.exit.transition) return take(world, draft, token, picked.exit, choice)
  note(draft, { kind: 'call', step: picked.exit.to, detail: `called by ${token.at}`, ...choice })
  replaceToken(
    draft,
    token.id,
    arriving(world, { ...token, calls: [...token.calls, token.at] }, picked.exit.to),
  )
}

/** The choice that takes this exit. */
export function choiceOf(exit: Exit): Choice {
  return exit.transition ? { kind: 'take', transition: exit.transition.id } : { kind: 'call', step: exit.to }
}

function take(
  world: World,
  draft: Draft,
  token: Token,
  { transition, to }: Exit,
  choice: { choice?: Choice },
): void {
  if (!transition) return assertNever(transition as never)
  if (transition.kind === 'retry') draft.minutes += retryOf(world, transition).backoff
  const timeout = world.stepOf.get(token.at)?.timeout
  if (transition.kind === 'timeout' && timeout !== undefined) draft.minutes += durationMinutes(timeout) ?? 0
  note(draft, { kind: 'take', transition: transition.id, step: to, detail: transition.kind, ...choice })
  const next = arriving(world, token, to, transition.id)
  replaceToken(draft, token.id, { ...next, retries: retriesAfter(world, token, transition.id) })
}

// Leaving by a retry counts it; leaving any other way means that the retries of this step start afresh.
function retriesAfter(world: World, token: Token, taken: string): readonly string[] {
  const exitsHere = world.exitsOf.get(token.at) ?? []
  const here = exitsHere.flatMap(({ transition }) => (transition?.kind === 'retry' ? [transition.id] : []))
  if (here.includes(taken)) return [...token.retries, taken]
  return here.length === 0 ? token.retries : token.retries.filter((id) => !here.includes(id))
}

function split(world: World, draft: Draft, token: Token): void {
  const exits = (world.exitsOf.get(token.at) ?? []).filter((exit) => exit.odds > 0)
  if (exits.length === 0) return runOut(draft, token)
  note(draft, { kind: 'split', step: token.at, detail: `${exits.length} branches` })
  const next = exits.map((exit, index) => {
    const branch = arriving(world, token, exit.to, exit.transition?.id)
    return index === 0 ? branch : { ...branch, id: draft.nextToken++ }
  })
  for (const { transition, to } of exits) {
    if (transition)
      note(draft, { kind: 'take', transition: transition.id, step: to, detail: transition.kind })
  }
  replaceToken(draft, token.id, ...next)
}

function arriveAtJoin(draft: Draft, token: Token): void {
  note(draft, { kind: 'wait', step: token.at, detail: 'for the other branches' })
  replaceToken(draft, token.id, { ...token, stage: 'joining' })
}

// One token of each branch is used up; a second one of the same branch waits for the next time.
function join(world: World, draft: Draft, token: Token): void {
  const here = draft.tokens.filter((other) => other.at === token.at && other.stage === 'joining')
  const used = here.filter((other, index) => here.findIndex(({ via }) => via === other.via) === index)
  const missing = (world.branchesInto.get(token.at) ?? []).length - used.length
  const branches = `${used.length} ${used.length === 1 ? 'branch' : 'branches'}`
  const detail = missing > 0 ? `${branches}; no other can still come` : branches
  note(draft, { kind: 'join', step: token.at, detail })
  const ids = new Set(used.map(({ id }) => id))
  const rest = draft.tokens.filter(({ id }) => !ids.has(id))
  draft.tokens = [...rest, { ...used[0]!, stage: 'joined' }]
}

function runOut(draft: Draft, token: Token): void {
  if (token.calls.length > 0) return giveBack(draft, token)
  note(draft, { kind: 'end', step: token.at, detail: 'ok: nothing follows' })
  endBranch(draft, token, 'ok')
}

function giveBack(draft: Draft, token: Token, failed = false): void {
  const caller = token.calls.at(-1)!
  note(draft, { kind: 'return', step: caller, detail: `from ${token.at}` })
  const { via: _, ...rest } = token
  replaceToken(draft, token.id, {
    ...rest,
    at: caller,
    stage: 'inside',
    passed: [],
    calls: token.calls.slice(0, -1),
    called: true,
    ...(failed ? { failed } : {}),
  })
}

function giveUp(draft: Draft, token: Token): void {
  note(draft, {
    kind: 'stop',
    step: token.at,
    detail: 'failed: the retries are used up, and nothing says what then',
  })
  endRun(draft, 'failed')
}
