// From a workflow and its analysis to the policy that runtimes read.
import { judgedOn } from '../analysis/judged.ts'
import { certifiedHash } from '../document/meaning.ts'
import { inCanonicalOrder } from '../document/order.ts'
import { indexWorkflow } from '../graph/graph.ts'
import type { Analysis, StepFigures } from '../model/analysis.ts'
import type { Certificate } from '../model/placement.ts'
import type { Step } from '../model/step.ts'
import type { Transition } from '../model/transition.ts'
import type { Workflow } from '../model/workflow.ts'
import { certificateOf } from '../placement/certificate.ts'
import { demandsOf } from '../placement/demands.ts'
import { grantsOf } from '../placement/grants.ts'
import { policyHandoff } from './handoff.ts'
import { revisionOf } from './revision.ts'
import { POLICY_VERSION } from './schema.ts'
import type { Policy, PolicyStep } from './schema.ts'

/**
 * The policy of `workflow` as it stands: suggestions that nobody accepted are not in it. `analysis` must be of this
 * very workflow, on the day `asOf`: what has expired by then is nothing that its certificate counts on. Entries are ordered by id, so that the order in a file does not change the revision.
 */
export function buildPolicy(
  workflow: Workflow,
  analysis: Analysis,
  { asOf }: { readonly asOf?: string } = {},
): Policy {
  const ordered = inCanonicalOrder(workflow)
  const content: Omit<Policy, 'revision'> = {
    format: 'handoff-policy',
    version: POLICY_VERSION,
    workflow: analysis.revision,
    name: ordered.name,
    expressions: 'FEEL',
    brief: ordered.brief,
    parties: ordered.parties.map(({ id, name, kind, members = [], calendar = null }) => ({
      id,
      name,
      kind,
      members,
      calendar,
    })),
    steps: ordered.steps.map((step) => policyStep(step, analysis)),
    transitions: ordered.transitions.map(policyTransition),
    handoffs: ordered.handoffs.map((handoff) => policyHandoff(ordered, handoff)),
    coverage: {
      covered: analysis.covered,
      uncovered: analysis.counterexamples.map(({ action, path }) => ({
        step: action,
        missing: figuresOf(analysis, action).required ?? 'confirm',
        walk: path,
      })),
    },
    certificate: analysis.covered ? standingCertificate(ordered, analysis, asOf) : null,
    runtime: {
      pinning: 'revision-at-request',
      resumeToken: ['revision', 'run', 'handoff', 'argsHash', 'decisions'],
      audit: [
        'requestedAt',
        'decidedAt',
        'actor',
        'role',
        'level',
        'decision',
        'reason',
        'proposed',
        'final',
        'argsHash',
        'revision',
        'evidence',
        'channel',
        'prevHash',
      ],
    },
  }
  const { format, version, ...rest } = content
  return { format, version, revision: revisionOf(content), ...rest }
}

// The analysis certifies the workflow with its suggestions placed; a policy may count only on what is in it.
function standingCertificate(
  workflow: Workflow,
  { placement, attention }: Analysis,
  asOf: string | undefined,
): Certificate {
  const graph = indexWorkflow(judgedOn(workflow, asOf))
  const minutes = attention.approvalMinutesPerRun
  const { bound: _, ...proof } = certificateOf(
    graph,
    demandsOf(graph),
    {
      placement: { ...placement, handoffs: [] },
      grants: grantsOf(graph, workflow.handoffs),
      gates: workflow.handoffs,
      optimum: { gates: [], method: 'local-search', optimal: false, minutes, lowerBound: 0 },
    },
    certifiedHash(workflow),
  )
  // That it is the cheapest is not claimed here: a bound of 0 is true of every design.
  return { ...proof, bound: { method: 'as designed', minutes, lowerBound: 0 } }
}

function policyStep(step: Step, analysis: Analysis): PolicyStep {
  const figures = figuresOf(analysis, step.id)
  const { consequence = {}, uncertainty = {}, retry, duration, changesState, uses, produces, calls } = step
  return {
    id: step.id,
    kind: step.kind,
    name: step.name,
    verb: step.verb ?? null,
    parent: step.parent ?? null,
    party: step.party ?? null,
    consequence: {
      level: consequence.level ?? null,
      reversibility: consequence.reversibility ?? null,
      external: consequence.external ?? false,
      security: consequence.security ?? false,
      domains: consequence.domains ?? [],
      volume: consequence.volume ?? 1,
      magnitude: consequence.magnitude ?? null,
      basis: consequence.basis ?? '',
    },
    uncertainty: {
      level: uncertainty.level ?? null,
      label: uncertainty.label ?? null,
      basis: uncertainty.basis ?? '',
    },
    domains: step.domains ?? [],
    clears: step.clears ?? [],
    grant: step.grant ?? null,
    required: figures.required ?? null,
    routing: figures.routing,
    ...(step.tier !== undefined && { tier: step.tier }),
    idempotent: step.idempotent ?? false,
    compensatedBy: step.compensatedBy ?? null,
    retry: retry ? { max: retry.max ?? null, backoff: retry.backoff ?? null } : null,
    timeout: step.timeout ?? null,
    outcome: step.outcome ?? (step.kind === 'end' ? 'ok' : null),
    ...(duration !== undefined && { duration }),
    ...(changesState !== undefined && { changesState }),
    ...(uses && { uses }),
    ...(produces && { produces }),
    ...(calls !== undefined && { calls }),
  }
}

function figuresOf({ steps }: Analysis, id: string): StepFigures {
  const figures = steps[id]
  if (!figures) throw new Error(`the analysis is of another workflow: it knows no step ${id}`)
  return figures
}

function policyTransition(transition: Transition): Policy['transitions'][number] {
  const { id, from, to, kind, probability, condition, label = '' } = transition
  return { id, from, to, kind, probability: probability ?? null, condition: condition ?? null, label }
}
