// Benches of the analysis: whole, and the optimum with its certificate against the same optimum from a general solver.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import highsLoader from 'highs'
import { compactProgram } from '../placement/compact-program.ts'
import { structuredWorkflow } from '../placement/structured.ts'
import { analyse, analyseInParts, placementOf } from '../../shared/analysis/analyse.ts'
import type { AnalysisInParts } from '../../shared/analysis/analyse.ts'
import { hashesOf } from '../../shared/document/meaning.ts'
import type { Graph } from '../../shared/graph/graph.ts'
import { certificateOf } from '../../shared/placement/certificate.ts'
import type { Analysis } from '../../shared/model/analysis.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { Bench, Goal, Repetition } from './bench.ts'

const HIGHS = 'HiGHS, the program alone'

/** The solver answers to six digits. */
const SAME_MINUTES = 1e-4

const WARM = 40

/** A seed in which about 45 of 150 steps demand somebody. */
const SEED = 5

export const PLACEMENT_BENCHES: readonly Bench[] = [
  whole('analysis of 150 steps', 150, [{ kind: 'at-most', milliseconds: 50 }]),
  proven(150, [{ kind: 'times-faster', factor: 10, than: HIGHS }]),
  whole('analysis of 50 steps', 50, []),
  whole('analysis of 500 steps', 500, []),
  whole('analysis of 1,000 steps', 1000, [{ kind: 'at-most', milliseconds: 200 }]),
  whole('analysis of 1,500 steps', 1500, []),
  afterOneTag(1000),
]

/**
 * One tag changes, and the worker answers: coverage with its walks, the placement, and what the rules say. Against what
 * follows in its second message (what people are likely to catch, the proof) together with it, and against a fresh
 * start, which takes nothing over from the revision before.
 */
function afterOneTag(steps: number): Bench {
  const variants = taggedVariants(steps)
  let turn = 0
  const next = (): Workflow => variants[turn++ % variants.length]!
  const again = (work: (workflow: Workflow) => void) => (): Promise<Repetition> => {
    for (let i = 0; i < WARM; i++) work(next())
    return Promise.resolve(() => threadTime(() => work(next())))
  }
  let before: Graph | undefined
  const inParts = (workflow: Workflow): AnalysisInParts => {
    const parts = analyseInParts(workflow, before ? { before } : {})
    before = parts.graph
    return parts
  }
  return {
    name: `the first answer after one tag of ${steps} steps, in time of its thread`,
    repetitions: 15,
    goals: [{ kind: 'at-most', milliseconds: 16 }],
    async ours(root): Promise<Repetition> {
      const file = pathToFileURL(path.join(root, 'shared/analysis/analyse.ts')).href
      const theirs = (await import(file)) as {
        analyse: typeof analyse
        analyseInParts?: typeof analyseInParts
      }
      let held: Graph | undefined
      const first = (workflow: Workflow): void => {
        // A revision that does not answer in parts has no other first answer than the whole.
        if (!theirs.analyseInParts) theirs.analyse(workflow)
        else held = theirs.analyseInParts(workflow, held ? { before: held } : {}).graph
      }
      return again(first)()
    },
    rivals: {
      'with what follows it': again((workflow) => void inParts(workflow).whole()),
      'a whole analysis from a fresh start': again((workflow) => void analyse(workflow)),
    },
  }
}

/** Some systems count the time of a thread in steps of 4 ms: a mean over so many is good to half of one. */
const AT_ONCE = 8

// Milliseconds of one run, counted by the system for this thread alone: what else the machine does is left out.
function threadTime(work: () => void): number {
  const before = process.threadCpuUsage()
  for (let i = 0; i < AT_ONCE; i++) work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000 / AT_ONCE
}

/** The same workflow with four consequences of one action in its middle. */
function taggedVariants(steps: number): readonly Workflow[] {
  const workflow = structuredWorkflow({ steps, jumps: 10, seed: SEED })
  const actions = workflow.steps.filter(({ kind }) => kind === 'action')
  const chosen = actions[Math.floor(actions.length / 2)]
  return ([1, 2, 3, 4] as const).map((level) => ({
    ...workflow,
    steps: workflow.steps.map((step) =>
      step === chosen ? { ...step, consequence: { ...step.consequence, level } } : step,
    ),
  }))
}

/**
 * The optimum with its certificate, from the document on, without what the other rules say. The solver is handed a
 * program that is made already, and gives no certificate.
 */
function proven(steps: number, goals: readonly Goal[]): Bench {
  const workflow = structuredWorkflow({ steps, jumps: 10, seed: SEED })
  return {
    name: `placement of ${steps} steps with its certificate`,
    repetitions: 21,
    goals,
    async ours(root): Promise<Repetition> {
      const from = async (file: string): Promise<unknown> => import(pathToFileURL(path.join(root, file)).href)
      const theirs = (await from('shared/analysis/analyse.ts')) as { placementOf: typeof placementOf }
      const proof = (await from('shared/placement/certificate.ts')) as { certificateOf: typeof certificateOf }
      const hash = (await from('shared/document/meaning.ts')) as { hashesOf: typeof hashesOf }
      const once = (): boolean => {
        const { graph, demands, result } = theirs.placementOf(workflow)
        proof.certificateOf(graph, demands, result, hash.hashesOf(workflow).certified)
        return result.placement.optimal
      }
      if (!once()) throw new Error(`the placement of ${steps} steps is not exact`)
      for (let i = 0; i < WARM; i++) once()
      return () => void once()
    },
    rivals: { [HIGHS]: () => solver(workflow) },
  }
}

/** Our side does everything that the app does after an edit. */
function whole(name: string, steps: number, goals: readonly Goal[]): Bench {
  const workflow = structuredWorkflow({ steps, jumps: 10, seed: SEED })
  return {
    name,
    repetitions: 21,
    goals,
    async ours(root): Promise<Repetition> {
      const file = pathToFileURL(path.join(root, 'shared/analysis/analyse.ts')).href
      const theirs = (await import(file)) as { analyse: (workflow: Workflow) => Analysis }
      if (!theirs.analyse(workflow).placement.optimal) throw new Error(`${name}: the placement is not exact`)
      // The app's worker answers after every edit, so what counts is code that has been run a few times.
      for (let i = 0; i < WARM; i++) theirs.analyse(workflow)
      return () => void theirs.analyse(workflow)
    },
    rivals: {},
  }
}

/** Throws where the solver comes to another price: a faster wrong answer is no answer. */
async function solver(workflow: Workflow): Promise<Repetition> {
  const highs = await highsLoader()
  const analysis = analyse(workflow)
  const program = compactProgram(workflow, analysis)
  const { ObjectiveValue: best } = highs.solve(program)
  const found = analysis.placement.approvalMinutesPerRun
  if (!(Math.abs(best - found) <= SAME_MINUTES))
    throw new Error(`HiGHS says ${best} min, the placement ${found}`)
  return () => void highs.solve(program)
}
