// The policy as a runtime meets it: a text, a schema from a file, and a fingerprint that anybody can work out.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { certifiedHash } from '../../shared/document/meaning.ts'
import { CertificateSchema } from '../../shared/model/placement.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { verify } from '../../shared/placement/checker/verify.ts'
import { buildPolicy } from '../../shared/policy/build.ts'
import { revisionOf, writePolicy } from '../../shared/policy/revision.ts'
import { PolicySchema } from '../../shared/policy/schema.ts'
import { anyWorkflow } from '../simulate/build.ts'
import { COMPLETE, policyOf, refunds } from './example.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const schemaFile = (ending: string): object =>
  JSON.parse(
    readFileSync(
      new URL(`../../resources/schema/handoff-policy-v1${ending}.schema.json`, import.meta.url),
      'utf8',
    ),
  ) as object
const OPTIONS = { strict: true, strictTypes: false, allErrors: true } as const
const validate2020 = new Ajv2020(OPTIONS).compile(schemaFile(''))
const validate07 = new Ajv(OPTIONS).compile(schemaFile('.draft-07'))

/** Written apart from the product: sorted keys, no white space, SHA-256 of node:crypto. */
function revisionByHand(text: string): string {
  const { revision: _, ...content } = JSON.parse(text) as { [key: string]: Json }
  return `sha256:${createHash('sha256').update(sortedText(content), 'utf8').digest('hex')}`
}

function sortedText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(sortedText).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1))
  return `{${keys.map((key) => `${JSON.stringify(key)}:${sortedText(value[key]!)}`).join(',')}}`
}

function parsed(document: Workflow): { [key: string]: Json } {
  return JSON.parse(writePolicy(policyOf(document))) as { [key: string]: Json }
}

describe('the text of a policy', () => {
  test('is accepted by the schema files that we ship, and by our own schema', () => {
    fc.assert(
      fc.property(anyWorkflow, (document) => {
        const value = parsed(document)
        expect(validate2020(value), JSON.stringify(validate2020.errors)).toBe(true)
        expect(validate07(value), JSON.stringify(validate07.errors)).toBe(true)
        expect(PolicySchema.safeParse(value).error).toBeUndefined()
      }),
      { numRuns: 150 },
    )
  })

  test('carries the fingerprint of its own content, as node:crypto works it out', () => {
    fc.assert(
      fc.property(anyWorkflow, fc.string({ unit: 'binary' }), (document, name) => {
        const text = writePolicy(policyOf({ ...document, name }))
        expect(JSON.parse(text)).toMatchObject({ revision: revisionByHand(text) })
      }),
      { numRuns: 150 },
    )
  })

  test('is the same for the same workflow, whatever the order of its entries', () => {
    const document = refunds()
    const turned = {
      ...document,
      steps: document.steps.toReversed(),
      transitions: document.transitions.toReversed(),
      parties: document.parties.toReversed(),
    }
    expect(writePolicy(policyOf(turned))).toBe(writePolicy(policyOf(document)))
  })

  test('shows what a reader could not see, and reads back as the same', () => {
    const name = 'pay\u202e10\u2069 \u200b\u{e0041} ok\u2028'
    const text = writePolicy(policyOf(refunds(COMPLETE, name)))
    expect(text).toContain('pay\\u202e10\\u2069 \\u200b\\udb40\\udc41 ok\\u2028')
    expect(text).not.toMatch(/[^\n\P{Cc}]|\p{Cf}|[\u2028\u2029]/u)
    const steps = (JSON.parse(text) as { steps: { id: string; name: string }[] }).steps
    expect(steps.find(({ id }) => id === 'pay')?.name).toBe(name)
  })

  test('changes its fingerprint with any change', () => {
    const revision = policyOf(refunds()).revision
    const others = [
      refunds({ ...COMPLETE, timeout: { after: 'PT5H', then: 'escalate' } }),
      refunds({ ...COMPLETE, decisions: ['approve', 'reject'] }),
      refunds(COMPLETE, 'Pay it'),
    ].map((document) => policyOf(document).revision)
    expect(new Set([revision, ...others]).size).toBe(4)
    expect(revisionOf({ ...policyOf(refunds()), name: 'another' })).not.toBe(revision)
  })
})

