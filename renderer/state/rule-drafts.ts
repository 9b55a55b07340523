// Rules that are being written and are in no document yet: kept while other rules are looked at and the dialog is closed.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { PackRule } from '../../shared/model/rule-pack.ts'

export interface RuleDraft {
  readonly tab: string
  readonly pack: string
  readonly rule: PackRule
  /** The version that the pack is to have with it. */
  readonly version: string
}

/** By tab, pack and rule. */
const drafts = createStore<{ readonly drafts: ReadonlyMap<string, RuleDraft> }>()(() => ({
  drafts: new Map(),
}))

/** Keeps a rule as it is written now. */
export function keepDraft(draft: RuleDraft): void {
  drafts.setState((state) => ({ drafts: new Map(state.drafts).set(keyOf(draft), draft) }))
}

/** Forgets it: it was saved, or given up. */
export function dropDraft(
  draft: Pick<RuleDraft, 'tab' | 'pack'> & { readonly rule: { readonly id: string } },
): void {
  drafts.setState((state) => {
    const next = new Map(state.drafts)
    next.delete(keyOf(draft))
    return { drafts: next }
  })
}

/** The unsaved rules of a pack, by id, in the order in which they were begun. */
export function useDrafts(tab: string | null, pack: string): ReadonlyMap<string, RuleDraft> {
  const all = useStore(drafts, (state) => state.drafts)
  return new Map(
    [...all.values()].flatMap((draft) =>
      draft.tab === tab && draft.pack === pack ? [[draft.rule.id, draft] as const] : [],
    ),
  )
}

function keyOf({ tab, pack, rule }: Parameters<typeof dropDraft>[0]): string {
  return JSON.stringify([tab, pack, rule.id])
}
