// Every word that a drawing shows. The window gives its own catalogue; files are drawn in English.
import type { HandoffKind, StepKind, Strength, TransitionKind, UncertaintyLabel } from '../../model/scales.ts'
import { formatNumber, formatPercent, shortNumber } from '../numbers.ts'

type Names<K extends string> = Readonly<Record<K, string>>

export interface SceneWords {
  readonly stepKinds: Names<StepKind>
  readonly transitionKinds: Names<TransitionKind>
  readonly handoffKinds: Names<HandoffKind>
  readonly strengths: Names<Strength>
  readonly labels: Names<UncertaintyLabel>
  readonly unnamed: string
  /** A name of a kind as it stands within a line; German keeps its capitals. */
  readonly within: (name: string) => string
  readonly percent: (share: number) => string
  readonly noLongerNeeded: string
  readonly suggested: (gate: string) => string
  readonly minutes: (minutes: number) => string
  readonly minutesPerRun: (minutes: number) => string
  readonly clears: (labels: readonly UncertaintyLabel[]) => string
  readonly ofRuns: (share: number) => string
  readonly timesARun: (visits: number) => string
  readonly unreachable: string
  readonly stepsInside: (count: number) => string
  readonly stepOf: (position: number, count: number) => string
  readonly consequence: (level: number | undefined) => string
  readonly uncertainty: (level: number | undefined) => string
  readonly irreversible: string
  readonly external: string
  readonly security: string
  readonly gateBefore: (gate: string) => string
  /** Where a handoff stands, for those who hear it. */
  readonly place: Readonly<Record<'before' | 'start', (step: string) => string>> & {
    readonly on: (from: string, to: string) => string
  }
  readonly findings: (count: number) => string
  readonly transition: (from: string, to: string, label: string) => string
}

const LABELS: SceneWords['labels'] = {
  intent: 'what is wanted',
  'missing-info': 'missing facts',
  conflict: 'facts that disagree',
  content: 'written content',
  extraction: 'read-out values',
  score: 'a score',
  untrusted: 'untrusted input',
  degraded: 'a fall-back',
  policy: 'policy',
}

const CONSEQUENCE = ['none', 'low', 'moderate', 'high', 'critical']
const UNCERTAINTY = ['none', 'low', 'moderate', 'high', 'extreme']

export const ENGLISH: SceneWords = {
  stepKinds: {
    start: 'Start',
    end: 'End',
    step: 'Plain step',
    model: 'Model',
    action: 'Action',
    agent: 'Agent',
    check: 'Check',
    decision: 'Decision',
    split: 'Split',
    join: 'Join',
    human: 'Person',
    subflow: 'Sub-flow',
    wait: 'Wait',
  },
  transitionKinds: {
    normal: 'Normal',
    exception: 'Exception',
    'low-confidence': 'Low confidence',
    ambiguity: 'Ambiguity',
    error: 'Error',
    retry: 'Retry',
    timeout: 'Timeout',
    reject: 'Rejected',
    compensate: 'Compensate',
  },
  handoffKinds: {
    brief: 'Brief',
    approval: 'Approval',
    exception: 'Exception',
    clarify: 'Clarify',
    recovery: 'Recovery',
    'sign-off': 'Sign-off',
    notify: 'Notify',
  },
  strengths: { notify: 'notify', confirm: 'confirm', approve: 'approve', 'two-person': 'two-person' },
  labels: LABELS,
  unnamed: 'Unnamed',
  within: (name) => name.toLowerCase(),
  percent: (share) => `${formatPercent(share)} %`,
  noLongerNeeded: 'not needed',
  suggested: (gate) => `+ ${gate}`,
  minutes: (minutes) => `${shortNumber(minutes)} min`,
  minutesPerRun: (minutes) => `${formatNumber(minutes)} min/run`,
  clears: (labels) => `clears ${labels.map((label) => LABELS[label]).join(', ')}`,
  ofRuns: (share) => `${formatPercent(share)} % of runs`,
  timesARun: (visits) => `${formatNumber(visits)} × a run`,
  unreachable: 'never reached',
  stepsInside: (count) => (count === 1 ? '1 step inside' : `${count} steps inside`),
  stepOf: (position, count) => `step ${position} of ${count}`,
  consequence: (level) => `consequence ${level === undefined ? 'untagged' : CONSEQUENCE[level]}`,
  uncertainty: (level) => `uncertainty ${level === undefined ? 'untagged' : UNCERTAINTY[level]}`,
  irreversible: 'cannot be undone',
  external: 'leaves the house',
  security: 'security-sensitive',
  gateBefore: (gate) => `${gate.replace(/^\+ /, 'suggested: ')} before`,
  place: {
    before: (step) => `before ${step}`,
    start: (step) => `after ${step}`,
    on: (from, to) => `between ${from} and ${to}`,
  },
  findings: (count) => (count === 1 ? '1 finding' : `${count} findings`),
  transition: (from, to, label) => `from ${from} to ${to}${label === '' ? '' : `, ${label}`}`,
}
