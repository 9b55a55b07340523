// Groups, lanes, blocks that open and close, the way into a step, and what steps are shaded by.
import {
  IconArrowsMaximize,
  IconBoxAlignTop,
  IconBoxMargin,
  IconBoxModel2,
  IconFlame,
  IconFold,
  IconLayoutRows,
  IconRepeat,
  IconShieldCheck,
  IconClockHour4,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import {
  canOpenOrClose,
  groupSelection,
  groupsOfSelection,
  lookInside,
  lookOutside,
  openOrClose,
  toggleLanes,
  ungroupSelection,
} from '../canvas/folding-edits.ts'
import { present } from '../canvas/edits.ts'
import { hasInside } from '../../shared/report/fold.ts'
import type { Shading } from '../../shared/report/overlays.ts'
import { setOverlay, view } from '../state/view.ts'
import { words } from '../words/words.ts'
import type { AppCommand, CommandState } from './app-command.ts'
import { canDesign, hasDocument, hasSteps } from './conditions.ts'

export const foldCommands: readonly AppCommand[] = [
  {
    id: 'arrange.group',
    get label() {
      return words.commands.arrangeGroup
    },
    group: 'Arrange',
    keys: ['Mod+G'],
    icon: IconBoxMargin,
    words: 'frame collect together',
    when: (state) => canDesign(state) && hasSteps(state),
    run: groupSelection,
  },
  {
    id: 'arrange.ungroup',
    get label() {
      return words.commands.arrangeUngroup
    },
    group: 'Arrange',
    keys: ['Mod+Shift+G'],
    icon: IconBoxModel2,
    words: 'frame remove group',
    when: (state) =>
      canDesign(state) &&
      groupsOfSelection(state.tab!.history.present, state.view.selection.steps).length > 0,
    run: ungroupSelection,
  },
  {
    id: 'arrange.fold',
    get label() {
      return words.commands.viewFold
    },
    group: 'Arrange',
    keys: ['Shift+C'],
    icon: IconFold,
    words: 'collapse expand close open block group lane agent sub-flow',
    when: (state) => canDesign(state) && chosen(state, canOpenOrClose),
    run: () => withChosen(openOrClose),
  },
  {
    id: 'view.lanes',
    get label() {
      return words.commands.viewLanes
    },
    group: 'View',
    keys: ['Shift+L'],
    icon: IconLayoutRows,
    words: 'swimlanes parties pools who',
    when: canDesign,
    checked: ({ tab }) => tab?.history.present.layout.lanes !== undefined,
    run: toggleLanes,
  },
  {
    id: 'view.inside',
    get label() {
      return words.commands.viewInside
    },
    group: 'View',
    keys: ['Shift+I'],
    icon: IconBoxAlignTop,
    words: 'drill down sub-flow agent tools enter',
    when: (state) => hasDocument(state) && chosen(state, hasInside),
    run: () => withChosen(lookInside),
  },
  {
    id: 'view.outside',
    get label() {
      return words.commands.viewOutside
    },
    group: 'View',
    keys: ['Shift+O'],
    icon: IconArrowsMaximize,
    words: 'drill up out leave sub-flow parent',
    when: (state) => hasDocument(state) && state.view.scope !== null,
    run: () => lookOutside(),
  },
  shade('heat', 'viewShadeHeat', IconFlame),
  shade('authority', 'viewShadeAuthority', IconShieldCheck),
  shade('visits', 'viewShadeVisits', IconRepeat),
  shade('minutes', 'viewShadeMinutes', IconClockHour4),
]

type Label = 'viewShadeHeat' | 'viewShadeAuthority' | 'viewShadeVisits' | 'viewShadeMinutes'

function shade(shading: Shading, label: Label, icon: Icon): AppCommand {
  return {
    id: `view.shade.${shading}`,
    get label() {
      return words.commands[label]
    },
    group: 'View',
    keys: [],
    icon,
    words: 'overlay heat map colour tint figures',
    when: hasDocument,
    checked: ({ app }) => app.overlay === shading,
    run: () => setOverlay(view.getState().overlay === shading ? 'none' : shading),
  }
}

function chosen(
  { tab, view: { selection } }: CommandState,
  fits: (workflow: NonNullable<CommandState['tab']>['history']['present'], id: string) => boolean,
): boolean {
  const id = selection.steps[0]
  return tab !== null && id !== undefined && fits(tab.history.present, id)
}

function withChosen(run: (id: string) => void): void {
  const id = present()?.selection.steps[0]
  if (id !== undefined) run(id)
}
