// Seeded chance: sfc32 (Chris Doty-Humphrey, PractRand), whose state is four words and can be kept in a run.
import type { ChanceState } from './types.ts'

/** A number from 0 (included) to 1 (excluded) with 32 bits, and the state after it. */
export interface Draw {
  readonly value: number
  readonly chance: ChanceState
}

/** The state for a seed. The first twelve outputs are thrown away, as its author does, so that near seeds part ways. */
export function seededChance(seed: number): ChanceState {
  let chance: ChanceState = [0, seed >>> 0, 0, 1]
  for (let i = 0; i < 12; i++) chance = draw(chance).chance
  return chance
}

/** Draws once. */
export function draw([a, b, c, counter]: ChanceState): Draw {
  const sum = (a + b + counter) >>> 0
  const next: ChanceState = [
    (b ^ (b >>> 9)) >>> 0,
    (c + (c << 3)) >>> 0,
    (((c << 21) | (c >>> 11)) + sum) >>> 0,
    (counter + 1) >>> 0,
  ]
  return { value: sum / 2 ** 32, chance: next }
}
