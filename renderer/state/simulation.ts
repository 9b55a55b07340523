// Stepping through a run of the active document: the run, its past, and the choices that are open now.
import { createStore } from 'zustand/vanilla'
import { availableChoices, startRun, step } from '../../shared/simulate/engine.ts'
import type { Choice, OpenChoice, RunState } from '../../shared/simulate/types.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { activeTab, documents, workflowOf } from './documents.ts'
import { showProblem } from './messages.ts'

export interface TabSimulation {
  /** The revision that the run walks on; editing the document does not change a run under way. */
  readonly workflow: Workflow | null
  /** The state now; null before the first start. */
  readonly run: RunState | null
  /** Every earlier state of this run, oldest first: stepping back is dropping the last. */
  readonly past: readonly RunState[]
  readonly playing: boolean
  readonly seed: number
}

export interface SimulationState {
  readonly tabs: Readonly<Record<string, TabSimulation>>
}

const IDLE: TabSimulation = { workflow: null, run: null, past: [], playing: false, seed: 1 }

export const simulations = createStore<SimulationState>()(() => ({
  tabs: Object.create(null) as Record<string, TabSimulation>,
}))

export function simulationOf(state: SimulationState, tab: string | null): TabSimulation {
  return (tab !== null && state.tabs[tab]) || IDLE
}

/** Starts the run of the active document from the beginning, on its present revision. */
export function resetSimulation(seed?: number): void {
  change((now, workflow) => {
    const chosen = seed ?? now.seed
    return { workflow, run: startRun(workflow, { seed: chosen }), past: [], playing: false, seed: chosen }
  })
}

/**
 * One step. Where a person has to answer or a branch is to be taken, `choice` says how; without it the odds decide a
 * branch, and a person's turn stays open.
 */
export function stepSimulation(choice?: Choice): void {
  change((now, workflow) => {
    const run = now.run ?? startRun(workflow, { seed: now.seed })
    const walked = now.workflow ?? workflow
    const next = step(walked, run, choice)
    return next === run ? {} : { workflow: walked, run: next, past: [...now.past, run] }
  })
}

/** One step back. */
export function stepBack(): void {
  change((now) =>
    now.past.length === 0 ? {} : { run: now.past.at(-1)!, past: now.past.slice(0, -1), playing: false },
  )
}

/** Goes to the state after `steps` steps. */
export function scrubTo(steps: number): void {
  change((now) => {
    const all = now.run ? [...now.past, now.run] : []
    const run = all[steps]
    return run ? { run, past: all.slice(0, steps), playing: false } : {}
  })
}

export function setPlaying(playing: boolean): void {
  change(() => ({ playing }))
}

/** What can be chosen now: branches, or the decisions that the handoff allows and "nobody answers". */
export function choicesOf({ workflow, run }: TabSimulation): readonly OpenChoice[] {
  return workflow && run ? availableChoices(workflow, run) : []
}

export function forgetSimulation(tab: string): void {
  simulations.setState((state) => {
    const tabs = { ...state.tabs }
    delete tabs[tab]
    return { tabs }
  })
}

function change(update: (now: TabSimulation, workflow: Workflow) => Partial<TabSimulation>): void {
  const tab = activeTab(documents.getState())
  if (!tab) return
  try {
    const now = simulationOf(simulations.getState(), tab.id)
    const next = { ...now, ...update(now, workflowOf(tab)) }
    simulations.setState((state) => ({ tabs: { ...state.tabs, [tab.id]: next } }))
  } catch (error) {
    showProblem('The run could not go on', error)
  }
}
