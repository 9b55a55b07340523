// Importing a file again over the document that was made of it: the flow follows the file, decisions of people stay.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { applyDispositions } from '../../shared/analysis/dispositions.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/index.ts'
import { readDocument } from '../../shared/document/read.ts'
import { writeDocument } from '../../shared/document/write.ts'
import { importText } from '../../shared/importers/index.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { randomFrom } from '../document/arbitrary-workflow.ts'
import { faultsOf, refunds } from './edit.ts'

function imported(text: string): Workflow {
  const result = importText(text, { name: 'Flow' })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value.workflow
}

function edited(workflow: Workflow, ...commands: readonly Command[]): Workflow {
  return commands.reduce((now, command) => {
    const result = applyCommand(now, command)
    if (!result.ok) throw new Error(JSON.stringify(result.faults))
    const read = readDocument(writeDocument(result.value))
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    return read.value.workflow
  }, workflow)
}

const again = (workflow: Workflow, text: string): Workflow =>
  edited(workflow, { type: 'mergeImport', imported: imported(text) })

const FLOW = `flowchart TD
  a([Request]) --> b[AI writes a reply]
  b --> c{Within policy?}
  c -- yes --> d[Send email to the customer]
  c -- no --> e[Pay the refund]
  d --> f([Done])
  e --> f`

const FIRST = imported(FLOW)
const idOf = (workflow: Workflow, source: string): string =>
  workflow.origin!.steps.find((entry) => entry.source === source)!.step

/** Tags, a gate, a decision about every finding, a step of our own in a way, another name. */
function worked(first: Workflow = FIRST): Workflow {
  const [send, pay] = [idOf(first, 'd'), idOf(first, 'e')]
  const into = first.transitions.find(({ to }) => to === pay)!
  const tagged = edited(
    first,
    { type: 'updateSteps', ids: [pay], set: { consequence: { level: 4, reversibility: 3 } } },
    { type: 'updateTransition', id: into.id, set: { kind: 'exception', probability: 0.1 } },
    {
      type: 'addHandoff',
      handoff: { id: 'gate', kind: 'approval', strength: 'approve', at: { before: send } },
    },
    { type: 'insertStep', on: into.id, step: { id: 'desk', kind: 'human', name: 'Desk', grant: 'confirm' } },
    { type: 'moveSteps', positions: { [send]: [1234, 567] } },
  )
  return edited(
    tagged,
    ...analyse(tagged).findings.map(({ id, fingerprint }): Command => ({
      type: 'setDisposition',
      disposition: { finding: id, status: 'dismissed', reason: 'seen', facts: fingerprint },
    })),
  )
}

describe('the same file again', () => {
  it('changes nothing at all', () => {
    for (const before of [FIRST, worked()])
      expect(writeDocument(again(before, FLOW))).toBe(writeDocument(before))
  })

  it('finds steps by what the file calls them: other names and other ids are the same step', () => {
    const before = worked()
    const after = again(
      before,
      FLOW.replace('AI writes a reply', 'AI drafts an answer').replace('Request', 'Enquiry'),
    )
    expect(after.steps.map(({ id }) => id)).toEqual(before.steps.map(({ id }) => id))
    expect(after.steps.find(({ id }) => id === idOf(before, 'b'))?.name).toBe('AI drafts an answer')
    expect(open(after)).toEqual([])
  })

  it('keeps a name that was given here, until the file gives another one', () => {
    const b = idOf(FIRST, 'b')
    const before = edited(FIRST, { type: 'updateSteps', ids: [b], set: { name: 'Draft' } })
    const name = (workflow: Workflow) => workflow.steps.find(({ id }) => id === b)?.name
    expect(name(again(before, FLOW))).toBe('Draft')
    expect(name(again(before, FLOW.replace('AI writes a reply', 'AI answers')))).toBe('AI answers')
  })
})

