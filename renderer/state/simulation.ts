// Stepping through a run of the active document: the run, its past, and the choices that are open now.
import { createStore } from 'zustand/vanilla'
import { availableChoices, startRun, step } from '../../shared/simulate/engine.ts'
import { playOn, startPlaying } from '../../shared/simulate/scenario.ts'
import type { Choice, OpenChoice, RunState } from '../../shared/simulate/types.ts'
import type { Scenario } from '../../shared/model/scenario.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { activeTab, documents, workflowOf } from './documents.ts'
import { showProblem } from './messages.ts'
import { words } from '../words/words.ts'

export interface TabSimulation {
  /** The revision that the run walks on; editing the document does not change a run under way. */
  readonly workflow: Workflow | null
  /** The state now; null before the first start. */
  readonly run: RunState | null
  /** Every earlier state of this run, oldest first: stepping back is dropping the last. */
  readonly past: readonly RunState[]
  /** States that were stepped back from, or that a replay still has before it; nearest first. */
  readonly future: readonly RunState[]
  readonly playing: boolean
  readonly seed: number
}

export interface SimulationState {
  readonly tabs: Readonly<Record<string, TabSimulation>>
}

const IDLE: TabSimulation = { workflow: null, run: null, past: [], future: [], playing: false, seed: 1 }

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
    return {
      workflow,
      run: startRun(workflow, { seed: chosen }),
      past: [],
      future: [],
      playing: false,
      seed: chosen,
    }
  })
}

/** Plays a recorded run on the present revision and goes back to its beginning, so that it can be stepped through. */
export function replayScenario({ seed, script, values }: Pick<Scenario, 'seed' | 'script' | 'values'>): void {
  change((_, workflow) => {
    const states: RunState[] = []
    let playing = startPlaying(workflow, script, { seed, ...(values && { values }) })
    while (playing.state.status !== 'ended') {
      states.push(playing.state)
      playing = playOn(workflow, playing)
    }
    const [run, ...future] = [...states, playing.state]
    return { workflow, run: run, past: [], future, playing: false, seed }
  })
}

/**
 * One step. Where a person has to answer or a branch is to be taken, `choice` says how; without it the odds decide a
 * branch, and a person's turn stays open.
 */
export function stepSimulation(choice?: Choice): void {
  change((now, workflow) => {
    const run = now.run ?? startRun(workflow, { seed: now.seed })
    const [again, ...future] = now.future
    if (choice === undefined && again) return { run: again, past: [...now.past, run], future }
    const walked = now.workflow ?? workflow
    const next = step(walked, run, choice)
    return next === run ? {} : { workflow: walked, run: next, past: [...now.past, run], future: [] }
  })
}

/** One step back. */
export function stepBack(): void {
  const { past } = simulationOf(simulations.getState(), documents.getState().active)
  if (past.length > 0) scrubTo(past.length - 1)
}

/** Goes to the state after `steps` steps of what was walked or replayed so far. */
export function scrubTo(steps: number): void {
  change((now) => {
    const all = now.run ? [...now.past, now.run, ...now.future] : []
    const run = all[steps]
    return run ? { run, past: all.slice(0, steps), future: all.slice(steps + 1), playing: false } : {}
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
    showProblem(words.messages.runStopped, error)
  }
}
