// The shape of one app command: the same entry feeds the menu, the palette, the shortcut sheet, context menus and
// the keyboard.
import type { Icon } from '@tabler/icons-react'
import type { DocumentTab } from '../state/documents.ts'
import type { TabAnalysis } from '../state/analysis.ts'
import type { TabView, ViewState } from '../state/view.ts'

export const GROUPS = [
  'File',
  'Edit',
  'Insert',
  'Arrange',
  'Tag',
  'Handoffs',
  'View',
  'Simulate',
  'Help',
] as const
export type CommandGroup = (typeof GROUPS)[number]

/** What decides whether a command can be used now. */
export interface CommandState {
  /** The active document, or null on the home screen. */
  readonly tab: DocumentTab | null
  readonly view: TabView
  readonly app: ViewState
  readonly analysis: TabAnalysis
  readonly closedTabs: number
}

export interface AppCommand {
  /** `edit.undo`; also what a native menu sends. */
  readonly id: string
  readonly label: string
  readonly group: CommandGroup
  /**
   * `Mod+Shift+Z`, `F8`, `A`; the first is shown. Mod is Ctrl, and Command on a Mac. A key without Mod works only on
   * the canvas and the outline, never in a text field, unless it is a function key.
   */
  readonly keys: readonly string[]
  readonly icon: Icon | null
  /** More words that the palette finds it by. */
  readonly words: string
  /** False: greyed in menus, left out of the palette, and its keys do nothing. */
  readonly when: (state: CommandState) => boolean
  /** A sentence for a toggle or a radio entry: true when it is on. Absent for a plain command. */
  readonly checked?: (state: CommandState) => boolean
  readonly run: () => void
}
