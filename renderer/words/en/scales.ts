// Words for the closed lists of the format: kinds, levels, strengths, labels, decisions.
import { ENGLISH } from '../../../shared/report/scene/words.ts'
import type { Decision, Outcome, PartyKind, StepKind, TimeoutOutcome } from '../../../shared/model/scales.ts'

const { stepKinds, transitionKinds, handoffKinds, strengths, labels } = ENGLISH

type Names<K extends string> = Readonly<Record<K, string>>

const stepKindHints: Names<StepKind> = {
  start: 'Where a run begins',
  end: 'Where a run is over',
  step: 'Work without a side effect',
  model: 'A language model answers',
  action: 'Does something in the world: pays, sends, deploys',
  agent: 'Chooses its own tools',
  check: 'An automatic test that settles some doubts',
  decision: 'One way or another',
  split: 'All ways at once',
  join: 'Waits for all ways',
  human: 'A person works or decides here already',
  subflow: 'Another workflow',
  wait: 'Waits for time or an event',
}

const decisions: Names<Decision> = {
  approve: 'Approve',
  edit: 'Edit, then approve',
  reject: 'Reject',
  respond: 'Answer',
  retry: 'Try again',
  skip: 'Skip',
  abort: 'Stop the run',
  reassign: 'Pass on',
}

const timeoutOutcomes: Names<TimeoutOutcome> = {
  escalate: 'ask the next person',
  reject: 'count as no',
  abort: 'stop the run',
  'keep-waiting': 'keep waiting',
}

const outcomes: Names<Outcome> = { ok: 'Done', stopped: 'Stopped safely', failed: 'Failed' }

const partyKinds: Names<PartyKind> = {
  person: 'Person',
  role: 'Role',
  team: 'Team',
  model: 'Model',
  service: 'Service',
}

export const scales = {
  stepKinds,
  stepKindHints,
  transitionKinds,
  handoffKinds,
  strengths,
  labels,
  decisions,
  timeoutOutcomes,
  outcomes,
  partyKinds,
  consequence: ['none', 'low', 'moderate', 'high', 'critical'],
  consequenceShort: ['none', 'low', 'mod.', 'high', 'critical'],
  uncertainty: ['none', 'low', 'moderate', 'high', 'extreme'],
  uncertaintyShort: ['none', 'low', 'mod.', 'high', 'extreme'],
  reversibility: ['yes', 'with effort', 'only compensated', 'never'],
  authority: ['nothing', 'confirm', 'approve', 'two-person'],
  untagged: 'untagged',
} as const
