// The proof in words says what the analysis and the checker say, and names from files stay text.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import { placeKey } from '../../shared/model/handoff.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { carriersOf } from '../../shared/placement/carriers.ts'
import { demandsOf } from '../../shared/placement/demands.ts'
import { grantsOf } from '../../shared/placement/grants.ts'
import { proofOf } from '../../shared/report/proof.ts'
import { proofTexts } from '../../shared/report/proof-text.ts'
import { pointOfNoReturn } from '../../shared/rules/point-of-no-return.ts'
import { arbitraryWorkflow } from '../placement/arbitrary.ts'
import { chain, flow, withHandoffs } from '../placement/support.ts'

const PAY = { level: 3, reversibility: 2, external: true } as const

const REFUND = flow(
  [
    { id: 'start', name: 'Request' },
    { id: 'read', name: 'Read it', kind: 'model', uncertainty: { level: 2, label: 'content' } },
    { id: 'decision', name: 'Which?', kind: 'decision' },
    { id: 'pay', name: 'Large refund', kind: 'action', consequence: PAY },
    { id: 'file', name: 'File it' },
    'end',
  ],
  [
    ...chain('start', 'read', 'decision'),
    ['decision', 'pay', { probability: 0.2 }],
    ['decision', 'file', { probability: 0.8 }],
    ['pay', 'end'],
    ['file', 'end'],
  ],
)

describe('what it says', () => {
  test('of a workflow that is covered', () => {
    const proof = proofOf(withHandoffs(REFUND, [{ at: { before: 'pay' }, title: 'Release' }]), analysed(true))
    expect(proof.claim).toBe(
      'Every way from a source of doubt to the one action that needs consent passes a gate that is strong enough.',
    )
    expect(proof.actions.map(({ claim, because }) => [claim, because])).toEqual([
      [
        'Every way from a source of doubt to “Large refund” passes an approval.',
        'high consequence, hard to undo, external: approve in the table of the recommended profile',
      ],
    ])
    expect(proof.actions[0]!.carriers).toEqual([
      { at: { before: 'pay' }, text: 'right before it', walk: ['pay'] },
    ])
    expect(proof.checker.agrees).toBe(true)
    expect(proof.gates).toEqual([
      {
        at: { before: 'pay' },
        name: 'Release before “Large refund”',
        isSuggested: false,
        without: 'Without it “Large refund” is reached from “Read it” with too little consent.',
        walk: ['read', 'decision', 'pay'],
      },
    ])
  })

  test('of one that is not: the shortest way that shows it, and what the suggestion costs', () => {
    const { claim, actions, cheapest } = proofOf(REFUND, analysed(false))
    expect(claim).toContain('1 of 1 action can be reached without the consent that it needs.')
    expect(actions[0]!.open).toEqual({
      text: 'The shortest way that shows it comes with no consent at all.',
      walk: ['read', 'decision', 'pay'],
    })
    expect(cheapest).toContain('costs less than 0.8 min a run of approvals, and this one costs just that')
  })

  test('of approvals that cost more than need be: what the best would cost, whoever placed them', () => {
    const placed = (at: object): Workflow => withHandoffs(REFUND, [{ at: at as { before: string } }])
    const cheapest = (workflow: Workflow): string => proofOf(workflow, analyse(workflow)).cheapest
    expect(cheapest(placed({ before: 'pay' }))).toContain(
      'less than 0.8 min a run of approvals, and this one costs just that',
    )
    expect(cheapest(placed({ before: 'decision' }))).toContain('This one costs 4 min, 400 % more.')
  })

  test('of a certificate that lies: the checker does not agree, and says where', () => {
    const analysis = analysed(false)
    const { checker } = proofOf(REFUND, {
      ...analysis,
      certificate: { ...analysis.certificate, required: { pay: 1 } },
    })
    expect(checker.agrees).toBe(false)
    expect(checker.faults).toEqual(['“pay” needs approve; the certificate says confirm.'])
  })

  test('why volume, doubt and limits of the profile raise a demand', () => {
    const raised = flow(
      [
        'start',
        { id: 'guess', kind: 'model', uncertainty: { level: 4, label: 'intent' } },
        { id: 'send', kind: 'action', consequence: { level: 1, external: true, volume: 20 } },
        'end',
      ],
      chain('start', 'guess', 'send', 'end'),
    )
    expect(proofOf(raised, analyse(raised)).actions[0]!.because).toBe(
      'low consequence, 20 items at once, which counts as moderate, external: confirm in the table of the recommended profile, raised to approve because extreme doubt is still open on arrival',
    )
  })
})

