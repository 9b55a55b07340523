// The effects of one tag together: the likeliest mistake speaks for it, the others stand behind it.
import type { Effect, Untagged } from '../../../shared/model/sensitivity.ts'
import type { FocusRequest } from '../../state/view.ts'

export interface TagGroup {
  readonly field: string
  /** The value nearest to the one of today: to be one level off is the likeliest mistake. */
  readonly nearest: Effect
  readonly others: readonly Effect[]
}

/** In the order of their first effects, which are the strongest. */
export function groupByTag(effects: readonly Effect[]): readonly TagGroup[] {
  const groups = new Map<string, Effect[]>()
  for (const effect of effects) groups.set(effect.field, [...(groups.get(effect.field) ?? []), effect])
  return [...groups].map(([field, all]) => {
    const nearest = all.reduce((near, effect) => (effect.away < near.away ? effect : near))
    return { field, nearest, others: all.filter((effect) => effect !== nearest) }
  })
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
