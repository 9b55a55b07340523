// A flowchart as its text says it: nodes, links and groups, before any of it means anything.

export type Shape =
  | 'box'
  | 'round'
  | 'stadium'
  | 'subroutine'
  | 'cylinder'
  | 'circle'
  | 'double-circle'
  | 'diamond'
  | 'hexagon'
  | 'slanted'
  | 'manual'
  | 'bar'
  | 'delay'
  | 'other'

export interface ChartNode {
  readonly id: string
  text: string | undefined
  shape: Shape | undefined
  /** Offset of its first mention, and of the mention that gave it its text. */
  at: number
  readonly group: number | undefined
}

export type Stroke = 'normal' | 'dotted' | 'thick' | 'invisible'

export interface ChartEdge {
  readonly from: string
  readonly to: string
  readonly text: string
  readonly stroke: Stroke
  /** It has a head at its end; a plain line has none. */
  readonly headed: boolean
  /** It has heads at both ends. */
  readonly twoWay: boolean
  readonly at: number
}

export interface ChartGroup {
  readonly id: string
  readonly title: string
  readonly parent: number | undefined
  readonly at: number
}

export interface ChartGraph {
  readonly nodes: ReadonlyMap<string, ChartNode>
  readonly edges: readonly ChartEdge[]
  readonly groups: readonly ChartGroup[]
  /** Lines that style and classes take: counted, not read. */
  readonly styling: number
}
