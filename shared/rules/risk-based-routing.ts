// S12: a step is done by something that is stronger, or weaker, than what hangs on it.
import { clears, labelIndex } from '../graph/uncertainty.ts'
import type { Routing } from '../model/analysis.ts'
import { ROUTING_TIERS } from '../model/scales.ts'
import type { RoutingTier } from '../model/scales.ts'
import { isAsked } from './asking.ts'
import { sketch } from './example.ts'
import { named } from './places.ts'
import type { Found, PlacementContext, PlacementRule } from './types.ts'

const sorter = {
  id: 'sort',
  kind: 'model' as const,
  uncertainty: { level: 1 as const, label: 'extraction' as const },
}
const steps = [{ id: 'start' }, { id: 'end' }]
const file = {
  id: 'file',
  kind: 'action' as const,
  verb: 'write',
  consequence: { level: 1 as const, reversibility: 0 as const },
}
const ways = [
  ['start', 'sort'],
  ['sort', 'file'],
  ['file', 'end'],
] as const

export const riskBasedRouting: PlacementRule = {
  id: 'S12',
  phase: 'placement',
  title: 'A step is done by the wrong kind of model, or should not be done by one',
  explanation:
    'Routine work with little at stake can stay with a small model or with fixed code; a strong model belongs where much is uncertain or much hangs on the answer. And where the question is what somebody means, a bigger model only guesses better: let a person say. This is a note about money and care, and only for steps that say what they run as.',
  examples: {
    bad: {
      says: 'A strong model sorts what any model can sort, and a mistake is put right in a minute.',
      workflow: sketch([...steps, { ...sorter, tier: 'premium-model' }, file], ways),
      expect: ['S12@sort'],
    },
    good: {
      says: 'A small model sorts it.',
      workflow: sketch([...steps, { ...sorter, tier: 'cheap-model' }, file], ways),
      expect: [],
    },
  },
  check: (context) => context.graph.steps.flatMap((_, v) => checkStep(context, v)),
}

function checkStep(context: PlacementContext, v: number): Found[] {
  const { graph } = context
  const step = graph.steps[v]!
  if (step.tier === undefined || step.tier === 'human' || step.kind === 'human' || !graph.reachable[v])
    return []
  const routing = context.routing(v)
  if (routing.tier === step.tier || isSettled(context, v, routing)) return []
  return [misrouted(context, v, { now: step.tier, routing })]
}

// A small model is enough where a check behind it finds just its mistakes; a guess is fine where somebody is asked.
function isSettled(context: PlacementContext, v: number, { tier }: Routing): boolean {
  const { graph } = context
  const label = labelIndex(graph.steps[v]!)
  const ways = graph.out[v]!
  if (tier === 'human') return ways.length > 0 && ways.every((way) => isAsked(context, way, label))
  const checked = ways.every(({ to }) => graph.steps[to]!.kind === 'check' && clears(graph.steps[to]!, label))
  return tier === 'premium-model' && graph.steps[v]!.tier === 'cheap-model' && ways.length > 0 && checked
}

const TIER_WORDS: Readonly<Record<RoutingTier, string>> = {
  automation: 'fixed code',
  'cheap-model': 'a small model',
  'premium-model': 'a strong model',
  human: 'a person',
}

function misrouted(
  { graph }: PlacementContext,
  v: number,
  { now, routing }: { readonly now: RoutingTier; readonly routing: Routing },
): Found {
  const { id, uncertainty } = graph.steps[v]!
  const isMore = ROUTING_TIERS.indexOf(routing.tier) > ROUTING_TIERS.indexOf(now)
  return {
    at: { step: id },
    kind: 'repair',
    grade: 'plain',
    because: isMore
      ? 'what is covered does not depend on who does the step'
      : 'it only costs more than it has to',
    message: `${named(graph, v)} runs as ${TIER_WORDS[now]}, and ${TIER_WORDS[routing.tier]} ${isMore ? 'fits better' : 'would do'}. ${routing.because}`,
    facts: [
      { name: 'runs as', value: TIER_WORDS[now], field: `steps/${id}/tier` },
      { name: 'fits better', value: TIER_WORDS[routing.tier] },
      {
        name: 'uncertainty',
        value: uncertainty?.level ?? 0,
        field: `steps/${id}/uncertainty/level`,
      },
    ],
    goesAwayIf: `it runs as ${TIER_WORDS[routing.tier]}, or what is uncertain here or hangs on it becomes ${isMore ? 'less' : 'more'}`,
    path: [id],
    fixes: [
      {
        title: `Let it run as ${TIER_WORDS[routing.tier]}`,
        command: { type: 'updateSteps', ids: [id], set: { tier: routing.tier } },
      },
    ],
  }
}
