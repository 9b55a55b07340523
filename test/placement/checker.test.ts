// The checker by itself: what it reads from a workflow, the walks it shows, and every kind of lie that it must catch.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chain, flow, withHandoffs, type HandoffDraft, type StepDraft } from './support.ts'
import { verify } from '../../shared/placement/checker/verify.ts'
import type { Certificate } from '../../shared/model/placement.ts'
import type { Consequence, Step } from '../../shared/model/step.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const PAY: Consequence = { level: 3, reversibility: 2, external: true }
const pay: StepDraft = { id: 'pay', kind: 'action', consequence: PAY }
const read: StepDraft = { id: 'read', kind: 'model', uncertainty: { level: 2, label: 'extraction' } }

/** start → read → route → (pay | end), with approve on the way to pay. */
const COVERED = flow(
  ['start', read, 'decision', pay, 'end'],
  [
    ...chain('start', 'read', 'decision', 'pay', 'end'),
    ['decision', 'end', { id: 'aside', probability: 0.5, kind: 'exception' }],
  ],
  [{ at: { on: 't3' } }],
)

const HONEST: Certificate = {
  format: 'baton-certificate',
  version: 1,
  workflow: 'sha256:here',
  liveSources: ['start', 'read'],
  required: { pay: 2 },
  steps: {
    start: [0, 0, 0],
    read: [0, 0, 0],
    decision: [0, 0, 0],
    pay: [2, 2, 2],
    end: [0, 0, 0],
  },
  transitions: { t3: 2 },
  gates: [{ at: { on: 't3' }, strength: 'approve' }],
  needed: [{ at: { on: 't3' }, walk: ['read', 'decision', 'pay'] }],
  bound: { method: 'elimination', minutes: 2, lowerBound: 2 },
}

/** What a step demands, as the checker shows it when nothing covers it. */
function demandOf(step: Omit<StepDraft, 'id'>, between: readonly StepDraft[] = []): string {
  const ids = between.map(({ id }) => id)
  const workflow = flow(['start', ...between, { ...step, id: 'act' }], chain('start', ...ids, 'act'))
  const fault = verify(workflow).faults.find((found) => found.step === 'act')
  return /needs ([a-z-]+);/.exec(fault?.message ?? '')?.[1] ?? 'nothing'
}

function demandFor(level: number, facts: string, rest: Partial<Consequence> = {}): string {
  return demandOf({
    kind: 'action',
    consequence: {
      level: level as 0,
      reversibility: facts.includes('r') ? 2 : 1,
      external: facts.includes('e'),
      security: facts.includes('s'),
      ...rest,
    },
  })
}

