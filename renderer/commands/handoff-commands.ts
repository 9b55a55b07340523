// Suggested handoffs and findings.
import {
  IconCheck,
  IconChevronDown,
  IconChevronUp,
  IconEyeX,
  IconRuler2,
  IconShieldCheck,
} from '@tabler/icons-react'
import { selectItem } from '../canvas/select-item.ts'
import { findingsAt, openSuggestions } from '../../shared/analysis/open-suggestions.ts'
import { acceptSuggestion, placeHandoffs } from '../state/decisions.ts'
import { openDialog } from '../state/dialogs.ts'
import { workflowOf } from '../state/documents.ts'
import { announce } from '../state/messages.ts'
import { placeKey } from '../../shared/model/handoff.ts'
import { stepFinding } from '../state/step-finding.ts'
import { words } from '../words/words.ts'
import type { AppCommand, CommandState } from './app-command.ts'
import { canEdit, hasDocument } from './conditions.ts'
import { commandState } from './command-state.ts'
import { decisionOptions } from '../state/surroundings.ts'

const labels = words.commands

export const handoffCommands: readonly AppCommand[] = [
  {
    id: 'handoffs.place',
    get label() {
      return labels.handoffsPlace
    },
    group: 'Handoffs',
    keys: ['Mod+Enter'],
    icon: IconShieldCheck,
    words: 'suggest accept all gates cover',
    when: (state) => canEdit(state) && suggestionsOf(state) > 0,
    run: () => void (placeHandoffs() && announce(labels.placed)),
  },
  {
    id: 'handoffs.accept',
    get label() {
      return labels.handoffsAccept
    },
    group: 'Handoffs',
    keys: [],
    icon: IconCheck,
    words: 'suggestion place gate',
    when: (state) => canEdit(state) && selectedSuggestion(state) !== undefined,
    run: () => {
      const placed = selectedSuggestion(commandState())
      if (placed && acceptSuggestion(placed)) selectHandoffAt(placeKey(placed.at))
    },
  },
  {
    id: 'handoffs.dismiss',
    get label() {
      return labels.handoffsDismiss
    },
    group: 'Handoffs',
    keys: [],
    icon: IconEyeX,
    words: 'suggestion ignore reject finding',
    when: (state) => canEdit(state) && dismissable(state) !== undefined,
    run: () => {
      const finding = dismissable(commandState())
      if (finding === undefined) return
      const { suggestion } = commandState().view.selection
      openDialog({ kind: 'dismiss', finding, ...(suggestion !== null && { suggestion }) })
    },
  },
  {
    id: 'rules.packs',
    get label() {
      return labels.rulePacks
    },
    group: 'Handoffs',
    keys: [],
    icon: IconRuler2,
    words: 'own rules policy team conditions feel',
    when: hasDocument,
    run: () => openDialog({ kind: 'rule-packs' }),
  },
  {
    id: 'findings.next',
    get label() {
      return labels.findingsNext
    },
    group: 'Handoffs',
    keys: ['F8'],
    icon: IconChevronDown,
    words: 'problem error warning',
    when: hasDocument,
    run: () => stepFinding(1),
  },
  {
    id: 'findings.previous',
    get label() {
      return labels.findingsPrevious
    },
    group: 'Handoffs',
    keys: ['Shift+F8'],
    icon: IconChevronUp,
    words: 'problem error warning',
    when: hasDocument,
    run: () => stepFinding(-1),
  },
]

/** The keyboard stood on the ghost; it goes on to the handoff that has taken its place. */
function selectHandoffAt(key: string): void {
  const { tab } = commandState()
  const handoff = tab && workflowOf(tab).handoffs.findLast(({ at }) => placeKey(at) === key)
  if (handoff) selectItem(`gate:${handoff.id}`)
}

function suggestionsOf({ tab, analysis: { analysis } }: CommandState): number {
  return tab ? openSuggestions(workflowOf(tab), analysis, decisionOptions()).length : 0
}

function selectedSuggestion({ tab, view, analysis: { analysis } }: CommandState) {
  const key = view.selection.suggestion
  if (!tab || key === null) return undefined
  return openSuggestions(workflowOf(tab), analysis, decisionOptions()).find(({ at }) => placeKey(at) === key)
}

function dismissable({ view, analysis: { analysis } }: CommandState): string | undefined {
  const { suggestion, finding } = view.selection
  if (suggestion !== null && analysis) return findingsAt(analysis, suggestion)[0]?.id
  return finding ?? undefined
}
