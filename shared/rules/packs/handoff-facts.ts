// The facts of a handoff that rules of packs can ask for.
import { HandoffSchema } from '../../model/handoff.ts'
import type { Handoff } from '../../model/handoff.ts'
import { authorityOf } from '../../model/strength.ts'
import { durationMinutes } from '../../support/duration.ts'
import { isBlocking } from '../places.ts'
import { orNull, ownFields } from './step-facts.ts'
import type { Lookup } from './step-facts.ts'
import type { FactDefinition, PackContext } from './types.ts'

export interface HandoffView extends PackContext {
  readonly lookup: Lookup
  readonly handoff: Handoff
}

const KNOWN_TO_HANDOFF = new Set(Object.keys(HandoffSchema.shape))

export const HANDOFF_FACTS: readonly FactDefinition<HandoffView>[] = [
  { name: 'id', type: 'text', says: 'Id of the handoff.', read: ({ handoff }) => handoff.id, passing: true },
  {
    name: 'kind',
    type: 'text',
    says: 'Kind: brief, approval, exception, clarify, recovery, sign-off or notify.',
    read: ({ handoff }) => handoff.kind,
    field: 'kind',
  },
  {
    name: 'strength',
    type: 'text',
    says: 'Strength: notify, confirm, approve or two-person.',
    read: ({ handoff }) => handoff.strength,
    field: 'strength',
  },
  {
    name: 'rank',
    type: 'number',
    says: 'The strength as a number: 0 notify, 1 confirm, 2 approve, 3 two people.',
    read: ({ handoff }) => authorityOf(handoff.strength),
    field: 'strength',
  },
  {
    name: 'blocks',
    type: 'yes or no',
    says: 'Whether a run waits for the answer.',
    read: ({ handoff }) => isBlocking(handoff),
  },
  {
    name: 'place',
    type: 'text',
    says: 'Where it stands: before a step, on a transition, or at a start (before, on, start).',
    read: ({ handoff }) => Object.keys(handoff.at)[0]!,
    field: 'at',
  },
  {
    name: 'title',
    type: 'text',
    says: 'Title.',
    read: ({ handoff }) => orNull(handoff.title),
    field: 'title',
    passing: true,
  },
  {
    name: 'question',
    type: 'text',
    says: 'What the person is asked.',
    read: ({ handoff }) => orNull(handoff.question),
    field: 'question',
    passing: true,
  },
  {
    name: 'hasQuestion',
    type: 'yes or no',
    says: 'Whether the person is asked something.',
    read: ({ handoff }) => (handoff.question ?? '').trim() !== '',
    field: 'question',
  },
  {
    name: 'party',
    type: 'text',
    says: 'Name of who is asked.',
    read: ({ handoff, lookup }) => orNull(lookup.parties.get(handoff.assignee?.role ?? '')?.name),
    field: 'assignee/role',
    passing: true,
  },
  {
    name: 'partyKind',
    type: 'text',
    says: 'Kind of who is asked: person, role, team, model or service.',
    read: ({ handoff, lookup }) => orNull(lookup.parties.get(handoff.assignee?.role ?? '')?.kind),
    field: 'assignee/role',
  },
  {
    name: 'staff',
    type: 'number',
    says: 'How many people can answer.',
    read: ({ handoff, lookup }) => orNull(lookup.parties.get(handoff.assignee?.role ?? '')?.staff),
    field: 'assignee/role',
  },
  {
    name: 'assigned',
    type: 'yes or no',
    says: 'Whether anybody is named.',
    read: ({ handoff }) => handoff.assignee?.role !== undefined || (handoff.assignee?.users?.length ?? 0) > 0,
    field: 'assignee/role',
  },
  {
    name: 'approvals',
    type: 'number',
    says: 'How many have to agree.',
    read: ({ handoff }) => orNull(handoff.quorum?.approvals),
    field: 'quorum/approvals',
  },
  {
    name: 'distinct',
    type: 'yes or no',
    says: 'Whether they have to be different people.',
    read: ({ handoff }) => orNull(handoff.quorum?.distinct),
    field: 'quorum/distinct',
  },
  {
    name: 'excludesProposer',
    type: 'yes or no',
    says: 'Whether who asked may not answer.',
    read: ({ handoff }) => orNull(handoff.quorum?.excludeProposer),
    field: 'quorum/excludeProposer',
  },
  {
    name: 'decisions',
    type: 'texts',
    says: 'Answers that it offers: approve, edit, reject …',
    read: ({ handoff }) => handoff.decisions ?? [],
    field: 'decisions',
  },
  {
    name: 'evidence',
    type: 'texts',
    says: 'Labels of what the person sees.',
    read: ({ handoff }) => (handoff.evidence ?? []).map(({ label, id }) => label ?? id),
    field: 'evidence',
    passing: true,
  },
  {
    name: 'evidenceCount',
    type: 'number',
    says: 'How many things the person sees.',
    read: ({ handoff }) => handoff.evidence?.length ?? 0,
    field: 'evidence',
  },
  {
    name: 'timeoutMinutes',
    type: 'number',
    says: 'Minutes until nobody has answered.',
    read: ({ handoff }) => orNull(durationMinutes(handoff.timeout?.after ?? '')),
    field: 'timeout',
  },
  {
    name: 'timeoutThen',
    type: 'text',
    says: 'What happens then: escalate, reject, abort or keep-waiting.',
    read: ({ handoff }) => orNull(handoff.timeout?.then),
    field: 'timeout',
  },
  {
    name: 'escalations',
    type: 'number',
    says: 'How many are asked one after the other.',
    read: ({ handoff }) => handoff.escalation?.length ?? 0,
    field: 'escalation',
  },
  {
    name: 'expiresMinutes',
    type: 'number',
    says: 'Minutes for which a yes holds.',
    read: ({ handoff }) => orNull(durationMinutes(handoff.expires ?? '')),
    field: 'expires',
  },
  {
    name: 'batch',
    type: 'number',
    says: 'How many cases one answer may cover.',
    read: ({ handoff }) => orNull(handoff.batch?.max),
    field: 'batch',
  },
  {
    name: 'sampleRate',
    type: 'number',
    says: 'Share of cases that is asked about.',
    read: ({ handoff }) => orNull(handoff.sample?.rate),
    field: 'sample',
  },
  {
    name: 'standing',
    type: 'yes or no',
    says: 'Whether a permission stands for it.',
    read: ({ handoff }) => Boolean(handoff.standingGrant),
    field: 'standingGrant',
  },
  {
    name: 'own',
    type: 'list',
    says: 'Fields of your own.',
    read: ({ handoff }) => ownFields(handoff, KNOWN_TO_HANDOFF),
  },
]
