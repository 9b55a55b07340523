// Lining steps up and spacing them out: the ways without dragging.
import {
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { arrangeSelection } from '../canvas/arrange-selection.ts'
import type { Arrangement } from '../canvas/arrange-selection.ts'
import { words } from '../words/words.ts'
import type { AppCommand } from './app-command.ts'
import { canDesign } from './conditions.ts'

type Label =
  | 'arrangeLeft'
  | 'arrangeCenter'
  | 'arrangeRight'
  | 'arrangeTop'
  | 'arrangeMiddle'
  | 'arrangeBottom'
  | 'arrangeAcross'
  | 'arrangeDown'

export const arrangeCommands: readonly AppCommand[] = [
  arrange('left', 'arrangeLeft', 'Alt+A', IconLayoutAlignLeft, 2),
  arrange('center', 'arrangeCenter', 'Alt+H', IconLayoutAlignCenter, 2),
  arrange('right', 'arrangeRight', 'Alt+D', IconLayoutAlignRight, 2),
  arrange('top', 'arrangeTop', 'Alt+W', IconLayoutAlignTop, 2),
  arrange('middle', 'arrangeMiddle', 'Alt+V', IconLayoutAlignMiddle, 2),
  arrange('bottom', 'arrangeBottom', 'Alt+S', IconLayoutAlignBottom, 2),
  arrange('across', 'arrangeAcross', 'Alt+Shift+H', IconLayoutDistributeVertical, 3),
  arrange('down', 'arrangeDown', 'Alt+Shift+V', IconLayoutDistributeHorizontal, 3),
]

function arrange(how: Arrangement, label: Label, key: string, icon: Icon, least: number): AppCommand {
  return {
    id: `arrange.${how}`,
    get label() {
      return words.commands[label]
    },
    group: 'Arrange',
    keys: [key],
    icon,
    words: 'align distribute line up space gaps edges',
    when: (state) => canDesign(state) && state.view.selection.steps.length >= least,
    run: () => arrangeSelection(how),
  }
}
