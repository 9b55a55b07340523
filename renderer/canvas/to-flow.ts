// From the drawing to React Flow's nodes, and to the transitions as they are drawn. Sizes and handles are given, so that React Flow measures nothing.
import { Position } from '@xyflow/react'
import type { Node, NodeHandle } from '@xyflow/react'
import { reusingList } from '../../shared/report/scene/same.ts'
import type { ChangeKind } from '../../shared/model/difference.ts'
import type { Shade, Shading } from '../../shared/report/overlays.ts'
import type { Drag } from './drag.ts'
import type { SceneEdge, SceneGate, SceneStep } from '../../shared/report/scene/types.ts'

export interface StepData extends Record<string, unknown> {
  readonly step: SceneStep
  /** Position on the walk that is shown, from 1; 0 when it is not on it. */
  readonly onWalk: number
  /** Not among what the search looks for. */
  readonly dim: boolean
  /** Where the run is: on its way in, or at work. */
  readonly token: 'none' | 'arriving' | 'inside'
  /** The step that a connection made by keyboard would lead to. */
  readonly candidate: boolean
  /** The gate of this step that is selected; empty for none. */
  readonly gate: string
  /** What the placement hangs on, where that is marked: a tag of this step, or one that nobody set. */
  readonly decides: 'no' | 'decides' | 'untagged'
  /** What became of it since the other side, where two are compared. */
  readonly change: ChangeKind | undefined
  /** The same of its gates, by their ids. */
  readonly gateChanges: GateChanges
  /** How dark the step is, where steps are shaded by a figure, and the figure in words. */
  readonly shade: Shade | null
  readonly shading: Shading | null
}

export type GateChanges = ReadonlyMap<string, ChangeKind>

export interface WayData {
  readonly edge: SceneEdge
  /** Position on the walk that is shown, from 1; 0 when it is not on it. */
  readonly onWalk: number
  readonly dim: boolean
  /** True where the run has come by. */
  readonly walked: boolean
  readonly gate: string
  readonly change: ChangeKind | undefined
  readonly gateChanges: GateChanges
}

export type StepNode = Node<StepData, 'step'>

/** A transition and how it is to be drawn. */
export interface Way {
  readonly id: string
  readonly data: WayData
  readonly selected: boolean
}

/** What is looked at, as far as the drawing shows it. */
export interface Marks {
  readonly selectedSteps: ReadonlySet<string>
  readonly selectedEdges: ReadonlySet<string>
  /** Id of the selected gate or ghost; empty for none. */
  readonly selectedGate: string
  /** Step ids in order. */
  readonly walk: readonly string[]
  /** What the search found; null when nothing is sought. */
  readonly found: ReadonlySet<string> | null
  readonly tokens: ReadonlyMap<string, 'arriving' | 'inside'>
  readonly walkedEdges: ReadonlySet<string>
  readonly candidate: string | null
  readonly decides: ReadonlyMap<string, 'decides' | 'untagged'>
  /** By `step:`, `edge:` or `gate:` and an id. */
  readonly changes: ReadonlyMap<string, ChangeKind>
  /** What steps are shaded by, and how dark each is. */
  readonly shades: { readonly shading: Shading | null; readonly of: ReadonlyMap<string, Shade> }
  /** Steps that are drawn for a group or a lane: nothing can be joined to them. */
  readonly blocks: ReadonlySet<string>
}

/**
 * React Flow's nodes for some steps. Whatever has not changed since `previous` is the very same object, the list itself
 * included: React Flow goes through all of a list that is new to it.
 */
export function nodesFor(
  steps: readonly SceneStep[],
  marks: Marks,
  drag: Drag | null,
  previous: readonly StepNode[] | undefined,
): readonly StepNode[] {
  const onWalk = new Map(marks.walk.map((id, index) => [id, index + 1]))
  const nodes = steps.map((step) => {
    const node = stepNode(step, marks, onWalk.get(step.id) ?? 0)
    if (!drag?.ids.has(step.id)) return node
    return { ...node, position: { x: step.rect.x + drag.dx, y: step.rect.y + drag.dy } }
  })
  return reusingList(nodes, previous)
}

/** The transitions of a part of the drawing as they are to be drawn; the same objects as before where nothing changed. */
export function waysFor(
  edges: readonly SceneEdge[],
  marks: Marks,
  numbers: ReadonlyMap<string, number>,
  previous: readonly Way[] | undefined,
): readonly Way[] {
  return reusingList(
    edges.map((edge) => way(edge, marks, numbers.get(edge.id) ?? 0)),
    previous,
  )
}

/** The first transition of every step of the walk, numbered from 1. */
export function walkEdges(edges: readonly SceneEdge[], walk: readonly string[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  if (walk.length < 2) return numbers
  const byEnds = new Map<string, string>()
  const there = new Set(walk)
  for (const edge of edges) {
    if (!there.has(edge.from)) continue
    const ends = JSON.stringify([edge.from, edge.to])
    if (edge.kind !== 'tool' && !byEnds.has(ends)) byEnds.set(ends, edge.id)
  }
  for (let i = 1; i < walk.length; i++) {
    const id = byEnds.get(JSON.stringify([walk[i - 1], walk[i]]))
    if (id !== undefined && !numbers.has(id)) numbers.set(id, i)
  }
  return numbers
}

function stepNode(step: SceneStep, marks: Marks, onWalk: number): StepNode {
  const { x, y, width, height } = step.rect
  return {
    id: step.id,
    type: 'step',
    position: { x, y },
    width,
    height,
    // Said to be measured already: React Flow would otherwise look for handles that a far step does not have.
    measured: { width, height },
    handles: handlesFor(width, height),
    selected: marks.selectedSteps.has(step.id),
    connectable: step.shape !== 'tool' && !marks.blocks.has(step.id),
    data: {
      step,
      onWalk,
      dim: marks.found !== null && !marks.found.has(step.id),
      token: marks.tokens.get(step.id) ?? 'none',
      candidate: marks.candidate === step.id,
      gate: step.gates.some(({ id }) => id === marks.selectedGate) ? marks.selectedGate : '',
      decides: marks.decides.get(step.id) ?? 'no',
      change: marks.changes.get(`step:${step.id}`),
      gateChanges: gateChangesOf(step.gates, marks.changes),
      shade: marks.shades.of.get(step.id) ?? null,
      shading: marks.shades.shading,
    },
  }
}

function way(edge: SceneEdge, marks: Marks, onWalk: number): Way {
  return {
    id: edge.id,
    selected: marks.selectedEdges.has(edge.id),
    data: {
      edge,
      onWalk,
      dim: marks.found !== null && !marks.found.has(edge.id),
      walked: marks.walkedEdges.has(edge.id),
      gate: edge.gates.some(({ id }) => id === marks.selectedGate) ? marks.selectedGate : '',
      change: marks.changes.get(`edge:${edge.id}`),
      gateChanges: gateChangesOf(edge.gates, marks.changes),
    },
  }
}

const NO_CHANGES: GateChanges = new Map()

function gateChangesOf(gates: readonly SceneGate[], changes: Marks['changes']): GateChanges {
  if (changes.size === 0 || gates.length === 0) return NO_CHANGES
  return new Map(gates.flatMap(({ id }) => (changes.has(id) ? [[id, changes.get(id)!] as const] : [])))
}

function handlesFor(width: number, height: number): NodeHandle[] {
  const y = height / 2
  return [
    { id: 'in', type: 'target', position: Position.Left, x: 0, y, width: 1, height: 1 },
    { id: 'out', type: 'source', position: Position.Right, x: width, y, width: 1, height: 1 },
  ]
}
