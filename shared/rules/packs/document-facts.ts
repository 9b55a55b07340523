// The facts of the whole document that rules of packs can ask for.
import { WorkflowSchema } from '../../model/workflow.ts'
import type { Workflow } from '../../model/workflow.ts'
import { orNull, ownFields } from './step-facts.ts'
import type { FactDefinition, PackContext } from './types.ts'

type DocumentView = PackContext

const KNOWN_TO_DOCUMENT = new Set(Object.keys(WorkflowSchema.shape))

const counted = (of: (workflow: Workflow) => number) => (view: DocumentView) => of(view.graph.workflow)
const kindCount = (kind: string) => counted(({ steps }) => steps.filter((step) => step.kind === kind).length)

export const DOCUMENT_FACTS: readonly FactDefinition<DocumentView>[] = [
  {
    name: 'name',
    type: 'text',
    says: 'Name of the document.',
    read: ({ graph }) => graph.workflow.name,
    passing: true,
  },
  {
    name: 'description',
    type: 'text',
    says: 'Description of the document.',
    read: ({ graph }) => graph.workflow.description,
    passing: true,
  },
  {
    name: 'objective',
    type: 'text',
    says: 'Objective of the brief.',
    read: ({ graph }) => graph.workflow.brief.objective,
    field: 'brief/objective',
  },
  {
    name: 'successCondition',
    type: 'text',
    says: 'Success condition of the brief.',
    read: ({ graph }) => graph.workflow.brief.successCondition,
    field: 'brief/successCondition',
  },
  {
    name: 'owner',
    type: 'text',
    says: 'Owner of the brief.',
    read: ({ graph }) => graph.workflow.brief.owner,
    field: 'brief/owner',
  },
  {
    name: 'riskTolerance',
    type: 'text',
    says: 'Risk tolerance of the brief: low, moderate or high.',
    read: ({ graph }) => graph.workflow.brief.riskTolerance,
    field: 'brief/riskTolerance',
  },
  {
    name: 'constraints',
    type: 'texts',
    says: 'Constraints of the brief.',
    read: ({ graph }) => graph.workflow.brief.constraints,
    field: 'brief/constraints',
  },
  {
    name: 'nonNegotiables',
    type: 'texts',
    says: 'Non-negotiables of the brief.',
    read: ({ graph }) => graph.workflow.brief.nonNegotiables,
    field: 'brief/nonNegotiables',
  },
  {
    name: 'domains',
    type: 'texts',
    says: 'What runs are about.',
    read: ({ graph }) => graph.workflow.brief.domains,
    field: 'brief/domains',
  },
  {
    name: 'envelopeLevel',
    type: 'text',
    says: 'Strength that the brief allows without asking.',
    read: ({ graph }) => orNull(graph.workflow.brief.envelope?.level),
    field: 'brief/envelope',
  },
  {
    name: 'envelopeCap',
    type: 'number',
    says: 'Cap of what the brief allows without asking.',
    read: ({ graph }) => orNull(graph.workflow.brief.envelope?.cap),
    field: 'brief/envelope',
  },
  {
    name: 'steps',
    type: 'number',
    says: 'Number of steps.',
    read: counted(({ steps }) => steps.length),
    passing: true,
  },
  { name: 'actions', type: 'number', says: 'Number of actions.', read: kindCount('action') },
  { name: 'agents', type: 'number', says: 'Number of agents.', read: kindCount('agent') },
  { name: 'models', type: 'number', says: 'Number of models.', read: kindCount('model') },
  { name: 'checks', type: 'number', says: 'Number of automatic checks.', read: kindCount('check') },
  { name: 'people', type: 'number', says: 'Number of human steps.', read: kindCount('human') },
  {
    name: 'handoffs',
    type: 'number',
    says: 'Number of handoffs.',
    read: counted(({ handoffs }) => handoffs.length),
  },
  {
    name: 'untagged',
    type: 'number',
    says: 'Actions and agents whose consequence nobody has set.',
    read: counted(
      ({ steps }) =>
        steps.filter(
          ({ kind, consequence }) =>
            (kind === 'action' || kind === 'agent') && consequence?.level === undefined,
        ).length,
    ),
  },
  {
    name: 'uncovered',
    type: 'number',
    says: 'Actions that are reached without the consent that they demand.',
    read: ({ counterexamples }) => counterexamples.length,
  },
  {
    name: 'minutesPerRun',
    type: 'number',
    says: 'Minutes of people a run.',
    read: ({ attention }) => attention.minutes,
  },
  {
    name: 'promptsPerRun',
    type: 'number',
    says: 'Questions to people a run.',
    read: ({ attention }) => attention.prompts,
  },
  {
    name: 'own',
    type: 'list',
    says: 'Fields of your own at the top of the document.',
    read: ({ graph }) => ownFields(graph.workflow, KNOWN_TO_DOCUMENT),
  },
]
