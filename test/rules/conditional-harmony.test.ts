// The rules as one voice where handoffs ask by condition or by sample, items add up, and parties have members.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Party } from '../../shared/model/party.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { verify } from '../../shared/placement/checker/verify.ts'
import { anyWorkflow, brokenFixes, contradictions, openedByAll } from './harmony.ts'

const SEED = 20_261_126
const CONDITIONS = ['a < 1', 'a >= 1', 'a > 2', 'a in [1..2]', 'not(vip)', 'vip', 'a > b', 'a >', 'true']
const PARTIES: readonly Party[] = [
  { id: 'clerks', name: 'Clerks', kind: 'role', members: ['ann', 'bob'] },
  { id: 'heads', name: 'Heads', kind: 'role', staff: 1 },
  { id: 'bot', name: 'Bot', kind: 'model' },
]

/** The same workflows with everything that makes a handoff worth less than its strength. */
const conditional = fc
  .tuple(anyWorkflow, fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }))
  .map(([workflow, dice]): Workflow => {
    let next = 0
    const die = (sides: number): number => dice[next++ % dice.length]! % sides
    const handoffs = workflow.handoffs.map((handoff): Handoff => ({
      ...handoff,
      ...(die(2) === 0 ? { when: CONDITIONS[die(CONDITIONS.length)]! } : {}),
      ...(die(5) === 0 ? { sample: { rate: die(3) / 2 } } : {}),
      ...(die(5) === 0 ? { standingGrant: { max: die(40), expires: `2026-0${1 + die(3)}-01` } } : {}),
      ...(die(2) === 0 ? { assignee: { role: PARTIES[die(3)]!.id } } : {}),
    }))
    const steps = workflow.steps.map((step) => ({
      ...step,
      ...(step.consequence && die(3) === 0
        ? { consequence: { ...step.consequence, volume: 40, magnitude: die(30) } }
        : {}),
      ...(die(4) === 0 ? { party: PARTIES[die(3)]!.id } : {}),
    }))
    const envelope = die(2) === 0 ? { level: 'confirm' as const, cap: die(100) } : null
    const asOf = die(2) === 0 ? { asOf: '2026-02-01' } : {}
    return { ...workflow, steps, handoffs, parties: PARTIES, brief: { ...workflow.brief, envelope }, ...asOf }
  })

const speaks = new Map<string, number>()

test.each([
  ['no gate is told two things that cannot both be', contradictions],
  ['every button mends what it stands at, and opens nothing', brokenFixes],
  ['all suggestions and all removals together leave everything covered', openedByAll],
  ['the checker agrees, with the certificate and without', disagreements],
])(`%s (seed ${SEED})`, { timeout: 120_000 }, (_, property) => {
  const holds = fc.property(conditional, (workflow) => {
    expect(property(workflow)).toEqual([])
  })
  fc.assert(holds, { seed: SEED, numRuns: 300 })
})

test('the rules in question have something to say in them', () => {
  fc.assert(
    fc.property(conditional, (workflow) => {
      for (const { rule } of analyse(workflow).findings) speaks.set(rule, (speaks.get(rule) ?? 0) + 1)
    }),
    { seed: SEED, numRuns: 200 },
  )
  for (const rule of ['S4', 'X10', 'X23']) expect(speaks.get(rule) ?? 0, rule).toBeGreaterThan(20)
})

function disagreements(workflow: Workflow): readonly string[] {
  const { covered, placement, certificate } = analyse(workflow)
  const checked = verify(workflow)
  if (checked.covered !== covered) return [`the analysis says ${covered}, the checker ${checked.covered}`]
  const placed = placement.handoffs.filter(({ kind }) => kind !== 'notify')
  const handoffs = placed.map(({ kind, strength, at }, i): Handoff => ({
    id: `placed ${i}`,
    kind,
    strength,
    at,
  }))
  const next = { ...workflow, handoffs: [...workflow.handoffs, ...handoffs] }
  if (placement.impossible.length > 0) return []
  return verify(next, certificate).faults.map(({ message }) => message)
}
