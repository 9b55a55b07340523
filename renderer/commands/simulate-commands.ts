// Stepping through a run.
import {
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
} from '@tabler/icons-react'
import { documents } from '../state/documents.ts'
import {
  resetSimulation,
  setPlaying,
  simulationOf,
  simulations,
  stepBack,
  stepSimulation,
} from '../state/simulation.ts'
import { words } from '../words/words.ts'
import type { AppCommand } from './app-command.ts'
import { isSimulating } from './conditions.ts'

const labels = words.commands

export const simulateCommands: readonly AppCommand[] = [
  {
    id: 'simulate.play',
    get label() {
      return labels.simulatePlay
    },
    group: 'Simulate',
    keys: ['Space'],
    icon: IconPlayerPlay,
    words: 'pause run start stop',
    when: isSimulating,
    checked: () => now().playing,
    run: () => setPlaying(!now().playing),
  },
  {
    id: 'simulate.step',
    get label() {
      return labels.simulateStep
    },
    group: 'Simulate',
    keys: ['ArrowRight'],
    icon: IconPlayerTrackNext,
    words: 'next forward',
    when: isSimulating,
    run: () => stepSimulation(),
  },
  {
    id: 'simulate.back',
    get label() {
      return labels.simulateBack
    },
    group: 'Simulate',
    keys: ['ArrowLeft'],
    icon: IconPlayerTrackPrev,
    words: 'previous',
    when: isSimulating,
    run: stepBack,
  },
  {
    id: 'simulate.reset',
    get label() {
      return labels.simulateReset
    },
    group: 'Simulate',
    keys: ['R'],
    icon: IconPlayerSkipBack,
    words: 'restart begin',
    when: isSimulating,
    run: () => resetSimulation(),
  },
]

function now() {
  return simulationOf(simulations.getState(), documents.getState().active)
}
