// How the document is looked at.
import {
  IconArrowRight,
  IconArrowsDiff,
  IconDeviceDesktop,
  IconLayoutBottombar,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconMaximize,
  IconMoon,
  IconNote,
  IconPencil,
  IconPlayerPlay,
  IconSearch,
  IconSun,
  IconTable,
  IconTargetArrow,
  IconTools,
  IconWand,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { askCanvas } from '../canvas/canvas-store.ts'
import { nextNote } from '../canvas/notes/note-edits.ts'
import { tidy } from '../canvas/tidy.ts'
import { documents } from '../state/documents.ts'
import { setTheme } from '../state/theme.ts'
import { setMode, setOverlay, setPane, showBottom, view } from '../state/view.ts'
import type { Mode, ThemeChoice, ViewState } from '../state/view.ts'
import { words } from '../words/words.ts'
import type { AppCommand } from './app-command.ts'
import { always, canDesign, hasDocument } from './conditions.ts'

const labels = words.commands

// The name of a label in the catalogue, whose language may change.
type Label = Exclude<keyof typeof labels, 'tag'>

export const viewCommands: readonly AppCommand[] = [
  mode('design', 'viewDesign', 'Mod+1', IconPencil),
  mode('simulate', 'viewSimulate', 'Mod+2', IconPlayerPlay),
  mode('compare', 'viewCompare', 'Mod+3', IconArrowsDiff),
  {
    id: 'view.find',
    get label() {
      return labels.viewFind
    },
    group: 'View',
    keys: ['Mod+F'],
    icon: IconSearch,
    words: 'search text',
    when: hasDocument,
    run: () => view.setState({ findOpen: true }),
  },
  {
    id: 'view.tidy',
    get label() {
      return labels.viewTidy
    },
    group: 'View',
    keys: ['Shift+T'],
    icon: IconWand,
    words: 'layout arrange auto format',
    when: canDesign,
    run: tidy,
  },
  {
    id: 'view.palette',
    get label() {
      return words.commands.viewPalette
    },
    group: 'View',
    keys: [],
    icon: IconTools,
    words: 'stencil shapes kinds toolbar',
    when: hasDocument,
    checked: ({ app }) => app.palette,
    run: () => view.setState(({ palette }) => ({ palette: !palette })),
  },
  {
    id: 'view.nextWay',
    get label() {
      return words.commands.viewNextWay
    },
    group: 'View',
    keys: ['E'],
    icon: IconArrowRight,
    words: 'transition edge connection walk around',
    when: hasDocument,
    run: () => askCanvas('next-way'),
  },
  {
    id: 'view.nextNote',
    get label() {
      return words.commands.viewNextNote
    },
    group: 'View',
    keys: ['O'],
    icon: IconNote,
    words: 'sticky comment remark',
    when: ({ tab }) => tab !== null && tab.history.present.layout.notes.length > 0,
    run: nextNote,
  },
  zoom('zoomIn', 'zoom-in', 'viewZoomIn', 'Plus', IconZoomIn),
  zoom('zoomOut', 'zoom-out', 'viewZoomOut', '-', IconZoomOut),
  zoom('fit', 'fit', 'viewFit', 'F', IconMaximize),
  zoom('zoom100', 'zoom-100', 'viewZoom100', 'Alt+1', null),
  pane('left', 'viewLeft', 'Mod+B', IconLayoutSidebar),
  pane('right', 'viewRight', 'Mod+Alt+B', IconLayoutSidebarRight),
  pane('bottom', 'viewBottom', 'Mod+J', IconLayoutBottombar),
  {
    id: 'view.table',
    get label() {
      return labels.viewTable
    },
    group: 'View',
    keys: ['Mod+4'],
    icon: IconTable,
    words: 'spreadsheet grid rows steps tags list',
    when: hasDocument,
    run: () => showBottom('table'),
  },
  {
    id: 'view.decides',
    get label() {
      return labels.viewDecides
    },
    group: 'View',
    keys: [],
    icon: IconTargetArrow,
    words: 'sensitivity tags wrong what if decides marks',
    when: hasDocument,
    checked: ({ app }) => app.overlay === 'decides',
    run: () => setOverlay(view.getState().overlay === 'decides' ? 'none' : 'decides'),
  },
  theme('system', 'themeSystem', IconDeviceDesktop),
  theme('light', 'themeLight', IconSun),
  theme('dark', 'themeDark', IconMoon),
]

function mode(wanted: Mode, label: Label, key: string, icon: Icon): AppCommand {
  return {
    id: `view.${wanted}`,
    get label() {
      return labels[label]
    },
    group: 'View',
    keys: [key],
    icon,
    words: 'mode',
    when: hasDocument,
    checked: (state) => state.view.mode === wanted,
    run: () => {
      const { active } = documents.getState()
      if (active !== null) setMode(active, wanted)
    },
  }
}

function zoom(
  name: string,
  request: 'zoom-in' | 'zoom-out' | 'fit' | 'zoom-100',
  label: Label,
  key: string,
  icon: Icon | null,
): AppCommand {
  return {
    id: `view.${name}`,
    get label() {
      return labels[label]
    },
    group: 'View',
    keys: [key],
    icon,
    words: 'canvas size scale',
    when: hasDocument,
    run: () => askCanvas(request),
  }
}

function pane(name: keyof ViewState['panes'], label: Label, key: string, icon: Icon): AppCommand {
  return {
    id: `view.pane.${name}`,
    get label() {
      return labels[label]
    },
    group: 'View',
    keys: [key],
    icon,
    words: 'toggle show hide panel sidebar',
    when: always,
    checked: ({ app }) => app.panes[name],
    run: () => setPane(name, !view.getState().panes[name]),
  }
}

function theme(choice: ThemeChoice, label: Label, icon: Icon): AppCommand {
  return {
    id: `view.theme.${choice}`,
    get label() {
      return labels[label]
    },
    group: 'View',
    keys: [],
    icon,
    words: 'appearance colour color mode',
    when: always,
    checked: ({ app }) => app.theme === choice,
    run: () => setTheme(choice),
  }
}
