// Words of the profile: what a team asks of its workflows.
export const profile = {
  title: 'Profile of this document',
  edit: 'Edit…',
  preset: 'Preset',
  presets: { recommended: 'Recommended', strict: 'Strict', lenient: 'Lenient' },
  about: {
    recommended: 'For most work: a person for what is consequential, and nobody for the rest.',
    strict: 'One step stronger: any doubt makes earlier consent stale, and two people are asked sooner.',
    lenient: 'One step lighter: for trials, and for work that is easy to undo.',
  },
  name: 'Name of this profile',
  namePlaceholder: 'Name, if it has one',
  summary: (preset: string, n: number) =>
    n === 0 ? `${preset}, as it comes` : `${preset} with ${n} ${n === 1 ? 'change' : 'changes'}`,
  unknown: (name: string) => `“${name}” is not known here; Recommended is used in its place`,
  table: 'How strong a gate each action needs',
  tableHint:
    'Down: how bad it is if the action is wrong. Across: how many of these hold: hard to undo, external, security-sensitive.',
  consequence: 'Consequence',
  facts: ['none of these', 'one', 'two', 'all three'],
  strengths: {
    none: 'nothing',
    notify: 'notice',
    confirm: 'confirm',
    approve: 'approve',
    'two-person': 'two people',
  },
  cellFault: (cell: string, why: string) => `${cell}: ${why}.`,
  thresholds: 'Limits',
  thresholdSays: {
    doubt: 'Doubt that makes earlier consent stale, from',
    uplift: 'Doubt still open on arrival that asks for one step more, from',
    consent: 'The lightest gate that stops a run; lighter ones become notices',
    twoPerson: 'What is hard to undo or touches security needs two people, from a consequence of',
    exceptions: 'Odd cases are no exception any more above (X15)',
    gated: 'Nearly every step is gated above (X5)',
    busy: 'People are overloaded when busy for more than (X17)',
    late: 'Answers may come too late in up to (X17)',
  },
  thresholdNames: {
    doubt: 'Doubt that makes consent stale',
    uplift: 'Doubt that asks for more',
    consent: 'Lightest gate that stops a run',
    twoPerson: 'Two people for grave actions',
    exceptions: 'Share that is still exceptional',
    gated: 'Share of gated steps',
    busy: 'Share of their time',
    late: 'Answers after the time-out',
  },
  never: 'never',
  percent: (n: number) => `${n} %`,
  minutesTitle: 'Minutes that one review takes',
  minutesOf: (strength: string) => `Minutes of ${strength}`,
  rules: 'How serious each rule is',
  filterRules: 'Filter rules',
  severityOf: (rule: string) => `Severity of ${rule}`,
  usual: 'as usual',
  settings: { off: 'off', info: 'note', warning: 'warning', error: 'error' },
  guards:
    'S2, S3, S9 and X13 guard coverage. They can be made to weigh less, which every check then says, and never be switched off.',
  differences: (n: number, preset: string) =>
    n === 0
      ? `Nothing differs from ${preset}`
      : `${n} ${n === 1 ? 'difference' : 'differences'} from ${preset}`,
  change: (what: string, from: string, to: string) => `${what}: ${from} → ${to}`,
  reset: 'Reset',
  resetOne: (what: string) => `Reset ${what}`,
  resetAll: 'Reset all',
  apply: 'Apply',
  refused: 'This profile contradicts itself, so that it cannot be applied.',
  noEffect: (handoffs: number, minutes: string) =>
    `Nothing changes here: ${handoffs} suggested ${handoffs === 1 ? 'handoff' : 'handoffs'}, ${minutes} a run.`,
  handoffs: (delta: number) => {
    if (delta === 0) return 'As many handoffs as now, '
    const n = Math.abs(delta)
    return `${n} ${n === 1 ? 'handoff' : 'handoffs'} ${delta > 0 ? 'more' : 'fewer'}, `
  },
  minutes: (then: string, now: string) =>
    then === now ? `${then} a run as now.` : `${then} a run instead of ${now}.`,
  open: (then: number, now: number) =>
    then === now
      ? ''
      : ` As the document stands, ${then} ${then === 1 ? 'action is' : 'actions are'} not covered, instead of ${now}.`,
} as const
