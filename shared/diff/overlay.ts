// Two revisions as one drawing: what is there now, what went, and a mark on everything that came, went or changed.
import type { Change, ChangeKind } from '../model/difference.ts'
import type { Workflow } from '../model/workflow.ts'

/** `after` with whatever only `before` has, where it was drawn. Both speak under the same ids (`compareSides`). */
export function overlaid(before: Workflow, after: Workflow): Workflow {
  return {
    ...after,
    steps: withGone(before.steps, after.steps),
    transitions: withGone(before.transitions, after.transitions),
    handoffs: withGone(before.handoffs, after.handoffs),
    layout: { ...after.layout, steps: { ...before.layout.steps, ...after.layout.steps } },
  }
}

/**
 * The marks by what they are on: `step:`, `edge:` or `gate:` and an id. What was only moved has none, for it is drawn
 * where it is now.
 */
export function changeMarks(structural: readonly Change[]): ReadonlyMap<string, ChangeKind> {
  const marks = new Map<string, ChangeKind>()
  for (const { part, id, kind, class: about } of structural) {
    const item = about === 'moved' ? undefined : itemOf({ part, id })
    if (item !== undefined) marks.set(item, kind)
  }
  return marks
}

/** What a change is on in the drawing; undefined for what is not drawn. */
export function itemOf({ part, id }: Pick<Change, 'part' | 'id'>): string | undefined {
  if (part === 'step' || part === 'position') return `step:${id}`
  if (part === 'transition') return `edge:${id}`
  return part === 'handoff' ? `gate:${id}` : undefined
}

function withGone<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): readonly T[] {
  const there = new Set(after.map(({ id }) => id))
  const gone = before.filter(({ id }) => !there.has(id))
  return gone.length === 0 ? after : [...after, ...gone]
}
