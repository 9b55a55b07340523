// Accepting suggested tags, one or many, as one edit.
import type { Command } from '../commands/index.ts'
import { counted } from '../commands/words.ts'
import { canonicalJson } from '../support/canonical-json.ts'
import type { TagSuggestion } from './suggest.ts'

/**
 * The command that writes suggestions into the document; each says in its basis where it comes from. Steps that get the
 * same tags are changed together, for each change looks at every step once.
 */
export function acceptTags(suggestions: readonly TagSuggestion[]): Command {
  const groups = new Map<string, { readonly ids: string[]; readonly set: object }>()
  for (const { step, consequence, uncertainty } of suggestions) {
    const set = { ...(consequence && { consequence }), ...(uncertainty && { uncertainty }) }
    const key = canonicalJson(set)
    const group = groups.get(key) ?? { ids: [], set }
    group.ids.push(step)
    groups.set(key, group)
  }
  return {
    type: 'batch',
    label: `accept tags of ${counted(suggestions.length, 'step')}`,
    commands: [...groups.values()].map(({ ids, set }) => ({
      type: 'updateSteps' as const,
      ids,
      set: { ...set },
    })),
  }
}
