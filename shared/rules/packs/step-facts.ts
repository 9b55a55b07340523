// The facts of a step that rules of packs can ask for.
import { LABELS } from '../../graph/uncertainty.ts'
import type { Handoff } from '../../model/handoff.ts'
import type { Party } from '../../model/party.ts'
import { StepSchema } from '../../model/step.ts'
import type { Step } from '../../model/step.ts'
import { authorityOf, strengthOf } from '../../model/strength.ts'
import { durationMinutes } from '../../support/duration.ts'
import type { FeelValue } from '../../support/feel.ts'
import type { FactDefinition, PackContext } from './types.ts'

export interface StepView extends PackContext {
  readonly step: Step
  /** Its number. */
  readonly v: number
  readonly lookup: Lookup
}

/** What is worked out once for all steps of a revision. */
export interface Lookup {
  readonly sinceCheck: readonly number[]
  readonly sincePerson: readonly number[]
  readonly handoffsBefore: ReadonlyMap<string, readonly Handoff[]>
  readonly handoffsOn: ReadonlyMap<string, readonly Handoff[]>
  readonly tools: ReadonlyMap<string, readonly Step[]>
  readonly parties: ReadonlyMap<string, Party>
}

type StepFact = FactDefinition<StepView>

const tags: readonly StepFact[] = [
  { name: 'id', type: 'text', says: 'Id of the step.', read: ({ step }) => step.id, passing: true },
  {
    name: 'name',
    type: 'text',
    says: 'Name of the step.',
    read: ({ step }) => step.name,
    field: 'name',
    passing: true,
  },
  {
    name: 'kind',
    type: 'text',
    says: 'Kind: start, end, step, model, action, agent, check, decision, split, join, human, subflow or wait.',
    read: ({ step }) => step.kind,
    field: 'kind',
  },
  {
    name: 'verb',
    type: 'text',
    says: 'What an action does: pay, send, deploy …',
    read: ({ step }) => orNull(step.verb),
    field: 'verb',
  },
  {
    name: 'description',
    type: 'text',
    says: 'Description of the step.',
    read: ({ step }) => orNull(step.description),
    field: 'description',
    passing: true,
  },
  {
    name: 'level',
    type: 'number',
    says: 'Consequence, from 0 none to 4 critical; nothing where nobody has said.',
    read: ({ step }) => orNull(step.consequence?.level),
    field: 'consequence/level',
  },
  {
    name: 'reversibility',
    type: 'number',
    says: '0 reversible, 1 with effort, 2 only compensable, 3 irreversible.',
    read: ({ step }) => orNull(step.consequence?.reversibility),
    field: 'consequence/reversibility',
  },
  {
    name: 'leavesHouse',
    type: 'yes or no',
    says: 'Whether what it does is seen outside.',
    read: ({ step }) => orNull(step.consequence?.external),
    field: 'consequence/external',
  },
  {
    name: 'securitySensitive',
    type: 'yes or no',
    says: 'Whether it touches security.',
    read: ({ step }) => orNull(step.consequence?.security),
    field: 'consequence/security',
  },
  {
    name: 'domains',
    type: 'texts',
    says: 'What it touches: money, customers, code …',
    read: ({ step }) => [...new Set([...(step.consequence?.domains ?? []), ...(step.domains ?? [])])].sort(),
    field: 'consequence/domains',
  },
  {
    name: 'volume',
    type: 'number',
    says: 'Items, recipients or repeats that one execution touches.',
    read: ({ step }) => orNull(step.consequence?.volume),
    field: 'consequence/volume',
  },
  {
    name: 'magnitude',
    type: 'number',
    says: 'What one item puts at stake, in the unit of the team: an amount of money, a number of people.',
    read: ({ step }) => orNull(step.consequence?.magnitude),
    field: 'consequence/magnitude',
  },
  {
    name: 'uncertainty',
    type: 'number',
    says: 'Doubt that it adds, from 0 none to 4 extreme.',
    read: ({ step }) => orNull(step.uncertainty?.level),
    field: 'uncertainty/level',
  },
  {
    name: 'label',
    type: 'text',
    says: 'What the doubt is about: intent, content, untrusted …',
    read: ({ step }) => orNull(step.uncertainty?.label),
    field: 'uncertainty/label',
  },
  {
    name: 'clears',
    type: 'texts',
    says: 'Labels of doubt that it settles.',
    read: ({ step }) => step.clears ?? [],
    field: 'clears',
  },
  {
    name: 'grant',
    type: 'text',
    says: 'What passing it confers: confirm, approve or two-person.',
    read: ({ step }) => orNull(step.grant),
    field: 'grant',
  },
  {
    name: 'party',
    type: 'text',
    says: 'Name of who does it.',
    read: ({ step, lookup }) => orNull(lookup.parties.get(step.party ?? '')?.name),
    field: 'party',
    passing: true,
  },
  {
    name: 'partyKind',
    type: 'text',
    says: 'Kind of who does it: person, role, team, model or service.',
    read: ({ step, lookup }) => orNull(lookup.parties.get(step.party ?? '')?.kind),
    field: 'party',
  },
  {
    name: 'idempotent',
    type: 'yes or no',
    says: 'Whether doing it twice is the same as doing it once.',
    read: ({ step }) => orNull(step.idempotent),
    field: 'idempotent',
  },
  {
    name: 'compensated',
    type: 'yes or no',
    says: 'Whether a step is named that makes it good again.',
    read: ({ step }) => Boolean(step.compensatedBy),
    field: 'compensatedBy',
  },
  {
    name: 'retries',
    type: 'number',
    says: 'How often it may be tried again.',
    read: ({ step }) => orNull(step.retry?.max),
    field: 'retry/max',
  },
  {
    name: 'timeoutMinutes',
    type: 'number',
    says: 'Minutes after which it is given up.',
    read: ({ step }) => orNull(durationMinutes(step.timeout ?? '')),
    field: 'timeout',
  },
  {
    name: 'outcome',
    type: 'text',
    says: 'Of an end: ok, stopped or failed.',
    read: ({ step }) => orNull(step.outcome),
    field: 'outcome',
  },
  {
    name: 'uses',
    type: 'texts',
    says: 'Names of the artefacts that it works from.',
    read: ({ step }) => step.uses ?? [],
    field: 'uses',
  },
  {
    name: 'produces',
    type: 'texts',
    says: 'Names of the artefacts that it makes or changes.',
    read: ({ step }) => step.produces ?? [],
    field: 'produces',
  },
  {
    name: 'changesState',
    type: 'yes or no',
    says: 'Whether the world may be another one afterwards.',
    read: ({ step }) => orNull(step.changesState),
    field: 'changesState',
  },
]

