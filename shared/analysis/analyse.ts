// The only composer: one workflow in, everything that can be said about it out.
import { transitionVisits } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import { indexAfter } from '../graph/retagged.ts'
import { LABELS } from '../graph/uncertainty.ts'
import { hashesOf } from '../document/meaning.ts'
import type {
  Analysis,
  AttentionFigures,
  FirstAnswer,
  Routing,
  StepFigures,
  TransitionFigures,
} from '../model/analysis.ts'
import type { Finding } from '../model/finding.ts'
import { placeKey } from '../model/handoff.ts'
import { isInForce } from '../model/placing.ts'
import type { Placement } from '../model/placement.ts'
import type { Waiver } from '../model/placing.ts'
import type { Authority, Level } from '../model/scales.ts'
import { strengthOf } from '../model/strength.ts'
import type { Workflow } from '../model/workflow.ts'
import { approvalMinutes, attentionMinutes } from '../placement/attention.ts'
import { carriedAuthority } from '../placement/authority.ts'
import type { Carried } from '../placement/authority.ts'
import { certificateOf } from '../placement/certificate.ts'
import { counterexamples } from '../placement/coverage.ts'
import { demandsOf } from '../placement/demands.ts'
import type { Demands } from '../placement/demands.ts'
import { grantsOf } from '../placement/grants.ts'
import type { Grants } from '../placement/grants.ts'
import type { Solving } from '../placement/optimise.ts'
import { place } from '../placement/place.ts'
import type { Preset } from '../placement/place.ts'
import { routingOf } from '../placement/routing.ts'
import { RULES } from '../rules/index.ts'
import { packSubjects, runPacks } from '../rules/packs/run.ts'
import { compareFindings, runRules } from '../rules/run.ts'
import type { AttentionRule, DesignRule, PlacementContext, PlacementRule } from '../rules/types.ts'
import { dayOfJudgement, judgedOn } from './judged.ts'
import { attentionOf } from './reviewing.ts'

const DESIGN_RULES = RULES.filter((rule): rule is DesignRule => rule.phase === 'design')
const PLACEMENT_RULES = RULES.filter((rule): rule is PlacementRule => rule.phase === 'placement')
const ATTENTION_RULES = RULES.filter((rule): rule is AttentionRule => rule.phase === 'attention')

export interface AnalysisOptions {
  /**
   * RFC 3339 or a day, UTC: accepted risks and standing permissions whose day has come count for nothing. The document's
   * own day counts where it is later, or where this is not given; without either, none has expired.
   */
  readonly asOf?: string
  /** Solves what is too entangled for the exact way; without it there is only a good placement with a gap. */
  readonly solving?: Solving
  /** The index of a revision before this one, of which as much is used as still holds. The answer is the same without it. */
  readonly before?: Graph
}

/**
 * Analyses a workflow that reading or a command has accepted. Pure: the same workflow gives the same answer, to the
 * byte, everywhere. Never throws for such a workflow, whatever its size or shape.
 */
export function analyse(workflow: Workflow, options: AnalysisOptions = {}): Analysis {
  return analyseInParts(workflow, options).whole()
}

/** An analysis whose larger half is worked out when it is asked for. */
export interface AnalysisInParts {
  readonly first: FirstAnswer
  readonly whole: () => Analysis
  /** For the analysis of the next revision. */
  readonly graph: Graph
}

/** The same analysis, for those who show the first part of it before the rest is there. */
export function analyseInParts(workflow: Workflow, options: AnalysisOptions = {}): AnalysisInParts {
  const where = placementOf(workflow, options)
  const { graph, demands, standing, carried, open, early, result } = where
  const steps = stepFigures(graph, demands, standing, carried)
  const context = {
    ...where.context,
    placement: result.placement,
    routing: (v: number): Routing => steps[graph.steps[v]!.id]!.routing,
  }
  const late = runRules(PLACEMENT_RULES, graph, (rule) => rule.check(context))
  const attention = attentionMinutes(graph)
  const packs = workflow.rulePacks
    ? runPacks(workflow.rulePacks, packSubjects({ ...context, attention }))
    : []
  const findings = inOrder(workflow, [...early, ...late, ...packs])
  const first: FirstAnswer = {
    covered: open.length === 0,
    counterexamples: open,
    findings,
    placement: result.placement,
    attention: attentionFigures(graph, attention, result.placement),
    steps,
    transitions: transitionFigures(graph),
  }
  return { first, whole: () => withReviewing(workflow, { first, where, context }), graph }
}

interface FirstPart {
  readonly first: FirstAnswer
  readonly where: ReturnType<typeof placementOf>
  readonly context: PlacementContext
}

