// How the document is looked at.
import {
  IconArrowsDiff,
  IconDeviceDesktop,
  IconLayoutBottombar,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconMaximize,
  IconMoon,
  IconPencil,
  IconPlayerPlay,
  IconSearch,
  IconSun,
  IconTargetArrow,
  IconWand,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { askCanvas } from '../canvas/canvas-store.ts'
import { tidy } from '../canvas/tidy.ts'
import { documents } from '../state/documents.ts'
import { setTheme } from '../state/theme.ts'
import { setMode, setOverlay, setPane, view } from '../state/view.ts'
import type { Mode, ThemeChoice, ViewState } from '../state/view.ts'
import { words } from '../words/en.ts'
import type { AppCommand } from './app-command.ts'
import { always, canDesign, hasDocument } from './conditions.ts'

const labels = words.commands

export const viewCommands: readonly AppCommand[] = [
  mode('design', labels.viewDesign, 'Mod+1', IconPencil),
  mode('simulate', labels.viewSimulate, 'Mod+2', IconPlayerPlay),
  mode('compare', labels.viewCompare, 'Mod+3', IconArrowsDiff),
  {
    id: 'view.find',
    label: labels.viewFind,
    group: 'View',
    keys: ['Mod+F'],
    icon: IconSearch,
    words: 'search text',
    when: hasDocument,
    run: () => view.setState({ findOpen: true }),
  },
  {
    id: 'view.tidy',
    label: labels.viewTidy,
    group: 'View',
    keys: ['Shift+T'],
    icon: IconWand,
    words: 'layout arrange auto format',
    when: canDesign,
    run: tidy,
  },
  zoom('zoomIn', 'zoom-in', labels.viewZoomIn, 'Plus', IconZoomIn),
  zoom('zoomOut', 'zoom-out', labels.viewZoomOut, '-', IconZoomOut),
  zoom('fit', 'fit', labels.viewFit, 'F', IconMaximize),
  zoom('zoom100', 'zoom-100', labels.viewZoom100, 'Alt+1', null),
  pane('left', labels.viewLeft, 'Mod+B', IconLayoutSidebar),
  pane('right', labels.viewRight, 'Mod+Alt+B', IconLayoutSidebarRight),
  pane('bottom', labels.viewBottom, 'Mod+J', IconLayoutBottombar),
  {
    id: 'view.decides',
    label: labels.viewDecides,
    group: 'View',
    keys: [],
    icon: IconTargetArrow,
    words: 'sensitivity tags wrong what if decides marks',
    when: hasDocument,
    checked: ({ app }) => app.overlay === 'decides',
    run: () => setOverlay(view.getState().overlay === 'decides' ? 'none' : 'decides'),
  },
  theme('system', labels.themeSystem, IconDeviceDesktop),
  theme('light', labels.themeLight, IconSun),
  theme('dark', labels.themeDark, IconMoon),
]

function mode(wanted: Mode, label: string, key: string, icon: Icon): AppCommand {
  return {
    id: `view.${wanted}`,
    label,
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
  label: string,
  key: string,
  icon: Icon | null,
): AppCommand {
  return {
    id: `view.${name}`,
    label,
    group: 'View',
    keys: [key],
    icon,
    words: 'canvas size scale',
    when: hasDocument,
    run: () => askCanvas(request),
  }
}

function pane(name: keyof ViewState['panes'], label: string, key: string, icon: Icon): AppCommand {
  return {
    id: `view.pane.${name}`,
    label,
    group: 'View',
    keys: [key],
    icon,
    words: 'toggle show hide panel sidebar',
    when: always,
    checked: ({ app }) => app.panes[name],
    run: () => setPane(name, !view.getState().panes[name]),
  }
}

function theme(choice: ThemeChoice, label: string, icon: Icon): AppCommand {
  return {
    id: `view.theme.${choice}`,
    label,
    group: 'View',
    keys: [],
    icon,
    words: 'appearance colour color mode',
    when: always,
    checked: ({ app }) => app.theme === choice,
    run: () => setTheme(choice),
  }
}
