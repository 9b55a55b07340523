// Links that begin or end at a group: they are drawn to its frame, and run from its last steps or to its first.
import type { Book } from '../support/book.ts'
import type { ChartEdge, ChartGraph } from './graph.ts'
import type { Places } from '../support/place.ts'

/** Links between two groups are multiplied at most this often. */
const MOST_ENDS = 12

/** The links of a chart between nodes only, and the names that were groups and no nodes. */
export interface Ungrouped {
  readonly edges: readonly ChartEdge[]
  readonly groupNodes: ReadonlySet<string>
}

export function withoutGroups(graph: ChartGraph, place: Places, book: Book): Ungrouped {
  const members = membersOf(graph)
  // A name that has a shape or a text of its own is a node, also when a group is called the same.
  const groupNodes = new Set(
    [...members]
      .filter(([id, inside]) => inside.length > 0 && graph.nodes.get(id)?.text === undefined)
      .map(([id]) => id),
  )
  const used = [...groupNodes].filter((id) => graph.nodes.has(id))
  if (used.length === 0) return { edges: graph.edges, groupNodes: new Set() }
  const ends = new Map(used.map((id) => [id, endsOf(graph, members.get(id)!)] as const))
  const edges: ChartEdge[] = []
  for (const edge of graph.edges) {
    const froms = ends.get(edge.from)?.exits ?? [edge.from]
    const tos = ends.get(edge.to)?.entries ?? [edge.to]
    for (const from of froms)
      for (const to of tos) if (from !== to || edge.from === edge.to) edges.push({ ...edge, from, to })
  }
  book.repairs.push({
    message: 'links to or from a group were joined to its first or last steps; the group is no step',
    place: place(graph.nodes.get(used[0]!)!.at),
    count: used.length,
    change: { steps: -used.length, transitions: edges.length - graph.edges.length },
  })
  return { edges, groupNodes: new Set(used) }
}

/** All nodes inside each group, those of groups in it included, by the group's name. */
function membersOf({ nodes, groups }: ChartGraph): ReadonlyMap<string, readonly string[]> {
  const inside = groups.map((): string[] => [])
  const names = new Set(groups.map((group) => group.id))
  for (const node of nodes.values()) {
    if (names.has(node.id) && node.text === undefined) continue
    // Groups nest; a hundred levels are more than anybody draws.
    let group = node.group
    for (let level = 0; group !== undefined && level < 100; level++) {
      inside[group]!.push(node.id)
      group = groups[group]!.parent
    }
  }
  const members = new Map<string, string[]>()
  groups.forEach((group, index) =>
    members.set(group.id, [...(members.get(group.id) ?? []), ...inside[index]!]),
  )
  return members
}

function endsOf(
  { edges }: ChartGraph,
  members: readonly string[],
): { readonly entries: readonly string[]; readonly exits: readonly string[] } {
  const own = new Set(members)
  const entered = new Set<string>()
  const left = new Set<string>()
  for (const { from, to } of edges) {
    if (from === to || !own.has(from) || !own.has(to)) continue
    entered.add(to)
    left.add(from)
  }
  const some = (list: readonly string[]) => (list.length > 0 ? list : members).slice(0, MOST_ENDS)
  return {
    entries: some(members.filter((id) => !entered.has(id))),
    exits: some(members.filter((id) => !left.has(id))),
  }
}
