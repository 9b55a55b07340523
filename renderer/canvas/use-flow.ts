// The drawing of the active document, found by place and by name, and what is marked in it.
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { Analysis } from '../../shared/model/analysis.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import {
  useComparison,
  useDrawnAnalysis,
  useOpenSuggestions,
  useSensitivity,
  useSimulation,
  useTabView,
  useView,
  useWorkflow,
} from '../state/hooks.ts'
import { changeMarks, overlaid } from '../../shared/diff/overlay.ts'
import { placeKey } from '../../shared/model/handoff.ts'
import { logOf } from '../../shared/simulate/log.ts'
import type { TabSimulation } from '../state/simulation.ts'
import type { TabView } from '../state/view.ts'
import { decidingSteps } from '../state/deciding.ts'
import { canvasStore } from './canvas-store.ts'
import { findIn } from './find.ts'
import { foldMarks, insidesOf } from './folded.ts'
import { foldAnalysis } from '../../shared/report/fold.ts'
import type { Folded, Frame } from '../../shared/report/fold.ts'
import { shadesOf } from '../../shared/report/overlays.ts'
import { foldedOf } from '../state/folding.ts'
import { updateTabView } from '../state/view.ts'
import { positionsOf } from './positions.ts'
import { createSceneBuilder } from '../../shared/report/scene/scene.ts'
import type { Scene } from '../../shared/report/scene/types.ts'
import { words } from '../words/words.ts'
import { indexOf } from './scene-index.ts'
import type { SceneIndex } from './scene-index.ts'
import { walkEdges } from './to-flow.ts'
import type { Marks } from './to-flow.ts'

type Suggestions = Analysis['placement']['handoffs']

const NONE: ReadonlySet<string> = new Set()
const NO_TOKENS: Marks['tokens'] = new Map()
const NOTHING_DECIDES: Marks['decides'] = new Map()
const NO_CHANGES: Marks['changes'] = new Map()
const NO_SHADES: Marks['shades'] = { shading: null, of: new Map() }

export interface DrawnFlow {
  readonly scene: Scene
  readonly index: SceneIndex
  readonly marks: Marks
  /** The transitions of the walk that is shown, numbered from 1. */
  readonly numbers: ReadonlyMap<string, number>
  /** Groups and lanes to draw around what is in them. */
  readonly frames: readonly Frame[]
}

export function useFlow(tab: string): DrawnFlow {
  const view = useTabView()
  const { workflow, analysis, changes } = useDrawn(view.mode === 'compare')
  const simulation = useSimulation()
  const open = useOpenSuggestions(workflow, analysis)
  const hovered = useStore(canvasStore, (state) => state.hovered)
  const candidate = useStore(canvasStore, (state) =>
    state.busy?.kind === 'connect' ? state.busy.candidate : null,
  )
  const build = useMemo(createSceneBuilder, [tab])
  const folded = foldedOf(workflow, view.scope)
  useScopeThatIsThere(tab, workflow, folded, view)
  const scene = useMemo(
    () =>
      build({
        workflow: folded.workflow,
        analysis: analysis && foldAnalysis(analysis, folded),
        positions: positionsOf(folded.workflow),
        words: words.canvas,
        suggestions: open,
        insides: insidesOf(workflow, folded),
      }),
    [build, workflow, folded, analysis, open],
  )
  const decides = useDeciding(workflow)
  const shades = useShades(workflow, analysis, view.mode)
  const whole = useMarks(workflow, analysis, open, view, simulation, hovered, candidate, decides, changes)
  const marks = useMemo(() => foldMarks({ ...whole, shades }, folded), [whole, shades, folded])
  const numbers = useMemo(() => walkEdges(scene.edges, marks.walk), [scene, marks.walk])
  return { scene, index: indexOf(scene), marks, numbers, frames: folded.frames }
}

