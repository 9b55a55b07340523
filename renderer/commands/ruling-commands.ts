// What people rule about places and risks: never a gate here, this handoff stays, this risk is accepted.
import { IconBan, IconPin, IconShieldX } from '@tabler/icons-react'
import { placeKey } from '../../shared/model/handoff.ts'
import type { Place } from '../../shared/model/handoff.ts'
import { openDialog } from '../state/dialogs.ts'
import { workflowOf } from '../state/documents.ts'
import { runCommand } from '../state/edit.ts'
import { words } from '../words/words.ts'
import type { AppCommand, CommandState } from './app-command.ts'
import { commandState } from './command-state.ts'
import { canDesign } from './conditions.ts'

const labels = words.commands

export const rulingCommands: readonly AppCommand[] = [
  {
    id: 'handoffs.forbid',
    get label() {
      return labels.handoffsForbid
    },
    group: 'Handoffs',
    keys: [],
    icon: IconBan,
    words: 'forbid place exclude rule out gate',
    when: (state) => canDesign(state) && selectedPlace(state) !== undefined,
    checked: (state) => isForbidden(state),
    run: () => {
      const state = commandState()
      const at = selectedPlace(state)
      if (at) runCommand({ type: isForbidden(state) ? 'allowPlace' : 'forbidPlace', at })
    },
  },
  {
    id: 'handoffs.pin',
    get label() {
      return labels.handoffsPin
    },
    group: 'Handoffs',
    keys: [],
    icon: IconPin,
    words: 'pin keep fix never remove gate',
    when: (state) => canDesign(state) && selectedHandoff(state) !== undefined,
    checked: (state) => selectedHandoff(state)?.pinned === true,
    run: () => {
      const handoff = selectedHandoff(commandState())
      if (handoff)
        runCommand({ type: 'updateHandoff', id: handoff.id, set: { pinned: handoff.pinned ? null : true } })
    },
  },
  {
    id: 'handoffs.acceptRisk',
    get label() {
      return labels.handoffsAcceptRisk
    },
    group: 'Handoffs',
    keys: [],
    icon: IconShieldX,
    words: 'waive waiver owner expiry',
    when: (state) => canDesign(state) && riskyStep(state) !== undefined,
    run: () => {
      const step = riskyStep(commandState())
      if (step !== undefined) openDialog({ kind: 'risk', step })
    },
  },
]

/** The place that is meant by what is selected: a door, a way, a start, or where a handoff is suggested. */
function selectedPlace({ tab, view, analysis: { analysis } }: CommandState): Place | undefined {
  const { steps, transitions, suggestion } = view.selection
  if (!tab) return undefined
  if (suggestion !== null)
    return analysis?.placement.handoffs.find(({ at }) => placeKey(at) === suggestion)?.at
  if (transitions.length === 1 && steps.length === 0) return { on: transitions[0]! }
  if (steps.length !== 1 || transitions.length > 0) return undefined
  const step = workflowOf(tab).steps.find(({ id }) => id === steps[0])
  if (!step || step.kind === 'end') return undefined
  return step.kind === 'start' ? { start: step.id } : { before: step.id }
}

function isForbidden(state: CommandState): boolean {
  const at = selectedPlace(state)
  const forbidden = state.tab ? workflowOf(state.tab).placing?.forbidden : undefined
  return at !== undefined && forbidden?.some((place) => placeKey(place) === placeKey(at)) === true
}

function selectedHandoff({ tab, view }: CommandState) {
  const [id, ...others] = view.selection.handoffs
  if (!tab || id === undefined || others.length > 0) return undefined
  return workflowOf(tab).handoffs.find((handoff) => handoff.id === id)
}

/** The one selected step, where it demands somebody or would. */
function riskyStep({ view, analysis: { analysis } }: CommandState): string | undefined {
  const [id, ...others] = view.selection.steps
  if (id === undefined || others.length > 0 || !analysis || !Object.hasOwn(analysis.steps, id))
    return undefined
  const figures = analysis.steps[id]
  return figures?.required !== undefined || figures?.waived !== undefined ? id : undefined
}
