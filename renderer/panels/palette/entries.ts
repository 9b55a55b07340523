// What the palette can find: every command that can be used now, every step, handoff and finding.
import type { Analysis } from '../../../shared/model/analysis.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { askCanvas } from '../../canvas/canvas-store.ts'
import { keysOf } from '../../commands/bound-keys.ts'
import { commandState } from '../../commands/command-state.ts'
import { COMMANDS } from '../../commands/index.ts'
import { runAppCommand } from '../../commands/registry.ts'
import { select, showBottom } from '../../state/view.ts'
import { words } from '../../words/words.ts'
import { showFinding } from '../findings/show-finding.ts'
import { handoffName } from '../parts/names.ts'

export interface PaletteEntry {
  readonly id: string
  readonly kind: keyof typeof words.search.kinds
  readonly label: string
  /** More that it is found by, after its label. */
  readonly words: string
  readonly keys: string | null
  readonly run: () => void
}

interface Place {
  readonly tab: string | null
  readonly workflow: Workflow | null
  readonly analysis: Analysis | null
}

/** Commands first: they are what most people look for, and ties in the ranking keep this order. */
export function paletteEntries(place: Place): readonly PaletteEntry[] {
  return [...commandEntries(), ...stepEntries(place), ...handoffEntries(place), ...findingEntries(place)]
}

function commandEntries(): readonly PaletteEntry[] {
  const state = commandState()
  return COMMANDS.filter(({ id, when }) => id !== 'help.palette' && when(state)).map((command) => ({
    id: `command ${command.id}`,
    kind: 'command',
    label: command.label,
    words: command.words,
    keys: keysOf(command)[0] ?? null,
    run: () => void runAppCommand(command.id),
  }))
}

function stepEntries({ tab, workflow }: Place): readonly PaletteEntry[] {
  if (tab === null || !workflow) return []
  return workflow.steps.map((step) => ({
    id: `step ${step.id}`,
    kind: 'step',
    label: step.name || step.id,
    words: words.scales.stepKinds[step.kind],
    keys: null,
    run: () => {
      select(tab, { steps: [step.id] })
      askCanvas('focus', step.id)
    },
  }))
}

function handoffEntries({ tab, workflow }: Place): readonly PaletteEntry[] {
  if (tab === null || !workflow) return []
  return workflow.handoffs.map((handoff) => ({
    id: `handoff ${handoff.id}`,
    kind: 'handoff',
    label: handoffName(workflow, handoff.id),
    words: words.scales.strengths[handoff.strength],
    keys: null,
    run: () => select(tab, { handoffs: [handoff.id] }),
  }))
}

function findingEntries({ tab, analysis }: Place): readonly PaletteEntry[] {
  if (tab === null || !analysis) return []
  return analysis.findings.map((finding) => ({
    id: `finding ${finding.id}`,
    kind: 'finding',
    label: `${finding.rule} · ${words.common.say(finding.message)}`,
    words: words.findings.severities[finding.severity],
    keys: null,
    run: () => {
      showBottom('findings')
      showFinding(tab, finding)
    },
  }))
}
