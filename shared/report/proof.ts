// The proof of coverage in words: what holds, who checked it, what each action needs and why, which gate carries it,
// what would happen without each gate, and why nothing cheaper would do.
import { certifiedHash } from '../document/meaning.ts'
import { indexWorkflow } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import { placementOf } from '../analysis/analyse.ts'
import { judgedOn } from '../analysis/judged.ts'
import type { Analysis } from '../model/analysis.ts'
import { placeKey } from '../model/handoff.ts'
import type { Handoff, Place } from '../model/handoff.ts'
import type { Certificate, Placement } from '../model/placement.ts'
import type { HandoffKind, Strength } from '../model/scales.ts'
import { strengthOf } from '../model/strength.ts'
import type { Workflow } from '../model/workflow.ts'
import { carriersOf } from '../placement/carriers.ts'
import { verify } from '../placement/checker/verify.ts'
import { demandReason } from '../placement/demand-reason.ts'
import { demandsOf } from '../placement/demands.ts'
import type { Demands } from '../placement/demands.ts'
import { grantsOf } from '../placement/grants.ts'
import type { Grants } from '../placement/grants.ts'
import { neededWalk } from '../placement/walks.ts'
import { canonicalJson } from '../support/canonical-json.ts'
import { fingerprint } from '../support/sha256.ts'

/** A gate on which an action counts, in words, with the walk from it to the action. */
export interface ProofCarrier {
  readonly at: Place
  readonly text: string
  readonly walk: readonly string[]
}

export interface ProofAction {
  readonly id: string
  readonly strength: Strength
  /** The whole claim: "Every way from a source of doubt to … passes an approval." */
  readonly claim: string
  /** Why it needs this much: the cell of the table and its tags. */
  readonly because: string
  readonly carriers: readonly ProofCarrier[]
  /** What is missing as the document stands, with the shortest walk that shows it; absent where it is covered. */
  readonly open?: { readonly text: string; readonly walk: readonly string[] }
}

export interface ProofGate {
  readonly at: Place
  readonly name: string
  readonly isSuggested: boolean
  /** What happens without it; where nothing does, that it could go. */
  readonly without: string
  /** The walk that needs it; empty where none does. */
  readonly walk: readonly string[]
}

export interface Proof {
  readonly covered: boolean
  readonly claim: string
  readonly method: string
  /** The verdict of the checker on the certificate, and what it compared. */
  readonly checker: { readonly agrees: boolean; readonly text: string; readonly faults: readonly string[] }
  readonly actions: readonly ProofAction[]
  readonly gates: readonly ProofGate[]
  readonly cheapest: string
  readonly waived: readonly string[]
  readonly hashes: { readonly document: string; readonly certified: string; readonly certificate: string }
}

/** Sums of the same prices in another order differ in the last digits. */
const SAME_MINUTES = 1e-6

const PASSES: Readonly<Record<Strength, string>> = {
  notify: 'a notice',
  confirm: 'a confirmation',
  approve: 'an approval',
  'two-person': 'two people who approve it',
}

/**
 * Puts the proof together and has the certificate checked. `analysis` is that of this very workflow, on the day `asOf`
 * (accepted risks may have expired by then).
 */
export function proofOf(
  workflow: Workflow,
  analysis: Analysis,
  options: { readonly asOf?: string } = {},
): Proof {
  const { placement, certificate } = analysis
  const graph = indexWorkflow(judgedOn(withCertifiedWaivers(workflow, certificate), options.asOf))
  const demands = demandsOf(graph)
  const gates = [...workflow.handoffs, ...placement.handoffs]
  const grants = grantsOf(graph, gates)
  return {
    covered: analysis.covered,
    claim: claimOf(analysis),
    method:
      'For every step, the least consent that any way can bring to it is worked out: it is what the strongest gate since the last source of doubt confers, on the way on which that is least. A step is covered when even that is enough.',
    checker: checkerOf(workflow, analysis, options.asOf),
    actions: actionsOf(graph, demands, grants, analysis),
    gates: gatesOf(workflow, graph, demands, grants, analysis),
    cheapest: cheapestText(workflow, analysis, options.asOf),
    waived: placement.waived.map(
      ({ step, strength, owner, expires, reason }) =>
        `${named(graph, step)} would need ${PASSES[strength]}. ${owner} answers for the risk until ${expires}: ${reason}`,
    ),
    hashes: {
      document: analysis.revision,
      certified: certificate.workflow,
      certificate: fingerprint(canonicalJson(certificate)),
    },
  }
}

