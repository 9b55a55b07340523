// Words that several panels share.
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
  unnamed: 'Unnamed',
  notSet: 'not set',
  nothingOpen: 'No document is open.',
  filter: 'Filter',
  clearFilter: 'Clear the filter',
  minutes: (value: number) => `${formatNumber(value)} min`,
  minutesPerRun: (value: number) => `${formatNumber(value)} min a run`,
  prompts: (value: number) => `${formatNumber(value)} ${value === 1 ? 'prompt' : 'prompts'} a run`,
  percent: (share: number) => `${formatPercent(share)} %`,
  arrow: ' → ',
  before: (step: string) => `before ${step}`,
  on: (transition: string) => `on ${transition}`,
  atStart: (step: string) => `at ${step}`,
  handoffPhrase: (kind: string, strength: string, place: string) => `${kind} (${strength}) ${place}`,
  handoffShort: (kind: string, step: string) => `${kind} · ${step}`,
  more: 'More',
  all: 'All',
} as const

// Kept, because making one costs as much as formatting fifty numbers, and a large canvas shows thousands.
const ONE_DECIMAL = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const UP_TO_ONE_DECIMAL = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** At most one decimal, and never "0" for something that is not nothing. */
export function formatNumber(value: number): string {
  if (value === 0) return '0'
  if (Math.abs(value) < 0.05) return value < 0 ? '> −0.1' : '< 0.1'
  return ONE_DECIMAL.format(value).replace('-', '−')
}

/** A share between 0 and 1 as a percentage without its sign: whole above one percent, one decimal below. */
export function formatPercent(share: number): string {
  const value = share * 100
  if (value !== 0 && value < 0.1) return '< 0.1'
  return (value < 10 ? UP_TO_ONE_DECIMAL : WHOLE).format(value)
}
