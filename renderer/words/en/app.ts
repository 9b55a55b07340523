// Words of the window's frame: tabs, toolbar, panes.
export const app = {
  name: 'Baton',
  cannotStart: 'Baton could not start',
  broken: 'Something on this screen broke',
  brokenSafe:
    'Your documents are safe: every edit is in the recovery journal. Show the window again, or save first.',
  showAgain: 'Show the window again',
  saveAll: 'Save all files',
  messages: 'Messages',
  documents: 'Open documents',
  closeTab: (name: string) => `Close ${name}`,
  status: { saved: 'Saved', unsaved: 'Unsaved', recovered: 'Recovered', conflict: 'Conflict' },
  toolbar: 'Toolbar',
  mode: 'Mode',
  search: 'Search steps, findings, commands',
  place: (count: number) => (count === 1 ? 'Place 1 handoff' : `Place ${count} handoffs`),
  exportPolicy: 'Export policy',
  resize: 'Resize',
  bottom: {
    findings: 'Findings',
    placement: 'Placement',
    simulation: 'Simulation',
    proof: 'Proof',
    sensitivity: 'What decides',
  },
  drop: 'Drop to open',
  dropRefused: (name: string) => `${name} could not be read`,
} as const
