// X10: whoever made something can also be the one who approves it.
import { confers } from '../graph/conferred.ts'
import type { Graph } from '../graph/graph.ts'
import type { Fact, FindingPlace } from '../model/finding.ts'
import { approvalsNeeded } from '../model/handoff-defaults.ts'
import type { Handoff } from '../model/handoff.ts'
import type { Workflow } from '../model/workflow.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { isBlocking, listed, named, stepBehind } from './places.ts'
import { canBeOne, machinesIn, poolOf } from './principals.ts'
import type { Pool } from './principals.ts'
import { staffing } from './staffing.ts'
import type { Duty, Staffing } from './staffing.ts'
import type { DesignContext, Fix, Found, PlacementRule } from './types.ts'

const steps = [
  { id: 'start' },
  { id: 'claim', kind: 'human', party: 'clerks' },
  payment('pay'),
  { id: 'end' },
] as const
const ways = [
  ['start', 'claim'],
  ['claim', 'pay'],
  ['pay', 'end'],
] as const
const byClerks = approvalBefore('pay', { assignee: { role: 'clerks' } })
const clerks = { id: 'clerks', name: 'Clerks', kind: 'role', staff: 3 } as const

function staffed(handoff: Handoff): Workflow {
  return { ...sketch(steps, ways, { brief: BRIEF, handoffs: [handoff] }), parties: [clerks] }
}

export const selfApproval: PlacementRule = {
  id: 'X10',
  phase: 'placement',
  title: 'Somebody can approve their own work',
  explanation:
    'A second look is one by somebody else. Where the one who made or asked for something may also say yes to it, where both yeses of two can come from one person, or where the model that acts can answer its own gate, there is one look and not two. Say that the proposer is left out, and see to it that enough others are there. All parties are looked at together: it is no use that each gate could be staffed if not all of them can be at once.',
  examples: {
    bad: {
      says: 'The clerk who writes the claim may approve it.',
      workflow: staffed(byClerks),
      expect: ['X10@approve_pay'],
    },
    good: {
      says: 'Another clerk has to.',
      workflow: staffed({ ...byClerks, quorum: { approvals: 1, excludeProposer: true } }),
      expect: [],
    },
  },
  check: (context) => {
    const gates = gatesOf(context.graph)
    const staffed = staffing(dutiesOf(context.graph), gates.map(separation))
    return gates.flatMap((gate) => checkGate(context, gate, gates, staffed))
  },
}

interface AskedGate {
  readonly id: string
  readonly place: FindingPlace
  readonly name: string
  readonly handoff: Handoff | undefined
  readonly pool: Pool
  readonly needed: number
  readonly leavesProposerOut: boolean
  /** Work before it, or behind its door, that a party does. */
  readonly producers: readonly Duty[]
}

interface Fault {
  readonly says: string
  readonly mend: string
}

function checkGate(
  { graph }: DesignContext,
  gate: AskedGate,
  gates: readonly AskedGate[],
  staffed: Staffing,
): Found[] {
  const own = faultsOf(graph.workflow, gate)
  const faults = own.length > 0 ? own : conflictOf(gate, gates, staffed)
  if (faults.length === 0) return []
  const fixes = fixesFor(graph, gate)
  return [
    {
      at: gate.place,
      kind: 'repair',
      grade: 'grave',
      because: 'nobody else has to look',
      message: `${gate.name}: ${faults.map(({ says }) => says).join('; ')}.`,
      facts: factsOf(graph.workflow, gate, staffed),
      goesAwayIf: [...new Set(faults.map(({ mend }) => mend))].join(', and '),
      ...(fixes.length > 0 ? { fixes } : {}),
    },
  ]
}