// What the first answer does not say: what people are likely to catch, and the proof.
function withReviewing(workflow: Workflow, { first, where, context }: FirstPart): Analysis {
  const { graph, demands, result } = where
  const { placement } = first
  const { reviewing, without } = attentionOf(graph, placement)
  const last = runRules(ATTENTION_RULES, graph, (rule) => rule.check({ ...context, reviewing, without }))
  const hashes = hashesOf(workflow)
  return {
    revision: hashes.workflow,
    covered: first.covered,
    counterexamples: first.counterexamples,
    findings: inOrder(workflow, [...first.findings, ...last]),
    placement,
    certificate: certificateOf(graph, demands, result, hashes.certified),
    attention: first.attention,
    reviewing,
    steps: first.steps,
    transitions: first.transitions,
  }
}

function attentionFigures(
  graph: Graph,
  { minutes, prompts }: ReturnType<typeof attentionMinutes>,
  { handoffs, approvalMinutesPerRun }: Placement,
): AttentionFigures {
  const replaced = new Set(handoffs.map(({ at }) => placeKey(at)))
  return {
    minutesPerRun: minutes,
    promptsPerRun: prompts,
    approvalMinutesPerRun: approvalMinutes(graph, new Set()),
    approvalMinutesWhenPlaced: approvalMinutes(graph, replaced) + approvalMinutesPerRun,
  }
}

function inOrder(workflow: Workflow, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => !speaksAgainstPinned(workflow, finding)).sort(compareFindings)
}

/**
 * The first half of the analysis: what is demanded and carried, what rules suggest before the optimiser runs, and the
 * placement. All that other values of a tag can change about where people belong.
 */
export function placementOf(workflow: Workflow, { asOf, solving, before }: AnalysisOptions = {}) {
  const graph = indexAfter(judgedOn(workflow, asOf), before)
  const demands = demandsOf(graph)
  const standing = grantsOf(graph, workflow.handoffs)
  const carried = carriedAuthority(graph, demands, standing)
  const open = counterexamples(graph, demands, standing, carried)
  const context = {
    graph,
    required: demands.required,
    pending: demands.pending,
    live: demands.live,
    pivots: demands.pivots,
    carried,
    grants: standing,
    counterexamples: open,
    expiredWaivers: expiredIn(workflow, dayOfJudgement(workflow, asOf)),
  }
  const early = runRules(DESIGN_RULES, graph, (rule) => rule.check(context))
  const result = place(graph, demands, early.flatMap(toPreset), solving)
  return { graph, demands, standing, carried, open, context, early, result }
}

function expiredIn({ placing }: Workflow, asOf: string | undefined): readonly Waiver[] {
  return placing?.waivers.filter((waiver) => !isInForce(waiver, asOf)) ?? []
}

// A handoff that somebody keeps on purpose is never proposed for removal. That no run comes to it (X11) is still said:
// it is news about the way, not about the handoff.
function speaksAgainstPinned({ handoffs }: Workflow, { kind, place: at, rule }: Finding): boolean {
  if (kind !== 'remove' || rule === 'X11' || !('handoff' in at)) return false
  return handoffs.some(({ id, pinned }) => id === at.handoff && pinned === true)
}

function toPreset({ rule, suggestion }: Finding): Preset[] {
  return suggestion ? [{ ...suggestion, rule }] : []
}

// Null prototypes: the keys are ids that people chose.
function stepFigures(graph: Graph, demands: Demands, standing: Grants, carried: Carried): Analysis['steps'] {
  const out = Object.create(null) as Record<string, StepFigures>
  graph.steps.forEach((step, v) => {
    const reachable = graph.reachable[v]!
    const required = strengthOf(demands.required[v]!)
    const waived = strengthOf(demands.waived.get(v) ?? 0)
    const at = (list: ArrayLike<number>): Authority => (reachable ? (list[v]! as Authority) : 0)
    out[step.id] = {
      reachable,
      visits: graph.visits[v]!,
      ...(required ? { required } : {}),
      ...(waived ? { waived } : {}),
      authority: { in: at(carried.in), mid: at(carried.mid), out: at(carried.out) },
      liveSource: reachable && demands.live[v]!,
      pending: pendingAt(demands, v),
      routing: routingOf(graph, demands, standing, v),
    }
  })
  return out
}

function pendingAt(demands: Demands, v: number): StepFigures['pending'] {
  const out: Partial<Record<(typeof LABELS)[number], Level>> = {}
  LABELS.forEach((label, i) => {
    const level = demands.pending[i]![v]! as Level
    if (level > 0) out[label] = level
  })
  return out
}

function transitionFigures(graph: Graph): Analysis['transitions'] {
  const out = Object.create(null) as Record<string, TransitionFigures>
  for (const t of graph.unwalked) out[t.id] = { probability: 0, assumed: false, visits: 0 }
  for (const [id, edges] of graph.edgesOf) {
    const { probability, assumed } = edges[0]!
    out[id] = { probability, assumed, visits: transitionVisits(graph, id) }
  }
  // Ways on from a sub-flow whose contents never come to an end.
  for (const { id, probability = 0 } of graph.workflow.transitions) {
    if (!Object.hasOwn(out, id)) out[id] = { probability, assumed: false, visits: 0 }
  }
  return out
}
