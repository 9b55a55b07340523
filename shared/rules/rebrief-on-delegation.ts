// S1b: an agent is sent off with a goal that a step wrote which was not sure of it, and nobody has read that goal.
import type { Edge } from '../graph/edge.ts'
import { waysIn } from '../graph/graph.ts'
import { callsForQuestion } from '../graph/uncertainty.ts'
import { strengthOf } from '../model/strength.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { placing, together } from './fixes.ts'
import { isBlocking, named, waitsOn } from './places.ts'
import type { DesignContext, DesignRule, Found } from './types.ts'

const steps = [
  { id: 'start' },
  { id: 'plan', kind: 'model' as const, uncertainty: { level: 2 as const, label: 'intent' as const } },
  { id: 'assistant', kind: 'agent' as const, uncertainty: { level: 1 as const, label: 'content' as const } },
  { ...payment('pay'), parent: 'assistant' },
  { id: 'end' },
]
const ways = [
  ['start', 'plan'],
  ['plan', 'assistant'],
  ['assistant', 'end'],
] as const

export const rebriefOnDelegation: DesignRule = {
  id: 'S1b',
  phase: 'design',
  title: 'An agent gets a goal that nobody has read',
  explanation:
    'A step that is not sure of what is meant writes the goal for an agent, and the agent then does things that matter. An agent follows its goal well; what goes wrong is the goal. Show it to somebody when it is handed over, with its limits and with what counts as done: that is a short look, and it comes before any of the work.',
  examples: {
    bad: {
      says: 'A model writes the task, and an agent that can pay sets to work on it.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] }),
      expect: ['S1b@t2'],
    },
    good: {
      says: 'Somebody confirms the task when it is handed over.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [
          approvalBefore('pay'),
          { ...approvalBefore('pay'), id: 'task', kind: 'brief', strength: 'confirm', at: { on: 't2' } },
        ],
      }),
      expect: [],
    },
  },
  check: (context) =>
    context.graph.steps.flatMap((step, v) =>
      step.kind === 'agent' && context.graph.reachable[v] ? checkAgent(context, v) : [],
    ),
}

function checkAgent(context: DesignContext, agent: number): Found[] {
  const action = unseenAction(context, agent)
  if (action === undefined || isBriefed(context, agent)) return []
  return waysIn(context.graph, agent).flatMap((way) => {
    const author = authorOf(context, way)
    if (author === undefined || waitsOn(context.graph, way).length > 0) return []
    return [unread(context, { way, author, action })]
  })
}

function isBriefed({ graph }: DesignContext, agent: number): boolean {
  const { id } = graph.steps[agent]!
  return graph.workflow.handoffs.some((h) => 'before' in h.at && h.at.before === id && isBlocking(h))
}

interface Delegation {
  readonly way: Edge
  /** The step that wrote the goal. */
  readonly author: number
  /** The nearest thing that needs an approval and that the agent does or leads to. */
  readonly action: number
}

function unread({ graph, required }: DesignContext, { way, author, action }: Delegation): Found {
  const agent = graph.steps[way.to]!.id
  const { id, uncertainty } = graph.steps[author]!
  const at = way.transition ? { on: way.transition.id } : { before: agent }
  return {
    at: way.transition ? { transition: way.transition.id } : { step: agent },
    kind: 'repair',
    grade: 'plain',
    because: 'what the agent does is checked on its own; here it is only its goal that nobody looks at',
    message: `${named(graph, author)} writes the goal for ${named(graph, way.to)} and may be wrong about it; nobody reads it before the agent sets to work.`,
    facts: [
      {
        name: 'uncertainty of the goal',
        value: uncertainty?.level ?? 0,
        field: `steps/${id}/uncertainty/level`,
      },
      { name: 'doubt about', value: uncertainty?.label ?? '', field: `steps/${id}/uncertainty/label` },
      { name: 'can lead to', value: graph.steps[action]!.id },
      { name: 'strongest demand there', value: strengthOf(required[action]!) ?? 'none' },
    ],
    goesAwayIf:
      'somebody confirms the goal when it is handed over, the goal is less uncertain, or a check or a person comes between the agent and what needs an approval',
    path: [...new Set([id, graph.steps[way.from]!.id, agent])],
    // Not among the suggested handoffs: it is about the agent's work being worth its while, and no demand rests on it.
    fixes: [
      together('Have somebody confirm the goal here', 'confirm the goal of an agent', [
        placing(graph.workflow, [{ kind: 'brief', strength: 'confirm', at }]),
      ]),
    ],
  }
}

/** What is pure passing on: whoever wrote the goal comes before it. */
const PASSES_ON: ReadonlySet<string> = new Set(['step', 'decision', 'split', 'join', 'wait'])
const ABOUT_GOALS: ReadonlySet<string> = new Set(['intent', 'content'])

// The nearest step before the agent that adds doubt about what is wanted. One that is so unsure that it has to ask is
// left to the rule about that. A person, a check or an action in between has made something new of the goal.
function authorOf({ graph, live }: DesignContext, way: Edge): number | undefined {
  const seen = new Set<number>([way.to])
  const queue = [way]
  for (const { from } of queue) {
    const step = graph.steps[from]!
    if (seen.has(from)) continue
    seen.add(from)
    if (live[from] && ABOUT_GOALS.has(step.uncertainty?.label ?? '') && step.kind !== 'start') {
      return callsForQuestion(step) ? undefined : from
    }
    if (PASSES_ON.has(step.kind))
      queue.push(...waysIn(graph, from).filter((e) => waitsOn(graph, e).length === 0))
  }
  return undefined
}

// What the agent does itself or with its tools, or what follows its work without a check or a person in between.
function unseenAction({ graph, required }: DesignContext, agent: number): number | undefined {
  const seen = new Set([agent])
  const queue = [agent]
  for (const v of queue) {
    if (required[v]! >= 2) return v
    for (const { to } of graph.out[v]!) {
      const { kind } = graph.steps[to]!
      if (seen.has(to) || kind === 'check' || kind === 'human') continue
      seen.add(to)
      queue.push(to)
    }
  }
  return undefined
}
