// Sets the odds of one way out of a step; the other ways share the rest, so that together they stay 1.
import { z } from 'zod'
import { changeIds, noSuch } from './entries.ts'
import { ProbabilitySchema } from '../model/primitives.ts'
import { ok, refused } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'
import type { Result } from '../support/result.ts'
import type { Transition } from '../model/transition.ts'
import type { Workflow } from '../model/workflow.ts'

const schema = z.strictObject({
  type: z.literal('setOdds'),
  /** The transition. */
  id: z.string(),
  probability: ProbabilitySchema,
  /** Ways out of the same step whose odds stay as they are. */
  kept: z.array(z.string()).optional(),
})
type SetOdds = DeepReadonly<z.input<typeof schema>>

export const setOdds: Edit<SetOdds> = {
  type: 'setOdds',
  schema,
  label: () => 'change odds',
  apply(workflow, wanted) {
    const shared = sharedOdds(workflow, wanted)
    if (!shared.ok) return shared
    const odds = shared.value
    const transitions = changeIds(workflow.transitions, new Set(odds.keys()), (transition) => {
      const probability = odds.get(transition.id)!
      return transition.probability === probability ? transition : { ...transition, probability }
    })
    return ok({ ...workflow, transitions })
  },
}

/** Odds of 0.01 % are as fine as anybody states them; what rounding leaves over goes to the likeliest way. */
const FINEST = 1e-4
const TOLERANCE = 1e-9

/**
 * The odds that the edit gives, by transition: the one that is set and those that have to change with it. The others
 * keep their proportions. Ways without odds take what is left by themselves, so that stated ones change only where
 * nothing is left. After a split every way is taken, and odds are nothing that could be shared.
 */
export function sharedOdds(
  workflow: Pick<Workflow, 'steps' | 'transitions'>,
  { id, probability, kept = [] }: Omit<SetOdds, 'type'>,
): Result<ReadonlyMap<string, number>> {
  const way = workflow.transitions.find((transition) => transition.id === id)
  if (!way) return refused(noSuch('transition', id, 'id'))
  const alone = new Map([[id, probability]])
  const others = workflow.transitions.filter(({ id: other, from }) => from === way.from && other !== id)
  const isSplit = workflow.steps.some((step) => step.id === way.from && step.kind === 'split')
  if (isSplit || others.length === 0) return ok(alone)
  const fixed = sum(others.filter((other) => kept.includes(other.id)))
  const free = others.filter((other) => !kept.includes(other.id))
  const rest = 1 - probability - fixed
  if (rest < -TOLERANCE) return refused({ path: 'probability', message: tooMuch(1 - fixed) })
  const stated = free.filter((other) => other.probability !== undefined)
  if (stated.length < free.length && sum(stated) <= rest + TOLERANCE) return ok(alone)
  if (free.length > 0) return ok(new Map([...alone, ...shares(stated, Math.max(0, rest))]))
  if (rest <= TOLERANCE) return ok(alone)
  return refused({ path: 'probability', message: 'every other way is kept, so nothing takes the rest' })
}

function shares(ways: readonly Transition[], rest: number): ReadonlyMap<string, number> {
  const before = sum(ways)
  const share = (way: Transition): number =>
    before > 0 ? ((way.probability ?? 0) / before) * rest : rest / ways.length
  const odds = new Map(ways.map((way) => [way.id, exact(Math.floor(share(way) / FINEST + 1e-6) * FINEST)]))
  const likeliest = ways.reduce((best, way) => (share(way) > share(best) ? way : best))
  const given = [...odds.values()].reduce((total, each) => total + each, 0)
  return odds.set(likeliest.id, exact(odds.get(likeliest.id)! + rest - given))
}

// Floating point makes 0.30000000000000004 of sums that people write as 0.3.
function exact(value: number): number {
  return Math.min(1, Math.max(0, Number(value.toPrecision(12))))
}

function sum(ways: readonly Transition[]): number {
  return ways.reduce((total, { probability }) => total + (probability ?? 0), 0)
}

function tooMuch(most: number): string {
  return `the ways that are kept leave at most ${Number((Math.max(0, most) * 100).toPrecision(4))} %`
}
