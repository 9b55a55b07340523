// Words of the palette, the find bar and the shortcut sheet.
export const search = {
  nothing: 'Nothing matches.',
  palette: 'Search steps, findings, commands',
  paletteTitle: 'Search',
  kinds: { command: 'Command', step: 'Step', finding: 'Finding', handoff: 'Handoff' },
  find: 'Find in this workflow',
  findHint: 'Names, tags, rules, conditions',
  findNext: 'Next match',
  findPrevious: 'Previous match',
  findClose: 'Close the search',
  matches: (n: number) => (n === 0 ? 'no match' : n === 1 ? '1 match' : `${n} matches`),
  matchOf: (at: number, n: number) => `${at} of ${n}`,
  shortcuts: 'Keyboard shortcuts',
  shortcutsHint: 'Keys without Ctrl or ⌘ work on the canvas and in the outline.',
} as const
