// What keys and a pointer do to the active document, as the handlers of the canvas do it: what a handler calls is called
// here, and nothing that it does not.
import { analyse } from '../../../shared/analysis/analyse.ts'
import { openSuggestions } from '../../../shared/analysis/open-suggestions.ts'
import type { StepKind } from '../../../shared/model/scales.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { sizeOf } from '../../../shared/report/sizes.ts'
import type { Scene, SceneStep } from '../../../shared/report/scene/types.ts'
import { canvasStore, setBusy } from '../../../renderer/canvas/canvas-store.ts'
import { addStep } from '../../../renderer/canvas/edits.ts'
import { positionsOf } from '../../../renderer/canvas/positions.ts'
import { pressOnCanvas } from '../../../renderer/canvas/press.ts'
import type { SceneIndex } from '../../../renderer/canvas/scene-index.ts'
import { pick as click } from '../../../renderer/canvas/use-gestures.ts'
import { pressKey } from '../../../renderer/commands/keyboard.ts'
import { updateAnalysis } from '../../../renderer/state/analysis.ts'
import { activeTab, documents, findTab, workflowOf } from '../../../renderer/state/documents.ts'
import { decisionOptions } from '../../../renderer/state/surroundings.ts'
import { select } from '../../../renderer/state/view.ts'
import type { Selection } from '../../../renderer/state/view.ts'
import type { KeyPress } from '../../../renderer/ui/keys.ts'

export interface Chance {
  /** Between 0 and 1. */
  (): number
}

export const PLAIN: KeyPress = {
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
}
/** Nothing here depends on where things are drawn, as long as something is selected. */
const NO_SCENE: Scene = { steps: [], edges: [], bounds: { x: 0, y: 0, width: 0, height: 0 } }

export function press(part: Partial<KeyPress>): void {
  if (!pressKey({ ...PLAIN, ...part }, 'canvas')) return
}

export function onCanvas(part: Partial<KeyPress>): void {
  pressOnCanvas({ ...PLAIN, ...part }, activeTab(documents.getState())!.id, NO_SCENE)
}

export function choose(selection: Partial<Selection>): void {
  select(activeTab(documents.getState())!.id, selection)
}

/** A click, and Shift-clicks for the others. */
export function clickSteps(steps: readonly string[]): void {
  const { id } = activeTab(documents.getState())!
  steps.forEach((step, i) => click(id, { ...PLAIN, shiftKey: i > 0 }, `step:${step}`))
}

/** The part of an index that a drag looks at. */
export function indexOfSteps(workflow: Workflow): SceneIndex {
  const places = positionsOf(workflow)
  const steps = workflow.steps.map((step) => {
    const rect = { ...places.get(step.id)!, ...sizeOf(step) }
    return [step.id, { id: step.id, rect } as unknown as SceneStep] as const
  })
  return { steps: new Map(steps) } as unknown as SceneIndex
}

export function present(): Workflow {
  return workflowOf(activeTab(documents.getState())!)
}

export function takeKind(kind: StepKind): void {
  const { busy } = canvasStore.getState()
  if (busy?.kind !== 'add') return
  setBusy(null)
  addStep(kind, busy.request)
}

/** Where the step stands that `act` adds. */
export function newStepAt(act: () => void): { readonly x: number; readonly y: number } {
  const before = new Set(present().steps.map(({ id }) => id))
  act()
  const added = present().steps.find(({ id }) => !before.has(id))
  return (added && positionsOf(present()).get(added.id)) ?? { x: 0, y: 0 }
}

export function suggestionsOf(workflow: Workflow, tabs: readonly [string, string]) {
  const analysis = analyse(workflow)
  for (const id of tabs) {
    const of = workflowOf(findTab(documents.getState(), id)!)
    updateAnalysis(id, { analysis, whole: analysis, of, stale: false, error: null })
  }
  return openSuggestions(workflow, analysis, decisionOptions())
}

export function someSteps(workflow: Workflow, chance: Chance): readonly string[] {
  const count = 1 + Math.floor(chance() * chance() * 4)
  return [...new Set(Array.from({ length: count }, () => ids(pick(workflow.steps, chance))).flat())]
}

export function ids(entry: { readonly id: string } | undefined): readonly string[] {
  return entry ? [entry.id] : []
}

export function pick<T>(from: readonly T[], chance: Chance): T | undefined {
  return from[Math.floor(chance() * from.length)]
}