describe('what a step demands', () => {
  it.each([
    [0, ['nothing', 'nothing', 'nothing', 'confirm']],
    [1, ['nothing', 'nothing', 'confirm', 'approve']],
    [2, ['nothing', 'confirm', 'approve', 'approve']],
    [3, ['confirm', 'approve', 'approve', 'two-person']],
    [4, ['approve', 'approve', 'two-person', 'two-person']],
  ])('at consequence %i follows the table', (level, row) => {
    expect(['', 'e', 'er', 'ers'].map((facts) => demandFor(level, facts))).toEqual(row)
  })

  it('at consequence 4 with one fact is two-person unless the fact is only that it is seen outside', () => {
    expect(['e', 'r', 's'].map((fact) => demandFor(4, fact))).toEqual(['approve', 'two-person', 'two-person'])
  })

  it('rises by one level for every tenfold volume, and stops at critical', () => {
    const at = (volume: number) => demandFor(1, 'e', { volume })
    expect([1, 9, 9.99, 10, 99, 100, 999, 1000, 1e12].map(at)).toEqual([
      'nothing',
      'nothing',
      'nothing',
      'confirm',
      'confirm',
      'approve',
      'approve',
      'approve',
      'approve',
    ])
  })

  it.each(['step', 'model', 'check', 'human', 'wait', 'decision', 'end'] as const)(
    'is nothing for %s',
    (kind) => {
      expect(demandOf({ kind, consequence: { level: 4, reversibility: 3 } })).toBe('nothing')
    },
  )

  it.each(['action', 'agent', 'subflow'] as const)('is two-person for a critical %s', (kind) => {
    expect(demandOf({ kind, consequence: { level: 4, reversibility: 3 } })).toBe('two-person')
  })

  const doubt = (level: number, label?: 'intent'): StepDraft => ({
    id: 'guess',
    uncertainty: { level: level as 0, ...(label ? { label } : {}) },
  })
  const confirmed = { kind: 'action', consequence: { level: 3 } } as const
  const told = { kind: 'action', consequence: { level: 2 } } as const

  it('is raised one step by pending doubt of level 3, and never above approve', () => {
    expect(demandOf(confirmed, [doubt(2, 'intent')])).toBe('confirm')
    expect(demandOf(confirmed, [doubt(3, 'intent')])).toBe('approve')
    expect(demandOf(told, [doubt(3, 'intent')])).toBe('confirm')
    expect(
      demandOf({ kind: 'action', consequence: { level: 2, external: true, reversibility: 2 } }, [doubt(4)]),
    ).toBe('approve')
    expect(demandOf({ kind: 'action', consequence: { level: 1 } }, [doubt(4)])).toBe('nothing')
  })

  it('is not raised by doubt that a step has settled, unless nobody labelled it', () => {
    const settle: StepDraft = { id: 'ask', kind: 'check', clears: ['intent'] }
    expect(demandOf(confirmed, [doubt(4, 'intent'), settle])).toBe('confirm')
    expect(demandOf(confirmed, [doubt(4), settle])).toBe('approve')
  })

  it('is not raised by the doubt that the step itself adds', () => {
    expect(demandOf({ ...confirmed, uncertainty: { level: 4 } })).toBe('confirm')
  })
})