// Risks that the analysis no longer counts as accepted are none here either.
function withCertifiedWaivers(workflow: Workflow, { waived = [] }: Certificate): Workflow {
  const { placing } = workflow
  if (!placing) return workflow
  const waivers = placing.waivers.filter(({ step }) => waived.includes(step))
  return { ...workflow, placing: { ...placing, waivers } }
}

function claimOf({ counterexamples, certificate, placement }: Analysis): string {
  const demanding = Object.keys(certificate.required).length
  if (demanding === 0) return 'No step here needs a person’s consent, so there is nothing to cover.'
  const all = demanding === 1 ? 'the one action' : `each of the ${demanding} actions`
  if (counterexamples.length === 0)
    return `Every way from a source of doubt to ${all} that needs consent passes a gate that is strong enough.`
  const open = counterexamples.length
  const missing = `${open} of ${demanding} ${demanding === 1 ? 'action' : 'actions'} can be reached without the consent that ${open === 1 ? 'it needs' : 'they need'}.`
  if (placement.handoffs.length === 0) return missing
  return `${missing} With the suggested handoffs placed, every way to ${all} passes a gate that is strong enough.`
}

// The checker shares no code with what made the certificate. It is asked about the document with the suggestions placed,
// because that is what the certificate speaks of.
function checkerOf(
  workflow: Workflow,
  { certificate, placement }: Analysis,
  asOf: string | undefined,
): Proof['checker'] {
  const placed = placement.handoffs.map(({ kind, strength, at }, index): Handoff => ({
    id: `suggestion ${index + 1}`,
    kind,
    strength,
    at,
  }))
  const { covered, faults } = verify(
    { ...workflow, handoffs: [...workflow.handoffs, ...placed] },
    certificate,
    {
      workflowHash: certifiedHash(workflow),
      ...(asOf !== undefined && { asOf }),
    },
  )
  const compared = [
    count(Object.keys(certificate.steps).length, 'step'),
    count(workflow.transitions.length, 'transition'),
    count(Object.keys(certificate.required).length, 'demand'),
    count(certificate.gates.length, 'gate'),
    count(certificate.needed.length, 'walk'),
  ]
  const subject =
    placed.length === 0 ? 'as it stands' : `with the ${count(placed.length, 'suggestion')} placed`
  const work = `compared the certificate with the document ${subject}: ${compared.join(', ')}, and the fingerprint of the document`
  return {
    agrees: covered,
    text: covered
      ? `The checker agrees. It ${work}. It does not check the price.`
      : `The checker does not agree. It ${work}.`,
    faults: faults.map(({ message }) => message),
  }
}

function actionsOf(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  { counterexamples }: Analysis,
): readonly ProofAction[] {
  const open = new Map(counterexamples.map((example) => [example.action, example]))
  return graph.steps.flatMap((step, v): ProofAction[] => {
    const strength = strengthOf(demands.required[v]!)
    if (strength === undefined || strength === 'notify') return []
    const example = open.get(step.id)
    const carriers = carriersOf(graph, demands, grants, v).map(({ at, walk }) => ({
      at,
      walk,
      text: carrierText(graph, at, step.id),
    }))
    const claim = `Every way from a source of doubt to ${named(graph, step.id)} passes ${PASSES[strength]}.`
    return [
      {
        id: step.id,
        strength,
        claim: example ? `Not covered yet: ${named(graph, step.id)} needs ${PASSES[strength]}.` : claim,
        because: demandReason(graph, demands, v),
        carriers,
        ...(example && {
          open: {
            text: `The shortest way that shows it comes with ${example.carried === 0 ? 'no consent at all' : `no more than ${strengthOf(example.carried)}`}.`,
            walk: example.path,
          },
        }),
      },
    ]
  })
}

function carrierText(graph: Graph, at: Place, action: string): string {
  if ('before' in at && at.before === action) return 'right before it'
  if ('before' in at) {
    const step = graph.steps[graph.indexOf.get(at.before) ?? -1]
    const own = step?.kind === 'check' || step?.kind === 'human'
    return own && step.grant ? `at ${named(graph, at.before)}` : `before ${named(graph, at.before)}`
  }
  return placeWords(graph, at)
}

