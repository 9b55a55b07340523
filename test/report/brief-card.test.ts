// The reviewer's card: complete, worst news first, and nothing on it that a reader cannot see.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HandoffSchema } from '../../shared/model/handoff.ts'
import { briefCard, visibleText } from '../../shared/report/brief-card.ts'
import { COMPLETE, refunds } from '../policy/example.ts'

describe('a card', () => {
  test('says everything that a handoff says', () => {
    const workflow = refunds()
    expect(briefCard(workflow, workflow.handoffs[0]!)).toEqual({
      kind: 'approval',
      strength: 'approve',
      stake: { level: 3, reversibility: 2, external: true, security: false, domains: [], volume: 1 },
      question: 'Is this refund within what we promised?',
      title: 'Release the refund',
      guards: 'Pay it back',
      afterNo: { to: 'refused', proposals: 1 },
      evidence: [{ id: 'ticket', label: 'What the customer wrote', from: 'step' }],
      decisions: ['approve', 'edit', 'reject', 'reassign'],
      who: ['Desk', 'ada@example.org'],
      needed: 2,
      silence: [
        { who: ['Desk', 'ada@example.org'], after: 'PT4H', then: 'escalate' },
        { who: ['Manager'], after: 'PT1H', then: 'reject' },
      ],
      expires: 'PT24H',
    })
  })

  test('of a handoff that says little: nobody is named, a no stops the run, silence lasts for ever', () => {
    const workflow = refunds({ id: 'h', kind: 'approval', strength: 'two-person', at: { on: 'draft>pay' } })
    expect(briefCard(workflow, workflow.handoffs[0]!)).toMatchObject({
      question: '',
      guards: 'Pay it back',
      afterNo: { to: undefined, proposals: undefined },
      evidence: [],
      decisions: ['approve', 'edit', 'reject', 'reassign'],
      who: [],
      needed: 2,
      silence: [],
    })
  })

  test('a level that is never reached is not promised', () => {
    const handoff = { ...COMPLETE, timeout: { after: 'PT4H', then: 'abort' } }
    const workflow = refunds(handoff)
    expect(briefCard(workflow, workflow.handoffs[0]!).silence).toEqual([
      { who: ['Desk', 'ada@example.org'], after: 'PT4H', then: 'abort' },
    ])
  })

  test('a consequence that nobody set is unknown, never none', () => {
    const workflow = refunds()
    const untagged = { ...workflow, steps: workflow.steps.map(({ consequence: _, ...step }) => step) }
    expect(briefCard(untagged, untagged.handoffs[0]!).stake).toMatchObject({
      level: undefined,
      reversibility: undefined,
    })
  })

  test('a question that hides an order is shown as it is', () => {
    const handoff = HandoffSchema.parse({
      ...COMPLETE,
      question: 'Pay \u202e05\u202c now?\n\n\u200bYes\u{e0059}',
    })
    expect(briefCard(refunds(), handoff).question).toBe('Pay ⟨U+202E⟩05⟨U+202C⟩ now? ⟨U+200B⟩Yes⟨U+E0059⟩')
  })
})

describe('visible text', () => {
  test('says how much it leaves out', () => {
    expect(visibleText(`${'a'.repeat(10)}${'🙂'.repeat(5)}`, 12)).toBe('aaaaaaaaaa🙂🙂… (3 more characters)')
  })

  test('never holds a character that cannot be seen, whatever goes in', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 80 })
    fc.assert(
      fc.property(texts, (text) => {
        expect(visibleText(text, 50)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      }),
      { numRuns: 2000 },
    )
  })
})
