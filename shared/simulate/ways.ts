// The ways on from a step, with their odds, for a token that is inside it.
import { durationMinutes } from '../support/duration.ts'
import type { Transition } from '../model/transition.ts'
import type { Exit, World } from './world.ts'
import type { Token } from './types.ts'

/** `exit` absent: the retries are used up and nothing in the workflow says what happens then. */
export interface Way {
  readonly exit: Exit | undefined
  readonly odds: number
}

/**
 * Ways on, in the order of the index. An agent calls one of its tools and then goes on, which is what the analysis
 * assumes; a person may choose otherwise, so those ways are listed with odds of 0. A retry whose bound is reached
 * is no way any more: what chance it had falls to the failure exit.
 */
export function waysOn(world: World, token: Token): readonly Way[] {
  const exits = world.exitsOf.get(token.at) ?? []
  const calls = exits.some((exit) => exit.transition === undefined)
  const open = exits.filter((exit) => !isUsedUp(world, token, exit) && fits(exit, token))
  const ways = open.map((exit): Way => {
    if (!calls) return { exit, odds: exit.odds }
    return { exit, odds: (exit.transition === undefined) === token.called ? 0 : exit.odds }
  })
  const lost = exits.reduce((sum, exit) => (isUsedUp(world, token, exit) ? sum + exit.odds : sum), 0)
  return lost > 0 ? withFailure(ways, lost) : ways
}

/** Retries that a retry transition may take: said by the step that it leaves, or else by the one that it repeats. */
export function retryOf(
  world: World,
  { from, to }: Transition,
): { readonly max?: number; readonly backoff: number } {
  const retry = world.stepOf.get(from)?.retry ?? world.stepOf.get(to)?.retry
  const backoff = retry?.backoff === undefined ? 0 : (durationMinutes(retry.backoff) ?? 0)
  return retry?.max === undefined ? { backoff } : { max: retry.max, backoff }
}

/** Picks a way by a number from 0 to 1; undefined where no way has any odds. */
export function pickWay(ways: readonly Way[], value: number): Way | undefined {
  const total = ways.reduce((sum, way) => sum + way.odds, 0)
  let left = value * total
  let last: Way | undefined
  for (const way of ways) {
    if (way.odds <= 0) continue
    last = way
    left -= way.odds
    if (left < 0) return way
  }
  return last
}

function fits({ only }: Exit, { failed = false }: Token): boolean {
  return only === undefined || (only === 'failed') === failed
}

function isUsedUp(world: World, token: Token, { transition }: Exit): boolean {
  if (transition?.kind !== 'retry') return false
  const { max } = retryOf(world, transition)
  return max !== undefined && token.retries.filter((id) => id === transition.id).length >= max
}

function withFailure(ways: readonly Way[], lost: number): readonly Way[] {
  const failure =
    ways.find(({ exit }) => exit?.transition?.kind === 'error') ??
    ways.find(({ exit }) => exit?.transition && !['normal', 'retry'].includes(exit.transition.kind))
  if (!failure) return [...ways, { exit: undefined, odds: lost }]
  return ways.map((way) => (way === failure ? { ...way, odds: way.odds + lost } : way))
}
