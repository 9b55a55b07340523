import { expect, test } from 'vitest'
import { acceptCommand } from '../../shared/analysis/accept.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import { completeHandoff } from '../../shared/commands/complete-handoff.ts'
import type { Command } from '../../shared/commands/index.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'

const doubt = {
  id: 'draft',
  kind: 'model' as const,
  uncertainty: { level: 2 as const, label: 'content' as const },
}
const workflow = sketch(
  [
    { id: 'start', domains: ['money'] },
    doubt,
    payment('pay'),
    { id: 'stopped', kind: 'end', outcome: 'stopped' },
    { id: 'end' },
  ],
  [
    ['start', 'draft'],
    ['draft', 'pay', { probability: 0.9 }],
    ['draft', 'stopped', { probability: 0.1, kind: 'exception' }],
    ['pay', 'end'],
  ],
)

function applied(to: Workflow, command: Command): Workflow {
  const result = applyCommand(to, command)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value
}

test('what is accepted is complete: covered, nothing suggested again, and no finding about the new handoffs', () => {
  const after = applied(workflow, acceptCommand(workflow, analyse(workflow).placement.handoffs))
  const analysis = analyse(after)
  expect(analysis.covered).toBe(true)
  expect(analysis.placement.handoffs).toEqual([])
  expect(analysis.findings.filter(({ place }) => 'handoff' in place)).toEqual([])
})

test('a refusal goes to the safe stop that the workflow has, and what was uncertain is the evidence', () => {
  const after = applied(workflow, acceptCommand(workflow, analyse(workflow).placement.handoffs))
  const gate = after.handoffs.find(({ at }) => 'before' in at && at.before === 'pay')
  expect(gate?.onReject).toEqual({ to: 'stopped', maxReproposals: 1 })
  expect(gate?.evidence).toEqual([{ id: 'draft', from: 'step', label: 'draft' }])
})

test('a gate that is there and too weak is raised, not doubled', () => {
  const weak = sketch(
    [{ id: 'start' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'pay'],
      ['pay', 'end'],
    ],
    {
      handoffs: [approvalBefore('pay', { strength: 'confirm', title: 'Ask the desk' })],
    },
  )
  const approvals = analyse(weak).placement.handoffs.filter(({ kind }) => kind !== 'brief')
  const after = applied(weak, acceptCommand(weak, approvals))
  expect(after.handoffs.map(({ id, strength, title }) => ({ id, strength, title }))).toEqual([
    { id: 'approve_pay', strength: 'approve', title: 'Ask the desk' },
  ])
})

test('a suggested approval expires after a day, unless the way to its action can take longer', () => {
  const waiting = (duration: string) =>
    sketch(
      [{ id: 'start' }, { id: 'wait', kind: 'wait', duration }, payment('pay'), { id: 'end' }],
      [
        ['start', 'wait'],
        ['wait', 'pay'],
        ['pay', 'end'],
      ],
    )
  const placed = (duration: string, before: string) =>
    completeHandoff(waiting(duration), { kind: 'approval', strength: 'approve', at: { before } }).expires
  expect([placed('PT20H', 'wait'), placed('P3D', 'wait'), placed('P3D', 'pay')]).toEqual([
    'PT24H',
    undefined,
    'PT24H',
  ])
})

test('what is made after a handoff is no evidence for it', () => {
  const early = completeHandoff(workflow, {
    kind: 'approval',
    strength: 'approve',
    at: { before: 'draft' },
    walk: ['start', 'draft', 'pay'],
  })
  expect(early.evidence).toEqual([])
  const late = {
    kind: 'approval',
    strength: 'approve',
    at: { on: 't2' },
    walk: ['start', 'draft', 'pay'],
  } as const
  expect(completeHandoff(workflow, late).evidence?.map(({ id }) => id)).toEqual(['draft'])
})

const people = (...parties: Workflow['parties']): Workflow => ({
  ...workflow,
  parties,
  steps: workflow.steps.map((step) => (step.id === 'draft' ? { ...step, party: 'clerks' } : step)),
})
const clerks = { id: 'clerks', name: 'Clerks', kind: 'team' } as const
const lead = { id: 'lead', name: 'Lead', kind: 'person' } as const
const robot = { id: 'robot', name: 'Robot', kind: 'model' } as const

test.each([
  ['somebody who does none of the work', people(robot, clerks, lead), 'approve', 'lead', undefined],
  ['another one of those who do it', people(robot, clerks), 'approve', 'clerks', 1],
  ['enough of them', people(lead, clerks), 'two-person', 'clerks', 2],
] as const)('a handoff asks %s', (_, document, strength, role, approvals) => {
  const handoff = completeHandoff(document, { kind: 'approval', strength, at: { before: 'pay' } })
  expect(handoff.assignee).toEqual({ role })
  expect(handoff.quorum?.approvals).toBe(approvals)
  expect(handoff.quorum?.excludeProposer).toBe(approvals === undefined ? undefined : true)
})
