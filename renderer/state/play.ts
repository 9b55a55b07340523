// Plays a run: one step every so often, until a person has to answer, the run ends, or somebody pauses it.
import { documents } from './documents.ts'
import { simulationOf, simulations, setPlaying, stepSimulation } from './simulation.ts'

const STEP_MS = 600

/** Keeps the run of the active document going while it is playing. Returns a function that stops it. */
export function playSimulations(): () => void {
  const timer = setInterval(() => {
    const now = simulationOf(simulations.getState(), documents.getState().active)
    if (!now.playing) return
    stepSimulation()
    const { run } = simulationOf(simulations.getState(), documents.getState().active)
    if (run === now.run || run?.status !== 'running') setPlaying(false)
  }, STEP_MS)
  return () => clearInterval(timer)
}
