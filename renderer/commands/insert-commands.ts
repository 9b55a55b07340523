// New steps, transitions and handoffs.
import {
  IconArrowRight,
  IconGitBranch,
  IconNote,
  IconPlus,
  IconRowInsertBottom,
  IconShieldPlus,
} from '@tabler/icons-react'
import { setBusy } from '../canvas/canvas-store.ts'
import { addHandoffAtSelection, present } from '../canvas/edits.ts'
import { startNote } from '../canvas/notes/note-edits.ts'
import { lookedAt } from '../canvas/whereabouts.ts'
import { words } from '../words/words.ts'
import type { AppCommand } from './app-command.ts'
import { canDesign, hasOneStep } from './conditions.ts'

const labels = words.commands

export const insertCommands: readonly AppCommand[] = [
  {
    id: 'insert.step',
    get label() {
      return labels.insertStep
    },
    group: 'Insert',
    keys: ['N'],
    icon: IconPlus,
    words: 'new add node create',
    when: canDesign,
    run: () => setBusy({ kind: 'add', request: { at: null, screen: null, after: null, on: null } }),
  },
  {
    id: 'insert.append',
    get label() {
      return labels.insertAppend
    },
    group: 'Insert',
    keys: ['A'],
    icon: IconRowInsertBottom,
    words: 'next after new step',
    when: hasOneStep,
    run: () => {
      const after = present()?.selection.steps[0] ?? null
      setBusy({ kind: 'add', request: { at: null, screen: null, after, on: null } })
    },
  },
  {
    id: 'insert.onTransition',
    get label() {
      return labels.insertOnTransition
    },
    group: 'Insert',
    keys: ['I'],
    icon: IconGitBranch,
    words: 'between split transition',
    when: (state) => canDesign(state) && state.view.selection.transitions.length === 1,
    run: () => {
      const on = present()?.selection.transitions[0] ?? null
      setBusy({ kind: 'add', request: { at: null, screen: null, after: null, on } })
    },
  },
  {
    id: 'insert.connect',
    get label() {
      return labels.insertConnect
    },
    group: 'Insert',
    keys: ['C'],
    icon: IconArrowRight,
    words: 'transition arrow link edge',
    when: hasOneStep,
    run: () => {
      const from = present()?.selection.steps[0]
      if (from !== undefined) setBusy({ kind: 'connect', from, candidate: null })
    },
  },
  {
    id: 'insert.handoff',
    get label() {
      return labels.insertHandoff
    },
    group: 'Insert',
    keys: ['H'],
    icon: IconShieldPlus,
    words: 'gate approve person human review',
    when: (state) =>
      canDesign(state) && state.view.selection.steps.length + state.view.selection.transitions.length === 1,
    run: addHandoffAtSelection,
  },
  {
    id: 'insert.note',
    get label() {
      return labels.insertNote
    },
    group: 'Insert',
    keys: ['Shift+S'],
    icon: IconNote,
    words: 'sticky comment remark annotation text',
    when: canDesign,
    run: () => {
      const [at, now] = [lookedAt(), present()]
      if (at && now) startNote(at, now.workflow)
    },
  },
]
