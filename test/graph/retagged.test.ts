// An index that is taken over from the revision before says the same as a new one, and is taken over only where it may be.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse, analyseInParts } from '../../shared/analysis/analyse.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/index.ts'
import { applyPatch, diffDocuments } from '../../shared/document/patch.ts'
import { readWorkflow } from '../../shared/document/read.ts'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import type { Graph } from '../../shared/graph/graph.ts'
import { indexAfter } from '../../shared/graph/retagged.ts'
import type { Level } from '../../shared/model/scales.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { canonicalJson } from '../../shared/support/canonical-json.ts'
import { randomCommand } from '../commands/random-command.ts'
import { randomFrom } from '../document/arbitrary-workflow.ts'
import { structuredWorkflow } from '../placement/structured.ts'

const SEQUENCES = 400
const LENGTH = 6
const first = structuredWorkflow({ steps: 14, jumps: 2, agents: 1, seed: 3 })

test(`${SEQUENCES} sequences of edits: the analysis is that of a fresh start, to the byte`, () => {
  const tally = { edits: 0, taken: 0 }
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomFrom(seed)
      let workflow: Workflow = first
      let before: Graph | undefined
      for (let i = 0; i < LENGTH; i++) {
        const command = random() < 0.7 ? tagging(workflow, random) : randomCommand(workflow, random)
        const next = applyCommand(workflow, command)
        if (!next.ok) continue
        workflow = next.value
        const { graph, whole } = analyseInParts(workflow, before ? { before } : {})
        expect(canonicalJson(whole()), command.type).toBe(canonicalJson(analyse(workflow)))
        tally.edits++
        if (before && graph.edges === before.edges) tally.taken++
        before = graph
      }
    }),
    { numRuns: SEQUENCES },
  )
  // A way that nothing takes would let everything pass.
  expect(tally.taken).toBeGreaterThan(tally.edits / 4)
  expect(tally.taken).toBeLessThan(tally.edits)
})

const tags: readonly [string, Partial<Step>][] = [
  ['a name', { name: 'Other' }],
  ['a consequence', { consequence: { level: 4 } }],
  ['an uncertainty', { uncertainty: { level: 3, label: 'score' } }],
]
test.each(tags)('%s leaves the index as it is', (_, change) => {
  const before = indexWorkflow(first)
  const changed = withChange(change)
  const after = indexAfter(changed, before)
  expect(after.edges).toBe(before.edges)
  expect(after).toEqual(indexWorkflow(changed))
})

const shapes: readonly [string, Workflow][] = [
  ['the kind of a step', withChange({ kind: 'split' })],
  ['a step’s own time', withChange({ duration: 'PT5M' })],
  ['what a step is inside of', withChange({ parent: first.steps[0]!.id })],
  ['odds', { ...first, transitions: first.transitions.map((way) => ({ ...way, probability: 0.01 })) }],
  ['a transition less', { ...first, transitions: first.transitions.slice(1) }],
  ['the profile', { ...first, profile: { extends: 'strict' } }],
  ['how joins are read', { ...first, semantics: { join: 'causal' } }],
  ['the day', { ...first, asOf: '2027-01-01' }],
  [
    'a handoff more',
    {
      ...first,
      handoffs: [{ id: 'h', kind: 'approval', strength: 'approve', at: { before: first.steps[3]!.id } }],
    },
  ],
]
test.each(shapes)('with %s another, the index is made anew', (_, changed) => {
  const before = indexWorkflow(first)
  const after = indexAfter(changed, before)
  expect(after.edges).not.toBe(before.edges)
  expect(after).toEqual(indexWorkflow(changed))
})

test('a tag that comes as a patch, as it does to the worker, leaves the index as it is', () => {
  const read = readWorkflow(first)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const before = indexWorkflow(read.value)
  const patch = diffDocuments(first, withChange({ consequence: { level: 4 } }))
  const patched = applyPatch(read.value, patch)
  if (!patched.ok) throw new Error(JSON.stringify(patched.faults))
  expect(indexAfter(patched.value, before).edges).toBe(before.edges)
})

function withChange(change: Partial<Step>): Workflow {
  return { ...first, steps: first.steps.map((step, i) => (i === 5 ? { ...step, ...change } : step)) }
}

function tagging({ steps }: Workflow, random: () => number): Command {
  const level = Math.floor(random() * 5) as Level
  const anyOf = (): string => steps[Math.floor(random() * steps.length)]!.id
  const sets = [
    { consequence: { level } },
    { consequence: { level, external: random() < 0.5 } },
    { uncertainty: { level, label: 'content' } },
    { uncertainty: { level, label: 'intent' } },
    { name: `Named ${level}` },
    { kind: level < 2 ? 'action' : 'human', grant: level < 3 ? null : 'approve' },
    { parent: level < 2 ? null : anyOf() },
    { duration: level < 2 ? null : 'PT30H' },
  ] as const
  return { type: 'updateSteps', ids: [anyOf()], set: sets[Math.floor(random() * sets.length)]! }
}
