// Tags that are copied from one step and put onto others, as a format painter does.
import { copiedFrom } from './basis.ts'
import { createStore } from 'zustand/vanilla'
import type { Command } from '../../shared/commands/index.ts'
import type { Step } from '../../shared/model/step.ts'
import { runCommand } from '../state/edit.ts'
import { announce } from '../state/messages.ts'
import { words } from '../words/words.ts'
import { setBusy } from './canvas-store.ts'
import { present } from './edits.ts'

/** The step that tags were copied from, as it was then. */
export const copiedTags = createStore<{ readonly from: Step | null }>()(() => ({ from: null }))

/** Keeps the tags of the selected step. Returns false where not exactly one is selected. */
export function copyTags(): boolean {
  const now = present()
  const [id, more] = now?.selection.steps ?? []
  const from = more === undefined ? now?.workflow.steps.find((step) => step.id === id) : undefined
  if (!from) return false
  copiedTags.setState({ from })
  announce(words.editing.tagsCopied(from.name))
  return true
}

/** Puts the copied tags onto steps, as one undo step. */
export function pasteTags(ids: readonly string[]): void {
  const { from } = copiedTags.getState()
  const now = present()
  if (!from || !now || ids.length === 0) return
  const commands = tagCommands(
    from,
    now.workflow.steps.filter(({ id }) => ids.includes(id)),
    copiedFrom(from.name),
  )
  const label = words.editing.tagsLabel(ids.length)
  if (runCommand({ type: 'batch', label, commands })) announce(words.editing.tagsPasted(ids.length))
}

/** Copies the tags of the selected step; every step that is clicked from now on gets them, until Escape. */
export function startPainting(): void {
  if (copyTags()) setBusy({ kind: 'paint' })
}

/** The edits that make the tags of `to` those of `from`. A tag that nobody has set is taken away. Pure. */
export function tagCommands(from: Step, to: readonly Step[], basis: string): readonly Command[] {
  return to.map((step) => ({
    type: 'updateSteps',
    ids: [step.id],
    set: {
      consequence: replaced(step.consequence, from.consequence, basis),
      uncertainty: replaced(step.uncertainty, from.uncertainty, basis),
    },
  }))
}

// Members that the new tag lacks are named and taken away: what is only given would be merged into what is there.
function replaced<T extends object>(
  before: T | undefined,
  after: T | undefined,
  basis: string,
): Record<string, unknown> | null {
  if (after === undefined) return null
  const gone = Object.keys(before ?? {}).map((key) => [key, null] as const)
  return { ...Object.fromEntries(gone), ...after, basis }
}
