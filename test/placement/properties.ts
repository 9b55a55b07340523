// What has to hold for every workflow, as properties over random ones (I1 to I10 of PLACEMENT.md 2C, and agreement
// with brute force and with the checker). The tests run them in hundreds, the soak in as many as it is told.
import fc from 'fast-check'
import { arbitraryWorkflow, SMALL } from './arbitrary.ts'
import { hasJunctions, inlined, nested, withoutDoors } from './nesting.ts'
import { isRounded, openInTime, withTime } from './aging.ts'
import { bruteForce, covers, standingGates } from './oracle.ts'
import { crossingsOf, isCrossedWithConsent } from './no-way-back.ts'
import { withHandoffs } from './support.ts'
import {
  accepted,
  applied,
  harmless,
  idsIn,
  renamed,
  shuffled,
  sideBySide,
  withGate,
  withGrant,
  withLeak,
  withPlainStep,
  withRulings,
  withSteps,
  withStops,
  withTools,
  withUndoing,
  withoutOdds,
} from './variations.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { certifiedHash } from '../../shared/document/meaning.ts'
import { placeKey } from '../../shared/model/handoff.ts'
import { STRENGTHS } from '../../shared/model/scales.ts'
import { leastMinutes, placementsByCuts } from '../../shared/placement/cuts.ts'
import { demandsOf } from '../../shared/placement/demands.ts'
import { grantsOf } from '../../shared/placement/grants.ts'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import { carriedAuthority } from '../../shared/placement/authority.ts'
import { certificateOf } from '../../shared/placement/certificate.ts'
import { counterexamples } from '../../shared/placement/coverage.ts'
import { place } from '../../shared/placement/place.ts'
import { verify } from '../../shared/placement/checker/verify.ts'
import { compareText } from '../../shared/support/compare.ts'
import type { Analysis } from '../../shared/model/analysis.ts'
import type { PlacedHandoff, Placement } from '../../shared/model/placement.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

export interface Property {
  readonly name: string
  /** Workflows in a run of the tests. */
  readonly runs: number
  readonly holds: fc.IPropertyWithHooks<[Workflow, number]>
}

const anyWorkflow = arbitraryWorkflow(SMALL)
const large = arbitraryWorkflow({ steps: [6, 14], more: 8, gates: 6, exceptions: true })
/** Splits and joins wherever they happen to be: few of them are blocks. */
const parallel = arbitraryWorkflow({ steps: [4, 12], more: 6, gates: 6, exceptions: true }).map((workflow) =>
  withSteps(workflow, (step) => (step.kind === 'decision' ? { ...step, kind: 'split' } : step)),
)
/** With a point of no return. */
const crossed = fc
  .tuple(arbitraryWorkflow({ steps: [1, 3], more: 3, gates: 2, exceptions: true }), fc.nat())
  .map(([workflow, seed]) => withUndoing(workflow, seed))
  .filter((workflow) => crossingsOf(workflow).length > 0)
const unclaimed = arbitraryWorkflow({ ...SMALL, exceptions: false })