describe('without a certificate', () => {
  it('says yes where every walk is gated, and where nothing demands anything', () => {
    expect(verify(COVERED)).toEqual({ covered: true, faults: [] })
    expect(verify(flow(['start', 'end'], chain('start', 'end')))).toEqual({ covered: true, faults: [] })
  })

  it('shows a shortest walk to every step that is not', () => {
    expect(verify(withHandoffs(COVERED, [{ at: { on: 't3' }, strength: 'confirm' }]))).toEqual({
      covered: false,
      faults: [
        {
          step: 'pay',
          message: '“pay” needs approve; this walk reaches it with confirm.',
          walk: ['read', 'decision', 'pay'],
        },
      ],
    })
  })

  it.each(['brief', 'clarify', 'recovery', 'notify'] as const)(
    'counts nothing for a handoff of kind %s',
    (kind) => {
      expect(verify(withHandoffs(COVERED, [{ kind, at: { before: 'pay' } }])).covered).toBe(false)
    },
  )

  it.each(['approval', 'sign-off', 'exception'] as const)('counts a handoff of kind %s', (kind) => {
    expect(verify(withHandoffs(COVERED, [{ kind, at: { before: 'pay' } }])).covered).toBe(true)
  })

  it('asks nothing where nobody has said how grave a step is', () => {
    const untagged = {
      kind: 'action',
      consequence: { reversibility: 3, external: true, security: true },
    } as const
    expect(demandOf(untagged)).toBe('nothing')
  })

  it('counts the grant of a step as a gate before it, and not after fresh doubt at the same step', () => {
    const person = (uncertainty?: Step['uncertainty']): Workflow =>
      flow(
        [
          'start',
          { id: 'desk', kind: 'human', grant: 'approve', ...(uncertainty ? { uncertainty } : {}) },
          pay,
        ],
        chain('start', 'desk', 'pay'),
      )
    expect(verify(person()).covered).toBe(true)
    expect(verify(person({ level: 1, label: 'score' })).covered).toBe(true)
    expect(verify(person({ level: 2, label: 'score' })).covered).toBe(false)
  })

  it('forgives doubt that is settled before any step that demands something', () => {
    const workflow = (clears: Step['clears']): Workflow =>
      flow(
        ['start', read, { id: 'match', kind: 'check', ...(clears ? { clears } : {}) }, pay],
        chain('start', 'read', 'match', 'pay'),
        [{ at: { before: 'read' } }],
      )
    expect(verify(workflow(['extraction'])).covered).toBe(true)
    expect(verify(workflow(['intent'])).covered).toBe(false)
    expect(verify(workflow(undefined)).covered).toBe(false)
  })

  it('counts doubt as live as soon as a step that is only told about stands before the check', () => {
    const told: StepDraft = { id: 'tidy', kind: 'action', consequence: { level: 2 } }
    const match: StepDraft = { id: 'match', kind: 'check', clears: ['extraction'] }
    const gate: HandoffDraft[] = [{ at: { before: 'read' } }]
    const walk = chain('start', 'read', 'tidy', 'match', 'pay')
    expect(verify(flow(['start', read, told, match, pay], walk, gate)).covered).toBe(false)
    expect(verify(flow(['start', read, 'tidy', match, pay], walk, gate)).covered).toBe(true)
  })

  it('never walks a transition of probability 0, and always one of probability 0.000001', () => {
    const bypass = (probability: number): Workflow => ({
      ...flow(
        ['start', pay],
        [
          ['start', 'pay'],
          ['start', 'pay', { probability }],
        ],
        [{ at: { on: 't1' } }],
      ),
    })
    expect(verify(bypass(0)).covered).toBe(true)
    expect(verify(bypass(1e-6)).covered).toBe(false)
  })

  it('asks nothing of steps that no run can reach, and takes no authority away at them', () => {
    const workflow = flow(
      ['start', pay, 'end', 'away'],
      [
        ['away', 'pay'],
        ['start', 'end'],
      ],
    )
    expect(verify(workflow).covered).toBe(true)
  })

  it('walks from an agent to its tools and back', () => {
    const tool: StepDraft = { ...pay, parent: 'agent' }
    const agent: StepDraft = { id: 'agent', kind: 'agent' }
    const inside = (
      more: readonly StepDraft[],
      ways: readonly (readonly [string, string])[],
      handoffs: HandoffDraft[],
    ) => verify(flow(['start', agent, tool, ...more], [['start', 'agent'], ...ways], handoffs))
    expect(inside([], [], []).faults.map(({ walk }) => walk)).toEqual([['start', 'agent', 'pay']])
    expect(inside([], [], [{ at: { before: 'agent' } }]).covered).toBe(true)
    // A tool that repeats itself is entered and left all the same.
    expect(inside([], [['pay', 'pay']], []).faults[0]?.walk).toEqual(['start', 'agent', 'pay'])
    // A tool that writes freely, and leads back: what was approved before the first call is stale from then on.
    // Coming back is no new start, so that the gate before the agent is not passed again.
    const draft: StepDraft = { id: 'draft', parent: 'agent', uncertainty: { level: 2, label: 'content' } }
    for (const at of [{ on: 't1' }, { before: 'agent' }]) {
      const { faults } = inside([draft], [], [{ at }])
      expect(faults.map(({ walk }) => walk)).toEqual([['draft', 'agent', 'pay']])
    }
    // Behind a sibling it is entered from there alone.
    expect(inside([{ id: 'look', parent: 'agent' }], [['look', 'pay']], []).faults[0]?.walk).toEqual([
      'start',
      'agent',
      'look',
      'pay',
    ])
    expect(inside([{ id: 'look', parent: 'agent' }], [['look', 'pay']], [{ at: { on: 't2' } }]).covered).toBe(
      true,
    )
  })
})

