// Tags of the selected steps by digit keys: 0-4 for consequence, with Shift for uncertainty.
import { IconBrush, IconBulb, IconClipboard, IconCopy } from '@tabler/icons-react'
import type { Level } from '../../shared/model/scales.ts'
import { tagSelection } from '../canvas/edits.ts'
import { copiedTags, copyTags, pasteTags, startPainting } from '../canvas/tags.ts'
import { acceptTagSuggestions, dismissTagSuggestions, openTagSuggestions } from '../state/tag-suggestions.ts'
import { words } from '../words/words.ts'
import type { AppCommand } from './app-command.ts'
import { commandState } from './command-state.ts'
import { canDesign, hasOneStep, hasSteps } from './conditions.ts'

const LEVELS: readonly Level[] = [0, 1, 2, 3, 4]

export const tagCommands: readonly AppCommand[] = [
  ...LEVELS.map((level) => tagCommand('consequence', level, `${level}`)),
  ...LEVELS.map((level) => tagCommand('uncertainty', level, `Shift+${level}`)),
  {
    id: 'tag.copy',
    get label() {
      return words.commands.tagCopy
    },
    group: 'Tag',
    keys: ['Mod+Alt+C'],
    icon: IconCopy,
    words: 'format painter level',
    when: hasOneStep,
    run: () => void copyTags(),
  },
  {
    id: 'tag.paste',
    get label() {
      return words.commands.tagPaste
    },
    group: 'Tag',
    keys: ['Mod+Alt+V'],
    icon: IconClipboard,
    words: 'format painter level',
    when: (state) => canDesign(state) && hasSteps(state) && copiedTags.getState().from !== null,
    run: () => pasteTags(commandState().view.selection.steps),
  },
  {
    id: 'tag.paint',
    get label() {
      return words.commands.tagPaint
    },
    group: 'Tag',
    keys: ['P'],
    icon: IconBrush,
    words: 'format painter copy brush level',
    when: hasOneStep,
    run: startPainting,
  },
  {
    id: 'tag.accept',
    get label() {
      return words.commands.tagAccept
    },
    group: 'Tag',
    keys: ['Y'],
    icon: IconBulb,
    words: 'suggestion guess untagged yes',
    when: (state) => canDesign(state) && hasSuggestion(state.view.selection.steps),
    run: () => acceptTagSuggestions(commandState().view.selection.steps),
  },
  {
    id: 'tag.acceptAll',
    get label() {
      return words.commands.tagAcceptAll
    },
    group: 'Tag',
    keys: ['Shift+Y'],
    icon: IconBulb,
    words: 'suggestion guess untagged every',
    when: (state) => canDesign(state) && openTagSuggestions().size > 0,
    run: () => acceptTagSuggestions(),
  },
  {
    id: 'tag.dismiss',
    get label() {
      return words.commands.tagDismiss
    },
    group: 'Tag',
    keys: [],
    icon: null,
    words: 'suggestion guess untagged hide no',
    when: (state) => hasSuggestion(state.view.selection.steps),
    run: () => dismissTagSuggestions(commandState().view.selection.steps),
  },
]

function hasSuggestion(steps: readonly string[]): boolean {
  const open = openTagSuggestions()
  return steps.some((id) => open.has(id))
}

function tagCommand(tag: 'consequence' | 'uncertainty', level: Level, key: string): AppCommand {
  return {
    id: `tag.${tag}.${level}`,
    get label() {
      return words.commands.tag(tag, words.scales[tag][level])
    },
    group: 'Tag',
    keys: [key],
    icon: null,
    words: 'level set',
    when: (state) => canDesign(state) && hasSteps(state),
    run: () => tagSelection(tag, level),
  }
}
