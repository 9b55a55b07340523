// baton simulate: one run as a log, or many runs as figures beside the exact ones.
import type { Handoff } from '../../../shared/model/handoff.ts'
import { profileOf } from '../../../shared/model/profile.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { visitsOf } from '../../../shared/placement/attention.ts'
import { indexWorkflow } from '../../../shared/graph/graph.ts'
import { exactFigures } from '../../../shared/simulate/exact.ts'
import type { ExactFigures } from '../../../shared/simulate/exact.ts'
import { simulateRuns } from '../../../shared/simulate/monte-carlo.ts'
import type { Forecast } from '../../../shared/simulate/monte-carlo.ts'
import { playScript } from '../../../shared/simulate/scenario.ts'
import { traceLines } from '../../../shared/simulate/trace.ts'
import { choiceOption, countOption, onlyFile, textOption, UsageError } from '../command.ts'
import type { CliCommand, ExitCode, Terminal, Words } from '../command.ts'
import { readInput } from '../input.ts'
import { FORMAT_OPTION, OUTPUT_VERSION, printJson } from '../output.ts'
import { progressBar } from '../progress.ts'
import { counted, minutesText, painter, plain } from '../terminal.ts'

const MOST_RUNS = 100_000_000

export const simulate: CliCommand = {
  name: 'simulate',
  usage: 'simulate FILE [--runs N] [--seed S] [--scenario ID] [--format text|json]',
  says: 'Steps through a run, or forecasts many.',
  options: {
    runs: { type: 'string', value: 'N', says: 'how many runs; without it, one run with its log' },
    seed: { type: 'string', value: 'S', says: 'the same seed gives the same run (default 1)' },
    scenario: { type: 'string', value: 'ID', says: 'plays a recorded scenario of the document' },
    format: FORMAT_OPTION,
  },
  run: runSimulate,
}

async function runSimulate(words: Words, terminal: Terminal): Promise<ExitCode> {
  const file = onlyFile(words, simulate.usage)
  const runs = countOption(words, 'runs', 1, MOST_RUNS)
  const seed = countOption(words, 'seed', 0, 0xffff_ffff)
  const scenario = textOption(words, 'scenario')
  const format = choiceOption(words, 'format', ['text', 'json'])
  const { workflow } = await readInput(file, terminal)
  if (!workflow.steps.some(({ kind }) => kind === 'start'))
    throw new UsageError('The workflow has no start, so nothing can run.')
  if (runs !== undefined && scenario !== undefined)
    throw new UsageError('A scenario is one run; leave --runs out.')
  if (runs === undefined) oneRun(workflow, { seed, scenario, format }, terminal)
  else manyRuns(workflow, { runs, seed: seed ?? 1, format }, terminal)
  return 0
}

interface OneRun {
  readonly seed: number | undefined
  readonly scenario: string | undefined
  readonly format: 'text' | 'json'
}

function oneRun(workflow: Workflow, { seed, scenario, format }: OneRun, terminal: Terminal): void {
  const found = workflow.scenarios.find(({ id }) => id === scenario)
  if (scenario !== undefined && !found) {
    const ids = workflow.scenarios.map(({ id }) => id).join(', ')
    throw new UsageError(`The document has no scenario “${scenario}”; it has ${ids || 'none'}.`)
  }
  const used = seed ?? found?.seed ?? 1
  const {
    state,
    script,
    used: fitted,
  } = playScript(workflow, found?.script ?? [], {
    seed: used,
    ...(found?.values && { values: found.values }),
  })
  const unused = script.length - fitted
  const trace = traceLines(state)
  if (format === 'json') {
    const { outcome, minutes, humanMinutes, events } = state
    printJson(terminal, {
      version: OUTPUT_VERSION,
      runs: 1,
      seed: used,
      outcome,
      minutes,
      humanMinutes,
      events,
      unused,
      trace,
    })
    return
  }
  const rest = unused > 0 ? [`${counted(unused, 'choice')} of the scenario never came up`] : []
  terminal.out(`${[...trace.map(plain), ...rest].join('\n')}\n`)
}

