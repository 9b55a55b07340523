// Sub-flows (traps 12 and 16), shared and recursive contents, a "no" that leads on (trap 19), and approvals that are no
// longer about what is done (trap 17).
import { describe, expect, it } from 'vitest'
import { chain, flow, withHandoffs, type HandoffDraft, type StepDraft } from './support.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { placeKey } from '../../shared/model/handoff.ts'
import { verify } from '../../shared/placement/checker/verify.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const pay: StepDraft = { id: 'pay', kind: 'action', consequence: { level: 3, reversibility: 2 } }
const draft: StepDraft = { id: 'draft', kind: 'model', uncertainty: { level: 2, label: 'content' } }
const sub: StepDraft = { id: 'sub', kind: 'subflow' }
const desk: StepDraft = { id: 'desk', kind: 'human', grant: 'approve' }
const gate = (at: HandoffDraft['at'], more: Partial<HandoffDraft> = {}): HandoffDraft => ({ at, ...more })

function inside(step: StepDraft, parent = 'sub'): StepDraft {
  return { ...step, parent }
}

/** Walks to what is not covered, in both opinions, and the gates of the placement. */
function answer(workflow: Workflow): { open: readonly (readonly string[])[]; gates: readonly string[] } {
  const { counterexamples, placement, certificate } = analyse(workflow)
  const open = counterexamples.map(({ path }) => path)
  const faults = verify(workflow).faults.map(({ step }) => step)
  expect(new Set(faults)).toEqual(new Set(counterexamples.map(({ action }) => action)))
  const placed = withHandoffs(workflow, [...workflow.handoffs, ...placement.handoffs])
  expect(verify(placed)).toEqual({ covered: true, faults: [] })
  expect(verify(placed, certificate)).toEqual({ covered: true, faults: [] })
  const gates = placement.handoffs.filter(({ rules }) => rules.includes('S2') || rules.includes('S9'))
  return { open, gates: gates.map(({ strength, at }) => `${strength} ${placeKey(at)}`) }
}

function lints(workflow: Workflow): readonly string[] {
  return analyse(workflow).findings.flatMap(({ id, message }) =>
    id.startsWith('X20') && id !== 'X20@document' ? [`${id}: ${message}`] : [],
  )
}

function visits(workflow: Workflow, ...ids: readonly string[]): readonly number[] {
  const { steps } = analyse(workflow)
  return ids.map((id) => Math.round((steps[id]?.visits ?? -1) * 1e6) / 1e6)
}

describe('16: an action inside a sub-flow', () => {
  const contents = (...steps: StepDraft[]): Workflow =>
    flow(
      ['start', sub, ...steps.map((step) => inside(step)), 'end'],
      [...chain('start', 'sub', 'end'), ...inner(steps.map(({ id }) => id))],
      [gate({ before: 'sub' })],
    )

  it('is covered by a gate in front of the call', () => {
    expect(answer(contents({ id: 'prepare' }, pay))).toEqual({ open: [], gates: [] })
  })

  it('is not where doubt arises inside before it', () => {
    expect(answer(contents(draft, pay))).toEqual({ open: [['draft', 'pay']], gates: ['approve before pay'] })
  })

  it('is no tool: nothing goes from the sub-flow to what follows it but through its contents', () => {
    const workflow = flow(['start', sub, inside(desk), pay, 'end'], chain('start', 'sub', 'pay', 'end'))
    expect(answer(workflow)).toEqual({ open: [], gates: [] })
    expect(lints(workflow)).toEqual([])
  })
})

