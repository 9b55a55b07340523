// Among equal minutes and equally many gates, a gate stands as late as can be.
import { describe, expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import type { Level, Reversibility } from '../../shared/model/scales.ts'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import { demandsOf } from '../../shared/placement/demands.ts'
import { grantsOf } from '../../shared/placement/grants.ts'
import { optimise } from '../../shared/placement/optimise.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { SEED as seed } from '../support/seed.ts'
import { blocksBy, movesLater } from './later-places.ts'
import { chain, flow } from './support.ts'
import type { HandoffDraft, StepDraft, WayDraft } from './support.ts'
import { numbers, shuffled } from './variations.ts'

const action = (id: string, level: Level, reversibility: Reversibility) => ({
  id,
  kind: 'action' as const,
  consequence: { level, reversibility },
})

test('a gate comes right before the action that needs so much, and not before a lighter one that is covered', () => {
  const workflow = flow(
    [
      'start',
      { id: 'desk', kind: 'human', grant: 'approve' },
      action('book', 3, 2),
      action('pay', 4, 3),
      'end',
    ],
    chain('start', 'desk', 'book', 'pay', 'end'),
  )
  expect(analyse(workflow).placement.handoffs.map(({ strength, at }) => [strength, at])).toEqual([
    ['two-person', { before: 'pay' }],
  ])
})

test('one gate for both comes before the first where nothing covers that one', () => {
  const workflow = flow(
    ['start', action('book', 3, 2), action('pay', 4, 3), 'end'],
    chain('start', 'book', 'pay', 'end'),
  )
  expect(analyse(workflow).placement.handoffs.map(({ strength, at }) => [strength, at])).toEqual([
    ['two-person', { before: 'book' }],
  ])
})

describe('the gate of a branch whose action is repeated stands on the way into the loop', () => {
  // “far” lies deep in a loop, so that a measure by the next step that demands anything would see “near” first.
  const branches = (
    near: StepDraft,
    ways: readonly WayDraft[],
    handoffs: readonly HandoffDraft[],
  ): Workflow =>
    flow(
      [
        'start',
        'split',
        'decision_0',
        near,
        'into',
        'head',
        'loop_1',
        'loop_2',
        'loop_3',
        action('far', 3, 0),
        'decision',
        'join',
        'end',
      ],
      [
        ['into', 'head', { id: 'entry' }],
        ...chain('start', 'split', 'into'),
        ...chain('head', 'loop_1', 'loop_2', 'loop_3', 'far', 'decision'),
        ['decision', 'head', { probability: 0.5 }],
        ['decision', 'join', { probability: 0.5 }],
        ['join', 'end'],
        ...ways,
      ],
      handoffs,
    )

  test('although the other branch, which is gated already, needs one nearer to the split', () => {
    const workflow = branches(action('near', 3, 0), chain('split', 'near', 'join'), [
      { at: { before: 'near' } },
    ])
    expect([...gatesOf(workflow)]).toEqual([['on entry', 1]])
  })

  test('although the other branch gets a gate of its own nearer to the split', () => {
    const workflow = branches(
      action('near', 4, 3),
      [
        ['split', 'decision_0'],
        ['decision_0', 'near', { probability: 0.01 }],
        ['decision_0', 'join', { probability: 0.99 }],
        ['near', 'join'],
      ],
      [],
    )
    expect(gatesOf(workflow)).toEqual(
      new Map([
        ['before near', 3],
        ['on entry', 1],
      ]),
    )
  })
})

test(`no gate could stand later at the same price, whatever the order of steps, seed ${seed}`, () => {
  const chance = numbers(seed)
  let gates = 0
  for (let i = 0; i < 600; i++) {
    const workflow = blocksBy(chance)
    const found = gatesOf(workflow)
    gates += found.size
    expect(movesLater(workflow, found), `workflow ${i}`).toEqual([])
    const mixed = {
      ...workflow,
      steps: shuffled(workflow.steps, i),
      transitions: shuffled(workflow.transitions, i),
    }
    expect(gatesOf(mixed), `workflow ${i} in another order`).toEqual(found)
  }
  expect(gates).toBeGreaterThan(600)
}, 120_000)

function gatesOf(workflow: Workflow): ReadonlyMap<string, number> {
  const graph = indexWorkflow(workflow)
  const { gates } = optimise(graph, demandsOf(graph), grantsOf(graph, workflow.handoffs))
  return new Map(
    gates.map(({ place, authority }) => [
      'on' in place ? `on ${place.on}` : 'before' in place ? `before ${place.before}` : '',
      authority,
    ]),
  )
}
