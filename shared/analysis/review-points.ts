// The reviews of a placement: handoffs and human steps as the document has them, and with every suggestion followed.
import { askedShare } from '../graph/asked.ts'
import type { Graph } from '../graph/graph.ts'
import { placeKey } from '../model/handoff.ts'
import type { Handoff, Place } from '../model/handoff.ts'
import type { PlacedHandoff } from '../model/placement.ts'
import type { Strength } from '../model/scales.ts'
import { whoDecides } from '../commands/complete-handoff.ts'
import { blocks } from '../placement/grants.ts'
import type { ReviewPoint } from '../simulate/risk.ts'

/** What people review as the document stands, in the order of ids: handoffs, then human steps that decide. */
export function standingReviews(graph: Graph): readonly ReviewPoint[] {
  const tiers = new Map<string, number>()
  for (const { at, when } of graph.workflow.handoffs) {
    if (when !== undefined) tiers.set(placeKey(at), (tiers.get(placeKey(at)) ?? 0) + 1)
  }
  const ofHandoffs = graph.workflow.handoffs.map((handoff) => {
    const alike = handoff.when === undefined ? 1 : tiers.get(placeKey(handoff.at))!
    return ofHandoff(graph, handoff, alike)
  })
  return [...ofHandoffs, ...humanSteps(graph)]
}

/** The same once `suggested` are placed and `removed` (ids of handoffs and human steps) are gone. */
export function plannedReviews(
  graph: Graph,
  suggested: readonly Pick<PlacedHandoff, 'kind' | 'strength' | 'at'>[],
  removed: readonly string[],
): readonly ReviewPoint[] {
  const gone = new Set(removed)
  const party = whoDecides(graph.workflow)
  const added = suggested.map(({ kind, strength, at }): ReviewPoint => {
    const minutes = minutesOf(graph, strength, party)
    return { key: placeKey(at), at, kind, strength, party, minutes, share: 1, batch: 1 }
  })
  const raised = new Set(added.filter(({ kind }) => RELEASING.has(kind)).map(({ at }) => placeKey(at)))
  const kept = standingReviews(graph).filter(
    ({ key, at, kind }) => !gone.has(key) && !(RELEASING.has(kind) && raised.has(placeKey(at))),
  )
  return [...kept, ...added]
}

// A weaker gate at the place of a suggestion is raised, and does not stay beside it.
const RELEASING: ReadonlySet<ReviewPoint['kind']> = new Set(['approval', 'sign-off', 'exception'])

// Which tier a case meets is not known: of several at one place each is taken to look at an equal share.
function ofHandoff(graph: Graph, handoff: Handoff, tiers: number): ReviewPoint {
  const { id, at, kind, assignee } = handoff
  // A note interrupts nobody, whatever strength it claims.
  const strength = blocks(handoff) ? handoff.strength : 'notify'
  const party = assignee?.role
  return {
    key: id,
    at,
    kind,
    strength,
    party,
    minutes: minutesOf(graph, strength, party),
    share: askedShare(handoff) / tiers,
    batch: handoff.batch?.max ?? 1,
  }
}

function humanSteps(graph: Graph): ReviewPoint[] {
  return graph.steps.flatMap(({ id, kind, grant, party }): ReviewPoint[] => {
    if (kind !== 'human' || !grant) return []
    const at: Place = { before: id }
    const minutes = minutesOf(graph, grant, party)
    return [{ key: id, at, kind: 'human', strength: grant, party, minutes, share: 1, batch: 1 }]
  })
}

function minutesOf({ workflow, profile }: Graph, strength: Strength, party: string | undefined): number {
  const own = workflow.parties.find(({ id }) => id === party)?.minutes?.[strength]
  return own ?? profile.minutes[strength]
}