export const PROPERTIES: readonly Property[] = [
  property('the optimum costs what brute force finds, with as few gates', 2000, anyWorkflow, (workflow) => {
    const { placement } = analyse(workflow)
    const best = cheapestWithConsent(workflow, placement)
    fc.pre(best !== undefined)
    const found = { minutes: placement.approvalMinutesPerRun, gates: askedFor(placement.handoffs).length }
    same(Math.abs(found.minutes - best.minutes) < 1e-6 ? { ...found, minutes: best.minutes } : found, best)
  }),

  property(
    'so does the optimum where there is no way back, which the rule finds where its definition says',
    1000,
    crossed,
    (workflow) => {
      const crossings = crossingsOf(workflow)
      const { placement, findings } = analyse(workflow)
      const standing = standingGates(workflow)
      const unasked = crossings.filter((crossing) => !isCrossedWithConsent(workflow, crossing, standing))
      const told = findings.flatMap(({ rule, place: at }) =>
        rule === 'S5' && 'transition' in at ? [at.transition] : [],
      )
      same(sorted(told), sorted(unasked.map(({ way }) => way.id)))
      const best = cheapestWithConsent(workflow, placement)
      fc.pre(best !== undefined)
      const found = {
        minutes: placement.approvalMinutesPerRun,
        gates: askedFor(placement.handoffs).length,
      }
      same(Math.abs(found.minutes - best.minutes) < 1e-6 ? { ...found, minutes: best.minutes } : found, best)
      same(placement.optimal, true)
      const left = analyse(accepted(workflow)).findings.filter(({ rule }) => CONSENT.has(rule))
      same(
        left.map(({ id }) => id),
        [],
      )
    },
  ),

  property(
    'cuts cover everything, and brute force is between the bound and their price',
    2000,
    anyWorkflow,
    (workflow) => {
      const { placement } = analyse(workflow)
      const claimed = claimedIn(placement)
      const best = bruteForce(withHandoffs(workflow, [...workflow.handoffs, ...claimed]))
      fc.pre(best !== undefined)
      const graph = indexWorkflow(workflow)
      const demands = { ...demandsOf(graph), pivots: [] }
      const grants = grantsOf(graph, [...workflow.handoffs, ...claimed])
      const least = leastMinutes(graph, demands, grants)
      if (least > best.minutes + 1e-6)
        throw new Error(`the bound is ${least} min, the optimum ${best.minutes}`)
      for (const gates of placementsByCuts(graph, demands, grants)) {
        const handoffs = gates.map(({ place, authority }) => ({
          at: place,
          strength: STRENGTHS[authority] ?? 'approve',
        }))
        const minutes = gates.reduce((sum, gate) => sum + gate.minutes, 0)
        same(verify(withHandoffs(workflow, [...workflow.handoffs, ...claimed, ...handoffs])).faults, [])
        if (minutes < best.minutes - 1e-6)
          throw new Error(`${minutes} min, less than the optimum ${best.minutes}`)
      }
    },
  ),

  property(
    'places that are ruled out get nothing, accepted risks ask for nothing, and the rest costs what brute force finds',
    2000,
    anyWorkflow,
    (workflow, seed) => {
      const ruled = withRulings(workflow, seed)
      const { placement, certificate } = analyse(ruled)
      const forbidden = new Set(ruled.placing?.forbidden.map(placeKey))
      same(
        placement.handoffs.filter(({ at }) => forbidden.has(placeKey(at))),
        [],
      )
      const best = cheapestWithConsent(ruled, placement)
      fc.pre(best !== undefined)
      same(placement.impossible.length === 0, best.minutes < Infinity)
      if (best.minutes < Infinity && Math.abs(placement.approvalMinutesPerRun - best.minutes) > 1e-6)
        throw new Error(`${placement.approvalMinutesPerRun} min, brute force ${best.minutes}`)
      const placed = withHandoffs(ruled, [...ruled.handoffs, ...placement.handoffs])
      same(
        sorted(verify(placed).faults.map(({ step = '' }) => step)),
        sorted(placement.impossible.map(({ action }) => action)),
      )
      same(verify(placed, certificate).covered, placement.impossible.length === 0)
    },
  ),

  property('coverage, walks and checker agree with walking every walk', 2000, anyWorkflow, agree),

  property('the same in workflows of up to sixteen steps with six gates', 2000, large, agree),

  property('I1: placed, everything is covered, and the certificate proves it', 2000, large, (workflow) => {
    const { placement, certificate } = analyse(workflow)
    const placed = withHandoffs(workflow, [...workflow.handoffs, ...placement.handoffs])
    same(verify(placed), { covered: true, faults: [] })
    same(verify(placed, certificate), { covered: true, faults: [] })
    same(placement.optimal, true)
  }),

  property('I2: a gate that is one level weaker leaves a walk open', 2000, large, (workflow) => {
    const { placement } = analyse(workflow)
    for (const gate of chosenGates(placement.handoffs)) {
      const strength = STRENGTHS[STRENGTHS.indexOf(gate.strength) - 1] ?? 'notify'
      const weaker = placement.handoffs.map((handoff) => (handoff === gate ? { ...gate, strength } : handoff))
      const placed = withHandoffs(workflow, [...workflow.handoffs, ...weaker])
      if (verify(placed).covered) throw new Error(`${gate.strength} at ${placeKey(gate.at)} is not needed`)
    }
  }),

  property('I4: the order of steps and transitions changes nothing', 2000, large, (workflow, seed) => {
    const mixed = {
      ...workflow,
      steps: shuffled(workflow.steps, seed),
      transitions: shuffled(workflow.transitions, seed + 1),
      handoffs: shuffled(workflow.handoffs, seed + 2),
    }
    same(JSON.stringify(analyse(mixed)), JSON.stringify(analyse(workflow)))
  }),

  property('I4: other ids for the same steps change no figure', 2000, large, (workflow, seed) => {
    const usual = analyse(workflow)
    fc.pre(hasPrices(usual))
    same(figures(analyse(renamed(workflow, seed))), figures(usual))
  }),

  property(
    'I5: a plain step in the middle of a transition changes no price',
    2000,
    unclaimed,
    (workflow, seed) => {
      const usual = analyse(workflow)
      fc.pre(hasPrices(usual))
      same(figures(analyse(withPlainStep(workflow, seed))).placed, figures(usual).placed)
    },
  ),

  property('I6: once the suggestions are placed there is no further one', 2000, large, (workflow) => {
    const placed = accepted(workflow)
    const after = analyse(placed)
    same(after.placement.handoffs.map(shown), [])
    same(
      { covered: after.covered, minutes: after.placement.approvalMinutesPerRun },
      { covered: true, minutes: 0 },
    )
    const verdict = verify(placed, after.certificate, { workflowHash: certifiedHash(placed) })
    same(verdict, { covered: true, faults: [] })
  }),

  property(
    'I6: handoffs and people that may go can all go, and are then not asked for again',
    2000,
    large,
    (workflow) => {
      const gone = new Set(analyse(workflow).placement.remove)
      const fewer = applied(accepted(workflow), {
        type: 'placeHandoffs',
        handoffs: [],
        removeHandoffs: idsIn(workflow.handoffs, gone),
        removeSteps: idsIn(workflow.steps, gone),
      })
      const after = analyse(fewer)
      // Where an approval went that only an undoable action needed, somebody may be told instead.
      const asked = after.placement.handoffs.filter(({ kind }) => kind !== 'notify')
      same({ covered: after.covered, asked: asked.map(shown) }, { covered: true, asked: [] })
    },
  ),

  property('I7: where nothing can do harm, nobody is asked', 2000, large, (workflow) => {
    const { placement, covered } = analyse(withSteps(workflow, harmless))
    same({ covered, handoffs: placement.handoffs.map(shown) }, { covered: true, handoffs: [] })
  }),

  property(
    'I8: prices that are all scaled by the same factor leave the placement as it is',
    2000,
    large,
    (workflow) => {
      // One start more, which leads nowhere, takes the same share of every visit.
      const start: Step = { id: 'zz', kind: 'start', name: 'zz' }
      const scaled = analyse({ ...workflow, steps: [...workflow.steps, start] }).placement
      const all = analyse(workflow)
      fc.pre(hasPrices(all))
      const usual = all.placement
      same(scaled.handoffs.map(shown), usual.handoffs.map(shown))
      const starts = workflow.steps.filter(({ kind }) => kind === 'start').length
      const expected = (usual.approvalMinutesPerRun * starts) / (starts + 1)
      if (Math.abs(scaled.approvalMinutesPerRun - expected) > 1e-6) throw new Error('the price is not scaled')
    },
  ),

  property(
    'a price that changes a little moves no gate where it plays no part',
    2000,
    unclaimed,
    (workflow, seed) => {
      const twice = sideBySide(workflow)
      const index = seed % workflow.transitions.length
      const transitions = twice.transitions.map((way, i) =>
        i === index ? { ...way, probability: (way.probability ?? 1) * (1 - 1e-6) } : way,
      )
      const there = ({ placement }: Analysis): unknown =>
        placement.handoffs.map(shown).filter((text) => text.includes(' b_'))
      same(there(analyse({ ...twice, transitions })), there(analyse(twice)))
    },
  ),

  property(
    'I9: a place that becomes cheaper never makes the whole dearer',
    2000,
    unclaimed,
    (workflow, seed) => {
      const usual = analyse(workflow)
      fc.pre(hasPrices(usual))
      const before = usual.placement.approvalMinutesPerRun
      for (const cheaper of [withGate(workflow, seed), withGrant(workflow, seed), withLeak(workflow, seed)]) {
        const after = analyse(cheaper).placement.approvalMinutesPerRun
        if (after > before + 1e-6) throw new Error(`${after} min instead of ${before}`)
      }
    },
  ),

  property('I10: what no run reaches changes nothing', 2000, large, (workflow) => {
    const analysis = analyse(workflow)
    const there = new Set(workflow.steps.map(({ id }) => id).filter((id) => analysis.steps[id]?.reachable))
    const transitions = workflow.transitions.filter(({ from, to }) => there.has(from) && there.has(to))
    const ids = new Set(transitions.map(({ id }) => id))
    const without: Workflow = {
      ...workflow,
      steps: workflow.steps.filter(({ id }) => there.has(id)),
      transitions,
      handoffs: workflow.handoffs.filter(({ at }) =>
        'on' in at ? ids.has(at.on) : 'before' in at && there.has(at.before),
      ),
    }
    const rest = analyse(without).placement
    fc.pre(hasPrices(analysis))
    same(rest.handoffs.map(shown), analysis.placement.handoffs.map(shown))
    same(figures(analyse(without)), figures(analysis))
  }),

  property(
    'tools without transitions and odds that nobody stated are walked',
    2000,
    large,
    (workflow, seed) => {
      const loose = withTools(withoutOdds(workflow, seed), seed)
      const { covered, counterexamples, placement, certificate } = analyse(loose)
      const verdict = verify(loose)
      same(
        sorted(counterexamples.map(({ action }) => action)),
        sorted(verdict.faults.map(({ step = '' }) => step)),
      )
      same(covered, verdict.covered)
      const placed = withHandoffs(loose, [...loose.handoffs, ...placement.handoffs])
      same(verify(placed), { covered: true, faults: [] })
      same(verify(placed, certificate), { covered: true, faults: [] })
    },
  ),

  property('I11: nested in a sub-flow and inlined get the same answer', 2000, nested, (workflow) => {
    const flat = inlined(workflow)
    fc.pre(!hasJunctions(flat))
    const [a, b] = [analyse(workflow), analyse(flat)]
    fc.pre(hasPrices(b))
    same(inWords(a, workflow), inWords(b, workflow))
  }),

  property('I11: so do ways without a way back, and odd cases', 1000, nested, (workflow, seed) => {
    const around = withStops(workflow, seed)
    const flat = inlined(around)
    fc.pre(!hasJunctions(flat))
    const ways = new Set(workflow.transitions.map(({ id }) => id))
    const said = (of: Workflow): readonly string[] =>
      sorted(
        analyse(of).findings.flatMap(({ id, rule, severity, place: at }) =>
          (rule === 'S5' || rule === 'S6') && 'transition' in at && ways.has(at.transition)
            ? [`${id} ${severity}`]
            : [],
        ),
      )
    same(said(around), said(flat))
  }),

  property(
    'I11: what is covered is the same where contents begin and end without saying so',
    2000,
    nested,
    (workflow) => {
      const open = withoutDoors(workflow)
      const flat = inlined(open)
      const [a, b] = [analyse(open), analyse(flat)]
      const carried = (analysis: Analysis): unknown =>
        open.steps.map(({ id }) => {
          const { reachable, required, authority, liveSource, pending } = analysis.steps[id]!
          return {
            id,
            reachable,
            required,
            authority,
            liveSource,
            pending: sorted(Object.entries(pending).map(String)),
          }
        })
      same(carried(a), carried(b))
      const faulty = (of: Workflow): string[] => sorted(verify(of).faults.map(({ step = '' }) => step))
      same(faulty(open), faulty(flat))
      const placed = withHandoffs(open, [...open.handoffs, ...a.placement.handoffs])
      same(verify(placed), { covered: true, faults: [] })
      same(verify(placed, a.certificate), { covered: true, faults: [] })
    },
  ),

  property('an approval that has expired covers nothing', 2000, large, (workflow, seed) => {
    const timed = withTime(workflow, seed)
    const { counterexamples, placement, certificate } = analyse(timed)
    const found = sorted(counterexamples.map(({ action }) => action))
    const open = sorted(openInTime(timed))
    if (isRounded(timed))
      same(
        open.filter((id) => !found.includes(id)),
        [],
      )
    else same(found, open)
    same(found, sorted(verify(timed).faults.map(({ step = '' }) => step)))
    const placed = withHandoffs(timed, [...timed.handoffs, ...placement.handoffs])
    same(openInTime(placed), [])
    same(verify(placed), { covered: true, faults: [] })
    same(verify(placed, certificate), { covered: true, faults: [] })
    for (const gate of chosenGates(placement.handoffs)) {
      const strength = STRENGTHS[STRENGTHS.indexOf(gate.strength) - 1] ?? 'notify'
      const weaker = placement.handoffs.map((handoff) => (handoff === gate ? { ...gate, strength } : handoff))
      if (verify(withHandoffs(timed, [...timed.handoffs, ...weaker])).covered)
        throw new Error(`${gate.strength} at ${placeKey(gate.at)} is not needed`)
    }
  }),

  property(
    'joins read causally: walks and checker agree, and the usual placement holds',
    1500,
    parallel,
    (workflow) => {
      const causal: Workflow = { ...workflow, semantics: { join: 'causal' } }
      const graph = indexWorkflow(causal)
      const demands = demandsOf(graph)
      const grants = grantsOf(graph, graph.workflow.handoffs)
      const open = counterexamples(graph, demands, grants, carriedAuthority(graph, demands, grants))
      const found = sorted(open.map(({ action }) => action))
      same(found, sorted(verify(causal).faults.map(({ step = '' }) => step)))
      const usual = verify(workflow).faults.map(({ step = '' }) => step)
      same(
        found.filter((id) => !usual.includes(id)),
        [],
      )
      const result = place(graph, demands, [])
      const placed = withHandoffs(causal, [...causal.handoffs, ...result.placement.handoffs])
      same(verify(placed, certificateOf(graph, demands, result, '')), { covered: true, faults: [] })
      same(verify(placed), { covered: true, faults: [] })
    },
  ),
]

