// The drawing as plain data: what stands where, and what it says. Everything on the canvas is made from this.
import type { Analysis } from '../../model/analysis.ts'
import type { HandoffKind, Level, StepKind, Strength, TransitionKind } from '../../model/scales.ts'
import type { Workflow } from '../../model/workflow.ts'
import type { StepShape } from '../sizes.ts'
import type { Rect, Spot } from './rects.ts'
import type { SceneWords } from './words.ts'

/** What a drawing is made from. */
export interface SceneInput {
  readonly words: SceneWords
  readonly workflow: Workflow
  readonly analysis: Analysis | null
  /** Drawn as ghosts. Absent: those of the analysis that the decisions in the document leave open. */
  readonly suggestions?: Analysis['placement']['handoffs']
  /** Top left corner of every step. */
  readonly positions: ReadonlyMap<string, Spot>
  /** Steps inside of some that are drawn. */
  readonly insides?: ReadonlyMap<string, Inside>
}

/** The steps inside of a block, an agent or a sub-flow. */
export interface Inside {
  readonly count: number
  /** They are not drawn. */
  readonly closed: boolean
}

/** gate: in the document. ghost: suggested. going: in the document, and no longer needed once the ghosts are placed. */
export type GateLook = 'gate' | 'ghost' | 'going'

/** The small text of a gate: its lines, where it stands, and on which side of the gate it is aligned. */
export interface Caption {
  readonly lines: readonly string[]
  readonly rect: Rect
  readonly align: 'left' | 'center' | 'right'
}

/** A handoff on the drawing. */
export interface SceneGate {
  /** `gate:` and the handoff's id, or `ghost:` and the key of the place. */
  readonly id: string
  readonly look: GateLook
  readonly kind: HandoffKind
  readonly strength: Strength
  /** Top left corner and size, in world pixels. */
  readonly rect: Rect
  /** What it is, and who and how long. */
  readonly title: string
  readonly detail: string
  /** What a screen reader says. */
  readonly spoken: string
  readonly caption: Caption
  /** The step or transition that it belongs to. */
  readonly host: string
}

export interface SceneStep {
  readonly id: string
  readonly shape: StepShape
  readonly kind: StepKind
  readonly name: string
  readonly rect: Rect
  /** The line under the name: `pay · 15 % of runs`. */
  readonly detail: string
  /** `none` where the meter is not drawn; undefined where it is drawn hatched, because nobody has said. */
  readonly consequence: Level | 'none' | undefined
  readonly uncertainty: Level | 'none' | undefined
  /** The kind of doubt that this step adds, in words; empty where none. */
  readonly doubt: string
  readonly irreversible: boolean
  readonly external: boolean
  readonly security: boolean
  readonly gates: readonly SceneGate[]
  /** Where the name of a decision, split or join stands; the others carry their name inside. */
  readonly caption: Rect | null
  readonly inside: Inside | null
  readonly findings: number
  /** True where one of the findings is an error. */
  readonly errors: boolean
  /** What a screen reader says. */
  readonly spoken: string
}

export interface SceneEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  /** `tool` joins an agent and its tool; it is no transition. */
  readonly kind: TransitionKind | 'tool'
  readonly way: readonly Spot[]
  readonly path: string
  /** Lines of the label. */
  readonly label: readonly string[]
  /** The label with nothing cut off. */
  readonly fullLabel: string
  readonly labelAt: Rect | null
  /** Where the button that inserts a step stands. */
  readonly middle: Spot
  readonly gates: readonly SceneGate[]
  readonly spoken: string
}

export interface Scene {
  readonly steps: readonly SceneStep[]
  readonly edges: readonly SceneEdge[]
  readonly bounds: Rect | undefined
}
