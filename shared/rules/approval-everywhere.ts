// X5: so many prompts in one run that nobody reads the last ones.
import type { Command } from '../commands/index.ts'
import { REVIEWER_PARAMETERS } from '../model/reviewer.ts'
import type { Review } from '../model/attention.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { placedBefore, together } from './fixes.ts'
import { existingGates } from './gates.ts'
import type { ExistingGate } from './gates.ts'
import { isBlocking } from './places.ts'
import type { Fix, Found, AttentionContext, AttentionRule } from './types.ts'

const steps = [
  { id: 'start' },
  { id: 'read' },
  { id: 'search' },
  { id: 'compare' },
  { id: 'draft', kind: 'model' as const, uncertainty: { level: 2 as const, label: 'content' as const } },
  payment('pay'),
  { id: 'end' },
]
const ways = steps.slice(1).map(({ id }, i) => [steps[i]!.id, id] as const)
const everywhere = ['read', 'search', 'compare', 'draft', 'pay'].map((id) => approvalBefore(id))

/** A workflow of a few steps is no flood, whatever share of them is gated. */
const FEWEST_GATED = 4
/** Harm that falls by less than this share is within what the model can tell. */
const NOTICEABLE = 0.01
/** Gates that are tried out one by one, the dearest first: each costs a pass over the workflow. */
const MOST_TRIED = 24
/** What a sample looks at, and how many cases one prompt about a batch asks for. */
const SAMPLE = 0.2
const BATCH = 10

export const approvalEverywhere: AttentionRule = {
  id: 'X5',
  phase: 'attention',
  title: 'A run asks so often that people stop reading',
  explanation:
    'Each prompt of a run takes some of the attention that the next one needs, and a gate that nobody reads is worse than none: it looks like safety. What nothing needs goes first, in the order in which it changes the expected harm least. What is needed and repeats is asked about in one go. The limit of prompts in a run is yours to set among the assumptions of the placement.',
  examples: {
    bad: {
      says: 'Every step waits for an approval, and only the payment needs one.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: everywhere }),
      expect: ['X5@document'],
    },
    good: {
      says: 'The payment is approved, and nothing else.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] }),
      expect: [],
    },
  },
  check: (context) => {
    const candidates = canGo(context)
    const load = loadWithout(context, new Set())
    const helped = candidates.filter(({ change }) => change < -NOTICEABLE * context.reviewing.now.harm.value)
    const over = isTooMuch(context, load, candidates.length > 0)
    return over || helped.length > 0 ? [found(context, candidates, load, helped.length > 0)] : []
  },
}

/** A gate that nothing needs, and how the expected harm of a run changes without it. */
interface Candidate {
  readonly id: string
  readonly change: number
}

interface Load {
  readonly prompts: number
  readonly gated: number
  readonly steps: number
}

function canGo({ placement, reviewing, without }: AttentionContext): readonly Candidate[] {
  const byKey = new Map(reviewing.now.reviews.map((review) => [review.key, review]))
  const asked = (id: string): number => byKey.get(id)?.prompts ?? 0
  const tried = placement.remove
    .filter((id) => asked(id) > 0)
    .toSorted((a, b) => asked(b) - asked(a) || (a < b ? -1 : 1))
    .slice(0, MOST_TRIED)
  const harm = reviewing.now.harm.value
  return tried
    .map((id) => ({ id, change: without(new Set([id])).harm - harm }))
    .toSorted((a, b) => a.change - b.change || (a.id < b.id ? -1 : 1))
}

function isTooMuch(context: AttentionContext, { prompts, gated, steps }: Load, someCanGo: boolean): boolean {
  if (prompts > budgetOf(context)) return true
  return someCanGo && gated >= FEWEST_GATED && gated > context.graph.profile.limits.gated * steps
}

function budgetOf({ graph }: AttentionContext): number {
  return graph.workflow.profile.reviewer?.promptBudget ?? REVIEWER_PARAMETERS.promptBudget.value
}

