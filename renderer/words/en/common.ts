// Words that several panels share.
import { formatNumber } from '../../../shared/report/numbers.ts'
import { ENGLISH } from '../../../shared/report/scene/words.ts'

export const common = {
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  open: 'Open',
  remove: 'Remove',
  add: 'Add',
  change: 'Change…',
  none: 'None',
  yes: 'Yes',
  no: 'No',
  untitled: 'Untitled',
  unnamed: ENGLISH.unnamed,
  notSet: 'not set',
  nothingOpen: 'No document is open.',
  filter: 'Filter',
  clearFilter: 'Clear the filter',
  minutes: (value: number) => `${formatNumber(value)} min`,
  minutesPerRun: (value: number) => `${formatNumber(value)} min a run`,
  prompts: (value: number) => `${formatNumber(value)} ${value === 1 ? 'prompt' : 'prompts'} a run`,
  percent: ENGLISH.percent,
  arrow: ' → ',
  before: (step: string) => `before ${step}`,
  on: (transition: string) => `on ${transition}`,
  atStart: (step: string) => `at ${step}`,
  handoffPhrase: (kind: string, strength: string, place: string) => `${kind} (${strength}) ${place}`,
  handoffShort: (kind: string, step: string) => `${kind} · ${step}`,
  more: 'More',
  all: 'All',
} as const