describe('the ends of a sub-flow', () => {
  const workflow = (...ways: readonly Parameters<typeof flow>[1][number][]): Workflow =>
    flow(
      [
        'start',
        sub,
        inside({ id: 'begin', kind: 'start' }),
        inside({ id: 'choose', kind: 'decision' }),
        inside(desk),
        inside({ id: 'done', kind: 'end' }),
        inside({ id: 'failed', kind: 'end', outcome: 'failed' }),
        pay,
        'end',
      ],
      [
        ['start', 'sub'],
        ...inner(['begin', 'choose']),
        ['choose', 'desk', { id: 'c1', probability: 0.75 }],
        ['choose', 'failed', { id: 'c2', probability: 0.25 }],
        ['desk', 'done', { id: 'd' }],
        ['sub', 'pay', { id: 'on', probability: 0.75 }],
        ['pay', 'end', { id: 'p' }],
        ...ways,
      ],
    )

  it('end the run where they failed and nothing takes that up', () => {
    expect(visits(workflow(), 'sub', 'failed', 'pay', 'end')).toEqual([1, 0.25, 0.75 * 0.75, 0.75 * 0.75])
    expect(answer(workflow()).open).toEqual([])
  })

  it('are left by the ways for what is not routine where they failed, and only there', () => {
    const taken = workflow(['sub', 'pay', { id: 'odd', kind: 'error', probability: 0.25 }])
    expect(visits(taken, 'pay')).toEqual([1])
    expect(answer(taken).open).toEqual([['start', 'sub', 'begin', 'choose', 'failed', 'pay']])
    expect(answer(taken).gates).toEqual(['approve on odd'])
  })

  it('may be several, for one place behind them', () => {
    const two = flow(
      ['start', sub, inside({ id: 'choose', kind: 'decision' }), inside(desk), inside(draft), pay, 'end'],
      [
        ...chain('start', 'sub'),
        ['choose', 'desk', { id: 'a', probability: 0.5 }],
        ['choose', 'draft', { id: 'b', probability: 0.5 }],
        ['sub', 'pay', { id: 'on' }],
        ['pay', 'end', { id: 'p' }],
      ],
    )
    expect(answer(two)).toEqual({ open: [['draft', 'pay']], gates: ['approve before pay'] })
    expect(analyse(two).transitions['on']?.visits).toBe(1)
    expect(answer(withHandoffs(two, [gate({ on: 'on' })])).open).toEqual([])
  })

  it('end nothing: what only stops safely inside is no output', () => {
    const stopping = flow(
      ['start', sub, inside({ id: 'stop', kind: 'end', outcome: 'stopped' }), pay, 'end'],
      chain('start', 'sub', 'pay', 'end'),
    )
    expect(answer(stopping)).toEqual({ open: [], gates: [] })
    expect(analyse(stopping).steps['pay']?.reachable).toBe(false)
  })
})

describe('contents that are called', () => {
  const workflow = flow(
    [
      'start',
      'decision',
      sub,
      inside(desk),
      inside({ id: 'check_it', kind: 'decision' }),
      inside({ id: 'ok', kind: 'end' }),
      inside({ id: 'bad', kind: 'end', outcome: 'failed' }),
      { id: 'again', kind: 'subflow', calls: 'sub' },
      pay,
      { ...pay, id: 'refund' },
      'end',
    ],
    [
      ['start', 'decision', { id: 's' }],
      ['decision', 'sub', { id: 'd1', probability: 0.75 }],
      ['decision', 'again', { id: 'd2', probability: 0.25 }],
      ...inner(['desk', 'check_it']),
      ['check_it', 'ok', { id: 'k1', probability: 0.5 }],
      ['check_it', 'bad', { id: 'k2', probability: 0.5 }],
      ['sub', 'pay', { id: 'to_pay' }],
      ['again', 'refund', { id: 'to_refund' }],
      ['pay', 'end', { id: 'e1' }],
      ['refund', 'end', { id: 'e2' }],
    ],
  )

  it('are entered and left from everywhere, and counted for each caller', () => {
    expect(visits(workflow, 'desk', 'pay', 'refund')).toEqual([1, 0.375, 0.125])
    expect(answer(workflow)).toEqual({ open: [], gates: [] })
  })

  it('lead nowhere for a caller that no run reaches', () => {
    const never = { ...workflow, transitions: workflow.transitions.filter(({ id }) => id !== 'd1') }
    expect(visits(never, 'pay')).toEqual([0])
    expect(analyse(never).steps['pay']?.reachable).toBe(false)
    expect(verify(never).covered).toBe(true)
  })
})

