// The exact figures, and the claim that goes with them: many runs come to them, unless it is said why not.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Workflow } from '../../shared/model/workflow.ts'
import { exactFigures } from '../../shared/simulate/exact.ts'
import { simulateRuns } from '../../shared/simulate/monte-carlo.ts'
import type { Estimate } from '../../shared/simulate/statistics.ts'
import { anyWorkflow, workflow } from './build.ts'

/** Nobody lets a request lie or an approval grow old, odds add up, and retries know no bound. */
function plain(document: Workflow): Workflow {
  return {
    ...document,
    handoffs: document.handoffs.map(({ timeout: _, expires: __, ...handoff }) => handoff),
    transitions: document.transitions.map(({ probability: _, ...transition }) => transition),
    steps: document.steps.map(({ retry: _, ...step }) => step),
  }
}

// Six standard errors: once in five hundred million draws. The interval is 1.96 of them to each side.
function far({ mean, low, high }: Estimate, exact: number): boolean {
  return Math.abs(mean - exact) > (6 / 1.96) * Math.max((high - low) / 2, 0.004)
}

describe('exact figures', () => {
  test('are what many runs come to, wherever nothing is excepted', () => {
    let held = 0
    fc.assert(
      fc.property(anyWorkflow, fc.nat(), (base, seed) => {
        const document = plain(base)
        const { visits, prompts, humanMinutes, except } = exactFigures(document)
        fc.pre(except.length === 0)
        held++
        const sampled = simulateRuns(document, { runs: 300, seed })
        const wrong = Object.entries(visits).filter(([id, exact]) => far(sampled.visits[id]!, exact))
        expect(wrong.map(([id, exact]) => [id, exact, sampled.visits[id]])).toEqual([])
        expect([prompts, sampled.prompts, far(sampled.prompts, prompts)]).toEqual([
          prompts,
          sampled.prompts,
          false,
        ])
        expect(
          far(sampled.humanMinutes, humanMinutes),
          `${humanMinutes} ${JSON.stringify(sampled.humanMinutes)}`,
        ).toBe(false)
      }),
      { numRuns: 120, maxSkipsPerRun: 500 },
    )
    expect(held).toBeGreaterThanOrEqual(120)
  })

  test.each([
    ['a loop without a way out', [['a', 'a']], {}, 'no way out'],
    ['odds that do not add up', [['a', 'end', { probability: 0.5 }]], {}, 'come to 0.5'],
    [
      'a bounded retry',
      [
        ['a', 'a', { probability: 0.5, kind: 'retry' }],
        ['a', 'end', { probability: 0.5 }],
      ],
      { retry: { max: 1 } },
      '1 times at most',
    ],
  ] as const)('%s is excepted', (_, ways, more, why) => {
    const document = workflow(
      [
        ['start', 'start'],
        ['a', 'action', more],
        ['end', 'end'],
      ],
      [['start', 'a'], ...ways],
    )
    expect(exactFigures(document).except.join()).toContain(why)
  })

  test('a join that some branch never reaches is excepted, a block whose branches all arrive is not', () => {
    const block = (more: readonly (readonly [string, string, Record<string, unknown>])[]): Workflow =>
      workflow(
        [
          ['start', 'start'],
          ['split', 'split'],
          ['a', 'step'],
          ['b', 'step'],
          ['join', 'join'],
          ['end', 'end'],
        ],
        [['start', 'split'], ['split', 'a'], ['split', 'b'], ['a', 'join'], ...more, ['join', 'end']],
      )
    expect(exactFigures(block([['b', 'join', {}]])).except).toEqual([])
    const early = block([
      ['b', 'join', { probability: 0.5 }],
      ['b', 'end', { probability: 0.5 }],
    ])
    expect(exactFigures(early).except.join()).toContain('not every branch')
  })

  test('a handoff that allows no yes is excepted', () => {
    const document = workflow(
      [
        ['start', 'start'],
        ['end', 'end'],
      ],
      [['start', 'end']],
      {
        handoffs: [
          { id: 'h', kind: 'approval', strength: 'approve', at: { before: 'end' }, decisions: ['reject'] },
        ],
      },
    )
    expect(exactFigures(document).except).toEqual(['h can never be answered with yes'])
  })
})
