// What a click adds to a selection or takes out of it.
import { EMPTY_SELECTION } from '../state/view.ts'
import type { Selection } from '../state/view.ts'
import { stepsBehind } from '../state/folding.ts'
import { selectionOf } from './items.ts'

/** The selection with one step or transition more, or without it; steps and transitions can be selected together. */
export function toggled(before: Selection, item: string): Selection {
  const kind = item.startsWith('step:') ? 'steps' : item.startsWith('edge:') ? 'transitions' : null
  if (kind === null) return selectionOf(item)
  const id = item.slice('step:'.length)
  const ids = kind === 'steps' ? stepsBehind(id) : [id]
  const chosen = before[kind]
  const { steps, transitions } = before
  return {
    ...EMPTY_SELECTION,
    steps,
    transitions,
    [kind]: chosen.includes(ids[0]!)
      ? chosen.filter((one) => !ids.includes(one))
      : [...new Set([...chosen, ...ids])],
  }
}
