// Tags of the selected steps by digit keys: 0-4 for consequence, with Shift for uncertainty.
import type { Level } from '../../shared/model/scales.ts'
import { tagSelection } from '../canvas/edits.ts'
import { words } from '../words/words.ts'
import type { AppCommand } from './app-command.ts'
import { canDesign, hasSteps } from './conditions.ts'

const LEVELS: readonly Level[] = [0, 1, 2, 3, 4]

export const tagCommands: readonly AppCommand[] = [
  ...LEVELS.map((level) => tagCommand('consequence', level, `${level}`)),
  ...LEVELS.map((level) => tagCommand('uncertainty', level, `Shift+${level}`)),
]

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