function faultsOf(workflow: Workflow, gate: AskedGate): Fault[] {
  const machines = machinesIn(workflow, gate.pool).map(({ id, name }) => `“${name || id}”`)
  const own = gate.leavesProposerOut ? [] : gate.producers.filter((duty) => canBeOne(duty.pool, gate.pool))
  const isTwice = gate.needed > 1 && gate.handoff?.quorum?.distinct === false
  const isShort = gate.pool.open.size === 0 && gate.pool.known.size < gate.needed
  return [
    ...(machines.length === 0
      ? []
      : [{ says: `${listed(machines)} can answer it without any person`, mend: 'only people are asked' }]),
    ...(own.length === 0
      ? []
      : [
          {
            says: `whoever does ${listed(own.map(({ id }) => workName(workflow, id)))} can also say yes`,
            mend: 'the proposer is left out, or somebody else is asked',
          },
        ]),
    ...(isTwice
      ? [{ says: 'one person can say yes twice', mend: 'the yeses have to come from different people' }]
      : []),
    ...(isShort
      ? [
          {
            says: `it needs ${counted(gate.needed)}, and there ${gate.pool.known.size === 1 ? 'is' : 'are'} ${gate.pool.known.size}`,
            mend: 'enough people can be asked',
          },
        ]
      : []),
  ]
}

// What no gate is to blame for alone is said at the first of those that cannot be staffed together.
function conflictOf(gate: AskedGate, gates: readonly AskedGate[], staffed: Staffing): Fault[] {
  if (staffed.kind !== 'impossible' || staffed.gates[0] !== gate.id) return []
  const together = gates.filter(({ id }) => staffed.gates.includes(id))
  const who =
    together.length === 1
      ? 'nobody is left to ask'
      : `it cannot be staffed together with ${listed(together.slice(1).map(({ name }) => name))}`
  return [
    {
      says: `once the work before it is done, ${who}`,
      mend: 'there are enough people for the work and for the gates',
    },
  ]
}

function factsOf(workflow: Workflow, gate: AskedGate, staffed: Staffing): Fact[] {
  const field = 'handoff' in gate.place ? `handoffs/${gate.place.handoff}` : `steps/${gate.id}/party`
  const whole = gate.pool.open.size > 0 ? ['anybody of ' + [...gate.pool.open].join(', ')] : []
  return [
    { name: 'who may say yes', value: [...gate.pool.known, ...whole], field },
    { name: 'how many have to', value: gate.needed, field },
    { name: 'who did the work', value: gate.producers.map(({ id }) => workName(workflow, id)) },
    staffed.kind === 'possible'
      ? {
          name: 'a way to staff it',
          value: [...staffed.who].flatMap(([id, who]) =>
            who.length > 0 ? [`${id}: ${who.join(', ')}`] : [],
          ),
        }
      : staffed.kind === 'impossible'
        ? { name: 'cannot be staffed together', value: [...staffed.gates] }
        : { name: 'a way to staff it', value: 'too many combinations to look at' },
  ]
}

/** Each is tried before it is offered. */
function fixesFor(graph: Graph, gate: AskedGate): readonly Fix[] {
  const { handoff } = gate
  if (!handoff) return []
  const { workflow } = graph
  const quorum = { ...handoff.quorum, approvals: gate.needed, distinct: true, excludeProposer: true }
  const others = workflow.parties.filter(
    ({ id, kind }) => kind !== 'model' && kind !== 'service' && id !== handoff.assignee?.role,
  )
  const candidates: readonly Fix[] = [
    {
      title: 'Leave out whoever did the work, and ask different people',
      command: { type: 'updateHandoff', id: handoff.id, set: { quorum } },
    },
    ...others.map(({ id, name }): Fix => ({
      title: `Ask ${name || id} instead, and leave out whoever did the work`,
      command: { type: 'updateHandoff', id: handoff.id, set: { assignee: { role: id }, quorum } },
    })),
  ]
  return candidates.filter(({ command }) => mends(graph, gate, command)).slice(0, 2)
}