/**
 * Runs a property on `runs` workflows. Undefined where it holds; else the error, the workflow in short, and the seed and
 * path with which the same failure comes back.
 */
export function failureOf({ holds }: Property, runs: number, seed?: number): string | undefined {
  const details = fc.check(holds, { numRuns: runs, ...(seed === undefined ? {} : { seed }) })
  if (!details.failed) return undefined
  const [workflow] = details.counterexample ?? []
  return [
    `seed ${details.seed}, path "${details.counterexamplePath ?? ''}", after ${details.numRuns} runs`,
    details.errorInstance instanceof Error
      ? (details.errorInstance.stack ?? '')
      : 'too many workflows were skipped',
    ...(workflow ? inShort(workflow) : []),
  ].join('\n')
}

function inShort({ steps, transitions, handoffs }: Workflow): string[] {
  const rest = (fields: object, ...shownBefore: string[]): string =>
    JSON.stringify(Object.fromEntries(Object.entries(fields).filter(([key]) => !shownBefore.includes(key))))
  return [
    ...steps.map((step) => `  ${step.id}: ${step.kind} ${rest(step, 'id', 'kind', 'name')}`),
    ...transitions.map((way) => `  ${way.id}: ${way.from} → ${way.to} ${rest(way, 'id', 'from', 'to')}`),
    ...handoffs.map((handoff) => `  ${rest(handoff)}`),
  ]
}

