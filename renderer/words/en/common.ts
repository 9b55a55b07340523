// Words that several panels share.
import { ENGLISH } from '../../../shared/report/scene/words.ts'
import { number, share } from '../format.ts'

export const common = {
  /** What the core says in English: findings, proofs, suggestions. */
  say: (text: string) => text,
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
  minutes: (value: number) => `${number(value)} min`,
  hours: (value: number) => `${number(value)} h`,
  minutesPerRun: (value: number) => `${number(value)} min a run`,
  prompts: (value: number) => `${number(value)} ${value === 1 ? 'prompt' : 'prompts'} a run`,
  percent: (value: number) => `${share(value)} %`,
  times: (value: number) => `${number(value)} ×`,
  arrow: ' → ',
  before: (step: string) => `before ${step}`,
  on: (transition: string) => `on ${transition}`,
  atStart: (step: string) => `at ${step}`,
  handoffPhrase: (kind: string, strength: string, place: string) => `${kind} (${strength}) ${place}`,
  handoffShort: (kind: string, step: string) => `${kind} · ${step}`,
  more: 'More',
  all: 'All',
} as const
