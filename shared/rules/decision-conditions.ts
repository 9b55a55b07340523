// What the conditions on the ways out of a decision leave open: values for which no way leads on, or several do.
import type { Graph } from '../graph/graph.ts'
import type { TransitionKind } from '../model/scales.ts'
import { casesOf, inWords } from '../support/feel-cases.ts'
import type { Grade } from './types.ts'

/** Ways that something else opens than a condition. */
const NOT_CHOSEN: ReadonlySet<TransitionKind> = new Set(['error', 'timeout', 'retry', 'reject', 'compensate'])

interface ConditionFault {
  readonly grade: Grade
  readonly says: string
  readonly mend: string
  readonly field: string
}

/** Gaps and overlaps among the conditions of a decision, each with its values; empty where a way has no condition to meet. */
export function conditionFaults(graph: Graph, v: number): readonly ConditionFault[] {
  if (graph.steps[v]!.kind !== 'decision') return []
  const ways = graph.out[v]!.flatMap(({ transition, kind }) =>
    transition && !NOT_CHOSEN.has(kind)
      ? [{ id: transition.id, condition: transition.condition?.trim() ?? '' }]
      : [],
  )
  const asked = ways.filter(({ condition }) => condition !== '')
  const [first] = asked
  if (!first) return []
  const field = `transitions/${first.id}/condition`
  const cases = casesOf(asked.map(({ condition }) => condition))
  const [unclear] = cases.undecided
  if (unclear) {
    const [index, because] = unclear
    const way = asked[index]!
    return [
      {
        grade: 'plain',
        says: `has a condition that cannot be compared with the others (${way.id}), because ${because}`,
        mend: 'every condition holds names against fixed values',
        field: `transitions/${way.id}/condition`,
      },
    ]
  }
  const gap = asked.length < ways.length ? '' : inWords(cases, (met) => met.length === 0)
  const overlap = inWords(cases, (met) => met.length > 1)
  return [
    ...(gap === ''
      ? []
      : [
          {
            grade: 'grave' as const,
            says: `has no way on ${withValues(gap)}`,
            mend: 'some condition holds for every value',
            field,
          },
        ]),
    ...(overlap === ''
      ? []
      : [
          {
            grade: 'plain' as const,
            says: `has several ways on ${withValues(overlap)}`,
            mend: 'one condition at most holds for every value',
            field,
          },
        ]),
  ]
}

function withValues(said: string): string {
  return said === 'always' ? 'whatever the values' : `with ${said}`
}
