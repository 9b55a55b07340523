// X10: who can say yes to their own work, whether everybody can be found at once, and fixes that mend.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Party } from '../../shared/model/party.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { BRIEF, approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { selfApproval } from '../../shared/rules/self-approval.ts'
import { staffing } from '../../shared/rules/staffing.ts'
import type { Separation } from '../../shared/rules/staffing.ts'
import { expectFixed, findingsOf, testExamples } from './support.ts'

testExamples(selfApproval)

interface House {
  readonly parties?: readonly Partial<Party>[]
  readonly claim?: Partial<Step>
  readonly pay?: Partial<Step>
  readonly handoffs: readonly Partial<Handoff>[]
}

function house({ parties = [], claim = {}, pay = {}, handoffs }: House): Workflow {
  return {
    ...sketch(
      [{ id: 'start' }, { id: 'claim', ...claim }, { ...payment('pay'), ...pay }, { id: 'end' }],
      [
        ['start', 'claim'],
        ['claim', 'pay'],
        ['pay', 'end'],
      ],
      { brief: BRIEF, handoffs: handoffs.map((more, i) => approvalBefore('pay', { id: `h${i}`, ...more })) },
    ),
    parties: parties.map((party) => ({ id: 'x', name: '', kind: 'role', ...party })) as Party[],
  }
}

const apart = { approvals: 1, excludeProposer: true }
const clerks = { id: 'clerks', staff: 3 }

