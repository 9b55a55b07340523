// Finds things of a drawing by id and by place, so that nothing that happens every frame goes through all of it.
import { boundsOf, center, grown, overlaps, segmentRect } from '../../shared/report/scene/rects.ts'
import type { Rect, Spot } from '../../shared/report/scene/rects.ts'
import type { Scene, SceneEdge, SceneGate, SceneStep } from '../../shared/report/scene/types.ts'

/** Length of the side of a tile, in world pixels. */
const TILE = 1024
/** Gates and their texts stand out from a step this far. */
const AROUND = 60

/** A part of the world with what begins in it; the same object as long as it holds the same. */
export interface Tile {
  readonly key: string
  readonly steps: readonly SceneStep[]
  readonly edges: readonly SceneEdge[]
  /** Everything in it, also where it stands out. */
  readonly bounds: Rect
}

export interface SceneIndex {
  readonly steps: ReadonlyMap<string, SceneStep>
  readonly edges: ReadonlyMap<string, SceneEdge>
  /** The transitions and tool lines that touch a step. */
  readonly edgesAt: ReadonlyMap<string, readonly SceneEdge[]>
  readonly tiles: readonly Tile[]
  /** Transitions that go over several tiles: each is sought for itself, or one would make a whole tile near. */
  readonly long: readonly SceneEdge[]
}

const known = new WeakMap<Scene, SceneIndex>()
let latest: SceneIndex | null = null

/** The index of a drawing; made once, from the parts of the last one that still hold. */
export function indexOf(scene: Scene): SceneIndex {
  const there = known.get(scene)
  if (there) return there
  const index: SceneIndex = {
    steps: new Map(scene.steps.map((step) => [step.id, step])),
    edges: new Map(scene.edges.map((edge) => [edge.id, edge])),
    edgesAt: edgesAt(scene.edges),
    tiles: tilesOf(scene, latest?.tiles ?? []),
    long: scene.edges.filter(isLong),
  }
  known.set(scene, index)
  latest = index
  return index
}

export function tilesIn(index: SceneIndex, rect: Rect): readonly Tile[] {
  return index.tiles.filter(({ bounds }) => overlaps(bounds, rect))
}

/** The long transitions that pass through `rect`. */
export function longIn(index: SceneIndex, rect: Rect): readonly SceneEdge[] {
  return index.long.filter(({ way, labelAt }) => {
    if (labelAt && overlaps(labelAt, rect)) return true
    return way.slice(1).some((end, i) => overlaps(segmentRect(way[i]!, end), rect))
  })
}

export function stepsIn(index: SceneIndex, rect: Rect): readonly SceneStep[] {
  return tilesIn(index, rect).flatMap(({ steps }) => steps.filter((step) => overlaps(step.rect, rect)))
}

/** What lies under a spot: a gate before a step, and a step before a transition. `reach` is in world pixels. */
export function itemAt(index: SceneIndex, spot: Spot, reach: number): string | null {
  const around = grown({ ...spot, width: 0, height: 0 }, Math.max(reach, 1))
  const tiles = tilesIn(index, around)
  for (const { steps, edges } of tiles) {
    const gate = gateAt([...steps, ...edges], around)
    if (gate) return gate.id
  }
  const onLong = gateAt(longIn(index, around), around)
  if (onLong) return onLong.id
  for (const { steps } of tiles) {
    const step = steps.find(({ rect }) => overlaps(rect, around))
    if (step) return `step:${step.id}`
  }
  for (const edges of [...tiles.map((tile) => tile.edges), longIn(index, around)]) {
    const edge = edges.find(({ kind, way }) => kind !== 'tool' && isNear(way, spot, reach))
    if (edge) return `edge:${edge.id}`
  }
  return null
}

function gateAt(
  hosts: readonly { readonly gates: readonly SceneGate[] }[],
  around: Rect,
): SceneGate | undefined {
  for (const { gates } of hosts) {
    const gate = gates.find(({ rect }) => overlaps(rect, around))
    if (gate) return gate
  }
  return undefined
}

function isNear(way: readonly Spot[], { x, y }: Spot, reach: number): boolean {
  return way.slice(1).some((end, i) => {
    const start = way[i]!
    const [dx, dy] = [end.x - start.x, end.y - start.y]
    const length = dx * dx + dy * dy
    const share = length === 0 ? 0 : ((x - start.x) * dx + (y - start.y) * dy) / length
    const along = Math.min(1, Math.max(0, share))
    return Math.hypot(start.x + along * dx - x, start.y + along * dy - y) <= reach
  })
}

function edgesAt(edges: readonly SceneEdge[]): ReadonlyMap<string, readonly SceneEdge[]> {
  const at = new Map<string, SceneEdge[]>()
  for (const edge of edges) {
    for (const id of edge.from === edge.to ? [edge.from] : [edge.from, edge.to]) {
      const there = at.get(id)
      if (there) there.push(edge)
      else at.set(id, [edge])
    }
  }
  return at
}

interface Growing {
  readonly steps: SceneStep[]
  readonly edges: SceneEdge[]
}

function tilesOf(scene: Scene, before: readonly Tile[]): readonly Tile[] {
  const tiles = new Map<string, Growing>()
  const at = ({ x, y }: Spot): Growing => {
    const key = `${Math.floor(x / TILE)} ${Math.floor(y / TILE)}`
    const there = tiles.get(key) ?? { steps: [], edges: [] }
    tiles.set(key, there)
    return there
  }
  for (const step of scene.steps) at(center(step.rect)).steps.push(step)
  for (const edge of scene.edges) if (!isLong(edge)) at(edge.middle).edges.push(edge)
  const old = new Map(before.map((tile) => [tile.key, tile]))
  return [...tiles].map(([key, now]) => {
    const was = old.get(key)
    const steps = same(now.steps, was?.steps)
    const edges = same(now.edges, was?.edges)
    return was && steps === was.steps && edges === was.edges
      ? was
      : { key, steps, edges, bounds: boundsOf(everything(now))! }
  })
}

function isLong({ way }: SceneEdge): boolean {
  const [start, end] = [way[0]!, way.at(-1)!]
  return Math.abs(start.x - end.x) + Math.abs(start.y - end.y) > 2 * TILE
}

function same<T>(now: readonly T[], before: readonly T[] | undefined): readonly T[] {
  return before?.length === now.length && before.every((one, i) => one === now[i]) ? before : now
}

function* everything({ steps, edges }: Growing): Generator<Rect> {
  for (const { rect, caption, gates } of steps) {
    yield gates.length > 0 ? grown(rect, AROUND) : rect
    if (caption) yield caption
    for (const gate of gates) yield gate.caption.rect
  }
  for (const { way, labelAt, gates } of edges) {
    for (const { x, y } of way) yield { x, y, width: 1, height: 1 }
    if (labelAt) yield labelAt
    for (const gate of gates) yield gate.caption.rect
  }
}