function property(
  name: string,
  runs: number,
  workflows: fc.Arbitrary<Workflow>,
  check: (workflow: Workflow, seed: number) => void,
): Property {
  return { name, runs, holds: fc.property(workflows, fc.nat(), check) }
}

function agree(workflow: Workflow): void {
  const { covered, counterexamples } = analyse(workflow)
  const gates = standingGates(workflow)
  const verdict = verify(workflow)
  same({ covered, checker: verdict.covered }, { covered: covers(workflow, gates), checker: covered })
  same(
    sorted(counterexamples.map(({ action }) => action)),
    sorted(verdict.faults.map(({ step = '' }) => step)),
  )
  for (const { path, transitions } of counterexamples) {
    // The walk alone, without everything else, is uncovered too.
    const only = workflow.transitions.filter(({ id }) => transitions.includes(id))
    if (only.length < path.length - 1) throw new Error(`the walk ${path.join(' → ')} is not in the workflow`)
  }
}

/** What rules claimed before the optimiser ran and what it could count on: the odd cases. */
function claimedIn({ handoffs }: Placement) {
  const claimed = handoffs.filter(({ rules }) => rules.includes('S6'))
  return claimed.map(({ kind, at }) => ({ kind, at, strength: 'approve' as const }))
}

/** The cheapest placement that covers everything and asks before there is no way back. */
function cheapestWithConsent(workflow: Workflow, placement: Placement) {
  const base = withHandoffs(workflow, [...workflow.handoffs, ...claimedIn(placement)])
  const crossings = crossingsOf(base)
  const settles = (gates: ReadonlyMap<string, number>): boolean =>
    covers(base, gates) && crossings.every((crossing) => isCrossedWithConsent(base, crossing, gates))
  return bruteForce(
    base,
    settles,
    crossings.map(({ way }) => `on ${way.id}`),
  )
}