function useMarks(
  workflow: Workflow,
  analysis: Analysis | null,
  open: Suggestions,
  view: TabView,
  simulation: TabSimulation,
  hovered: string | null,
  candidate: string | null,
  decides: Marks['decides'],
  changes: Marks['changes'],
): Omit<Marks, 'shades' | 'blocks'> {
  const found = useMemo(
    () => (view.find === '' ? null : findIn(workflow, analysis, view.find)),
    [workflow, analysis, view.find],
  )
  const run = view.mode === 'simulate' ? simulation.run : null
  // Not the whole view: where it is scrolled to changes nothing that is marked.
  const { selection, walk } = view
  return useMemo(() => {
    return {
      selectedSteps: new Set(selection.steps),
      selectedEdges: new Set(selection.transitions),
      selectedGate: gateOf(selection),
      walk: run ? [] : walkOf(open, selection, walk, hovered),
      found,
      tokens: run ? tokensOf(run) : NO_TOKENS,
      walkedEdges: run ? new Set(logOf(run).flatMap(({ transition }) => transition ?? [])) : NONE,
      candidate,
      decides,
      changes,
    }
  }, [open, selection, walk, hovered, candidate, found, run, decides, changes])
}

/** What is drawn: this document, or where two are compared the other one, or both over each other. */
function useDrawn(comparing: boolean): {
  readonly workflow: Workflow
  readonly analysis: Analysis | null
  readonly changes: Marks['changes']
} {
  const present = useWorkflow()!
  const analysis = useDrawnAnalysis()
  const { before, difference, layer } = useComparison()
  return useMemo(() => {
    if (!comparing || !before || !difference) return { workflow: present, analysis, changes: NO_CHANGES }
    const workflow = { before, after: present, both: overlaid(before, present), beside: present }[layer]
    // Suggestions and findings would be taken for changes.
    return { workflow, analysis: null, changes: changeMarks(difference.structural) }
  }, [present, analysis, comparing, before, difference, layer])
}

/** The figure that steps are shaded by, of this document alone. */
function useShades(workflow: Workflow, analysis: Analysis | null, mode: TabView['mode']): Marks['shades'] {
  const overlay = useView((state) => state.overlay)
  return useMemo(() => {
    if (overlay === 'none' || overlay === 'decides' || !analysis || mode === 'compare') return NO_SHADES
    return { shading: overlay, of: shadesOf(overlay, workflow, analysis) }
  }, [overlay, workflow, analysis, mode])
}

/** Leaves the inside of a step that is gone, and the one that what is chosen is not in. */
function useScopeThatIsThere(tab: string, workflow: Workflow, folded: Folded, view: TabView): void {
  const { scope, selection } = view
  const chosen = selection.steps.at(-1)
  useEffect(() => {
    if (scope === null) return
    const isThere = (id: string): boolean => workflow.steps.some((step) => step.id === id)
    const isDrawn = (id: string): boolean =>
      folded.standsFor.has(id) || folded.workflow.steps.some((step) => step.id === id)
    if (isThere(scope) && (chosen === undefined || !isThere(chosen) || isDrawn(chosen))) return
    updateTabView(tab, { scope: null })
  }, [tab, workflow, folded, scope, chosen])
}

function useDeciding(workflow: Workflow): Marks['decides'] {
  const marked = useView(({ overlay }) => overlay === 'decides')
  const { result } = useSensitivity()
  return useMemo(
    () => (marked && result ? decidingSteps(result, workflow) : NOTHING_DECIDES),
    [marked, result, workflow],
  )
}

/** The walk to draw: that of the gate under the pointer or the keyboard, else the one that was asked for. */
function walkOf(
  open: Suggestions,
  { suggestion }: TabView['selection'],
  walk: TabView['walk'],
  hovered: string | null,
): readonly string[] {
  const ghost = hovered?.startsWith('ghost:') ? hovered.slice('ghost:'.length) : suggestion
  if (ghost !== null) {
    const placed = open.find(({ at }) => placeKey(at) === ghost)
    if (placed && placed.walk.length > 0) return placed.walk
  }
  return walk?.steps ?? []
}

function gateOf({ handoffs, suggestion }: TabView['selection']): string {
  if (suggestion !== null) return `ghost:${suggestion}`
  const handoff = handoffs.at(-1)
  return handoff === undefined ? '' : `gate:${handoff}`
}

function tokensOf(run: NonNullable<TabSimulation['run']>): Marks['tokens'] {
  return new Map(
    run.tokens.map((token) => [
      token.at,
      token.stage === 'arriving' ? ('arriving' as const) : ('inside' as const),
    ]),
  )
}
