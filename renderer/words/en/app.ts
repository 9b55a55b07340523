// Words of the window's frame: tabs, toolbar, panes.
export const app = {
  name: 'Baton',
} as const
