// Decisions about findings: what stays aside, what comes back, what is decided about nothing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDispositions, factsFingerprint } from '../../shared/analysis/dispositions.ts'
import type { DecidedWorkflow } from '../../shared/analysis/dispositions.ts'
import type { Disposition } from '../../shared/model/disposition.ts'
import type { Finding } from '../../shared/model/finding.ts'

function finding(id: string, level = 3): Finding {
  return {
    id,
    rule: id.split('@')[0] ?? id,
    severity: 'error',
    kind: 'suggest',
    message: 'm',
    facts: [{ name: 'consequence', value: level, field: 'steps/pay/consequence/level' }],
    severityBecause: '',
    goesAwayIf: '',
    place: { step: 'pay' },
  }
}

function decision(about: Finding, change: Partial<Disposition> = {}): Disposition {
  return {
    finding: about.id,
    status: 'dismissed',
    reason: 'covered by contract',
    by: '',
    at: '2026-11-22T10:00:00Z',
    facts: factsFingerprint(about),
    ...change,
  }
}

/** A workflow with these decisions, whose only step is `pay`. */
function decided(dispositions: readonly Disposition[]): DecidedWorkflow {
  return {
    dispositions: [...dispositions],
    steps: [{ id: 'pay', name: 'Pay', kind: 'action' }],
    transitions: [],
    handoffs: [],
  }
}

describe('applyDispositions', () => {
  it('keeps a dismissed finding aside while its facts hold', () => {
    const a = finding('S2@pay')
    const b = finding('S9@send')
    const d = decision(a)
    expect(applyDispositions([a, b], decided([d]))).toEqual({
      open: [b],
      dismissed: [{ finding: a, disposition: d }],
      returned: [],
      orphaned: [],
    })
  })

  it('brings it back when a fact changed', () => {
    const d = decision(finding('S2@pay', 3))
    const now = finding('S2@pay', 4)
    expect(applyDispositions([now], decided([d]))).toEqual({
      open: [now],
      dismissed: [],
      returned: [{ finding: now, disposition: d }],
      orphaned: [],
    })
  })

  it('does not bring it back when only words changed', () => {
    const a = finding('S2@pay')
    const reworded = { ...a, message: 'other words', severity: 'warning' as const }
    expect(applyDispositions([reworded], decided([decision(a)])).open).toEqual([])
  })

  it('lists a decision about a place that is gone', () => {
    const d = decision(finding('S2@gone'))
    expect(applyDispositions([], decided([d]))).toEqual({
      open: [],
      dismissed: [],
      returned: [],
      orphaned: [d],
    })
  })

  it.each(['S2@pay', 'B1@document'])('does not list %s, which was solved: its place is still there', (id) => {
    expect(applyDispositions([], decided([decision(finding(id))])).orphaned).toEqual([])
  })

  it.each([
    ['transition', { transitions: [{ id: 't1', from: 'pay', to: 'pay', kind: 'normal' as const }] }],
    ['handoff', { handoffs: [{ id: 't1', kind: 'approval', strength: 'approve', at: { before: 'pay' } }] }],
  ] as const)('keeps a decision about a %s apart from one about nothing', (_, there) => {
    const d = decision(finding('X1@t1'))
    expect(applyDispositions([], decided([d])).orphaned).toEqual([d])
    expect(applyDispositions([], { ...decided([d]), ...there }).orphaned).toEqual([])
  })

  it('does not call an accepted suggestion orphaned, nor hide it while it is still there', () => {
    const a = finding('S2@pay')
    const d = decision(a, { status: 'accepted' })
    expect(applyDispositions([], decided([d])).orphaned).toEqual([])
    expect(applyDispositions([a], decided([d]))).toEqual({
      open: [a],
      dismissed: [],
      returned: [],
      orphaned: [],
    })
  })

  it('wakes what was put off when its time is up', () => {
    const a = finding('S2@pay')
    const d = decision(a, { status: 'snoozed', until: '2026-12-01T00:00:00Z' })
    expect(applyDispositions([a], decided([d]), { now: '2026-11-30T23:59:59Z' }).open).toEqual([])
    expect(applyDispositions([a], decided([d]), { now: '2026-12-01T00:00:00Z' })).toMatchObject({
      open: [a],
      returned: [{ finding: a }],
    })
  })

  it('lets the last of several decisions count', () => {
    const a = finding('S2@pay')
    const stale = decision(finding('S2@pay', 1))
    expect(applyDispositions([a], decided([stale, decision(a)])).open).toEqual([])
    expect(applyDispositions([a], decided([decision(a), stale])).open).toEqual([a])
  })

  it('loses nothing: every finding is open or dismissed, every decision about a place that is gone is used or orphaned', () => {
    const places = ['a', 'b', 'c', 'd', 'e']
    const some = fc.uniqueArray(
      fc.record({ place: fc.constantFrom(...places), level: fc.integer({ min: 0, max: 1 }) }),
      {
        selector: (entry) => entry.place,
      },
    )
    fc.assert(
      fc.property(some, some, (present, decidedOn) => {
        const findings = present.map((entry) => finding(`S2@${entry.place}`, entry.level))
        const decisions = decidedOn.map((entry) => decision(finding(`S2@${entry.place}`, entry.level)))
        const result = applyDispositions(findings, decided(decisions))
        expect(result.open.length + result.dismissed.length).toBe(findings.length)
        // Only `pay` is in the document, and no decision here is about it.
        expect(result.dismissed.length + result.returned.length + result.orphaned.length).toBe(
          decisions.length,
        )
        for (const { finding: aside, disposition } of result.dismissed)
          expect(disposition.facts).toBe(factsFingerprint(aside))
      }),
    )
  })
})
