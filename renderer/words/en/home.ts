// Words of the home screen.
export const home = {
  title: 'Baton',
  tagline: 'See where people belong in an AI workflow, prove it, and export it.',
  open: 'Open a file…',
  create: 'New workflow',
  paste: 'Paste Mermaid or n8n…',
  samples: 'Samples',
  samplesHint: 'Open one to look around; it never changes the original.',
  samplesLoading: 'Looking for samples…',
  samplesNone: 'No samples are installed.',
  samplesFailed: 'The samples could not be listed',
  recent: 'Recent files',
  recentNone: 'Files that you open or save are listed here.',
  recentMissing: 'missing',
  recentClear: 'Clear the list',
  drop: 'Or drop a file anywhere in this window: .handoff, n8n JSON, Mermaid.',
  help: 'The first five minutes',
} as const
