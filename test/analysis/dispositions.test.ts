// Decisions about findings: what stays aside, what comes back, what is decided about nothing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDispositions, countByStatus, hiddenBy } from '../../shared/analysis/dispositions.ts'
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
    fingerprint: `sha256:${level}`,
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
    facts: about.fingerprint,
    ...change,
  }
}

const HANDOFF = { id: 'h', kind: 'approval', strength: 'approve', at: { before: 'pay' } } as const

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
      returned: [{ finding: now, disposition: d, because: 'facts' }],
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
      returned: [{ finding: a, disposition: d, because: 'placed' }],
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

  it.each([
    [undefined, []],
    ['tomorrow', []],
    ['2026-12-01T00:00:00+02:00', []],
    ['2027-01-01', ['S2@pay']],
  ])('put off until %j: what cannot be read puts nothing off', (until, aside) => {
    const a = finding('S2@pay')
    const d = decision(a, { status: 'snoozed', ...(until !== undefined && { until }) })
    const { dismissed } = applyDispositions([a], decided([d]), { now: '2026-12-01T00:00:00Z' })
    expect(dismissed.map((entry) => entry.finding.id)).toEqual(aside)
  })

  it.each([
    [{ handoff: 'h' }, { handoffs: [HANDOFF] }, true],
    [{ handoff: 'h' }, {}, false],
    [{ step: 'pay' }, {}, true],
    [{ step: 'gone' }, {}, false],
    [{ text: 'the bank asks' }, {}, true],
  ] as const)('covered by %j holds as long as that is there', (coveredBy, there, holds) => {
    const a = finding('S2@pay')
    const d = decision(a, { status: 'covered-by', coveredBy })
    const result = applyDispositions([a], { ...decided([d]), ...there })
    expect(result.dismissed.length).toBe(holds ? 1 : 0)
    expect(result.returned.map(({ because }) => because)).toEqual(holds ? [] : ['cover'])
  })

  it('does not offer again what was accepted while it stands, and does as soon as it is weaker or gone', () => {
    const suggestion = { kind: 'approval', strength: 'approve', at: { before: 'pay' } } as const
    const a = { ...finding('S2@pay'), suggestion }
    const d = decision(a, { status: 'accepted' })
    const openWith = (handoffs: DecidedWorkflow['handoffs']) =>
      applyDispositions([a], { ...decided([d]), handoffs }).open.length
    expect(openWith([HANDOFF])).toBe(0)
    expect(openWith([{ ...HANDOFF, strength: 'two-person' }])).toBe(0)
    expect(openWith([{ ...HANDOFF, strength: 'confirm' }])).toBe(1)
    expect(openWith([{ ...HANDOFF, at: { before: 'other' } }])).toBe(1)
    expect(openWith([])).toBe(1)
  })

  describe('about a rule', () => {
    const rule = {
      finding: 'X4',
      status: 'dismissed',
      scope: 'file',
      reason: 'r',
      by: '',
      at: '',
      facts: '',
    } as const
    const two = [finding('X4@pay'), finding('X4@document'), finding('X5@pay')]

    it('hides every finding of the rule, and says so before', () => {
      expect(applyDispositions(two, decided([rule])).open.map(({ id }) => id)).toEqual(['X5@pay'])
      expect(hiddenBy(rule, two, decided([])).map(({ id }) => id)).toEqual(['X4@pay', 'X4@document'])
    })

    it('lets through what is more severe than it was taken for', () => {
      expect(applyDispositions(two, decided([{ ...rule, upTo: 'warning' }])).open).toHaveLength(3)
    })

    it.each(['S2', 'S3', 'S9', 'X13'])('says nothing about %s, which guards coverage', (guard) => {
      const a = finding(`${guard}@pay`)
      expect(applyDispositions([a], decided([{ ...rule, finding: guard }])).open).toEqual([a])
    })

    it('of the workspace counts only from outside of the document', () => {
      const everywhere = { ...rule, scope: 'workspace' } as const
      expect(applyDispositions(two, decided([everywhere])).open).toHaveLength(3)
      expect(applyDispositions(two, decided([]), { workspace: [everywhere] }).open).toHaveLength(1)
      expect(hiddenBy(everywhere, two, decided([]))).toHaveLength(2)
    })

    it('comes after a decision about the place, whose facts have not changed', () => {
      const own = decision(two[0]!, { status: 'snoozed', until: '2027-01-01' })
      const { dismissed } = applyDispositions(two, decided([own, rule]))
      expect(countByStatus(dismissed)).toEqual({ accepted: 0, dismissed: 1, 'covered-by': 0, snoozed: 1 })
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
          expect(disposition.facts).toBe(aside.fingerprint)
      }),
    )
  })
})
