// Many runs at once: how often each step is visited, how long people are busy, how runs end.
import type { Workflow } from '../model/workflow.ts'
import { draw, seededChance } from './chance.ts'
import { advance, startRun } from './engine.ts'
import { estimate, fromSums, NO_MOMENTS, wilson, withValue } from './statistics.ts'
import type { Estimate, Moments, Share } from './statistics.ts'
import { worldOf } from './world.ts'
import type { World } from './world.ts'
import type { LogEntry, People, RunOutcome, RunState } from './types.ts'

export interface ForecastOptions {
  /** At least 1. */
  readonly runs: number
  readonly seed: number
  /** Where absent, everybody answers yes, which is what the exact figures assume. */
  readonly people?: People
  /** Called after every hundredth run with the number of runs done. */
  readonly onProgress?: (done: number) => void
  /** Asked after every hundredth run; true ends the forecast with the runs done so far. */
  readonly shouldStop?: () => boolean
}

export interface HandoffForecast {
  /** Times asked (or told) a run. */
  readonly asked: Estimate
  /** Share of the answers that were a no: reject or abort. */
  readonly rejected: Share
  /** Times a run that nobody answered. */
  readonly silent: Estimate
}

/** Figures a run. Every one comes with the interval in which the true value lies 95 times out of 100. */
export interface Forecast {
  /** Runs done; fewer than asked for where it was stopped. */
  readonly runs: number
  readonly seed: number
  readonly visits: Readonly<Record<string, Estimate>>
  /** Times that somebody was asked to decide. */
  readonly prompts: Estimate
  readonly humanMinutes: Estimate
  /** Virtual minutes from start to end. */
  readonly minutes: Estimate
  readonly outcomes: Readonly<Record<RunOutcome, Share>>
  readonly handoffs: Readonly<Record<string, HandoffForecast>>
}

export const RUN_OUTCOMES = [
  'ok',
  'stopped',
  'failed',
  'stuck',
  'limit',
] as const satisfies readonly RunOutcome[]

const BETWEEN_REPORTS = 100

/**
 * Runs the workflow many times, each time from one of its starts and with its own chance. Cost: a few microseconds
 * an event. The same seed gives the same figures whatever the number of runs before it was.
 */
export function simulateRuns(workflow: Workflow, options: ForecastOptions): Forecast {
  const world = worldOf(workflow)
  const tally = newTally(world)
  const starts = world.graph.starts.map((v) => world.graph.steps[v]!.id)
  let chance = seededChance(options.seed)
  let done = 0
  while (done < options.runs) {
    const first = draw(chance)
    const second = draw(first.chance)
    chance = second.chance
    count(tally, runOnce(world, seedFrom(first.value), startFrom(starts, second.value), options.people))
    done++
    if (done % BETWEEN_REPORTS !== 0) continue
    options.onProgress?.(done)
    if (options.shouldStop?.()) break
  }
  return result(tally, done, options.seed)
}

interface OneRun {
  readonly last: RunState
  readonly entries: readonly LogEntry[]
}

/** Of the counts of one id in all runs: most steps are not visited in most runs, and cost nothing then. */
interface Sums {
  sum: number
  squares: number
}

interface Tally {
  /** Human steps that decide something: each visit is a prompt, as it is for the analysis. */
  readonly reviewing: ReadonlySet<string>
  readonly visits: Map<string, Sums>
  readonly asked: Map<string, Sums>
  readonly silent: Map<string, Sums>
  readonly decided: Map<string, { yes: number; no: number }>
  readonly outcomes: Map<RunOutcome, number>
  prompts: Moments
  humanMinutes: Moments
  minutes: Moments
}

function runOnce(
  world: World,
  seed: number,
  startId: string | undefined,
  people: People | undefined,
): OneRun {
  const start = startId === undefined ? {} : { startId }
  let last = startRun(world.workflow, { seed, ...start, ...(people ? { people } : {}) })
  const entries: LogEntry[] = []
  while (last.status !== 'ended') {
    const event = advance(world, last, { kind: 'odds' })
    for (const entry of event.entries) entries.push(entry)
    last = event.next
  }
  return { last, entries }
}

