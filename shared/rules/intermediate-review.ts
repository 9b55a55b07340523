// X3: somebody approves a step of the thinking, and what the run makes of it afterwards goes out unseen.
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { movedTo } from './fixes.ts'
import { named } from './places.ts'
import { superfluousFor } from './superfluous.ts'
import type { Superfluous } from './superfluous.ts'
import type { Found, PlacementContext, PlacementRule } from './types.ts'

const steps = [
  { id: 'start' },
  { id: 'outline' },
  { id: 'write', kind: 'model' as const, uncertainty: { level: 2 as const, label: 'content' as const } },
  payment('send'),
  { id: 'end' },
]
const ways = [
  ['start', 'outline'],
  ['outline', 'write'],
  ['write', 'send'],
  ['send', 'end'],
] as const

export const intermediateReview: PlacementRule = {
  id: 'X3',
  phase: 'placement',
  title: 'The thinking is approved, and not the act',
  explanation:
    'People should approve what is done, not every step that leads there. A gate in front of a step that only thinks releases nothing, and what a model adds after it is what really goes out. Move the gate to right before the action: the same question, asked once, about the thing itself.',
  examples: {
    bad: {
      says: 'The outline is approved; what a model writes from it is sent unseen.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('write')] }),
      expect: ['X3@approve_write'],
    },
    good: {
      says: 'What is going to be sent is approved.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('send')] }),
      expect: [],
    },
  },
  check: (context) => superfluousFor(context, 'X3').flatMap((one) => misplaced(context, one)),
}

function misplaced(context: PlacementContext, { gate, missed }: Superfluous): Found[] {
  if (!missed) return []
  const { graph, required } = context
  const source = missed.path[0]!
  const action = graph.indexOf.get(missed.action)!
  return [
    {
      at: gate.place,
      kind: 'remove',
      grade: 'plain',
      because: 'the action itself is reported as not released; this is where the attention goes instead',
      message: `${gate.name} comes before ${named(graph, graph.indexOf.get(source)!)} has done its part, so it does not release ${named(graph, action)}, and nothing else here needs it.`,
      facts: [
        { name: 'meant for', value: missed.action },
        { name: 'doubt added after it', value: source, field: `steps/${source}/uncertainty/level` },
        { name: 'required strength there', value: missed.missing },
      ],
      goesAwayIf: 'the gate stands right before the action, or nothing doubtful is added between the two',
      path: [...new Set([graph.steps[gate.behind]!.id, ...missed.path])],
      fixes: [movedTo(graph, gate, action, required[action]!)],
    },
  ]
}
