// Giving a part another id: whatever refers to it follows.
import { expect, test } from 'vitest'
import { after, faultsOf, refunds } from './edit.ts'
import { readWorkflow } from '../../shared/document/read.ts'
import type { Command } from '../../shared/commands/index.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

/** Refers to every part in every way that the format has. */
const full: Workflow = read({
  ...refunds,
  parties: [...refunds.parties, { id: 'all', name: 'All', kind: 'team', members: ['ops', 'boss'] }],
  steps: [...refunds.steps, { id: 'again', kind: 'subflow', name: 'Again', calls: 'draft' }],
  dispositions: [
    { finding: 'S2@pay', status: 'covered-by', coveredBy: { handoff: 'h1' } },
    { finding: 'X1@h1', status: 'covered-by', coveredBy: { step: 'pay' } },
    { finding: 'S6@t3', status: 'dismissed', reason: 'seen' },
    { finding: 'X14', scope: 'file', status: 'dismissed' },
  ],
  scenarios: [
    {
      id: 's1',
      name: 'Friday',
      script: [{ take: 't3' }, { call: 'take_back' }, { decide: 'approve', handoff: 'h1' }],
    },
  ],
  placing: {
    forbidden: [{ before: 'pay' }, { on: 't3' }],
    waivers: [{ step: 'pay', reason: 'r', owner: 'Ana', expires: '2027-01-31' }],
  },
  layout: {
    ...refunds.layout,
    groups: [{ id: 'g', name: 'Money', steps: ['pay', 'take_back'] }],
    closed: ['draft'],
    lanes: { closed: ['ops'] },
  },
  origin: { format: 'mermaid', steps: [{ step: 'pay', source: 'P' }], transitions: ['t3'] },
})

test.each([
  ['step', 'pay', 12],
  ['step', 'take_back', 4],
  ['step', 'draft', 8],
  ['step', 'stopped', 3],
  ['transition', 't3', 5],
  ['handoff', 'h1', 4],
  ['party', 'ops', 5],
  ['party', 'boss', 3],
] as const)('every mention of the %s %s follows, and only those', (of, id, mentions) => {
  const command: Command = { type: 'renameId', of, id, to: `${id}_new` }
  const before = textOf(full)
  const next = after(command, full)
  const text = textOf(next)
  const named = (document: string, word: string): number =>
    document.match(new RegExp(`["@]${word}"`, 'g'))?.length ?? 0
  expect(named(text, id)).toBe(0)
  expect(named(text, `${id}_new`)).toBe(named(before, id))
  expect(named(before, id)).toBe(mentions)
  // Back again, nothing else is different.
  expect(after({ ...command, id: `${id}_new`, to: id }, next)).toEqual(full)
})

test('entries that do not speak of it stay the same objects', () => {
  const next = after({ type: 'renameId', of: 'handoff', id: 'h2', to: 'told' })
  expect(next.steps.every((step, i) => step === refunds.steps[i])).toBe(true)
  expect(next.handoffs.find(({ id }) => id === 'h1')).toBe(refunds.handoffs[0])
})

test.each<[Command, string, string]>([
  [{ type: 'renameId', of: 'step', id: 'no', to: 'x' }, 'id', 'no step has the id "no"'],
  [{ type: 'renameId', of: 'step', id: 'pay', to: 'end' }, 'to', 'the id "end" is taken'],
  [{ type: 'renameId', of: 'step', id: 'pay', to: '' }, 'to', 'an id may not be empty'],
])('%j is refused', (command, path, message) => {
  expect(faultsOf(command)).toEqual([{ path, message }])
})

test('nothing takes over a decision about something else, and none is guessed at', () => {
  const orphan = after({
    type: 'setDisposition',
    disposition: { finding: 'S2@gone', status: 'dismissed' },
  })
  expect(faultsOf({ type: 'renameId', of: 'step', id: 'draft', to: 'gone' }, orphan)).toEqual([
    { path: 'to', message: 'a decision about a finding speaks of "gone"' },
  ])
  const twice = after({ type: 'renameId', of: 'transition', id: 't6', to: 'draft' })
  const decided = after(
    { type: 'setDisposition', disposition: { finding: 'S6@draft', status: 'dismissed' } },
    twice,
  )
  expect(faultsOf({ type: 'renameId', of: 'step', id: 'draft', to: 'write' }, decided)).toEqual([
    { path: 'id', message: '"draft" is the id of something else too, and a decision speaks of it' },
  ])
})

function read(value: unknown): Workflow {
  const result = readWorkflow(value)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value
}

/** Positions are listed as values; words that are spelled like an id are left out. */
function textOf({ layout, ...rest }: Workflow): string {
  const value = { ...rest, layout: { ...layout, steps: Object.entries(layout.steps) } }
  return JSON.stringify(value, (key, each: unknown) => (key === 'verb' || key === 'outcome' ? null : each))
}