function newTally({ workflow }: World): Tally {
  const reviewing = workflow.steps.filter(
    ({ kind, grant }) => kind === 'human' && grant && grant !== 'notify',
  )
  return {
    reviewing: new Set(reviewing.map(({ id }) => id)),
    visits: noSums(workflow.steps),
    asked: noSums(workflow.handoffs),
    silent: noSums(workflow.handoffs),
    decided: new Map(workflow.handoffs.map(({ id }) => [id, { yes: 0, no: 0 }])),
    outcomes: new Map(),
    prompts: NO_MOMENTS,
    humanMinutes: NO_MOMENTS,
    minutes: NO_MOMENTS,
  }
}

function noSums(items: readonly { readonly id: string }[]): Map<string, Sums> {
  return new Map(items.map(({ id }) => [id, { sum: 0, squares: 0 }]))
}

function count(tally: Tally, { last, entries }: OneRun): void {
  const visits = new Map<string, number>()
  const asked = new Map<string, number>()
  const silent = new Map<string, number>()
  let prompts = 0
  for (const { kind, step, handoff, choice } of entries) {
    if (kind === 'enter') add(visits, step)
    if (kind === 'ask' || kind === 'notify') add(asked, handoff)
    if (kind === 'silence') add(silent, handoff)
    if (kind === 'ask' || (kind === 'enter' && tally.reviewing.has(step ?? ''))) prompts++
    if (kind === 'decide' && choice?.kind === 'decide' && choice.decision !== 'reassign') {
      const decided = tally.decided.get(choice.handoff)
      if (decided) decided[choice.decision === 'reject' || choice.decision === 'abort' ? 'no' : 'yes']++
    }
  }
  addAll(tally.visits, visits)
  addAll(tally.asked, asked)
  addAll(tally.silent, silent)
  tally.prompts = withValue(tally.prompts, prompts)
  tally.humanMinutes = withValue(tally.humanMinutes, last.humanMinutes)
  tally.minutes = withValue(tally.minutes, last.minutes)
  const outcome = last.outcome ?? 'stuck'
  tally.outcomes.set(outcome, (tally.outcomes.get(outcome) ?? 0) + 1)
}

function add(counts: Map<string, number>, id: string | undefined): void {
  if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
}

function addAll(sums: ReadonlyMap<string, Sums>, counts: ReadonlyMap<string, number>): void {
  for (const [id, times] of counts) {
    const of = sums.get(id)
    if (!of) continue
    of.sum += times
    of.squares += times * times
  }
}

function result(tally: Tally, runs: number, seed: number): Forecast {
  const outcomes = RUN_OUTCOMES.map((each) => [each, wilson(tally.outcomes.get(each) ?? 0, runs)] as const)
  const handoffs = [...tally.decided].map(([id, { yes, no }]): [string, HandoffForecast] => [
    id,
    {
      asked: estimateOf(tally.asked.get(id), runs),
      rejected: wilson(no, yes + no),
      silent: estimateOf(tally.silent.get(id), runs),
    },
  ])
  return {
    runs,
    seed,
    visits: record([...tally.visits].map(([id, sums]) => [id, estimateOf(sums, runs)] as const)),
    prompts: estimate(tally.prompts),
    humanMinutes: estimate(tally.humanMinutes),
    minutes: estimate(tally.minutes),
    outcomes: Object.fromEntries(outcomes) as Record<RunOutcome, Share>,
    handoffs: record(handoffs),
  }
}

function estimateOf(sums: Sums | undefined, runs: number): Estimate {
  return estimate(fromSums(runs, sums?.sum ?? 0, sums?.squares ?? 0))
}

// A null prototype: ids come from files, and must not meet what every object inherits.
function record<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, Object.fromEntries(entries))
}

function seedFrom(value: number): number {
  return Math.floor(value * 2 ** 32)
}

function startFrom(starts: readonly string[], value: number): string | undefined {
  return starts[Math.floor(value * starts.length)]
}
