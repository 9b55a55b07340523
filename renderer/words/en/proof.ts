// Words of the proof panel.
export const proof = {
  title: 'Proof',
  coveredTitle: 'Covered',
  coveredText: (actions: number) =>
    actions === 1
      ? 'The one step that demands a person cannot be reached without one.'
      : `None of the ${actions} steps that demand a person can be reached without one.`,
  nothingTitle: 'Nothing demands a person',
  nothingText:
    'No step here is consequential enough, as tagged. Untagged steps are not counted: see the findings.',
  openTitle: (n: number) => (n === 1 ? '1 walk is not covered' : `${n} walks are not covered`),
  openText: 'Each of these reaches a step without enough authority. It is the shortest such walk.',
  needs: (needed: string, has: string) => `needs ${needed}, arrives with ${has}`,
  showWalk: 'Show on the canvas',
  stepsTitle: 'Who covers what',
  columns: {
    step: 'Step',
    needs: 'Needs',
    arrives: 'Arrives with',
    gate: 'Gate at its door',
    verdict: 'Verdict',
  },
  verdictCovered: 'covered',
  verdictOpen: 'not covered',
  noGate: 'none',
  coveredBefore: 'none needed',
  neededTitle: 'Why each suggested gate is needed',
  neededText: 'Without it, this walk would be open:',
  bestTitle: 'Is there anything cheaper?',
  optimal: (method: string, minutes: string) =>
    `No. Found by ${method}: no placement covers everything for fewer than ${minutes} of approval a run.`,
  optimalNothing: 'Nothing has to be placed, and nothing is cheaper than that.',
  gap: (method: string, gap: string) =>
    `Perhaps, by at most ${gap}. Found by ${method}, which could not finish the proof within its limits.`,
  methods: {
    elimination: 'exact elimination',
    mip: 'an exact integer program',
    'local-search': 'local search with a lower bound',
  },
  certificateTitle: 'Certificate',
  certificateText:
    'A file that lets anybody check this without trusting Baton’s optimiser: baton verify reads it with code of its own.',
  revision: (hash: string) => `for revision ${hash}`,
  download: 'Save the certificate…',
  stale: 'This speaks of the revision before your last edit; the new answer is on its way.',
} as const
