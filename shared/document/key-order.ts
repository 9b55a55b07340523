// The order in which the keys of each object of the format are written. Keys that are not listed come after, sorted.
import { REVIEWER_KEYS } from '../model/reviewer.ts'

/** One object of the format: its keys in order, and the shapes of those that hold objects or lists of objects. */
export interface Shape {
  readonly keys: readonly string[]
  readonly within?: Readonly<Record<string, Shape>>
}

const BRIEF: Shape = {
  keys: [
    'objective',
    'constraints',
    'successCondition',
    'riskTolerance',
    'nonNegotiables',
    'owner',
    'domains',
    'envelope',
  ],
  within: { envelope: { keys: ['level', 'cap', 'expires'] } },
}

const PARTY: Shape = {
  keys: ['id', 'name', 'kind', 'staff', 'members', 'minutes', 'calendar'],
  within: { minutes: { keys: ['notify', 'confirm', 'approve', 'two-person'] } },
}

const STEP: Shape = {
  keys: [
    'id',
    'kind',
    'verb',
    'name',
    'description',
    'parent',
    'consequence',
    'uncertainty',
    'domains',
    'party',
    'tier',
    'clears',
    'grant',
    'idempotent',
    'compensatedBy',
    'retry',
    'timeout',
    'duration',
    'changesState',
    'uses',
    'produces',
    'calls',
    'outcome',
  ],
  within: {
    consequence: {
      keys: ['level', 'reversibility', 'external', 'security', 'domains', 'volume', 'magnitude', 'basis'],
    },
    uncertainty: { keys: ['level', 'label', 'basis'] },
    retry: { keys: ['max', 'backoff'] },
  },
}

const TRANSITION: Shape = { keys: ['id', 'from', 'to', 'kind', 'probability', 'condition', 'label'] }

const HANDOFF: Shape = {
  keys: [
    'id',
    'kind',
    'strength',
    'at',
    'when',
    'pinned',
    'title',
    'question',
    'assignee',
    'quorum',
    'decisions',
    'editSchema',
    'responseSchema',
    'evidence',
    'timeout',
    'escalation',
    'onReject',
    'binding',
    'expires',
    'batch',
    'sample',
    'standingGrant',
  ],
  within: {
    at: { keys: ['before', 'on', 'start'] },
    assignee: { keys: ['role', 'users'] },
    quorum: { keys: ['approvals', 'distinct', 'excludeProposer'] },
    evidence: { keys: ['id', 'from', 'label'] },
    timeout: { keys: ['after', 'then'] },
    escalation: { keys: ['role', 'after', 'then'] },
    onReject: { keys: ['to', 'maxReproposals'] },
    batch: { keys: ['max'] },
    sample: { keys: ['rate'] },
    standingGrant: { keys: ['scope', 'max', 'expires'] },
  },
}

const PLACING: Shape = {
  keys: ['forbidden', 'waivers'],
  within: {
    forbidden: { keys: ['before', 'on', 'start'] },
    waivers: { keys: ['step', 'reason', 'owner', 'expires'] },
  },
}

const DISPOSITION: Shape = {
  keys: ['finding', 'status', 'scope', 'reason', 'by', 'at', 'facts', 'upTo', 'coveredBy', 'until'],
  within: { coveredBy: { keys: ['handoff', 'step', 'text'] } },
}

const EXAMPLE: Shape = { keys: ['says', 'facts'] }

const RULE_PACK: Shape = {
  keys: ['id', 'version', 'title', 'description', 'rules'],
  within: {
    rules: {
      keys: ['id', 'title', 'explanation', 'for', 'when', 'severity', 'message', 'examples'],
      within: {
        examples: { keys: ['mustFire', 'mustNotFire'], within: { mustFire: EXAMPLE, mustNotFire: EXAMPLE } },
      },
    },
  },
}

const SCENARIO: Shape = {
  keys: ['id', 'name', 'seed', 'values', 'script'],
  within: { script: { keys: ['take', 'call', 'decide', 'silence', 'handoff', 'event'] } },
}

const PROFILE: Shape = {
  keys: ['extends', 'name', 'strength', 'thresholds', 'minutes', 'rules', 'reviewer'],
  within: {
    thresholds: { keys: ['doubt', 'uplift', 'consent', 'twoPerson', 'exceptions', 'gated', 'busy', 'late'] },
    minutes: { keys: ['notify', 'confirm', 'approve', 'two-person'] },
    reviewer: { keys: REVIEWER_KEYS },
  },
}

const LAYOUT: Shape = {
  keys: ['steps', 'notes', 'groups', 'lanes', 'closed'],
  within: {
    notes: { keys: ['id', 'text', 'at', 'size'] },
    groups: { keys: ['id', 'name', 'steps', 'closed'] },
    lanes: { keys: ['closed'] },
  },
}

/** The whole document. */
export const DOCUMENT: Shape = {
  keys: [
    'format',
    'version',
    'name',
    'description',
    'runsPerDay',
    'brief',
    'parties',
    'steps',
    'transitions',
    'handoffs',
    'dispositions',
    'scenarios',
    'profile',
    'rulePacks',
    'placing',
    'semantics',
    'asOf',
    'origin',
    'layout',
  ],
  within: {
    brief: BRIEF,
    parties: PARTY,
    steps: STEP,
    transitions: TRANSITION,
    handoffs: HANDOFF,
    dispositions: DISPOSITION,
    scenarios: SCENARIO,
    profile: PROFILE,
    semantics: { keys: ['join'] },
    placing: PLACING,
    rulePacks: RULE_PACK,
    origin: {
      keys: ['format', 'steps', 'transitions'],
      within: { steps: { keys: ['step', 'source', 'name'] } },
    },
    layout: LAYOUT,
  },
}
