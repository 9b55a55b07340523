// Points of no return: where they are, and which of them call for an approval.
import { describe, expect, test } from 'vitest'
import { chain, flow, type StepDraft, type WayDraft } from '../placement/support.ts'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import { pivotsOf, pivotsToApprove } from '../../shared/graph/pivots.ts'
import { demandsOf } from '../../shared/placement/demands.ts'
import type { Reversibility } from '../../shared/model/scales.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const stopped: StepDraft = { id: 'stopped', kind: 'end', outcome: 'stopped' }

function act(id: string, reversibility: Reversibility, more: Partial<StepDraft> = {}): StepDraft {
  return { id, kind: 'action', consequence: { level: 1, reversibility }, ...more }
}

function pivots(workflow: Workflow): readonly string[] {
  const graph = indexWorkflow(workflow)
  const name = (v: number): string => graph.steps[v]!.id
  return pivotsOf(graph).map(
    ({ edge, finals, undoable }) =>
      `${name(edge.from)} → ${name(edge.to)}: ${finals.map(name).join(' ')} after ${undoable.map(name).join(' ')}`,
  )
}

/** reserve can be undone by cancel; charge cannot be undone. */
const saga = (
  more: { cancel?: Reversibility; charge?: Partial<StepDraft>; ways?: readonly WayDraft[] } = {},
): Workflow =>
  flow(
    [
      'start',
      act('reserve', 2, { compensatedBy: 'cancel' }),
      'prepare',
      act('charge', 3, more.charge),
      'end',
      act('cancel', more.cancel ?? 1),
    ],
    [...chain('start', 'reserve', 'prepare', 'charge', 'end'), ...(more.ways ?? [])],
  )

