// S1: a run that can do harm starts without anybody having said what it is for.
import { reach } from '../graph/reach.ts'
import type { Brief } from '../model/brief.ts'
import { strengthOf } from '../model/strength.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { strongestOf } from './places.ts'
import type { DesignContext, DesignRule, Found } from './types.ts'

export const taskDefinition: DesignRule = {
  id: 'S1',
  phase: 'design',
  title: 'Nobody defines the task before the run starts',
  explanation:
    'Everything after the start can be done perfectly and still be the wrong thing. Before a run that touches people, money, rules, code or the public begins, somebody says what it is for, what it may not do, and when it is good enough. Place a brief at the start and fill in the success condition.',
  examples: {
    bad: {
      says: 'A run that pays starts on its own.',
      workflow: sketch(
        [{ id: 'start', domains: ['money'] }, payment('pay'), { id: 'end' }],
        [
          ['start', 'pay'],
          ['pay', 'end'],
        ],
        {
          handoffs: [approvalBefore('pay')],
        },
      ),
      expect: ['S1@start'],
    },
    good: {
      says: 'The brief is confirmed at the start and says what counts as done.',
      workflow: sketch(
        [{ id: 'start', domains: ['money'] }, payment('pay'), { id: 'end' }],
        [
          ['start', 'pay'],
          ['pay', 'end'],
        ],
        {
          brief: BRIEF,
          handoffs: [approvalBefore('pay')],
        },
      ),
      expect: [],
    },
  },
  check: (context) => context.graph.starts.flatMap((start) => checkStart(context, start)),
}

function checkStart({ graph, required }: DesignContext, start: number): Found[] {
  const { brief, handoffs } = graph.workflow
  const ahead = reach([start], graph.out)
  const demanding = required.flatMap((demand, v) => (demand > 0 && ahead[v] ? [v] : []))
  if (demanding.length === 0) return []
  const touched = domainsTouched([graph.steps[start]!, ...demanding.map((v) => graph.steps[v]!)], brief)
  if (touched.length === 0) return []
  const strongest = strongestOf(demanding.map((v) => required[v]!))
  const id = graph.steps[start]!.id
  const briefed = handoffs.some((h) => h.kind === 'brief' && !('on' in h.at) && idAt(h.at) === id)
  const undefinedTask =
    brief.successCondition.trim() === '' || brief.constraints.length + brief.nonNegotiables.length === 0
  const vague = brief.successCondition.trim() === ''
  if (briefed && !vague) return []
  return [
    {
      at: { step: id },
      kind: briefed ? 'repair' : 'suggest',
      grade: undefinedTask && strongest >= 2 ? 'grave' : 'plain',
      because:
        strongest >= 2
          ? undefinedTask
            ? 'the run can do something that needs approval, and the brief leaves its success condition or its limits open'
            : 'the success condition and the limits are written down, but nobody confirms them when a run starts'
          : 'nothing in the run needs more than a confirmation',
      message: briefed
        ? 'The brief does not say what counts as done.'
        : `Runs start here and touch ${touched.join(', ')}, and nobody confirms the brief first.`,
      facts: [
        { name: 'touches', value: touched, field: 'brief/domains' },
        {
          name: 'success condition',
          value: brief.successCondition || '(empty)',
          field: 'brief/successCondition',
        },
        { name: 'strongest demand ahead', value: strengthOf(strongest) ?? 'none' },
      ],
      goesAwayIf: briefed
        ? 'the brief says when the run is good enough'
        : 'a brief is placed at this start, or nothing behind it demands a person',
      path: [id],
      ...(briefed
        ? {}
        : {
            suggestion: {
              kind: 'brief',
              strength: strongest >= 2 ? 'approve' : 'confirm',
              at: { start: id },
            } as const,
          }),
    },
  ]
}

function domainsTouched(steps: DesignContext['graph']['steps'], brief: Pick<Brief, 'domains'>): string[] {
  const all = [
    ...brief.domains,
    ...steps.flatMap((step) => [...(step.domains ?? []), ...(step.consequence?.domains ?? [])]),
  ]
  return [...new Set(all.map((domain) => domain.trim()).filter((domain) => domain !== ''))].sort()
}

function idAt(at: { readonly start: string } | { readonly before: string }): string {
  return 'start' in at ? at.start : at.before
}