describe('a newer file', () => {
  const before = worked()

  it('brings new steps and ways, and leaves handoffs, tags, odds, positions and our own step alone', () => {
    const after = again(before, `${FLOW}\n  b --> g[Delete the old ticket]\n  g --> f`)
    expect(after.steps.map(({ name }) => name)).toContain('Delete the old ticket')
    expect(after.handoffs).toEqual(before.handoffs)
    expect(after.layout.steps[idOf(before, 'd')]).toEqual([1234, 567])
    for (const id of [idOf(before, 'e'), 'desk']) {
      expect(after.steps.find((step) => step.id === id)).toEqual(before.steps.find((step) => step.id === id))
    }
    const ways = (workflow: Workflow) =>
      workflow.transitions.filter(({ from, to }) => from === 'desk' || to === 'desk')
    expect(ways(after)).toEqual(ways(before))
    expect(
      after.transitions.some(({ from, to }) => from === idOf(before, 'c') && to === idOf(before, 'e')),
    ).toBe(false)
  })

  it('takes away what is gone from it, with its gate; decisions about it are about nothing then', () => {
    const [send, pay] = [idOf(before, 'd'), idOf(before, 'e')]
    const without = (node: RegExp): Workflow =>
      again(
        before,
        FLOW.split('\n')
          .filter((line) => !node.test(line))
          .join('\n'),
      )
    expect(without(/\bd\b/).steps.some(({ id }) => id === send)).toBe(false)
    expect(without(/\bd\b/).handoffs).toEqual([])
    const after = without(/\be\b/)
    expect(after.dispositions).toEqual(before.dispositions)
    const { orphaned } = applyDispositions(analyse(after).findings, after)
    expect(orphaned.some(({ finding }) => finding.endsWith(`@${pay}`))).toBe(true)
  })

  it('asks again for tags where it does something else now', () => {
    const after = again(before, FLOW.replace('Pay the refund', 'Deploy the service to production'))
    const step = after.steps.find(({ id }) => id === idOf(before, 'e'))
    expect(step?.verb).toBe('deploy')
    expect(step?.consequence).not.toEqual({ level: 4, reversibility: 3 })
  })

  it('never gives a new step the id of one that a decision speaks of', () => {
    const pay = idOf(before, 'e')
    expect(before.dispositions.some(({ finding }) => finding.endsWith(`@${pay}`))).toBe(true)
    const after = again(edited(before, { type: 'removeSteps', ids: [pay] }), FLOW)
    expect(idOf(after, 'e')).not.toBe(pay)
  })
})

it('n8n nodes are the same by their ids, whatever they are called', () => {
  const flow = (name: string) =>
    JSON.stringify({
      name: 'Flow',
      nodes: [
        {
          id: 'n1',
          name: 'Hook',
          type: 'n8n-nodes-base.webhook',
          parameters: {},
          position: [0, 0],
          typeVersion: 1,
        },
        { id: 'n2', name, type: 'n8n-nodes-base.gmail', parameters: {}, position: [200, 0], typeVersion: 2 },
      ],
      connections: { Hook: { main: [[{ node: name, type: 'main', index: 0 }]] } },
    })
  const first = imported(flow('Send it'))
  const gated = edited(first, {
    type: 'addHandoff',
    handoff: { id: 'gate', kind: 'approval', strength: 'approve', at: { before: idOf(first, 'n2') } },
  })
  const after = again(gated, flow('Mail the customer'))
  expect(after.steps.map(({ id }) => id)).toEqual(gated.steps.map(({ id }) => id))
  expect(after.steps.map(({ name }) => name)).toContain('Mail the customer')
  expect(after.handoffs).toEqual(gated.handoffs)
})

it('a workflow that was not imported is refused', () => {
  expect(faultsOf({ type: 'mergeImport', imported: refunds })).toEqual([
    { path: 'imported.origin', message: 'is missing: this workflow was not imported' },
  ])
})

it('2000 documents, edited at random, imported again: every decision about a step of the file still stands', () => {
  const before = worked()
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomFrom(seed)
      let now = before
      for (let i = 0; i < 4; i++) {
        const id = now.steps[Math.floor(random() * now.steps.length)]!.id
        now = edited(
          now,
          random() < 0.5
            ? { type: 'updateSteps', ids: [id], set: { name: `Name ${Math.floor(random() * 9)}` } }
            : { type: 'moveSteps', positions: { [id]: [random() * 100, random() * 100] } },
        )
      }
      const lines = FLOW.split('\n')
      const text = [lines[0], ...lines.slice(1).toSorted(() => random() - 0.5)].join('\n')
      const after = again(now, text)
      expect(open(after)).toEqual([])
      expect(after.handoffs).toEqual(now.handoffs)
    }),
    { numRuns: 2000 },
  )
}, 240_000)

function open(workflow: Workflow): readonly string[] {
  return applyDispositions(analyse(workflow).findings, workflow).open.map(({ id }) => id)
}