describe('a sub-flow that runs itself', () => {
  const recursive = (more: Partial<StepDraft> = {}): Workflow =>
    flow(
      [
        'start',
        sub,
        inside({ id: 'more', kind: 'decision' }),
        inside({ id: 'again', kind: 'subflow', calls: 'sub', ...more }),
        inside(draft),
        inside({ id: 'ok', kind: 'end' }),
        pay,
        'end',
      ],
      [
        ...chain('start', 'sub'),
        ['more', 'again', { id: 'm1', probability: 0.5 }],
        ['more', 'ok', { id: 'm2', probability: 0.5 }],
        ['again', 'draft', { id: 'a' }],
        ['draft', 'ok', { id: 'b' }],
        ['sub', 'pay', { id: 'on' }],
        ['pay', 'end', { id: 'p' }],
      ],
      [gate({ before: 'sub' })],
    )

  it('is refused with the circle named, unless it is bounded', () => {
    expect(lints(recursive())).toEqual([expect.stringContaining('“sub” → “again” → “sub”')])
    expect(lints(recursive({ retry: { max: 2 } }))).toEqual([])
  })

  it('is a loop for everything else: nothing hangs, and doubt from any round counts', () => {
    expect(answer(recursive()).open).toEqual([['draft', 'ok', 'pay']])
    expect(visits(recursive(), 'more', 'pay')).toEqual([2, 1])
  })

  it.each([
    ['itself', [{ id: 'sub', kind: 'subflow', calls: 'sub' }]],
    [
      'each other',
      [
        { ...sub, calls: 'other' },
        { id: 'other', kind: 'subflow', calls: 'sub' },
      ],
    ],
    ['itself and nothing else', [sub, inside({ id: 'again', kind: 'subflow', calls: 'sub' })]],
  ] as const)('ends where sub-flows call %s', (_, steps) => {
    const workflow = flow(['start', ...steps, pay, 'end'], chain('start', 'sub', 'pay', 'end'))
    answer(workflow)
    expect(lints(workflow).some((lint) => lint.includes('runs itself again'))).toBe(true)
  })

  it('is no trouble a thousand times over', () => {
    const calls = Array.from({ length: 1000 }, (_, i): StepDraft => ({
      id: `c${i}`,
      kind: 'subflow',
      calls: 'sub',
    }))
    const ids = calls.map(({ id }) => id)
    const workflow = flow(['start', sub, inside(pay), ...calls, 'end'], chain('start', ...ids, 'end'))
    expect(visits(workflow, 'pay', 'end')).toEqual([1000, 1])
  })
})

describe('19: a "no" that leads on', () => {
  const refused = (to: string | null): Workflow =>
    flow(
      ['start', 'prepare', pay, { id: 'archive' }, 'end'],
      [...chain('start', 'prepare', 'pay', 'end'), ['archive', 'pay', { id: 'back' }]],
      [gate({ on: 't2' }, { onReject: { to } })],
    )

  it('to the action behind the gate is open', () => {
    expect(answer(refused('archive'))).toEqual({
      open: [['prepare', 'archive', 'pay']],
      gates: ['approve on back'],
    })
    expect(answer(refused('pay')).open).toEqual([['prepare', 'pay']])
  })

  it('to where the gate is passed again, or to a stop, is not', () => {
    expect(answer(refused('prepare')).open).toEqual([])
    expect(answer(refused(null)).open).toEqual([])
    expect(answer(refused('end')).open).toEqual([])
  })

  it.each(['reject', 'timeout'] as const)('of a person is open on their way for %s', (kind) => {
    const workflow = flow(
      ['start', desk, pay, 'end'],
      [
        ...chain('start', 'desk'),
        ['desk', 'pay', { id: 'yes', probability: 0.9 }],
        ['desk', 'pay', { id: 'no', kind, probability: 0.1 }],
        ['pay', 'end', { id: 'p' }],
      ],
      // An earlier yes does not outlive the later no.
      [gate({ before: 'desk' })],
    )
    expect(answer(workflow).open).toEqual([['desk', 'pay']])
    expect(answer(workflow).gates).toEqual(['approve on no'])
  })
})

