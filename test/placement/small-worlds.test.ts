// The product against the oracle on small worlds: a sample of all digraphs of four steps, and random larger ones. The
// soak goes through all of them. The oracle itself is held against the naive one, which tries every set of gates.
import { expect, it } from 'vitest'
import { bruteForce } from './oracle.ts'
import { oracleOf } from './small-oracle.ts'
import { disagreement, EVERY_WORLD, randomWorld, workflowOf, worldAt } from './small-worlds.ts'
import { SEED as seed } from '../support/seed.ts'

const SAMPLE = 20_000
const RANDOM = 2000

it(`agrees on a sample of every digraph of four steps, seed ${seed}`, () => {
  let looked = 0
  for (let i = 0; i < SAMPLE; i++) {
    const index = (seed + i * 2_097_143) % EVERY_WORLD
    const world = worldAt(index)
    if (!world) continue
    looked++
    expect(disagreement(world), `world ${index}`).toBeUndefined()
  }
  // One in six, because the three steps behind the first can change names.
  expect(looked).toBeGreaterThan(SAMPLE / 8)
}, 120_000)

it(`agrees on random worlds of five to nine steps, seed ${seed}`, () => {
  for (let i = 0; i < RANDOM; i++)
    expect(disagreement(randomWorld(seed + i)), `world ${seed + i}`).toBeUndefined()
}, 120_000)

it(`the oracle comes to what trying every set of gates comes to, seed ${seed}`, () => {
  let compared = 0
  for (let i = 0; compared < 150; i++) {
    const world = worldAt((seed + i * 2_097_143) % EVERY_WORLD)
    const naive = world && bruteForce(workflowOf(world))
    if (!world || !naive) continue
    compared++
    const { minutes, gates } = oracleOf(world).cheapest()
    expect({ minutes: minutes.toFixed(6), gates }).toEqual({ ...naive, minutes: naive.minutes.toFixed(6) })
  }
}, 120_000)

it('counts every world: names aside there are as many as there should be', () => {
  // Of each 625 taggings of the complete digraph as many are kept as there are multisets of three tags, times five.
  const complete = (2 ** 16 - 1) * 625
  let kept = 0
  for (let tagging = 0; tagging < 625; tagging++) if (worldAt(complete + tagging)) kept++
  expect(kept).toBe(5 * 35)
})