interface ManyRuns {
  readonly runs: number
  readonly seed: number
  readonly format: 'text' | 'json'
}

function manyRuns(workflow: Workflow, { runs, seed, format }: ManyRuns, terminal: Terminal): void {
  const bar = progressBar(terminal, runs)
  const {
    visits,
    handoffs,
    runs: done,
    ...rest
  } = simulateRuns(workflow, { runs, seed, onProgress: bar.update })
  bar.end()
  const { seed: _, ...figures } = rest
  const exact = exactFigures(workflow)
  if (format === 'json') {
    const sampled = { ...figures, visits }
    printJson(terminal, {
      version: OUTPUT_VERSION,
      runs: done,
      seed,
      exact,
      sampled,
      handoffs,
      reviewers: reviewersOf(workflow),
    })
  } else terminal.out(forecastText(workflow, { runs: done, visits, handoffs, figures }, exact, terminal))
}

// What each party is asked, a run; handoffs without an assignee are listed under the empty name.
function reviewersOf(
  workflow: Workflow,
): Readonly<Record<string, { readonly prompts: number; readonly minutes: number }>> {
  const graph = indexWorkflow(workflow)
  const reviewers = Object.create(null) as Record<string, { prompts: number; minutes: number }>
  for (const handoff of workflow.handoffs) {
    if (handoff.strength === 'notify') continue
    const role = handoff.assignee?.role ?? ''
    const entry = (reviewers[role] ??= { prompts: 0, minutes: 0 })
    const visits = visitsOf(graph, handoff.at)
    entry.prompts += visits
    entry.minutes += visits * minutesOf(workflow, handoff, role)
  }
  return reviewers
}

function minutesOf(
  { parties, profile }: Workflow,
  { strength }: Pick<Handoff, 'strength'>,
  role: string,
): number {
  return parties.find(({ id }) => id === role)?.minutes?.[strength] ?? profileOf(profile).minutes[strength]
}

function forecastText(
  workflow: Workflow,
  sampled: {
    readonly runs: number
    readonly figures: Omit<Forecast, 'runs' | 'seed' | 'visits' | 'handoffs'>
    readonly visits: Forecast['visits']
    readonly handoffs: Forecast['handoffs']
  },
  exact: ExactFigures,
  terminal: Terminal,
): string {
  const paint = painter(terminal.colours)
  const { prompts, humanMinutes, minutes, outcomes } = sampled.figures
  const range = ({ mean, low, high }: { mean: number; low: number; high: number }): string =>
    `${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`
  const rows = workflow.steps.map(
    ({ id, name }) =>
      `  ${plain(name || id)
        .slice(0, 40)
        .padEnd(40)} ${range(sampled.visits[id]!)}  exact ${exact.visits[id]!.toFixed(3)}`,
  )
  const ended = Object.entries(outcomes)
    .filter(([, { share }]) => share > 0)
    .map(
      ([outcome, { share, low, high }]) =>
        `${outcome} ${(100 * share).toFixed(1)} % (${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)})`,
    )
  return `${[
    `${sampled.runs} runs; in brackets where the true figure lies 95 times out of 100`,
    paint('bold', 'How runs end'),
    `  ${ended.join(', ')}`,
    paint('bold', 'People, a run'),
    `  asked ${range(prompts)}  exact ${exact.prompts.toFixed(3)}`,
    `  minutes ${range(humanMinutes)}  exact ${minutesText(exact.humanMinutes)}`,
    `  from start to end ${range(minutes)} min`,
    paint('bold', 'Visits, a run'),
    ...rows,
    ...(exact.except.length > 0
      ? [paint('bold', 'The exact figures leave out'), ...exact.except.map((why) => `  ${plain(why)}`)]
      : []),
  ].join('\n')}\n`
}