describe('with a certificate', () => {
  it('accepts the honest one', () => {
    expect(verify(COVERED, HONEST, { workflowHash: 'sha256:here' })).toEqual({ covered: true, faults: [] })
  })

  const stronger = { at: { on: 't3' }, strength: 'two-person' } as const
  const beforePay = { at: { before: 'pay' }, strength: 'approve' } as const

  /** A lie, and the step or transition where the checker has to see it. */
  const LIES: readonly (readonly [string, Partial<Certificate>, string])[] = [
    ['of another workflow', { workflow: 'sha256:there' }, 'speaks of sha256:there'],
    ['a live source left out', { liveSources: ['start'] }, 'Doubt is live at “read”'],
    ['a start left out', { liveSources: ['read'] }, 'Doubt is live at “start”'],
    [
      'a live source made up',
      { liveSources: ['start', 'read', 'decision'] },
      'calls “decision” a live source',
    ],
    ['a demand lowered', { required: { pay: 1 } }, '“pay” needs approve; the certificate says confirm'],
    ['a demand left out', { required: {} }, '“pay” needs approve; the certificate says nothing'],
    ['a demand made up', { required: { pay: 2, end: 1 } }, '“end” needs nothing'],
    ['a stronger gate than there is', { gates: [stronger] }, 'counts on two-person on transition “t3”'],
    ['a gate that is not there', { gates: [...HONEST.gates, beforePay] }, 'counts on approve at “pay”'],
    ['a gate of another place', { gates: [{ at: { start: 'start' }, strength: 'approve' }] }, 'at “start”'],
    ['a gate that is not counted', { gates: [] }, 'carries nothing, not approve'],
    ['a step left out', { steps: without('decision') }, 'can reach “decision”'],
    ['a step made up', { steps: { ...HONEST.steps, ghost: [0, 0, 0] } }, 'no step “ghost”'],
    ['a transition made up', { transitions: { t3: 2, t9: 2 } }, 'no transition “t9”'],
    ['a transition that carries too much', { transitions: { t3: 3 } }, 'carries approve, not two-person'],
    [
      'authority at the start',
      { steps: { ...HONEST.steps, start: [1, 1, 0] } },
      'begins at “start” with nothing',
    ],
    [
      'authority from nowhere',
      { steps: { ...HONEST.steps, read: [0, 1, 0] } },
      'Nothing before “read” raises',
    ],
    ['a source left with authority', { steps: { ...HONEST.steps, read: [0, 0, 1] } }, 'is left with confirm'],
    [
      'a live source that keeps what it had',
      keptThroughDoubt(),
      'Doubt is live at “read”, so it is left with',
    ],
    [
      'more on leaving than before',
      { steps: { ...HONEST.steps, pay: [2, 2, 3] } },
      '“pay” is left with two-person',
    ],
    [
      'more on arrival than was carried',
      { steps: { ...HONEST.steps, end: [2, 2, 2] } },
      'from “decision” carries nothing',
    ],
    [
      'a demand that is not met',
      { steps: { ...HONEST.steps, pay: [1, 1, 1] } },
      '“pay” needs approve; the certificate shows',
    ],
    ['a walk that begins anywhere', needed('decision', 'pay'), 'begins where no doubt is live'],
    ['a walk that jumps', needed('start', 'decision', 'pay'), 'from “start” to “decision”'],
    ['a walk that is empty', needed(), 'begins where no doubt is live'],
    ['a walk that shows nothing', needed('read', 'decision', 'end'), 'stays covered'],
    [
      'a walk that the gate is not on',
      { needed: [{ at: { before: 'pay' }, walk: ['read', 'decision', 'pay'] }] },
      'stays covered',
    ],
    ['a bound above the price', { bound: { method: 'elimination', minutes: 2, lowerBound: 3 } }, '3 min'],
  ]

  it.each(LIES)('catches %s', (_name, lie, said) => {
    const { covered, faults } = verify(COVERED, { ...HONEST, ...lie }, { workflowHash: 'sha256:here' })
    expect(covered).toBe(false)
    expect(faults.map(({ message }) => message).join('\n')).toContain(said)
  })

  it('catches a workflow that changed under an honest certificate', () => {
    const changes: readonly [string, Workflow][] = [
      ['the gate is gone', withHandoffs(COVERED, [])],
      ['the gate is weaker', withHandoffs(COVERED, [{ at: { on: 't3' }, strength: 'confirm' }])],
      ['the gate is a mere note', withHandoffs(COVERED, [{ at: { on: 't3' }, kind: 'notify' }])],
      ['a way around', { ...COVERED, transitions: [...COVERED.transitions, way('read', 'pay')] }],
      [
        'a second start',
        {
          ...COVERED,
          steps: [...COVERED.steps, step({ id: 'start2' })],
          transitions: [...COVERED.transitions, way('start2', 'pay')],
        },
      ],
      ['a graver step', changed('pay', { consequence: { ...PAY, security: true } })],
      ['new doubt', changed('decision', { uncertainty: { level: 2, label: 'score' } })],
      ['doubt without a label', changed('pay', { uncertainty: { level: 2 } }, [way('pay', 'read')])],
    ]
    const missed = changes.filter(([, workflow]) => verify(workflow, HONEST).covered).map(([name]) => name)
    expect(missed).toEqual([])
  })

  it('counts what a step grants without being told, and nothing more', () => {
    const granted = (grant: 'approve' | 'confirm'): Workflow => ({
      ...changed('pay', { grant }),
      handoffs: [],
    })
    const honest: Certificate = {
      ...HONEST,
      gates: [],
      transitions: {},
      needed: [],
      steps: { ...HONEST.steps, pay: [0, 2, 2] },
    }
    expect(verify(granted('approve'), honest)).toEqual({ covered: true, faults: [] })
    expect(verify(granted('confirm'), honest).covered).toBe(false)
  })

  it('lets no tool give authority back that it has lost', () => {
    const workflow = flow(
      ['start', { id: 'agent', kind: 'agent' }, { ...read, parent: 'agent' }, { ...pay, parent: 'agent' }],
      chain('start', 'agent'),
      [{ at: { before: 'agent' } }, { at: { before: 'pay' } }],
    )
    const honest: Certificate = {
      ...HONEST,
      steps: { start: [0, 0, 0], agent: [0, 2, 0], read: [0, 0, 0], pay: [0, 2, 2] },
      transitions: {},
      gates: [
        { at: { before: 'agent' }, strength: 'approve' },
        { at: { before: 'pay' }, strength: 'approve' },
      ],
      needed: [{ at: { before: 'pay' }, walk: ['read', 'agent', 'pay'] }],
    }
    expect(verify(workflow, honest)).toEqual({ covered: true, faults: [] })
    const lie = { ...honest, steps: { ...honest.steps, agent: [0, 2, 2], pay: [2, 2, 2] } } as Certificate
    expect(verify(workflow, lie).faults.map(({ message }) => message)).toEqual([
      '“agent” cannot be left with approve: “read” comes back to it with nothing.',
    ])
  })

  it('reads ids as ids: a step may be called constructor', () => {
    const workflow = flow(['start', { ...pay, id: 'constructor' }], chain('start', 'constructor'))
    const silent = {
      ...HONEST,
      liveSources: ['start'],
      required: {},
      steps: {},
      gates: [],
      transitions: {},
      needed: [],
    }
    const messages = verify(workflow, silent).faults.map(({ message }) => message)
    expect(messages).toContain('“constructor” needs approve; the certificate says nothing.')
    expect(messages).toContain('A run can reach “constructor”; the certificate says nothing of it.')
  })
})

