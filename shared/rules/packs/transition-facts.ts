// The facts of a transition that rules of packs can ask for.
import { edgeVisits } from '../../graph/graph.ts'
import type { Edge } from '../../graph/edge.ts'
import { TransitionSchema } from '../../model/transition.ts'
import type { Transition } from '../../model/transition.ts'
import { handoffItem, orNull, ownFields } from './step-facts.ts'
import type { Lookup } from './step-facts.ts'
import type { FactDefinition, PackContext } from './types.ts'

export interface TransitionView extends PackContext {
  readonly lookup: Lookup
  readonly transition: Transition
  /** Absent for one that no run takes. */
  readonly edge: Edge | undefined
}

const KNOWN_TO_TRANSITION = new Set(Object.keys(TransitionSchema.shape))

export const TRANSITION_FACTS: readonly FactDefinition<TransitionView>[] = [
  {
    name: 'id',
    type: 'text',
    says: 'Id of the transition.',
    read: ({ transition }) => transition.id,
    passing: true,
  },
  {
    name: 'kind',
    type: 'text',
    says: 'Kind: normal, exception, low-confidence, ambiguity, error, retry, timeout, reject or compensate.',
    read: ({ transition }) => transition.kind,
    field: 'kind',
  },
  {
    name: 'label',
    type: 'text',
    says: 'Label of the transition.',
    read: ({ transition }) => orNull(transition.label),
    field: 'label',
    passing: true,
  },
  {
    name: 'condition',
    type: 'text',
    says: 'Condition as it is written.',
    read: ({ transition }) => orNull(transition.condition),
    field: 'condition',
  },
  {
    name: 'probability',
    type: 'number',
    says: 'Odds that the analysis counts with.',
    read: ({ edge, transition }) => edge?.probability ?? transition.probability ?? 0,
    field: 'probability',
  },
  {
    name: 'oddsKnown',
    type: 'yes or no',
    says: 'Whether somebody has said the odds.',
    read: ({ transition }) => transition.probability !== undefined,
    field: 'probability',
  },
  {
    name: 'visits',
    type: 'number',
    says: 'How often a run goes this way.',
    read: ({ graph, edge }) => (edge ? edgeVisits(graph, edge) : 0),
    passing: true,
  },
  {
    name: 'authority',
    type: 'number',
    says: 'What people have released when a run has gone this way: 0 nothing, 1 confirm, 2 approve, 3 two people.',
    read: ({ edge, carried, grants }) =>
      edge ? Math.max(carried.out[edge.from]!, grants.on[edge.index]!) : 0,
  },
  {
    name: 'handoffs',
    type: 'list',
    says: 'Handoffs on it; each has kind, strength, rank and title.',
    read: ({ transition, lookup }) => (lookup.handoffsOn.get(transition.id) ?? []).map(handoffItem),
  },
  {
    name: 'own',
    type: 'list',
    says: 'Fields of your own.',
    read: ({ transition }) => ownFields(transition, KNOWN_TO_TRANSITION),
  },
]