describe('17: an approval that is about something else by now', () => {
  const waiting = (wait: Partial<StepDraft>, more: Partial<HandoffDraft>): Workflow =>
    flow(
      ['start', 'plan', { id: 'hold', kind: 'wait', ...wait }, pay, 'end'],
      chain('start', 'plan', 'hold', 'pay', 'end'),
      [gate({ before: 'plan' }, more)],
    )

  it.each([
    ['P3D', 'P1D', false],
    ['P1D', 'P1D', true],
    ['PT1H', 'P1D', true],
    ['P3D', undefined, true],
  ] as const)('waits %s, is good for %s: covers %s', (duration, expires, covers) => {
    const { open, gates } = answer(waiting({ duration }, { ...(expires && { expires }) }))
    expect(open).toEqual(covers ? [] : [['start', 'plan', 'hold', 'pay']])
    expect(gates).toEqual(covers ? [] : ['approve before pay'])
  })

  it('adds waits and time-outs up, and has a loop take as long as it likes', () => {
    const slow = waiting({ duration: 'PT20H' }, { expires: 'P1D' })
    const twice = {
      ...slow,
      steps: slow.steps.map((step) => (step.id === 'plan' ? { ...step, timeout: 'PT5H' } : step)),
    }
    expect(answer(twice).open).toHaveLength(1)
    const loop = {
      ...slow,
      transitions: [
        ...slow.transitions,
        { id: 'l', from: 'hold', to: 'hold', kind: 'normal' as const, probability: 0.5 },
      ],
    }
    expect(answer(loop).open).toHaveLength(1)
    expect(answer(slow).open).toHaveLength(0)
  })

  it('counts what the other branches take before a join', () => {
    const workflow = (duration: string): Workflow =>
      flow(
        ['start', 'split', { id: 'quick' }, { id: 'slow', kind: 'wait', duration }, 'join', pay, 'end'],
        [
          ...chain('start', 'split', 'quick', 'join', 'pay', 'end'),
          ['split', 'slow', { id: 'a' }],
          ['slow', 'join', { id: 'b' }],
        ],
        [gate({ before: 'quick' }, { expires: 'P1D' }), gate({ on: 'b' }, { expires: 'P1D' })],
      )
    expect(answer(workflow('PT2H')).open).toEqual([])
    expect(answer(workflow('P3D')).open).not.toEqual([])
  })

  it('is stale once the world has changed, however short the wait', () => {
    expect(answer(waiting({ changesState: true }, {}))).toEqual({
      open: [['hold', 'pay']],
      gates: ['approve before pay'],
    })
  })

  it('is stale once what the action uses has been made anew', () => {
    const made = (uses: string): Workflow =>
      flow(
        ['start', { id: 'convert', produces: ['file'] }, { ...pay, uses: [uses] }, 'end'],
        chain('start', 'convert', 'pay', 'end'),
        [gate({ before: 'convert' })],
      )
    expect(answer(made('file'))).toEqual({ open: [['convert', 'pay']], gates: ['approve before pay'] })
    expect(answer(made('another')).open).toEqual([])
  })
})

/** A chain of transitions with ids of their own. */
function inner(ids: readonly string[]): Parameters<typeof flow>[1][number][] {
  return chain(...ids).map(([from, to]) => [from, to, { id: `${from}_${to}` }] as const)
}
