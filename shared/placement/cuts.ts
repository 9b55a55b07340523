// A placement for workflows that are too entangled for elimination: cheapest cuts, one strength at a time. For one
// strength a cut is the optimum; for several, taken together, it is not, so the bound says how far off it may be.
import type { Edge } from '../graph/edge.ts'
import { transitionVisits } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import type { Place } from '../model/handoff.ts'
import type { Profile } from '../model/profile.ts'
import type { Authority } from '../model/scales.ts'
import { strengthOf } from '../model/strength.ts'
import type { Demands } from './demands.ts'
import type { Grants } from './grants.ts'
import { addArc, maximumFlow, newNetwork, sinkSide } from './max-flow.ts'
import { mayHoldGate, mayHoldGateOn } from './stations.ts'
import type { ChosenGate } from './stations.ts'

/** A place where walks can be cut: from a node of the network to the next. */
interface Slot {
  readonly place: Place
  readonly from: number
  readonly to: number
  readonly visits: number
  /** Minutes of one review. */
  readonly minutes: Profile['minutes']
  readonly grant: Authority
  readonly candidate: boolean
}

interface Cut {
  /** The price of the cut. */
  readonly minutes: number
  readonly slots: readonly Slot[]
}

type Levels = readonly (1 | 2 | 3)[]
const LEVELS: Levels = [1, 2, 3]
/** From the strongest demand down, from the lightest up, and the other ways round: none of them is always best. */
const ORDERS: readonly Levels[] = [[3, 2, 1], LEVELS, [2, 3, 1], [2, 1, 3], [1, 3, 2], [3, 1, 2]]

/** Placements that cover everything, one for each order of the strengths. They may hold more than they need. */
export function placementsByCuts(graph: Graph, demands: Demands, grants: Grants): readonly ChosenGate[][] {
  const slots = slotsOf(graph, demands, grants)
  return ORDERS.map((order) => {
    const chosen = new Map<Slot, Authority>()
    const paid = (slot: Slot): Authority => chosen.get(slot) ?? 0
    for (const level of order) {
      // What stands there already counts for nothing more, and is raised for the difference.
      const { slots: cut } = cheapestCut(graph, demands, slots, level, (slot) =>
        paid(slot) >= level ? 0 : minutesOf(slot, level) - minutesOf(slot, paid(slot)),
      )
      for (const slot of cut) if (paid(slot) < level) chosen.set(slot, level)
    }
    return [...chosen].map(([slot, authority]) => ({
      place: slot.place,
      authority,
      visits: slot.visits,
      minutes: minutesOf(slot, authority),
    }))
  })
}

/**
 * No placement costs less. Each gate pays for its strength step by step: what confirm costs, what approve costs more,
 * what two people cost more. The gates that are at least as strong as a level cut all walks to what demands that
 * level, so that their share for it is at least the cheapest cut; the shares add up.
 */
export function leastMinutes(graph: Graph, demands: Demands, grants: Grants): number {
  const slots = slotsOf(graph, demands, grants)
  return LEVELS.reduce((sum, level) => {
    const share = (slot: Slot): number => {
      const below = level - 1 > slot.grant ? minutesOf(slot, (level - 1) as Authority) : 0
      return minutesOf(slot, level) - below
    }
    return sum + cheapestCut(graph, demands, slots, level, share).minutes
  }, 0)
}

// The cheapest slots whose gates of `level` leave no walk from where authority is nothing to what demands that much.
function cheapestCut(
  graph: Graph,
  { required, live }: Demands,
  slots: readonly Slot[],
  level: Authority,
  price: (slot: Slot) => number,
): Cut {
  const [source, sink] = [sourceOf(graph), sourceOf(graph) + 1]
  const network = newNetwork(sink + 1 + graph.edges.length)
  for (const edge of graph.edges) {
    const [from, to] = [beginning(graph, edge), meeting(graph, edge)]
    if (from !== to && graph.reachable[edge.from]) addArc(network, from, to, Infinity)
  }
  const open = slots.filter(({ grant }) => grant < level)
  for (const slot of open) addArc(network, slot.from, slot.to, slot.candidate ? price(slot) : Infinity)
  for (let v = 0; v < graph.steps.length; v++) {
    if (!graph.reachable[v]) continue
    addArc(network, live[v] ? source : behind(v), leaving(v), Infinity)
    // Back with a tool, a step goes on past the gate before it.
    for (const edge of graph.out[v]!) {
      if (edge.returns) addArc(network, leaving(v), leaving(edge.to), Infinity)
    }
    if (required[v]! >= level) addArc(network, behind(v), sink, Infinity)
  }
  const minutes = maximumFlow(network, source, sink)
  const late = sinkSide(network, sink)
  return { minutes, slots: open.filter(({ from, to }) => !late[from] && late[to]) }
}

function slotsOf(graph: Graph, demands: Demands, grants: Grants): readonly Slot[] {
  const starts = new Set(graph.starts)
  const steps = graph.steps.flatMap((step, v): Slot[] => {
    if (!graph.reachable[v] || starts.has(v)) return []
    const place = { before: step.id }
    const [visits, grant] = [graph.visits[v]!, grants.before[v]!]
    const { minutes } = graph.profile
    return [
      {
        place,
        from: arriving(v),
        to: behind(v),
        visits,
        minutes,
        grant,
        candidate: mayHoldGate(graph, step),
      },
    ]
  })
  const edges = graph.edges.flatMap((edge): Slot[] => {
    const [first] = walkedEdges(graph, edge)
    if (edge !== first || edge.returns) return []
    return [
      {
        place: { on: edge.transition?.id ?? '' },
        from: meeting(graph, edge),
        to: arriving(edge.to),
        visits: edge.transition ? transitionVisits(graph, edge.transition.id) : 0,
        minutes: graph.profile.minutes,
        grant: grants.on[edge.index]!,
        candidate: mayHoldGateOn(graph, demands, edge),
      },
    ]
  })
  return [...steps, ...edges]
}

function minutesOf({ visits, minutes }: Slot, authority: Authority): number {
  const strength = strengthOf(authority)
  return strength ? visits * minutes[strength] : 0
}

// A transition out of a sub-flow whose contents can end in several ways is one place: its edges meet before they pass it.
function meeting(graph: Graph, edge: Edge): number {
  const [first, ...others] = walkedEdges(graph, edge)
  return others.length === 0 ? beginning(graph, edge) : sourceOf(graph) + 2 + first!.index
}

function beginning(graph: Graph, edge: Edge): number {
  return edge.refused ? sourceOf(graph) : leaving(edge.from)
}

function walkedEdges(graph: Graph, edge: Edge): readonly Edge[] {
  const edges = edge.transition ? graph.edgesOf.get(edge.transition.id)! : [edge]
  return edges.filter(({ from }) => graph.reachable[from])
}

function sourceOf(graph: Graph): number {
  return 3 * graph.steps.length
}

// Three nodes a step: in front of the gate before it, behind that gate, and on the way out.
function arriving(v: number): number {
  return 3 * v
}

function behind(v: number): number {
  return 3 * v + 1
}

function leaving(v: number): number {
  return 3 * v + 2
}
