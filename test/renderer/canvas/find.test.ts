// Find looks where people would: names, tags, parties, conditions, notes, what people are asked, and findings.
import { expect, test } from 'vitest'
import { analyse } from '../../../shared/analysis/analyse.ts'
import { readWorkflow } from '../../../shared/document/read.ts'
import { findIn } from '../../../renderer/canvas/find.ts'
import { refunds } from '../../commands/edit.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'

const workflow: Workflow = read({
  ...refunds,
  handoffs: [
    {
      id: 'h',
      kind: 'exception',
      strength: 'approve',
      at: { on: 't3' },
      question: 'Was the ticket escalated?',
    },
  ],
  layout: { steps: {}, notes: [{ id: 'n', text: 'Ask the auditors\nbefore May', at: [0, 0] }] },
})
const found = (text: string): readonly string[] => [...findIn(workflow, analyse(workflow), text)].toSorted()

test.each([
  ['name of a step, in any case', 'DRAFT', 'draft'],
  ['name of a party', 'refund desk', 'desk'],
  ['condition of a transition', 'amount > 100', 't2'],
  ['text of a note, over its lines', 'auditors may', 'note:n'],
  ['what people are asked on a transition', 'escalated', 't3'],
  ['level of a tag', 'consequence high', 'pay'],
])('by the %s', (_, text, id) => expect(found(text)).toContain(id))

test('by the rule of a finding, wherever it is about', () => {
  const { findings } = analyse(workflow)
  const places = findings.filter(
    ({ place }) => 'transition' in place || 'handoff' in place || 'step' in place,
  )
  expect(places.length).toBeGreaterThan(0)
  for (const { place, rule } of places) {
    const host =
      'step' in place ? place.step : 'transition' in place ? place.transition : 'handoff' in place ? 't3' : ''
    expect(found(rule)).toContain(host)
  }
})

test('every word has to be there, and nothing is found by what is nowhere', () => {
  expect(found('draft auditors')).toEqual([])
  expect(found('zebra')).toEqual([])
})

function read(value: unknown): Workflow {
  const made = readWorkflow(value)
  if (!made.ok) throw new Error(JSON.stringify(made.faults))
  return made.value
}