// What would be asked without these gates: prompts of a run, and the steps of a machine that wait for somebody.
function loadWithout({ graph, reviewing }: AttentionContext, gone: ReadonlySet<string>): Load {
  const prompts = reviewing.now.reviews.reduce(
    (sum, { key, prompts }) => sum + (gone.has(key) ? 0 : prompts),
    0,
  )
  const before = new Set<string>()
  for (const handoff of graph.workflow.handoffs) {
    if (gone.has(handoff.id) || !isBlocking(handoff)) continue
    if ('before' in handoff.at) before.add(handoff.at.before)
    if ('on' in handoff.at) before.add(graph.edgeOf.get(handoff.at.on)?.transition?.to ?? '')
  }
  const work = graph.steps.filter(({ kind }, v) => graph.reachable[v] && MACHINE.has(kind))
  return { prompts, gated: work.filter(({ id }) => before.has(id)).length, steps: work.length }
}

const MACHINE: ReadonlySet<string> = new Set(['step', 'model', 'action', 'agent', 'check', 'subflow'])

function found(
  context: AttentionContext,
  candidates: readonly Candidate[],
  load: Load,
  helps: boolean,
): Found {
  const budget = budgetOf(context)
  const { prompts, gated, steps: work } = load
  const going = candidates.slice(0, 5).map(({ id }) => nameOf(context, id))
  const many = prompts > budget
  return {
    at: { document: true },
    kind: 'remove',
    grade: helps ? 'grave' : 'plain',
    because: helps
      ? 'less harm is expected when something of it is not asked at all'
      : 'attention that is spent on one prompt is missing at the next',
    message: `${
      many || !(gated >= FEWEST_GATED && gated > context.graph.profile.limits.gated * work)
        ? `A run asks ${times(prompts)}${many ? `, more than ${short(budget)}` : ''}.`
        : `${gated} of ${work} steps wait for somebody.`
    }${tired(context)}${
      going.length > 0
        ? ` What can go, the least missed first: ${going.join(', ')}${candidates.length > going.length ? ' and others' : ''}.`
        : ' Everything that is asked is needed.'
    }`,
    facts: [
      { name: 'prompts a run', value: Number(prompts.toFixed(2)) },
      { name: 'limit', value: budget },
      { name: 'steps that wait for somebody', value: `${gated} of ${work}` },
      { name: 'can go', value: candidates.map(({ id }) => id) },
      { name: 'less harm without one of them', value: helps },
    ],
    goesAwayIf:
      candidates.length > 0
        ? 'what nothing needs is taken out or only sampled, or the limit of prompts is raised'
        : 'several cases are asked about in one go, less is consequential, or the limit of prompts is raised',
    fixes: fixes(context, candidates),
  }
}

// At the last prompt, where attention is thinnest.
function tired({ reviewing, graph }: AttentionContext): string {
  const last = reviewing.now.reviews.reduce<Review | undefined>(
    (most, review) =>
      review.prompts > 0 && graph.workflow.handoffs.some(({ id }) => id === review.key)
        ? (most?.earlier ?? 0) >= review.earlier
          ? most
          : review
        : most,
    undefined,
  )
  if (!last || last.earlier < 1) return ''
  const { low, value, high } = last.catches
  return ` Whoever has been asked ${times(last.earlier)} before catches about ${percent(value)} % (${percent(low)} to ${percent(high)} %) of what is wrong at the last one.`
}

function fixes(context: AttentionContext, candidates: readonly Candidate[]): Fix[] {
  const going = enough(context, candidates)
  const found: Fix[] = []
  if (going.length > 0) {
    const title =
      going.length === 1 ? `Take out ${nameOf(context, going[0]!)}` : `Take out ${going.length} gates`
    const before = covering(context, going)
    found.push(together(title, 'take out gates', [...before, takingOutAll(context, going)]))
    const sampled = sampling(context, going)
    if (sampled) found.push(sampled)
  }
  const batched = batching(context)
  if (batched) found.push(batched)
  return found
}