describe('who can say yes to their own work', () => {
  it.each<[string, House, string | undefined]>([
    [
      'the role that did the work',
      { parties: [clerks], claim: { party: 'clerks' }, handoffs: [{ assignee: { role: 'clerks' } }] },
      'whoever does “claim” can also say yes',
    ],
    [
      'not where the proposer is left out',
      {
        parties: [clerks],
        claim: { party: 'clerks' },
        handoffs: [{ assignee: { role: 'clerks' }, quorum: apart }],
      },
      undefined,
    ],
    [
      'another role',
      {
        parties: [clerks, { id: 'heads', staff: 1 }],
        claim: { party: 'clerks' },
        handoffs: [{ assignee: { role: 'heads' } }],
      },
      undefined,
    ],
    [
      'another role with a member in common',
      {
        parties: [
          { id: 'clerks', members: ['ann', 'bob'] },
          { id: 'heads', members: ['bob'] },
        ],
        claim: { party: 'clerks' },
        handoffs: [{ assignee: { role: 'heads' } }],
      },
      'whoever does “claim” can also say yes',
    ],
    [
      'a role of which nobody knows how many they are',
      {
        parties: [{ id: 'clerks' }],
        claim: { party: 'clerks' },
        handoffs: [{ assignee: { role: 'clerks' } }],
      },
      'whoever does “claim” can also say yes',
    ],
    [
      'a person by name',
      {
        parties: [{ id: 'p1', kind: 'person', name: 'Ann' }],
        claim: { party: 'p1' },
        handoffs: [{ assignee: { users: ['Ann'] } }],
      },
      'whoever does “claim” can also say yes',
    ],
    [
      'whoever is asked when nobody answers',
      {
        parties: [clerks, { id: 'heads', staff: 1 }],
        claim: { party: 'clerks' },
        handoffs: [
          { assignee: { role: 'heads' }, escalation: [{ role: 'clerks', after: 'PT1H', then: 'abort' }] },
        ],
      },
      'whoever does “claim” can also say yes',
    ],
    [
      'whoever carries it out',
      { parties: [clerks], pay: { party: 'clerks' }, handoffs: [{ assignee: { role: 'clerks' } }] },
      'whoever does “pay” can also say yes',
    ],
    [
      'the model that acts',
      {
        parties: [{ id: 'bot', kind: 'model', name: 'Bot' }],
        claim: { party: 'bot' },
        handoffs: [{ assignee: { role: 'bot' }, quorum: apart }],
      },
      '“Bot” can answer it without any person',
    ],
    [
      'a model in a team',
      {
        parties: [
          { id: 'bot', kind: 'model', name: 'Bot' },
          { id: 'team', kind: 'team', members: ['bot', 'ann'] },
        ],
        handoffs: [{ assignee: { role: 'team' } }],
      },
      '“Bot” can answer it without any person',
    ],
    [
      'one person, twice',
      {
        parties: [clerks],
        handoffs: [
          { strength: 'two-person', assignee: { role: 'clerks' }, quorum: { approvals: 2, distinct: false } },
        ],
      },
      'one person can say yes twice',
    ],
    [
      'two people where there is one',
      {
        parties: [{ id: 'heads', staff: 1 }],
        handoffs: [{ strength: 'two-person', assignee: { role: 'heads' } }],
      },
      'it needs 2 people, and there is 1',
    ],
    [
      'two slots and one member',
      {
        parties: [{ id: 'heads', members: ['ann'] }],
        handoffs: [{ strength: 'two-person', assignee: { role: 'heads', users: ['ann'] } }],
      },
      'it needs 2 people, and there is 1',
    ],
    [
      'two people where there are two',
      {
        parties: [{ id: 'heads', staff: 2 }],
        handoffs: [{ strength: 'two-person', assignee: { role: 'heads' } }],
      },
      undefined,
    ],
    [
      'two of two, one of whom did the work',
      {
        parties: [{ id: 'heads', staff: 2 }],
        claim: { party: 'heads' },
        handoffs: [{ strength: 'two-person', assignee: { role: 'heads' } }],
      },
      'once the work before it is done, nobody is left to ask',
    ],
    ['nobody in particular', { parties: [clerks], claim: { party: 'clerks' }, handoffs: [{}] }, undefined],
    [
      'a note to whoever did the work',
      {
        parties: [clerks],
        claim: { party: 'clerks' },
        handoffs: [{ kind: 'notify', assignee: { role: 'clerks' } }],
      },
      undefined,
    ],
    [
      'teams that are members of each other',
      {
        parties: [
          { id: 'a', kind: 'team', members: ['b'] },
          { id: 'b', kind: 'team', members: ['a'] },
        ],
        handoffs: [{ assignee: { role: 'a' } }],
      },
      'it needs 1 person, and there are 0',
    ],
  ])('%s', (_, given, says) => {
    const found = findingsOf('X10', house(given))
    expect(found.map(({ message }) => message)).toEqual(says === undefined ? [] : [`“h0”: ${says}.`])
    for (const finding of found)
      for (const fix of finding.fixes ?? []) expectFixed(house(given), finding, fix)
  })
})

it('a human step that grants is a gate as well', () => {
  const workflow = house({ parties: [clerks], claim: { kind: 'human', party: 'clerks' }, handoffs: [] })
  const gate = { id: 'desk', kind: 'human', name: 'Desk', party: 'clerks', grant: 'approve' } as const
  const steps = [...workflow.steps, gate]
  const transitions = workflow.transitions.map((way) => (way.to === 'pay' ? { ...way, to: 'desk' } : way))
  const more = [...transitions, { id: 't9', from: 'desk', to: 'pay', kind: 'normal' as const }]
  expect(findingsOf('X10', { ...workflow, steps, transitions: more }).map(({ id }) => id)).toEqual([
    'X10@desk',
  ])
})

it('gates that cannot be staffed together are named, and with one more person they can', () => {
  const members = (list: readonly string[]): House => ({
    parties: [
      { id: 'a', members: ['ann', 'bob'] },
      { id: 'b', members: list },
    ],
    claim: { party: 'a' },
    handoffs: [
      { assignee: { users: ['ann'] }, quorum: apart },
      { assignee: { role: 'b' }, quorum: apart },
    ],
  })
  const [finding, ...others] = findingsOf('X10', house(members(['bob'])))
  expect(finding!.message).toBe(
    '“h0”: once the work before it is done, it cannot be staffed together with “h1”.',
  )
  expect(finding!.facts).toContainEqual({ name: 'cannot be staffed together', value: ['h0', 'h1'] })
  expect(others).toEqual([])
  expect(findingsOf('X10', house(members(['bob', 'cay'])))).toEqual([])
})