it('shares no code with what it checks', () => {
  const folder = new URL('../../shared/placement/checker/', import.meta.url)
  const imports = readdirSync(folder).flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    return [...text.matchAll(/^(import .*?|\} )from '(.+?)'/gm)].map(([, how, from]) => ({ name, how, from }))
  })
  expect(imports.length).toBeGreaterThan(8)
  expect(imports.filter(({ from = '' }) => !/^(\.\/|\.\.\/\.\.\/(model|support)\/)/.test(from))).toEqual([])
})

function needed(...walk: string[]): Partial<Certificate> {
  return { needed: [{ at: { on: 't3' }, walk }] }
}

function without(id: string): Certificate['steps'] {
  return Object.fromEntries(Object.entries(HONEST.steps).filter(([key]) => key !== id))
}

function keptThroughDoubt(): Partial<Certificate> {
  return { steps: { ...HONEST.steps, read: [1, 1, 1] } }
}

function step(draft: StepDraft): Step {
  const [made] = flow([draft], []).steps
  if (!made) throw new Error('no step')
  return made
}

function way(from: string, to: string): Workflow['transitions'][number] {
  return { id: `${from}-${to}`, from, to, kind: 'normal' }
}

function changed(id: string, rest: Partial<Step>, more: Workflow['transitions'] = []): Workflow {
  return {
    ...COVERED,
    steps: COVERED.steps.map((old) => (old.id === id ? { ...old, ...rest } : old)),
    transitions: [...COVERED.transitions, ...more],
  }
}
