// Suggested tags: only where nobody has said anything, each with its reason, and all of them as one undo step.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { run as runHistory, startHistory, undo as undoHistory } from '../../shared/commands/history.ts'
import { readDocument } from '../../shared/document/read.ts'
import { STEP_KINDS } from '../../shared/model/scales.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { acceptTags } from '../../shared/tagging/accept.ts'
import { isUntagged, suggestTag, suggestTags, untaggedSteps } from '../../shared/tagging/suggest.ts'
import { SEED } from '../support/seed.ts'
import { ENGLISH_NAMES, GERMAN_NAMES } from './names.ts'

const NAMES = [...ENGLISH_NAMES, ...GERMAN_NAMES].map(([name]) => name)

const anyStep = fc.record({
  kind: fc.constantFrom(...STEP_KINDS),
  name: fc.oneof(fc.constantFrom(...NAMES), fc.string()),
  consequence: fc.option(
    fc.record(
      {
        level: fc.constantFrom(0, 1, 2, 3, 4),
        reversibility: fc.constantFrom(0, 1, 2, 3),
        external: fc.boolean(),
        basis: fc.constant('Anna said so'),
      },
      { requiredKeys: [] },
    ),
    { nil: undefined },
  ),
  uncertainty: fc.option(
    fc.record(
      { level: fc.constantFrom(0, 1, 2, 3, 4), label: fc.constantFrom('intent', 'score') },
      { requiredKeys: [] },
    ),
    { nil: undefined },
  ),
})

describe('suggestTag', () => {
  it('says the word it rests on', () => {
    const suggestion = suggestTag(action('Email the customer'))!
    expect(suggestion.reasons).toEqual([{ from: 'name', word: 'email', effect: 'send' }])
    expect(suggestion.consequence).toMatchObject({ level: 3, reversibility: 3, external: true })
    expect(suggestion.consequence!.basis).toContain('email')
  })
  it('trusts the verb of a step more than its name', () => {
    const suggestion = suggestTag({ ...action('Look up the order'), verb: 'pay' })!
    expect(suggestion).toMatchObject({ confidence: 'high', consequence: { level: 4 } })
  })
  it('calls nothing harmless for a word in the middle of a name', () =>
    expect(suggestTag(action('Ledger read')) ?? null).toBeNull())
  it('knows German verbs, and the verb before the noun', () => {
    expect(suggestTag(action('Zahlung prüfen'))?.consequence?.level).toBe(0)
    expect(suggestTag(action('Rechnung prüfen und bezahlen'))?.consequence?.level).toBe(4)
  })
  it('leaves what an agent does to its tools, where it has any', () => {
    const agent: Step = { id: 'a', kind: 'agent', name: 'Refund the customer' }
    expect(suggestTag(agent, true)?.consequence?.level).toBe(0)
    expect(suggestTag(agent)?.consequence?.level).toBe(4)
  })
  it('takes no name of another workflow for its command, or for harmless', () => {
    const levelOf = (name: string) => suggestTag({ ...action(name), kind: 'subflow' })?.consequence?.level
    expect(['Execute Workflow', 'Extract', 'Pay the invoice'].map(levelOf)).toEqual([undefined, undefined, 4])
  })
  it('keeps what a person has said of a tag that lacks its level', () => {
    const step = { ...action('Email the customer'), consequence: { external: false, basis: 'Anna' } }
    const { consequence } = suggestTag(step)!
    expect(consequence).toHaveProperty('level', 3)
    expect(consequence).not.toHaveProperty('external')
    expect(consequence).not.toHaveProperty('basis')
  })
})

describe(`of any workflow (seed ${SEED})`, () => {
  it('suggests only for untagged steps, changes nothing that was said, and undo takes all of it back', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 12 }), (parts) => {
        const workflow = workflowOf(parts)
        const suggestions = suggestTags(workflow)
        const untagged = new Set(untaggedSteps(workflow))
        expect([...suggestions.keys()].every((id) => untagged.has(id))).toBe(true)
        if (suggestions.size === 0) return
        const before = startHistory(workflow, { saved: true })
        const result = runHistory(before, acceptTags([...suggestions.values()]))
        if (!result.ok) throw new Error(JSON.stringify(result.faults))
        const after = result.value.present
        for (const [i, step] of after.steps.entries()) {
          const old = workflow.steps[i]!
          expect(step).toMatchObject(JSON.parse(JSON.stringify(old)))
          expect(suggestions.has(step.id) || JSON.stringify(step) === JSON.stringify(old)).toBe(true)
        }
        expect(undoHistory(result.value).present).toEqual(workflow)
        expect(undoHistory(result.value).past).toEqual(before.past)
      }),
      { seed: SEED, numRuns: 200 },
    )
  })
  it('has nothing left to suggest once all is accepted, besides what it never could', () => {
    const workflow = workflowOf(NAMES.map((name) => ({ kind: 'action', name })))
    const suggestions = suggestTags(workflow)
    const result = runHistory(startHistory(workflow, { saved: true }), acceptTags([...suggestions.values()]))
    if (!result.ok) throw new Error('refused')
    expect(suggestTags(result.value.present).size).toBe(0)
    expect(result.value.present.steps.filter(isUntagged)).toHaveLength(NAMES.length - suggestions.size)
  })
})

function action(name: string): Step {
  return { id: 'a', kind: 'action', name }
}

function workflowOf(parts: readonly object[]): Workflow {
  const steps = parts.map((part, i) => ({ id: `s${String(i).padStart(3, '0')}`, ...part }))
  const read = readDocument(JSON.stringify({ format: 'handoff', version: 1, steps }))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value.workflow
}
