// S6b: a decision rests on a guess, and has no way out for the cases in which the guess is poor.
import { waysIn } from '../graph/graph.ts'
import { idsOf, transitionName } from '../commands/entries.ts'
import { uniqueId } from '../support/ids.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { placing, together } from './fixes.ts'
import { named } from './places.ts'
import type { DesignContext, DesignRule, Fix, Found } from './types.ts'

const steps = [
  { id: 'start' },
  { id: 'score', kind: 'model' as const, uncertainty: { level: 2 as const, label: 'score' as const } },
  { id: 'band', kind: 'decision' as const },
  payment('pay'),
  { id: 'end' },
]
const ways = [
  ['start', 'score'],
  ['score', 'band'],
  ['band', 'pay', { probability: 0.3 }],
  ['band', 'end', { probability: 0.7 }],
  ['pay', 'end'],
] as const

export const missingAbnormalExit: DesignRule = {
  id: 'S6b',
  phase: 'design',
  title: 'A decision has no way out for cases that it cannot judge',
  explanation:
    'A model gives an answer to every case, to the strange ones as well. A decision that only sorts by that answer sends the strange ones down the routine ways, and what follows there matters. Say what counts as abnormal (out of policy, below a confidence, or unclear) and give these cases a way of their own, on which a person takes them over.',
  examples: {
    bad: {
      says: 'A score decides about a payment, and there are only routine ways.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] }),
      expect: ['S6b@band'],
    },
    good: {
      says: 'Cases with a weak score go to the desk.',
      workflow: sketch(
        [...steps, { id: 'desk', kind: 'human' as const }],
        [
          ['start', 'score'],
          ['score', 'band'],
          ['band', 'pay', { probability: 0.3 }],
          ['band', 'end', { probability: 0.6 }],
          ['band', 'desk', { probability: 0.1, kind: 'low-confidence' as const }],
          ['desk', 'end'],
          ['pay', 'end'],
        ],
        { brief: BRIEF, handoffs: [approvalBefore('pay')] },
      ),
      expect: [],
    },
  },
  check: (context) => {
    const taken = idsOf(context.graph.workflow.transitions)
    return context.graph.steps.flatMap((_, v) => checkDecision(context, v, taken))
  },
}

const FOR_ODD_CASES: ReadonlySet<string> = new Set(['exception', 'low-confidence', 'ambiguity'])

function checkDecision(context: DesignContext, v: number, taken: ReadonlySet<string>): Found[] {
  const { graph } = context
  const { id, kind } = graph.steps[v]!
  if (kind !== 'decision' || !graph.reachable[v]) return []
  const judge = judgeOf(context, v)
  if (judge === undefined || hasWayOut(context, v)) return []
  const action = nearestAction(context, v)
  if (action === undefined) return []
  const { id: source, uncertainty } = graph.steps[judge]!
  return [
    {
      at: { step: id },
      kind: 'repair',
      grade: 'plain',
      because: 'what follows is checked on its own; it is the odd cases that nobody tells from the others',
      message: `${named(graph, v)} goes by what ${named(graph, judge)} says, can lead to ${named(graph, action)}, and has no way out for cases that cannot be judged.`,
      facts: [
        { name: 'decides by', value: source, field: `steps/${source}/uncertainty/level` },
        { name: 'uncertainty', value: uncertainty?.level ?? 0, field: `steps/${source}/uncertainty/level` },
        { name: 'ways out', value: graph.out[v]!.map(({ kind: way }) => way) },
        { name: 'can lead to', value: graph.steps[action]!.id },
      ],
      goesAwayIf:
        'a way of the kind exception, low confidence or ambiguity leaves it, one of its ways leads to a person, or what it goes by is less uncertain',
      path: [source, id],
      fixes: wayOutFor(context, v, taken),
    },
  ]
}

// A way that nobody takes any more still says that somebody thought of these cases; so do ways to people.
function hasWayOut({ graph }: DesignContext, v: number): boolean {
  const { id } = graph.steps[v]!
  if (graph.out[v]!.some(({ to, kind }) => FOR_ODD_CASES.has(kind) || graph.steps[to]!.kind === 'human'))
    return true
  return graph.unwalked.some(
    ({ from, to, kind }) =>
      from === id && (FOR_ODD_CASES.has(kind) || graph.steps[graph.indexOf.get(to)!]?.kind === 'human'),
  )
}

// The doubtful step that the decision goes by: the nearest one before it, with nothing but plain work in between.
function judgeOf({ graph }: DesignContext, decision: number): number | undefined {
  const seen = new Set([decision])
  const queue = [decision]
  for (const v of queue) {
    for (const { from } of waysIn(graph, v)) {
      if (seen.has(from)) continue
      seen.add(from)
      const step = graph.steps[from]!
      if ((step.uncertainty?.level ?? 0) >= graph.profile.doubtFrom) return from
      if (step.kind === 'step' || step.kind === 'wait' || step.kind === 'join') queue.push(from)
    }
  }
  return undefined
}

// The nearest step that needs an approval and can be come to from here.
function nearestAction({ graph, required }: DesignContext, from: number): number | undefined {
  const seen = new Set([from])
  const queue = [from]
  for (const v of queue) {
    if (required[v]! >= 2) return v
    for (const { to } of graph.out[v]!) {
      if (seen.has(to)) continue
      seen.add(to)
      queue.push(to)
    }
  }
  return undefined
}

// The unclear cases go where most others go, once a person has taken them over; a "no" stops the run.
function wayOutFor({ graph }: DesignContext, v: number, taken: ReadonlySet<string>): Fix[] {
  const routine = graph.out[v]!.filter(
    (edge) => edge.transition && edge.kind === 'normal' && graph.steps[edge.to]!.kind !== 'start',
  )
    .toSorted((a, b) => b.probability - a.probability || a.index - b.index)
    .at(0)
  if (!routine) return []
  const [from, to] = [graph.steps[v]!.id, graph.steps[routine.to]!.id]
  const id = uniqueId(transitionName({ from, to }), taken)
  const transition = { id, from, to, kind: 'low-confidence', label: 'not sure' } as const
  // All that the new handoff has to know of the transitions is the one that it stands on.
  const drawn = { ...graph.workflow, transitions: [transition] }
  return [
    together('Add a way for unclear cases, on which a person takes over', 'add a way for unclear cases', [
      { type: 'addTransition', transition },
      placing(drawn, [{ kind: 'exception', strength: 'approve', at: { on: id } }]),
    ]),
  ]
}