const worked: readonly StepFact[] = [
  {
    name: 'reachable',
    type: 'yes or no',
    says: 'Whether a run gets here.',
    read: ({ graph, v }) => graph.reachable[v]!,
  },
  {
    name: 'visits',
    type: 'number',
    says: 'Expected visits a run.',
    read: ({ graph, v }) => graph.visits[v]!,
    passing: true,
  },
  {
    name: 'required',
    type: 'text',
    says: 'Strength that it demands: none, notify, confirm, approve or two-person.',
    read: ({ required, v }) => strengthOf(required[v]!) ?? 'none',
  },
  {
    name: 'requiredRank',
    type: 'number',
    says: 'The same as a number: 0 none, 0.5 notify, 1 confirm, 2 approve, 3 two people.',
    read: ({ required, v }) => required[v]!,
  },
  {
    name: 'authority',
    type: 'number',
    says: 'What people have released on every way here, the gate before it included: 0 nothing, 1 confirm, 2 approve, 3 two people.',
    read: ({ graph, carried, v }) => (graph.reachable[v] ? carried.mid[v]! : 0),
  },
  {
    name: 'covered',
    type: 'yes or no',
    says: 'Whether every way here is released as strongly as it demands.',
    read: ({ step, counterexamples }) => !counterexamples.some(({ action }) => action === step.id),
  },
  {
    name: 'doubts',
    type: 'texts',
    says: 'Labels of doubt that may still be open on arrival.',
    read: ({ pending, v }) => LABELS.filter((_, i) => pending[i]![v]! > 0),
  },
  {
    name: 'doubtLevel',
    type: 'number',
    says: 'Highest level of doubt that may still be open on arrival.',
    read: ({ pending, v }) => Math.max(...pending.map((levels) => levels[v]!)),
  },
  {
    name: 'handoffs',
    type: 'list',
    says: 'Handoffs before the step; each has kind, strength, rank and title.',
    read: ({ step, lookup }) => (lookup.handoffsBefore.get(step.id) ?? []).map(handoffItem),
  },
  {
    name: 'stepsSinceCheck',
    type: 'number',
    says: 'Steps since an automatic check, on the longest way here: 1 right after it; 1000000 where a way has none.',
    read: ({ lookup, v }) => lookup.sinceCheck[v]!,
  },
  {
    name: 'stepsSincePerson',
    type: 'number',
    says: 'Steps since a person decided, on the longest way here: 0 with a gate right before it; 1000000 where a way has none.',
    read: ({ lookup, v }) => lookup.sincePerson[v]!,
  },
  {
    name: 'comesAfter',
    type: 'texts',
    says: 'Kinds of the steps directly before it.',
    read: ({ graph, v }) => kinds(graph.in[v]!.map(({ from }) => graph.steps[from]!)),
  },
  {
    name: 'leadsTo',
    type: 'texts',
    says: 'Kinds of the steps directly after it.',
    read: ({ graph, v }) => kinds(graph.out[v]!.map(({ to }) => graph.steps[to]!)),
  },
  {
    name: 'tools',
    type: 'texts',
    says: 'Of an agent: verbs of its tools.',
    read: ({ step, lookup }) => (lookup.tools.get(step.id) ?? []).map(({ verb }) => verb ?? '').sort(),
  },
  {
    name: 'own',
    type: 'list',
    says: 'Fields of your own: own.costCentre is the field costCentre of the step.',
    read: ({ step }) => ownFields(step, KNOWN_TO_STEP),
  },
]

/** In the order of the help page. */
export const STEP_FACTS: readonly StepFact[] = [...tags, ...worked]

const KNOWN_TO_STEP = new Set(Object.keys(StepSchema.shape))

/** A handoff as an item of a list. */
export function handoffItem({ kind, strength, title }: Handoff): FeelValue {
  return { kind, strength, rank: authorityOf(strength), title: title ?? '' }
}

/** Fields that the format does not know, as plain data. */
export function ownFields(entry: Readonly<Record<string, unknown>>, known: ReadonlySet<string>): FeelValue {
  return Object.fromEntries(
    Object.entries(entry).flatMap(([key, value]) => (known.has(key) ? [] : [[key, value as FeelValue]])),
  )
}

/** Nobody has said: null, which makes no comparison true. */
export function orNull<T>(value: T | undefined): T | null {
  return value ?? null
}

function kinds(steps: readonly Step[]): readonly string[] {
  return [...new Set(steps.map(({ kind }) => kind))].sort()
}
