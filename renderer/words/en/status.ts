// Words of the status bar.
export const status = {
  title: 'Status',
  uncovered: (n: number) => (n === 1 ? '1 walk uncovered' : `${n} walks uncovered`),
  uncoveredHint: 'Show the next uncovered walk on the canvas',
  covered: 'Covered',
  waived: (n: number) => (n === 1 ? '1 risk accepted' : `${n} risks accepted`),
  coveredHint: 'Every action that demands a person has one. Show the proof.',
  nothing: 'Nothing demands a person',
  nothingHint: 'No step is consequential enough, as tagged. Show the proof.',
  analysing: 'Analysing…',
  failed: 'Analysis failed',
  walkWhy: (at: number, n: number, step: string) => `Uncovered walk ${at} of ${n}, to ${step}`,
  findings: (errors: number, warnings: number) =>
    [plural(errors, 'error', 'errors'), plural(warnings, 'warning', 'warnings')] as const,
  minutes: (when: 'now' | 'placed') =>
    when === 'placed' ? 'min of approval a run when placed' : 'min of approval a run',
  everyAction: (minutes: string) => `every action gated ${minutes}`,
  everyStep: (minutes: string) => `every step ${minutes}`,
  showPlacement: 'Show the placement',
  showFindings: 'Show the findings',
  save: { saved: 'Saved', unsaved: 'Unsaved', recovered: 'Recovered', conflict: 'Conflict' },
  saveHints: {
    saved: 'The file on disk holds exactly this.',
    unsaved: 'Edits are in the recovery journal, and not yet in a file. Click to save.',
    recovered: 'Brought back after the last session ended early. Click to save.',
    conflict: 'The file on disk changed too. Click to choose.',
  },
  zoom: (percent: number) => `${percent} %`,
  zoomHint: 'Zoom to 100 %',
  readOnly: 'Read-only',
} as const

function plural(n: number, one: string, many: string): { readonly n: number; readonly word: string } {
  return { n, word: n === 1 ? one : many }
}
