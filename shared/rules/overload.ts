// X17: more reviews than people have time for, or nobody there before the time-out.
import type { PartyLoad } from '../model/attention.ts'
import type { Workflow } from '../model/workflow.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import type { Fix, Found, AttentionContext, AttentionRule } from './types.ts'

const approvals = sketch(
  [{ id: 'start' }, payment('pay'), { id: 'end' }],
  [
    ['start', 'pay'],
    ['pay', 'end'],
  ],
  { brief: BRIEF, handoffs: [approvalBefore('pay', { assignee: { role: 'desk' } })] },
)

/** An example with this many people on the desk and this many runs a day. */
function desk(staff: number, runsPerDay: number): Workflow {
  return { ...approvals, runsPerDay, parties: [{ id: 'desk', name: 'Payment desk', kind: 'role', staff }] }
}

/** From all of their time on, people never catch up. */
const HOPELESS = 1
/** Share of the answers from which on most of them come too late. */
const MOSTLY_LATE = 0.5

export const overload: AttentionRule = {
  id: 'X17',
  phase: 'attention',
  title: 'More reviews than people have time for',
  explanation:
    'Reviews take time, and people have working hours. Above four fifths of their time a queue builds up that no average shows, and a time-out that is over before anybody is on duty refuses or escalates for nothing. Baton can say this only where the document says how many runs begin in a day; staff and hours are those of the party, and runs are taken to come at any hour.',
  examples: {
    bad: {
      says: 'One person has four minutes of approvals for each of 500 runs a day.',
      workflow: desk(1, 500),
      expect: ['X17@document'],
    },
    good: { says: 'Two people share a hundred runs a day.', workflow: desk(2, 100), expect: [] },
  },
  check: (context) => {
    const busy = context.reviewing.loads.filter(
      ({ utilisation }) => utilisation > context.graph.profile.limits.busy,
    )
    return [
      ...(busy.length > 0 ? [overloaded(context, busy)] : []),
      ...context.reviewing.loads
        .filter((load) => !busy.includes(load))
        .flatMap((load) => late(context, load)),
    ]
  },
}

function overloaded({ graph }: AttentionContext, busy: readonly PartyLoad[]): Found {
  const worst = busy.reduce((most, load) => (load.utilisation > most.utilisation ? load : most))
  const hopeless = worst.utilisation >= HOPELESS
  const { workflow } = graph
  return {
    at: { document: true },
    kind: 'repair',
    grade: hopeless ? 'grave' : 'plain',
    because: hopeless ? 'the queue grows without end' : 'a queue builds up at every busy hour',
    message: busy
      .map(
        (load) =>
          `${nameOf(workflow, load)} ${load.staff === 0 ? 'has nobody' : `would be busy ${percent(load.utilisation)} % of the time`}: ${people(load.staff)}, ${load.hours} hours a week, ${load.runsPerDay} runs a day.`,
      )
      .join(' '),
    facts: busy.flatMap((load) => [
      { name: `busy: ${nameOf(workflow, load)}`, value: Number(load.utilisation.toFixed(2)) },
      {
        name: 'people',
        value: load.staff,
        field: `parties/${load.party}/staff`,
      },
      { name: 'runs a day', value: load.runsPerDay, field: 'runsPerDay' },
    ]),
    goesAwayIf: 'more people share it, they are there for longer, or fewer runs ask them',
    fixes: moreStaff(workflow, busy, graph.profile.limits.busy),
  }
}

function moreStaff(workflow: Workflow, busy: readonly PartyLoad[], most: number): Fix[] {
  const wanted = busy.map((load) => ({
    load,
    staff: load.staff === 0 ? 0 : Math.ceil((load.utilisation * load.staff) / most - 1e-9),
  }))
  if (wanted.some(({ staff }) => staff === 0)) return []
  const title = wanted.map(({ load, staff }) => `${people(staff)} on ${nameOf(workflow, load)}`).join(', ')
  const commands = wanted.map(({ load, staff }) => ({
    type: 'updateParty' as const,
    id: load.party,
    set: { staff },
  }))
  const [only, ...others] = commands
  return [
    {
      title: `Plan with ${title}`,
      command: only && others.length === 0 ? only : { type: 'batch', label: 'add people', commands },
    },
  ]
}

function late({ graph }: AttentionContext, load: PartyLoad): Found[] {
  return load.late
    .filter(({ probability }) => probability > graph.profile.limits.late)
    .map(({ handoff: id, after, probability, offDuty, enough }): Found => {
      const handoff = graph.workflow.handoffs.find((each) => each.id === id)!
      const name = `“${handoff.title || id}”`
      const nobody = offDuty > probability / 2
      return {
        at: { handoff: id },
        kind: 'repair',
        grade: probability > MOSTLY_LATE ? 'grave' : 'plain',
        because:
          probability > MOSTLY_LATE
            ? 'most answers come too late'
            : `more than ${percent(graph.profile.limits.late)} % of the answers come too late`,
        message: `In ${percent(probability)} % of the cases the time-out of ${name} (${after}) is over before ${nameOf(graph.workflow, load)} answers${nobody ? `: somebody is there ${load.hours} hours a week, and runs come at any hour` : ', because of those who wait already'}.`,
        facts: [
          { name: 'too late', value: Number(probability.toFixed(3)) },
          { name: 'time-out', value: after, field: `handoffs/${id}/timeout/after` },
          { name: 'hours a week', value: load.hours },
          { name: 'runs a day', value: load.runsPerDay, field: 'runsPerDay' },
        ],
        goesAwayIf: 'the time-out is longer than a night or a weekend, or somebody is on call',
        ...(enough === undefined || !handoff.timeout
          ? {}
          : {
              fixes: [
                {
                  title: `Wait ${enough} instead of ${after}`,
                  command: {
                    type: 'updateHandoff' as const,
                    id,
                    set: { timeout: { after: enough, then: handoff.timeout.then } },
                  },
                },
              ],
            }),
      }
    })
}

function nameOf({ parties }: Workflow, { party }: PartyLoad): string {
  return `“${parties.find(({ id }) => id === party)?.name || party}”`
}

function people(staff: number): string {
  return staff === 1 ? '1 person' : `${staff} people`
}

function percent(share: number): string {
  return share >= 100 ? 'over 9,999' : String(Math.round(share * 100))
}