/** Rules that speak where consent is missing. */
const CONSENT: ReadonlySet<string> = new Set(['S2', 'S3', 'S5', 'S9'])

function askedFor(handoffs: readonly PlacedHandoff[]): readonly PlacedHandoff[] {
  return handoffs.filter(({ rules }) => rules.some((rule) => CONSENT.has(rule)))
}

function chosenGates(handoffs: readonly PlacedHandoff[]): readonly PlacedHandoff[] {
  return handoffs.filter(({ rules }) => rules.includes('S2') || rules.includes('S9'))
}

function shown({ kind, strength, at }: PlacedHandoff): string {
  return `${kind} ${strength} ${placeKey(at)}`
}

/** False where a loop that hardly anything leaves has a number that only stands in for its visits. */
function hasPrices({ steps }: Analysis): boolean {
  return Object.values(steps).every(({ visits }) => visits < 1000)
}

/** What does not depend on how things are called. Prices to nine digits: sums come in another order. */
function figures({ covered, placement, counterexamples }: Analysis): Record<string, unknown> {
  const gates = chosenGates(placement.handoffs)
  return {
    covered,
    open: counterexamples.length,
    placed: Number(placement.approvalMinutesPerRun.toPrecision(9)),
    gates: gates.length,
    others: placement.handoffs.length - gates.length,
    everyAction: Number(placement.baselines.gateEveryAction.toPrecision(9)),
    everyStep: Number(placement.baselines.approveEveryStep.toPrecision(9)),
  }
}

/** What two analyses say of the steps and transitions of `workflow`. Figures to nine digits: sums come in another order. */
function inWords(
  { steps, transitions, placement, counterexamples, covered }: Analysis,
  workflow: Workflow,
): unknown {
  const rounded = (value: number): number => Number(value.toPrecision(9))
  return {
    covered,
    open: counterexamples.map(({ action, missing, carried }) => [action, missing, carried]),
    steps: workflow.steps.map(({ id }) => {
      const { reachable, visits, required, authority, liveSource } = steps[id]!
      return { id, reachable, visits: rounded(visits), required, authority, liveSource }
    }),
    ways: workflow.transitions.map(({ id }) => [id, rounded(transitions[id]?.visits ?? 0)]),
    gates: chosenGates(placement.handoffs).map((gate) => [shown(gate), rounded(gate.minutes)]),
    remove: placement.remove,
    minutes: rounded(placement.approvalMinutesPerRun),
    everyAction: rounded(placement.baselines.gateEveryAction),
    optimal: placement.optimal,
  }
}

function sorted(texts: readonly string[]): string[] {
  return [...texts].sort(compareText)
}

function same(found: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)]
  if (a !== b) throw new Error(`found ${a}\nexpected ${b}`)
}