describe('a point of no return', () => {
  test('is the first way on which nothing can be undone any more, however far the action still is', () => {
    expect(pivots(saga())).toEqual(['reserve → prepare: charge after reserve'])
  })

  test('comes later where a run can still stop safely later', () => {
    const workflow = flow(
      [
        'start',
        act('reserve', 2, { compensatedBy: 'cancel' }),
        'decision',
        act('charge', 3),
        'end',
        act('cancel', 1),
        stopped,
      ],
      [...chain('start', 'reserve', 'decision', 'charge', 'end'), ['decision', 'stopped', { id: 'away' }]],
    )
    expect(pivots(workflow)).toEqual(['decision → charge: charge after reserve'])
  })

  test('is not there where every action can be undone', () => {
    expect(pivots(saga({ charge: { compensatedBy: 'refund' } }))).toEqual([
      'reserve → prepare: charge after reserve',
    ])
    const undone = flow(
      [
        'start',
        act('reserve', 2, { compensatedBy: 'cancel' }),
        act('charge', 3, { compensatedBy: 'refund' }),
        'end',
        act('cancel', 1),
        act('refund', 2),
      ],
      chain('start', 'reserve', 'charge', 'end'),
    )
    expect(pivots(undone)).toEqual([])
  })

  test('is not there where nothing could be undone or stopped before it either', () => {
    expect(pivots(flow(['start', act('charge', 3), 'end'], chain('start', 'charge', 'end')))).toEqual([])
  })

  test('is not moved by a step that undoes something and can itself not be taken back', () => {
    // The mail that calls the reservation off cannot be unsent, so that reserving is already final.
    expect(pivots(saga({ cancel: 3 }))).toEqual([])
    expect(pivots(saga({ cancel: 2 }))).toEqual(['reserve → prepare: charge after reserve'])
  })

  test('counts a transition of the kind compensate like a named step', () => {
    const workflow = flow(
      ['start', act('reserve', 2), act('charge', 3), 'end', act('cancel', 1), stopped],
      [
        ...chain('start', 'reserve', 'charge', 'end'),
        ['reserve', 'cancel', { id: 'undo', kind: 'compensate' }],
        ['cancel', 'stopped', { id: 'undone' }],
      ],
    )
    expect(pivots(workflow)).toEqual(['reserve → charge: charge after reserve'])
  })

  test('does not count undoing for a step that no run reaches, named or led to', () => {
    const steps: readonly (string | StepDraft)[] = ['start', 'decision', act('charge', 2), 'end', stopped]
    const ways = [
      ...chain('start', 'decision', 'charge', 'end'),
      ['decision', 'stopped', { id: 'away' }],
    ] as const
    const alone = ['decision → charge: charge after ']
    expect(pivots(flow([...steps], ways))).toEqual(alone)
    expect(pivots(flow([...steps, act('lost', 2, { compensatedBy: 'charge' })], ways))).toEqual(alone)
    const led: WayDraft = ['lost', 'charge', { id: 'undo', kind: 'compensate' }]
    expect(pivots(flow([...steps, act('lost', 2)], [...ways, led]))).toEqual(alone)
  })

  test('is not crossed twice: what follows the first final step is behind it already', () => {
    const workflow = flow(
      ['start', 'decision', act('charge', 3), act('ship', 3), 'end', stopped],
      [...chain('start', 'decision', 'charge', 'ship', 'end'), ['decision', 'stopped', { id: 'away' }]],
    )
    expect(pivots(workflow)).toEqual(['decision → charge: charge after '])
  })

  test('does not count the end of a sub-flow as a stop where the run goes on behind the sub-flow', () => {
    const within = (ways: readonly WayDraft[]): Workflow =>
      flow(
        [
          'start',
          { id: 'check', kind: 'subflow' },
          { id: 'in_start', kind: 'start', parent: 'check' },
          { id: 'in_done', kind: 'end', parent: 'check' },
          { id: 'in_stopped', kind: 'end', outcome: 'stopped', parent: 'check' },
          act('charge', 3),
          'end',
        ],
        [
          ...chain('start', 'check', 'charge', 'end'),
          ['in_start', 'in_done', { probability: 0.5 }],
          ['in_start', 'in_stopped', { probability: 0.5 }],
          ...ways,
        ],
      )
    expect(pivots(within([['check', 'charge', { kind: 'error' }]]))).toEqual([])
    // Nothing takes it up: there the run ends.
    expect(pivots(within([]))).toEqual(['in_start → in_done: charge after '])
  })

  test('is found on every way out of a loop that can stop', () => {
    const workflow = flow(
      [
        'start',
        act('reserve', 2, { compensatedBy: 'cancel' }),
        'decision',
        act('charge', 3),
        'end',
        act('cancel', 1),
      ],
      [...chain('start', 'reserve', 'decision', 'charge', 'end'), ['decision', 'reserve', { id: 'again' }]],
    )
    expect(pivots(workflow)).toEqual(['decision → charge: charge after reserve'])
  })
})

describe('a point of no return calls for an approval', () => {
  function called(workflow: Workflow): readonly string[] {
    const graph = indexWorkflow(workflow)
    return pivotsToApprove(graph, demandsOf(graph).required).map(({ edge }) => edge.transition!.id)
  }
  const heavy = { consequence: { level: 3, reversibility: 3, external: true } } as const
  const either = (charge: Partial<StepDraft>, ship: Partial<StepDraft>): Workflow =>
    flow(
      ['start', 'decision', act('charge', 3, charge), act('ship', 1, ship), 'end', stopped],
      [
        ['start', 'decision', { id: 'in' }],
        ['decision', 'charge', { id: 'on' }],
        ['decision', 'stopped', { id: 'away' }],
        ...chain('charge', 'ship', 'end').map(([from, to]) => [from, to, { id: `${from}_${to}` }] as const),
      ],
    )

  test('where what was done could be undone until then', () => {
    expect(called(saga())).toEqual(['t2'])
  })

  test('where what needs an approval comes when the first step can no longer be undone', () => {
    expect(called(either({}, heavy))).toEqual(['on'])
  })

  test('and not where nothing behind it needs one, nor where the step itself does', () => {
    expect(called(either({}, {}))).toEqual([])
    expect(called(either(heavy, heavy))).toEqual([])
    expect(called(saga({ charge: heavy }))).toEqual([])
  })
})