it('shows one way to staff everything', () => {
  const [finding] = findingsOf(
    'X10',
    house({
      parties: [{ id: 'clerks', members: ['ann', 'bob'] }],
      claim: { party: 'clerks' },
      handoffs: [{ assignee: { role: 'clerks' }, quorum: apart }, { assignee: { role: 'clerks' } }],
    }),
  )
  expect(finding!.id).toBe('X10@h1')
  expect(finding!.facts.find(({ name }) => name === 'a way to staff it')!.value).toEqual([
    'claim: ann',
    'h0: bob',
    'h1: ann',
  ])
})

const people = ['a', 'b', 'c', 'd']
const pool = fc
  .subarray(people, { minLength: 1 })
  .map((list) => ({ known: new Set(list), open: new Set<string>() }))
const problem = fc.tuple(
  fc.array(pool, { maxLength: 3 }),
  fc.array(fc.tuple(pool, fc.integer({ min: 1, max: 2 }), fc.subarray([0, 1, 2])), { maxLength: 3 }),
)

it('finds people exactly where trying everybody finds them; a conflict is one, and none of it can be left out', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(problem, ([pools, wanted]) => {
      const duties = pools.map((one, i) => ({ id: `d${i}`, pool: one }))
      const gates = wanted.map(([one, needed, apartFrom], i): Separation => ({
        id: `g${i}`,
        pool: one,
        needed,
        apartFrom: apartFrom.map((d) => `d${d}`),
      }))
      const result = staffing(duties, gates)
      seen.add(result.kind)
      expect(result.kind).toBe(canStaff(duties, gates) ? 'possible' : 'impossible')
      if (result.kind !== 'impossible') return
      const conflict = gates.filter(({ id }) => result.gates.includes(id))
      expect(canStaff(duties, conflict)).toBe(false)
      for (const gate of conflict)
        expect(
          canStaff(
            duties,
            conflict.filter((other) => other !== gate),
          ),
        ).toBe(true)
    }),
    { numRuns: 500 },
  )
  expect(seen.size).toBe(2)
})

function canStaff(
  duties: readonly { id: string; pool: { known: ReadonlySet<string> } }[],
  gates: readonly Separation[],
): boolean {
  const combinations = duties.reduce<readonly ReadonlyMap<string, string>[]>(
    (sofar, { id, pool: { known } }) =>
      sofar.flatMap((map) => [...known].map((one) => new Map([...map, [id, one]]))),
    [new Map()],
  )
  return combinations.some((doers) =>
    gates.every(({ pool: { known }, needed, apartFrom }) => {
      const busy = new Set(apartFrom.map((id) => doers.get(id)))
      return [...known].filter((one) => !busy.has(one)).length >= needed
    }),
  )
}

it('gives up instead of trying for ever', () => {
  const many = Array.from({ length: 40 }, (_, i) => `p${i}`)
  const all = { known: new Set(many), open: new Set<string>() }
  const duties = Array.from({ length: 8 }, (_, i) => ({ id: `d${i}`, pool: all }))
  const gates = [
    { id: 'g', pool: all, needed: 40, apartFrom: [] },
    ...duties.map(({ id }) => ({ id: `g${id}`, pool: all, needed: 40, apartFrom: [id] })),
  ]
  expect(staffing(duties, gates).kind).toBe('impossible')
  const tight = [
    { id: 'g', pool: all, needed: 39, apartFrom: duties.map(({ id }) => id) },
    { id: 'h', pool: { known: new Set(['p39']), open: new Set<string>() }, needed: 1, apartFrom: ['d0'] },
  ]
  expect(['possible', 'unknown']).toContain(staffing(duties, tight).kind)
})