describe('as a document', () => {
  const hostile = flow(
    [
      'start',
      { id: 'pay', name: '<script>alert(1)</script> | *pay*\n# now', kind: 'action', consequence: PAY },
      'end',
    ],
    chain('start', 'pay', 'end'),
  )

  test('it carries its date and its fingerprints, in both forms', () => {
    const analysis = analysed(false)
    const { markdown, html } = proofTexts(REFUND, proofOf(REFUND, analysis), '2026-11-25')
    for (const written of [markdown, html]) {
      expect(written).toContain('2026-11-25')
      expect(written).toContain(analysis.revision)
      expect(written).toContain(analysis.certificate.workflow)
      expect(written).toContain('Large refund')
    }
  })

  test('names from files are text in it, never markup', () => {
    const { markdown, html } = proofTexts(hostile, proofOf(hostile, analyse(hostile)), '2026-11-25')
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;')
    expect(markdown).not.toMatch(/^# now/m)
    expect(markdown).not.toContain('<script')
    expect(markdown).toContain(String.raw`&lt;script\>alert(1)&lt;/script\> \| \*pay\* \# now`)
  })
})

test('what carries an action is enough: with these gates alone it is covered, and the walks are ways of the workflow', () => {
  let carried = 0
  fc.assert(
    fc.property(arbitraryWorkflow({ steps: [2, 9], more: 6, gates: 3, exceptions: true }), (workflow) => {
      const { placement } = analyse(workflow)
      const placed = withHandoffs(workflow, [...workflow.handoffs, ...placement.handoffs])
      const graph = indexWorkflow(placed)
      const demands = demandsOf(graph)
      const grants = grantsOf(graph, placed.handoffs)
      graph.steps.forEach((step, v) => {
        if (demands.required[v]! < 1) return
        const carriers = carriersOf(graph, demands, grants, v)
        expect(carriers.length).toBeGreaterThan(0)
        expect(opensWith(placed, new Set(carriers.map(({ at }) => placeKey(at))))).not.toContain(step.id)
        for (const { walk } of carriers) {
          expect(walk.at(-1)).toBe(step.id)
          walk.slice(1).forEach((to, index) => {
            expect(placed.transitions.some((way) => way.from === walk[index] && way.to === to)).toBe(true)
          })
        }
        carried++
      })
    }),
    { numRuns: 300 },
  )
  expect(carried).toBeGreaterThan(200)
}, 60_000)

/** Actions that are open when only the gates at these places count. */
function opensWith(workflow: Workflow, keys: ReadonlySet<string>): readonly string[] {
  const counts = (key: string): boolean => keys.has(key)
  const steps = workflow.steps.map((step) => {
    if (counts(placeKey({ before: step.id }))) return step
    const { grant: _, ...rest } = step
    return rest
  })
  const handoffs = workflow.handoffs.filter(({ at }) => counts(placeKey(at)))
  return analyse({ ...workflow, steps, handoffs }).counterexamples.map(({ action }) => action)
}

function analysed(covered: boolean) {
  return analyse(covered ? withHandoffs(REFUND, [{ at: { before: 'pay' }, title: 'Release' }]) : REFUND)
}

test('an approval where there is no way back is part of what nothing cheaper would do', () => {
  const { workflow } = pointOfNoReturn.examples.bad
  const bare = { ...workflow, handoffs: [] }
  const { cheapest } = proofOf(bare, analyse(bare))
  expect(cheapest).toContain('asks before there is no way back costs less than')
  expect(cheapest).toContain('this one costs just that')
})
