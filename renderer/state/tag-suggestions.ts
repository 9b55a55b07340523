// Suggested tags of the active document: which are open, and what is done with them. Those that were dismissed are
// kept as long as the window is open, for they are no part of the document.
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Workflow } from '../../shared/model/workflow.ts'
import { acceptTags } from '../../shared/tagging/accept.ts'
import { suggestTags, untaggedSteps } from '../../shared/tagging/suggest.ts'
import type { TagSuggestion } from '../../shared/tagging/suggest.ts'
import { words } from '../words/words.ts'
import { activeTab, documents, workflowOf } from './documents.ts'
import { runCommand } from './edit.ts'
import { useActiveId, useWorkflow } from './hooks.ts'
import { announce } from './messages.ts'

interface DismissedState {
  /** Step ids by tab. */
  readonly dismissed: Readonly<Record<string, ReadonlySet<string>>>
}

export interface TagSuggestions {
  readonly untagged: number
  readonly open: ReadonlyMap<string, TagSuggestion>
  readonly dismissed: number
}

const NONE: TagSuggestions = { untagged: 0, open: new Map(), dismissed: 0 }
const NOBODY: ReadonlySet<string> = new Set()

const store = createStore<DismissedState>()(() => ({
  dismissed: Object.create(null) as Record<string, ReadonlySet<string>>,
}))

const ofRevision = new WeakMap<Workflow['steps'], ReadonlyMap<string, TagSuggestion>>()

/** The suggestions for the active document. */
export function useTagSuggestions(): TagSuggestions {
  const tab = useActiveId()
  const workflow = useWorkflow()
  const dismissed = useStore(store, (state) => (tab === null ? NOBODY : (state.dismissed[tab] ?? NOBODY)))
  return useMemo(() => (workflow ? suggestionsOf(workflow, dismissed) : NONE), [workflow, dismissed])
}

/** The open suggestions now, for commands. */
export function openTagSuggestions(): ReadonlyMap<string, TagSuggestion> {
  const tab = activeTab(documents.getState())
  if (!tab) return NONE.open
  return suggestionsOf(workflowOf(tab), store.getState().dismissed[tab.id] ?? NOBODY).open
}

/** Accepts the open suggestions of these steps, or all of them, as one undo step. */
export function acceptTagSuggestions(steps?: readonly string[]): void {
  const open = openTagSuggestions()
  const chosen = (steps ?? [...open.keys()]).flatMap((id) => open.get(id) ?? [])
  if (chosen.length === 0 || !runCommand(acceptTags(chosen))) return
  announce(words.table.accepted(chosen.length))
}

/** Suggestions of these steps are no longer shown, or all of them. */
export function dismissTagSuggestions(steps?: readonly string[]): void {
  const tab = documents.getState().active
  if (tab === null) return
  const gone = steps ?? [...openTagSuggestions().keys()]
  store.setState(({ dismissed }) => ({
    dismissed: { ...dismissed, [tab]: new Set([...(dismissed[tab] ?? NOBODY), ...gone]) },
  }))
}

/** Shows dismissed suggestions of the active document again. */
export function restoreTagSuggestions(): void {
  const tab = documents.getState().active
  if (tab === null) return
  store.setState(({ dismissed }) => ({ dismissed: { ...dismissed, [tab]: NOBODY } }))
}

function suggestionsOf(workflow: Workflow, dismissed: ReadonlySet<string>): TagSuggestions {
  const all = ofRevision.get(workflow.steps) ?? suggestTags(workflow)
  ofRevision.set(workflow.steps, all)
  const open = new Map([...all].filter(([id]) => !dismissed.has(id)))
  return { untagged: untaggedSteps(workflow).length, open, dismissed: all.size - open.size }
}
