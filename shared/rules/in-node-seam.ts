// S10: one step both makes up its mind and acts, so that nobody can look at what it is about to do.
import type { Command } from '../commands/index.ts'
import { idsOf, newStepId, transitionName } from '../commands/entries.ts'
import { strengthOf } from '../model/strength.ts'
import { compareById } from '../support/compare.ts'
import { uniqueId } from '../support/ids.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { together } from './fixes.ts'
import { named, neededFor } from './places.ts'
import type { DesignContext, DesignRule, Fix, Found } from './types.ts'

const doubt = { level: 2 as const, label: 'content' as const }
const act = payment('refund')

export const inNodeSeam: DesignRule = {
  id: 'S10',
  phase: 'design',
  title: 'A step decides and acts in one go',
  explanation:
    'A person in front of such a step is asked before it has decided anything, and a person behind it is asked when it is done. There is no place in between. Split the step: one plans and shows what it is going to do, the other carries out exactly that. An agent whose tools are drawn as steps of their own needs no split, because the question is put before the tool.',
  examples: {
    bad: {
      says: 'An agent chooses the refund and pays it, and the approval comes before it has chosen.',
      workflow: sketch(
        [{ id: 'start' }, { ...act, kind: 'agent', uncertainty: doubt }, { id: 'end' }],
        [
          ['start', 'refund'],
          ['refund', 'end'],
        ],
        { brief: BRIEF, handoffs: [approvalBefore('refund')] },
      ),
      expect: ['S10@refund'],
    },
    good: {
      says: 'The refund is chosen first, then approved, then paid as it was approved.',
      workflow: sketch(
        [{ id: 'start' }, { id: 'choose', kind: 'model', uncertainty: doubt }, act, { id: 'end' }],
        [
          ['start', 'choose'],
          ['choose', 'refund'],
          ['refund', 'end'],
        ],
        { brief: BRIEF, handoffs: [approvalBefore('refund')] },
      ),
      expect: [],
    },
  },
  check: (context) => context.graph.steps.flatMap((_, v) => checkStep(context, v)),
}

function checkStep(context: DesignContext, v: number): Found[] {
  const { graph, required } = context
  const { id, uncertainty, consequence } = graph.steps[v]!
  const level = uncertainty?.level ?? 0
  const strength = strengthOf(required[v]!)
  if (required[v]! < 1 || !strength || level < graph.profile.doubtFrom) return []
  return [
    {
      at: { step: id },
      kind: 'repair',
      grade: required[v]! >= 2 ? 'grave' : 'plain',
      because: `what it does ${required[v]! >= 2 ? 'needs' : 'only needs'} ${neededFor(required[v]!)}`,
      message: `${named(graph, v)} makes up its mind and acts in one go: somebody who is asked before it cannot see what it will do.`,
      facts: [
        { name: 'uncertainty', value: level, field: `steps/${id}/uncertainty/level` },
        { name: 'consequence', value: consequence?.level ?? 0, field: `steps/${id}/consequence/level` },
        { name: 'required strength', value: strength },
      ],
      goesAwayIf:
        'planning and acting are two steps, its tools are steps of their own, or it adds less uncertainty',
      path: [id],
      fixes: split(context, v),
    },
  ]
}

// The plan takes over what comes in and the doubt; the step itself keeps its id, its gates and what it does. Only an
// agent that has tools as steps of its own stays one: it carries out what was planned.
function split({ graph }: DesignContext, v: number): Fix[] {
  const { workflow } = graph
  const { id, name, kind, parent, uncertainty } = graph.steps[v]!
  const plan = newStepId(workflow, `Plan ${name || id}`, 'plan')
  const hasTools = workflow.steps.some((step) => step.parent === id)
  const between = uniqueId(transitionName({ from: plan, to: id }), idsOf(workflow.transitions))
  const commands: Command[] = [
    {
      type: 'addStep',
      step: {
        id: plan,
        kind: 'model',
        name: `Plan: ${name || id}`,
        uncertainty: { ...uncertainty },
        ...(parent === undefined ? {} : { parent }),
      },
    },
    ...workflow.transitions
      .filter((way) => way.to === id)
      .toSorted(compareById)
      .map((way): Command => ({ type: 'reconnectTransition', id: way.id, to: plan })),
    { type: 'addTransition', transition: { id: between, from: plan, to: id, kind: 'normal' } },
    hasTools
      ? {
          type: 'updateSteps',
          ids: [id],
          set: { uncertainty: { level: 1, basis: 'carries out what was planned' } },
        }
      : {
          type: 'updateSteps',
          ids: [id],
          set: { uncertainty: null, ...(kind === 'agent' ? { kind: 'action' } : {}) },
        },
  ]
  return [together('Split it: plan first, then act', 'split step', commands)]
}