function gatesOf(
  workflow: Workflow,
  graph: Graph,
  demands: Demands,
  grants: Grants,
  { placement }: Analysis,
): readonly ProofGate[] {
  const suggested = placement.handoffs
    .filter(({ kind }) => kind !== 'notify')
    .map((handoff): ProofGate => ({
      at: handoff.at,
      name: `${kindWords(handoff)} ${placeWords(graph, handoff.at)}`,
      isSuggested: true,
      without: handoff.why,
      walk: handoff.walk,
    }))
  const taken = new Set(placement.handoffs.map(({ at }) => placeKey(at)))
  const removable = new Set(placement.remove)
  const existing = workflow.handoffs
    .filter(({ kind, at }) => kind !== 'notify' && !taken.has(placeKey(at)))
    .map((handoff): ProofGate => {
      const walk = neededWalk(graph, demands, grants, handoff) ?? []
      const last = walk.at(-1)
      return {
        at: handoff.at,
        name: `${handoff.title || kindWords(handoff)} ${placeWords(graph, handoff.at)}`,
        isSuggested: false,
        without:
          last !== undefined
            ? `Without it ${named(graph, last)} is reached from ${named(graph, walk[0]!)} with too little consent.`
            : removable.has(handoff.id)
              ? 'Everything stays covered without it: it can go.'
              : 'Coverage does not hang on it; it is there for another reason.',
        walk,
      }
    })
  return [...suggested, ...existing]
}

/**
 * What the approvals cost, those in the document and those suggested, beside the best that there is: the placement of
 * the same workflow without any of them.
 */
function cheapestText(workflow: Workflow, analysis: Analysis, asOf: string | undefined): string {
  if (Object.keys(analysis.certificate.required).length === 0)
    return 'Nothing needs consent, so no gate has to be paid for.'
  const placement = withoutApprovals(workflow, analysis, asOf)
  const least = placement.approvalMinutesPerRun * (1 - placement.gap)
  const cost = analysis.attention.approvalMinutesWhenPlaced
  const how = {
    elimination:
      'every way to place the gates was weighed by eliminating one place after the other, which is exact',
    mip: 'the problem was solved as an integer programme, which proves its bound',
    'local-search': 'the workflow is too entangled to weigh every way, so cheapest cuts give the bound',
  }[placement.method]
  // An approval where there is no way back is asked for on top of coverage, and is part of the price.
  const noWayBack = placement.handoffs.some(({ rules }) => rules.includes('S5'))
  const kept = noWayBack ? ' and asks before there is no way back' : ''
  const bound = `No placement that covers everything${kept} costs less than ${round(least)} min a run of approvals`
  if (cost <= least + SAME_MINUTES) return `${bound}, and this one costs just that: ${how}.`
  const more = least === 0 ? '' : `, ${Math.round((cost / least - 1) * 100)} % more`
  return `${bound}: ${how}. This one costs ${round(cost)} min${more}.`
}

// Where there are none the analysis has answered already, and with a solver, which is not at hand here.
function withoutApprovals(workflow: Workflow, analysis: Analysis, asOf: string | undefined): Placement {
  const others = workflow.handoffs.filter(({ kind }) => kind !== 'approval' && kind !== 'sign-off')
  if (others.length === workflow.handoffs.length) return analysis.placement
  const options = asOf === undefined ? {} : { asOf }
  return placementOf({ ...workflow, handoffs: others }, options).result.placement
}

const KIND_WORDS: Readonly<Record<HandoffKind, string>> = {
  brief: 'Brief',
  approval: 'Approval',
  exception: 'Exception desk',
  clarify: 'Question',
  recovery: 'Decision after a failure',
  'sign-off': 'Sign-off',
  notify: 'Notice',
}

function kindWords({ kind, strength }: Pick<Handoff, 'kind' | 'strength'>): string {
  return `${KIND_WORDS[kind]} (${strength})`
}

function placeWords(graph: Graph, at: Place): string {
  if ('before' in at) return `before ${named(graph, at.before)}`
  if ('start' in at) return `at ${named(graph, at.start)}`
  const way = graph.workflow.transitions.find(({ id }) => id === at.on)
  return way ? `on the way from ${named(graph, way.from)} to ${named(graph, way.to)}` : `on ${at.on}`
}

function named(graph: Graph, id: string): string {
  return `“${graph.steps[graph.indexOf.get(id) ?? -1]?.name || id}”`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function round(minutes: number): string {
  return String(Number(minutes.toFixed(2)))
}