describe('the shipped schema refuses', () => {
  const change = (
    edit: (handoff: Record<string, unknown>, policy: Record<string, unknown>) => void,
  ): unknown => {
    const value = structuredClone(parsed(refunds())) as Record<string, unknown> & {
      handoffs: Record<string, unknown>[]
    }
    edit(value.handoffs[0]!, value)
    return value
  }
  test.each([
    ['approval by silence', change((h) => (h['timeout'] = { after: 'PT4H', then: 'approve' }))],
    [
      'approval at the end of the chain',
      change((h) => (h['escalation'] = [{ role: 'x', after: 'PT1H', then: 'approve' }])),
    ],
    ['a missing binding', change((h) => delete h['binding'])],
    ['a missing rejection', change((h) => delete h['onReject'])],
    ['an unknown decision', change((h) => (h['decisions'] = ['allow']))],
    [
      'no approvals at all',
      change((h) => (h['quorum'] = { approvals: 0, distinct: true, excludeProposer: true })),
    ],
    ['a duration of nothing', change((h) => (h['expires'] = 'PT'))],
    ['two places', change((h) => (h['at'] = { before: 'pay', start: 'start' }))],
    ['a field nobody knows', change((h) => (h['autoApprove'] = true))],
    ['a revision that is no hash', change((_, p) => (p['revision'] = 'v1'))],
    ['another version', change((_, p) => (p['version'] = 2))],
  ])('%s', (_, value) => {
    expect(validate2020(value)).toBe(false)
    expect(validate07(value)).toBe(false)
    expect(PolicySchema.safeParse(value).success).toBe(false)
  })
})

describe('what is in a policy', () => {
  test('a handoff keeps everything that the document says about it', () => {
    const [handoff] = policyOf(refunds()).handoffs
    expect(handoff).toMatchObject(COMPLETE)
    expect(handoff).toMatchObject({ blocks: true, guards: 'pay' })
  })

  test('a handoff that says little is written out, on the careful side', () => {
    const little = { id: 'h', kind: 'approval', strength: 'two-person', at: { on: 'draft>pay' } }
    expect(policyOf(refunds(little)).handoffs[0]).toEqual({
      ...little,
      blocks: true,
      guards: 'pay',
      title: '',
      question: '',
      assignee: { role: null, users: [] },
      quorum: { approvals: 2, distinct: true, excludeProposer: true },
      decisions: ['approve', 'edit', 'reject', 'reassign'],
      editSchema: null,
      responseSchema: null,
      evidence: [],
      timeout: null,
      escalation: [],
      onReject: { to: null, maxReproposals: null },
      binding: 'args-hash',
      expires: null,
      idempotency: { decision: 'runId+handoffId+requestId', effect: 'runId+handoffId+argsHash' },
      batch: null,
      when: null,
      sample: null,
      standingGrant: null,
    })
  })

  test('every step has its tags, its routing and the consent it needs; what nobody set is null', () => {
    const policy = policyOf(refunds())
    const pay = policy.steps.find(({ id }) => id === 'pay')
    expect(pay).toMatchObject({
      required: 'approve',
      verb: 'pay',
      consequence: { level: 3, reversibility: 2, external: true, security: false, volume: 1 },
      uncertainty: { level: null, label: null },
      idempotent: false,
    })
    expect(policy.steps.map(({ routing }) => routing.because.length > 0)).not.toContain(false)
    expect(policy.transitions.find(({ id }) => id === 'draft>pay')).toMatchObject({
      condition: 'amount > 100',
    })
  })

  test('a covered workflow comes with a certificate that the independent checker accepts for it', () => {
    const document = refunds({ ...COMPLETE, sample: null, standingGrant: null })
    const { coverage, certificate } = policyOf(document)
    expect(coverage).toEqual({ covered: true, uncovered: [] })
    expect(
      verify(document, CertificateSchema.parse(certificate), { workflowHash: certifiedHash(document) }),
    ).toEqual({
      covered: true,
      faults: [],
    })
    expect(certificate?.gates).toEqual([{ at: { before: 'pay' }, strength: 'approve' }])
  })

  test('an uncovered one comes with none, and names the walk', () => {
    const { coverage, certificate } = policyOf(refunds({ ...COMPLETE, strength: 'confirm' }))
    expect(certificate).toBeNull()
    expect(coverage.covered).toBe(false)
    expect(coverage.uncovered).toEqual([{ step: 'pay', missing: 'approve', walk: ['draft', 'pay'] }])
  })

  test('a certificate is there exactly where the independent checker finds everything covered', () => {
    const seen = new Set<boolean>()
    fc.assert(
      fc.property(anyWorkflow, (document) => {
        const { certificate } = policyOf(document)
        expect(certificate !== null).toBe(verify(document).covered)
        seen.add(certificate !== null)
        const proof = certificate ? CertificateSchema.parse(certificate) : undefined
        expect(verify(document, proof, { workflowHash: certifiedHash(document) }).covered).toBe(
          proof !== undefined,
        )
      }),
      { numRuns: 150 },
    )
    expect(seen.size, 'both kinds of workflow were met').toBe(2)
  })

  test('refuses the analysis of another workflow', () => {
    const other = analyse({ ...refunds(), steps: [], transitions: [], handoffs: [] })
    expect(() => buildPolicy(refunds(), other)).toThrow('knows no step')
  })
})
