// React's way into the stores. Selectors are module-level functions, so that a component re-renders only when the
// very value it reads has changed.
import { use, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { applyDispositions } from '../../shared/analysis/dispositions.ts'
import type { DisposedFindings } from '../../shared/analysis/dispositions.ts'
import { openSuggestions } from '../../shared/analysis/open-suggestions.ts'
import type { Analysis } from '../../shared/model/analysis.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { analysisOf } from './analysis.ts'
import type { AnalysisState, TabAnalysis } from './analysis.ts'
import { comparisonOf, comparisons } from './compare.ts'
import type { CompareState, TabComparison } from './compare.ts'
import { curveOfTab, curves, isLookedAt, pickedPoint } from './curve.ts'
import type { CurveState, TabCurve } from './curve.ts'
import { previewed } from './previewed.ts'
import { dialogs } from './dialogs.ts'
import type { DialogsState } from './dialogs.ts'
import { activeTab } from './documents.ts'
import type { DocumentsState, DocumentTab } from './documents.ts'
import { messages } from './messages.ts'
import type { MessagesState } from './messages.ts'
import { sensitivities, sensitivityOfTab } from './sensitivity.ts'
import type { SensitivityState, TabSensitivity } from './sensitivity.ts'
import { StoresContext } from './settled.tsx'
import { surroundings } from './surroundings.ts'
import { simulations, simulationOf } from './simulation.ts'
import type { SimulationState, TabSimulation } from './simulation.ts'
import { view, viewOf } from './view.ts'
import type { TabView, ViewState } from './view.ts'

type Suggestions = Analysis['placement']['handoffs']

export function useDocuments<T>(selector: (state: DocumentsState) => T): T {
  return useStore(use(StoresContext).documents, selector)
}

export function useView<T>(selector: (state: ViewState) => T): T {
  return useStore(view, selector)
}

export function useMessages<T>(selector: (state: MessagesState) => T): T {
  return useStore(messages, selector)
}

export function useDialog(): DialogsState['dialog'] {
  return useStore(dialogs, selectDialog)
}

/** Id of the active tab, or null on the home screen. */
export function useActiveId(): string | null {
  return useStore(use(StoresContext).documents, selectActiveId)
}

/** The active tab, or null on the home screen. Re-renders on every edit: prefer `useWorkflow` or a selector. */
export function useActiveTab(): DocumentTab | null {
  return useStore(use(StoresContext).documents, activeTab)
}

/** The workflow of the active tab, or null on the home screen. */
export function useWorkflow(): Workflow | null {
  return useStore(use(StoresContext).documents, selectWorkflow)
}

/** The view of the active tab. */
export function useTabView(): TabView
export function useTabView<T>(selector: (tab: TabView) => T): T
export function useTabView<T>(selector?: (tab: TabView) => T): T | TabView {
  const id = useActiveId()
  return useStore(view, (state) => (selector ?? whole)(viewOf(state, id)))
}

/** The analysis of the active tab with its staleness and error. */
export function useTabAnalysis(): TabAnalysis {
  const id = useActiveId()
  return useStore(use(StoresContext).analyses, (state: AnalysisState) => analysisOf(state, id))
}

/** The last analysis of the active tab; it may speak of an older revision for a moment. */
export function useAnalysis(): Analysis | null {
  const id = useActiveId()
  return useStore(use(StoresContext).analyses, (state: AnalysisState) => analysisOf(state, id).analysis)
}

/** The findings of the active tab by what people decided about them; null until there is an analysis. */
export function useDisposed(): DisposedFindings | null {
  const analysis = useAnalysis()
  const workflow = useWorkflow()
  const options = useStore(surroundings)
  return useMemo(
    () => (analysis && workflow ? applyDispositions(analysis.findings, workflow, options) : null),
    [analysis, workflow, options],
  )
}

/** Suggested handoffs that nobody has set aside; the same list as long as it holds the same, for the clock ticks. */
export function useOpenSuggestions(workflow: Workflow | null, analysis: Analysis | null): Suggestions {
  const options = useStore(surroundings)
  const last = useRef<Suggestions>([])
  return useMemo(() => {
    const open = workflow ? openSuggestions(workflow, analysis, options) : []
    const { current } = last
    if (open.length !== current.length || open.some((placed, i) => placed !== current[i])) last.current = open
    return last.current
  }, [workflow, analysis, options])
}

/** The simulation of the active tab. */
export function useSimulation(): TabSimulation {
  const id = useActiveId()
  return useStore(simulations, (state: SimulationState) => simulationOf(state, id))
}

/** What more minutes buy in the active tab, as far as it is known. */
export function useCurve(): TabCurve {
  const id = useActiveId()
  return useStore(curves, (state: CurveState) => curveOfTab(state, id))
}

/** The active tab beside its other side. */
export function useComparison(): TabComparison {
  const id = useActiveId()
  return useStore(comparisons, (state: CompareState) => comparisonOf(state, id))
}

/** The analysis as the canvas draws it: with the handoffs of the point of the curve that is being looked at. */
export function useDrawnAnalysis(): Analysis | null {
  const analysis = useAnalysis()
  const workflow = useWorkflow()
  const curve = useCurve()
  const shown = useView(isLookedAt)
  const point = shown ? pickedPoint(curve, workflow) : null
  return useMemo(
    () => (analysis && workflow && point ? previewed(workflow, analysis, point) : analysis),
    [analysis, workflow, point],
  )
}

/** What the placement of the active tab hangs on, as far as it is known. */
export function useSensitivity(): TabSensitivity {
  const id = useActiveId()
  return useStore(sensitivities, (state: SensitivityState) => sensitivityOfTab(state, id))
}

function selectDialog(state: DialogsState): DialogsState['dialog'] {
  return state.dialog
}

function selectActiveId(state: DocumentsState): string | null {
  return state.active
}

function selectWorkflow(state: DocumentsState): Workflow | null {
  return activeTab(state)?.history.present ?? null
}

function whole(tab: TabView): TabView {
  return tab
}