// The fewest, in order, after which the rule has nothing left to say; all of them where that is not enough.
function enough(context: AttentionContext, candidates: readonly Candidate[]): readonly string[] {
  const noticeable = -NOTICEABLE * context.reviewing.now.harm.value
  for (let n = 1; n <= candidates.length; n++) {
    const gone = new Set(candidates.slice(0, n).map(({ id }) => id))
    const isLast = n === candidates.length
    const someHelp = candidates.slice(n).some(({ change }) => change < noticeable)
    if (isLast || (!someHelp && !isTooMuch(context, loadWithout(context, gone), true))) return [...gone]
  }
  return []
}

// What releases something today goes only after what covers it instead has been placed.
function covering(context: AttentionContext, ids: readonly string[]): readonly Command[] {
  const isMeant = ({ place }: ExistingGate): boolean =>
    ids.includes('handoff' in place ? place.handoff : 'step' in place ? place.step : '')
  return placedBefore(context, existingGates(context).filter(isMeant))
}

function takingOutAll({ graph }: AttentionContext, ids: readonly string[]): Command {
  const isHandoff = (id: string): boolean => graph.workflow.handoffs.some((handoff) => handoff.id === id)
  return {
    type: 'placeHandoffs',
    handoffs: [],
    removeHandoffs: ids.filter(isHandoff),
    removeSteps: ids.filter((id) => !isHandoff(id)),
  }
}

// Gates that nothing needs may stay as samples, where that is enough to come below the limit.
function sampling(context: AttentionContext, ids: readonly string[]): Fix | undefined {
  const { graph, reviewing } = context
  const handoffs = ids.filter((id) => graph.workflow.handoffs.some((handoff) => handoff.id === id))
  const saved = reviewing.now.reviews.reduce(
    (sum, { key, prompts }) => sum + (handoffs.includes(key) ? prompts * (1 - SAMPLE) : 0),
    0,
  )
  const { prompts, gated, steps: work } = loadWithout(context, new Set())
  if (handoffs.length < ids.length || prompts - saved > budgetOf(context)) return undefined
  if (gated >= FEWEST_GATED && gated > context.graph.profile.limits.gated * work) return undefined
  return together(
    `Look at one case in five at ${handoffs.length === 1 ? nameOf(context, handoffs[0]!) : `${handoffs.length} gates`}`,
    'sample handoffs',
    [
      ...covering(context, ids),
      ...handoffs.map((id) => ({ type: 'updateHandoff', id, set: { sample: { rate: SAMPLE } } }) as const),
    ],
  )
}

// Gates that one run passes again and again are asked about in one go.
function batching(context: AttentionContext): Fix | undefined {
  const { graph, reviewing } = context
  const repeated = reviewing.now.reviews.filter(({ key, prompts }) => {
    const handoff = graph.workflow.handoffs.find(({ id }) => id === key)
    return prompts > 2 && handoff && !handoff.batch
  })
  const saved = repeated.reduce((sum, { prompts }) => sum + prompts * (1 - 1 / BATCH), 0)
  const { prompts } = loadWithout(context, new Set())
  if (repeated.length === 0 || prompts - saved > budgetOf(context)) return undefined
  return together(
    `Ask once about up to ${BATCH} cases at ${repeated.map(({ key }) => nameOf(context, key)).join(', ')}`,
    'batch handoffs',
    repeated.map(({ key }) => ({ type: 'updateHandoff', id: key, set: { batch: { max: BATCH } } })),
  )
}

function nameOf({ graph }: AttentionContext, id: string): string {
  const handoff = graph.workflow.handoffs.find((each) => each.id === id)
  const step = graph.steps[graph.indexOf.get(id) ?? -1]
  return `“${(handoff ? handoff.title : step?.name) || id}”`
}

function times(n: number): string {
  return Math.abs(n - 1) < 0.05 ? 'once' : `${short(n)} times`
}

function short(n: number): string {
  return String(Number(n.toFixed(1)))
}

function percent(share: number): number {
  return Math.round(share * 100)
}
