// The effects of one tag together: the strongest speaks for it, the others stand behind it.
import type { Effect, Untagged } from '../../../shared/model/sensitivity.ts'
import type { FocusRequest } from '../../state/view.ts'

export interface TagGroup {
  readonly field: string
  readonly strongest: Effect
  readonly others: readonly Effect[]
}

/** In the order of their strongest effects. */
export function groupByTag(effects: readonly Effect[]): readonly TagGroup[] {
  const groups = new Map<string, Effect[]>()
  for (const effect of effects) groups.set(effect.field, [...(groups.get(effect.field) ?? []), effect])
  return [...groups].map(([field, [strongest, ...others]]) => ({ field, strongest: strongest!, others }))
}

/** Where the tag is set: the element, and the field of the inspector. */
export function fieldTarget({
  element,
  field,
}: Pick<Effect | Untagged, 'element' | 'field'>): Omit<FocusRequest, 'count'> {
  // Ids may hold slashes, and are known: what follows them is the field.
  if ('transition' in element)
    return {
      element: element.transition,
      kind: 'transition',
      field: field.slice(`transitions/${element.transition}/`.length),
    }
  const ofStep = `steps/${element.step}/`
  if (field.startsWith(ofStep))
    return { element: element.step, kind: 'step', field: field.slice(ofStep.length) }
  // The odds of a decision are set at its ways.
  const way = field.slice('transitions/'.length, -'/probability'.length)
  return { element: way, kind: 'transition', field: 'probability' }
}
