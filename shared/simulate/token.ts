// Tokens on their way: what a token keeps and what it drops when it moves.
import type { Token } from './types.ts'
import type { World } from './world.ts'

/** The token on its way to `at`, with nothing settled yet. */
export function arriving(world: World, token: Token, at: string, via?: string): Token {
  const { id, retries } = token
  const calls = callsAround(world, token.calls, at)
  return {
    id,
    at,
    ...(via === undefined ? {} : { via }),
    stage: 'arriving',
    passed: [],
    calls,
    called: false,
    retries,
  }
}

// A way that leads out of an agent's or a sub-flow's contents ends the call.
function callsAround(world: World, calls: readonly string[], to: string): readonly string[] {
  const parent = world.stepOf.get(to)?.parent
  if (parent === undefined) return []
  return calls.slice(0, calls.findLastIndex((caller) => world.holderOf(caller) === parent) + 1)
}
