// Accepting suggested tags, one or many, as one edit.
import type { Command } from '../commands/index.ts'
import { counted } from '../commands/words.ts'
import type { TagSuggestion } from './suggest.ts'

/** The command that writes suggestions into the document; each says in its basis where it comes from. */
export function acceptTags(suggestions: readonly TagSuggestion[]): Command {
  return {
    type: 'batch',
    label: `accept tags of ${counted(suggestions.length, 'step')}`,
    commands: suggestions.map(({ step, consequence, uncertainty }) => ({
      type: 'updateSteps' as const,
      ids: [step],
      set: { ...(consequence && { consequence }), ...(uncertainty && { uncertainty }) },
    })),
  }
}
