// The fingerprint of the meaning: it changes with what the analysis reads, and with nothing else.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomFrom, rawWorkflow, shuffledEntries, shuffledKeys } from './arbitrary-workflow.ts'
import { certifiedHash, hashesOf, workflowHash } from '../../shared/document/meaning.ts'
import { newWorkflow } from '../../shared/document/new.ts'
import { readDocument } from '../../shared/document/read.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { canonicalJson } from '../../shared/support/canonical-json.ts'
import { fingerprint } from '../../shared/support/sha256.ts'

const base = newWorkflow('x')
const hash = workflowHash(base)

test('it is a SHA-256 in the product’s form', () => {
  expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/)
})

test.each<[string, Partial<Workflow>]>([
  ['name', { name: 'y' }],
  ['description', { description: 'y' }],
  ['layout', { layout: { steps: {}, notes: [{ id: 'n', text: '', at: [0, 0] }] } }],
  [
    'dispositions',
    { dispositions: [{ finding: 'f', status: 'accepted', reason: '', by: '', at: '', facts: '' }] },
  ],
  ['scenarios', { scenarios: [{ id: 's', name: '', seed: 1, script: [] }] }],
  ['unknown fields of the document', { other: 1 }],
])('%s is no part of the meaning', (_, change) => {
  expect(workflowHash({ ...base, ...change })).toBe(hash)
})

const [end, start] = base.steps
test.each<[string, Partial<Workflow>]>([
  ['brief', { brief: { ...base.brief, domains: ['money'] } }],
  ['parties', { parties: [{ id: 'p', name: '', kind: 'role' }] }],
  ['a name of a step', { steps: [end!, { ...start!, name: 'Begin' }] }],
  ['a tag', { steps: [end!, { ...start!, uncertainty: { level: 0 } }] }],
  ['an unknown field of a step', { steps: [end!, { ...start!, other: 1 }] }],
  ['odds', { transitions: [{ ...base.transitions[0]!, probability: 0 }] }],
  ['handoffs', { handoffs: [{ id: 'h', kind: 'notify', strength: 'notify', at: { before: 'end' } }] }],
  ['profile', { profile: { extends: 'strict' } }],
])('%s is part of the meaning', (_, change) => {
  expect(workflowHash({ ...base, ...change })).not.toBe(hash)
})

test('it does not depend on the order of keys and entries', () => {
  const read = (raw: unknown): Workflow => {
    const opened = readDocument(JSON.stringify(raw))
    if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
    return opened.value.workflow
  }
  fc.assert(
    fc.property(rawWorkflow, fc.integer(), (raw, seed) => {
      const random = randomFrom(seed)
      const other = shuffledKeys(shuffledEntries(raw, random), random)
      expect(workflowHash(read(other))).toBe(workflowHash(read(raw)))
    }),
    { numRuns: 100 },
  )
})

test('an importer’s unsorted workflow has the same fingerprint as the sorted one', () => {
  expect(workflowHash({ ...base, steps: base.steps.toReversed() })).toBe(hash)
})

test('what is assumed about reviewers and load is meaning, and nothing that a certificate speaks of', () => {
  const assumed = { ...base, profile: { ...base.profile, reviewer: { attention: 0.5 } } }
  const busy = { ...base, runsPerDay: 12 }
  for (const other of [assumed, busy]) {
    expect(workflowHash(other)).not.toBe(hash)
    expect(certifiedHash(other)).toBe(certifiedHash(base))
  }
})

test('it is that of the plain canonical text, however the text is put together', () => {
  fc.assert(
    fc.property(rawWorkflow, (raw) => {
      const opened = readDocument(JSON.stringify(raw))
      if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
      const { brief, parties, steps, transitions, placing, semantics, asOf, ...rest } = opened.value.workflow
      const { reviewer, ...profile } = rest.profile
      const { handoffs, runsPerDay, rulePacks } = rest
      const certified = fingerprint(
        canonicalJson({ brief, parties, steps, transitions, profile, placing, semantics, asOf }),
      )
      const workflow = fingerprint(canonicalJson({ certified, handoffs, reviewer, runsPerDay, rulePacks }))
      expect(hashesOf(opened.value.workflow)).toEqual({ certified, workflow })
    }),
    { numRuns: 100 },
  )
})
