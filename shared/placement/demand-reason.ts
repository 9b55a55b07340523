// Why a step needs the strength that it needs, in words: the cell of the profile's table and the tags that lead to it.
import { withAllItems } from '../graph/exposure.ts'
import type { Graph } from '../graph/graph.ts'
import { highestPending } from '../graph/uncertainty.ts'
import { CONSEQUENCE_WORDS, UNCERTAINTY_WORDS } from '../model/scales.ts'
import { strengthOf } from '../model/strength.ts'
import type { Demands } from './demands.ts'
import { consequenceWithVolume, requiredDemand } from './strength.ts'

/** From this reversibility on, an action counts as hard to undo. */
const HARD_TO_UNDO = 2

/** `high consequence, hard to undo, external: approve in the recommended profile`. Empty where nothing is demanded. */
export function demandReason(graph: Graph, demands: Demands, v: number): string {
  const { profile } = graph
  const step = withAllItems(graph, v)
  const { consequence } = step
  if (consequence?.level === undefined || demands.required[v] === 0) return ''
  const { level, volume = 1, reversibility = 0, external = false, security = false } = consequence
  const counted = consequenceWithVolume(level, volume)
  const tags = [
    `${CONSEQUENCE_WORDS[level]} consequence`,
    ...(counted > level
      ? [
          `${volume} items ${step === graph.steps[v] ? 'at once' : 'until the cap is exceeded'}, which counts as ${CONSEQUENCE_WORDS[counted]}`,
        ]
      : []),
    ...(reversibility >= HARD_TO_UNDO ? ['hard to undo'] : []),
    ...(external ? ['external'] : []),
    ...(security ? ['security-sensitive'] : []),
  ]
  const facts = Number(reversibility >= HARD_TO_UNDO) + Number(external) + Number(security)
  const cell = strengthOf(profile.strength[counted]![facts]!) ?? 'nothing'
  const table = `${tags.join(', ')}: ${cell} in the table of the ${profile.base} profile`
  const without = strengthOf(requiredDemand(step, 0, profile)) ?? 'nothing'
  const reached = strengthOf(demands.required[v]!) ?? 'nothing'
  const grave = without === cell ? '' : `, ${without} by its other limits`
  if (reached === without) return `${table}${grave}`
  const doubt = UNCERTAINTY_WORDS[highestPending(demands.pending, v)]
  return `${table}${grave}, raised to ${reached} because ${doubt} doubt is still open on arrival`
}
