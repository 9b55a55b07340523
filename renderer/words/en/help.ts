// Words of the help viewer.
export const help = {
  title: 'Help',
  contents: 'Pages',
  rules: 'Rules',
  back: 'Back',
  missing: 'This page does not exist.',
  /** Where the pages are not in the chosen language; empty where they are. */
  onlyEnglish: '',
  exampleDrawn: 'The example as a drawing; the same in words follows',
  exampleInWords: 'In words',
  pages: {
    'first-five-minutes': 'The first five minutes',
    drawing: 'Drawing',
    model: 'The model in plain words',
    tagging: 'Tagging at speed',
    handoffs: 'Kinds of handoff',
    decisions: 'Decisions about findings',
    profiles: 'Profiles',
    proof: 'Proof, and what decides',
    'rule-packs': 'Rules of your own',
    files: 'Files and recovery',
    'command-line': 'The command line',
    keyboard: 'Keyboard',
    screens: 'The screens',
    limits: 'What Baton cannot know',
  },
} as const