function mends(graph: Graph, gate: AskedGate, command: Fix['command']): boolean {
  if (command.type !== 'updateHandoff') return false
  const { assignee, quorum } = command.set as Pick<Handoff, 'assignee' | 'quorum'>
  const handoffs = graph.workflow.handoffs.map((handoff) =>
    handoff.id === gate.id
      ? { ...handoff, ...(assignee && { assignee }), ...(quorum && { quorum }) }
      : handoff,
  )
  const changed = { ...graph, workflow: { ...graph.workflow, handoffs } }
  const gates = gatesOf(changed)
  const after = gates.find(({ id }) => id === gate.id)!
  const staffed = staffing(dutiesOf(changed), gates.map(separation))
  return faultsOf(changed.workflow, after).length === 0 && staffed.kind === 'possible'
}

function gatesOf(graph: Graph): readonly AskedGate[] {
  const handoffs = graph.workflow.handoffs.flatMap((handoff): AskedGate[] => {
    const behind = stepBehind(graph, handoff)
    if (behind === undefined || !graph.reachable[behind] || !isBlocking(handoff) || !confers(handoff))
      return []
    const { role, users } = handoff.assignee ?? {}
    const asked = [
      poolOf(graph.workflow, role, users),
      ...(handoff.escalation ?? []).map((rung) => poolOf(graph.workflow, rung.role)),
    ]
    return [
      {
        id: handoff.id,
        place: { handoff: handoff.id },
        name: `“${handoff.title || handoff.id}”`,
        handoff,
        // Nobody is named: whoever has the inbox may answer.
        pool:
          role === undefined && users === undefined
            ? { known: new Set(), open: new Set(['anybody']) }
            : joined(asked),
        needed: approvalsNeeded(handoff),
        leavesProposerOut: handoff.quorum?.excludeProposer ?? handoff.strength === 'two-person',
        producers: producersBefore(graph, behind),
      },
    ]
  })
  const people = graph.steps.flatMap((step, v): AskedGate[] => {
    if (step.kind !== 'human' || !step.grant || step.party === undefined || !graph.reachable[v]) return []
    return [
      {
        id: step.id,
        place: { step: step.id },
        name: named(graph, v),
        handoff: undefined,
        pool: poolOf(graph.workflow, step.party),
        needed: step.grant === 'two-person' ? 2 : 1,
        leavesProposerOut: false,
        producers: producersBefore(graph, v).filter(({ id }) => id !== step.id),
      },
    ]
  })
  return [...handoffs, ...people]
}

function joined(pools: readonly Pool[]): Pool {
  return {
    known: new Set(pools.flatMap(({ known }) => [...known])),
    open: new Set(pools.flatMap(({ open }) => [...open])),
  }
}

function separation({ id, pool, needed, leavesProposerOut, producers }: AskedGate) {
  return { id, pool, needed, apartFrom: leavesProposerOut ? producers.map((duty) => duty.id) : [] }
}

function dutiesOf(graph: Graph): readonly Duty[] {
  return graph.steps.flatMap((_, v) => (graph.reachable[v] ? dutyOf(graph, v) : []))
}

// A person whose step is itself a gate looks at work, and does none.
function dutyOf({ steps, workflow }: Graph, v: number): readonly Duty[] {
  const { id, kind, grant, party } = steps[v]!
  if (party === undefined || (kind === 'human' && grant !== undefined)) return []
  return [{ id, pool: poolOf(workflow, party) }]
}

function producersBefore(graph: Graph, door: number): readonly Duty[] {
  if (!graph.steps.some(({ party }) => party !== undefined)) return []
  const seen = new Set([door])
  for (const v of seen) for (const { from } of graph.in[v]!) if (graph.reachable[from]) seen.add(from)
  return [...seen].toSorted((a, b) => a - b).flatMap((v) => dutyOf(graph, v))
}

function counted(people: number): string {
  return people === 1 ? '1 person' : `${people} people`
}

function workName({ steps }: Workflow, id: string): string {
  return `“${steps.find((step) => step.id === id)?.name || id}”`
}
