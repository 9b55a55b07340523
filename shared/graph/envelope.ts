// The envelope of a brief: authority given in advance, within bounds, by whoever confirmed the brief. It acts where a
// machine checks the policy, confers confirm at most (PLACEMENT.md 1.5), and ends on its day.
import type { Authority } from '../model/scales.ts'
import type { Step } from '../model/step.ts'
import { authorityOf } from '../model/strength.ts'
import { hasExpired } from '../support/expiry.ts'
import type { Graph } from './graph.ts'
import { reach } from './reach.ts'

const CONFIRM = 1

/** What the envelope confers at each step, by number: more than 0 only at checks of the policy behind confirmed briefs. */
export function envelopeGrants(graph: Graph): readonly Authority[] {
  const { envelope } = graph.workflow.brief
  const isGood =
    envelope && authorityOf(envelope.level) > 0 && !hasExpired(envelope.expires, graph.workflow.asOf)
  if (!isGood) return graph.steps.map(() => 0)
  const unconfirmed = reach(
    graph.starts.filter((start) => !isBriefed(graph, start)),
    graph.out,
  )
  return graph.steps.map((step, v) => (isPolicyCheck(step) && !unconfirmed[v] ? CONFIRM : 0))
}

/** A check that holds a run against the rules, and not just against a form. */
export function isPolicyCheck({ kind, clears }: Step): boolean {
  return kind === 'check' && (clears?.includes('policy') ?? false)
}

// Somebody says yes to the brief at this start in every run: no sample, no condition, no permission given before.
function isBriefed({ workflow, steps }: Graph, start: number): boolean {
  return workflow.handoffs.some(
    ({ kind, strength, at, when, sample, standingGrant }) =>
      kind === 'brief' &&
      'start' in at &&
      at.start === steps[start]!.id &&
      authorityOf(strength) >= CONFIRM &&
      when === undefined &&
      !sample &&
      !standingGrant,
  )
}
