// Random programs of sequences, choices, loops and parallel branches, and an oracle that goes through their runs one by
// one: a step is covered when between every doubt that comes before it and the step itself somebody was asked.
import fc from 'fast-check'
import { demandsOf, isLive } from './definitions.ts'
import { flow, type HandoffDraft, type StepDraft, type WayDraft } from './support.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

type Tree =
  | { readonly kind: 'step'; readonly draft: Omit<StepDraft, 'id'>; readonly gate: Gate }
  | { readonly kind: 'seq'; readonly parts: readonly Tree[] }
  | { readonly kind: 'choice' | 'parallel'; readonly branches: readonly Tree[]; readonly gate: Gate }
  | { readonly kind: 'loop'; readonly body: Tree }

type Gate = 'notify' | 'confirm' | 'approve' | 'two-person' | undefined

/** A run: steps one after the other, and parallel branches in between. */
type Run = readonly (string | readonly Run[])[]

export interface Program {
  readonly workflow: Workflow
  readonly runs: readonly Run[]
}

const MOST_RUNS = 400

const action = fc.record({
  kind: fc.constant('action' as const),
  consequence: fc.record({
    level: fc.constantFrom(1, 2, 3, 4),
    reversibility: fc.constantFrom(0, 2),
    external: fc.boolean(),
  }),
})
const draft = fc.oneof(
  { weight: 3, arbitrary: action },
  {
    weight: 2,
    arbitrary: fc.constant({ kind: 'model', uncertainty: { level: 2, label: 'content' } } as const),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'step' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'human', grant: 'approve' } as const) },
) as fc.Arbitrary<Omit<StepDraft, 'id'>>
const gate = fc.constantFrom<Gate[]>(
  undefined,
  undefined,
  undefined,
  undefined,
  'confirm',
  'approve',
  'two-person',
)

const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; leaf: Tree }>((tie) => ({
  leaf: fc.record({ kind: fc.constant('step' as const), draft, gate }),
  tree: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    tie('leaf'),
    fc.record({
      kind: fc.constant('seq' as const),
      parts: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constantFrom('parallel' as const, 'parallel' as const, 'choice' as const),
      branches: fc.array(tie('tree'), { minLength: 2, maxLength: 2 }),
      gate,
    }),
    fc.record({ kind: fc.constant('loop' as const), body: tie('tree') }),
  ),
})).tree

/** A program with joins that are read causally, and its runs: each loop once and twice. */
export const parallelProgram: fc.Arbitrary<Program> = fc
  .array(tree, { minLength: 1, maxLength: 3 })
  .map((parts) => compiled({ kind: 'seq', parts }))
  .filter(({ runs }) => runs.length <= MOST_RUNS)

/** Steps that are reached with less than they demand in some run, when `gates` say what is conferred before each step. */
export function openInRuns({ workflow, runs }: Program, gates: ReadonlyMap<string, number>): string[] {
  const demands = demandsOf(workflow)
  const live = new Set(workflow.steps.flatMap(({ id }) => (isLive(workflow, demands, id) ? [id] : [])))
  const open = new Set<string>()
  for (const run of runs) {
    // Doubts that came before, each with the most that somebody was asked since then.
    const follow = (steps: Run, before: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
      steps.reduce<ReadonlyMap<string, number>>((doubts, item, index) => {
        if (typeof item !== 'string') {
          const ends = item.map((branch) => follow(branch, doubts))
          return met(doubts, ends, (i) => `${index} ${i}`)
        }
        const asked = gates.get(item) ?? 0
        const now = new Map([...doubts].map(([doubt, most]) => [doubt, Math.max(most, asked)]))
        const needed = Math.floor(demands.get(item) ?? 0)
        if ([...now.values()].some((most) => most < needed)) open.add(item)
        return live.has(item) ? new Map([...now, [`${item} ${now.size} ${index}`, 0]]) : now
      }, before)
    follow(run, new Map())
  }
  return [...open]
}

function met(
  before: ReadonlyMap<string, number>,
  ends: readonly ReadonlyMap<string, number>[],
  name: (index: number) => string,
): ReadonlyMap<string, number> {
  const after = new Map<string, number>()
  for (const doubt of before.keys()) after.set(doubt, Math.max(...ends.map((end) => end.get(doubt) ?? 0)))
  ends.forEach((end, i) => {
    for (const [doubt, most] of end) if (!before.has(doubt)) after.set(`${name(i)} ${doubt}`, most)
  })
  return after
}

function compiled(program: Tree): Program {
  const steps: StepDraft[] = [{ id: 'start' }]
  const ways: WayDraft[] = []
  const handoffs: HandoffDraft[] = []
  let next = 0
  const add = (step: Omit<StepDraft, 'id'>, name: string, at?: Gate): string => {
    const id = `${name}_${next++}`
    steps.push({ id, ...step })
    if (at) handoffs.push({ at: { before: id }, strength: at })
    return id
  }
  const way = (from: string, to: string, probability = 1): void => {
    ways.push([from, to, { id: `w${ways.length}`, probability }])
  }
  const build = (part: Tree, from: string, odds = 1): { last: string; runs: Run[] } => {
    if (part.kind === 'step') {
      const id = add(part.draft, 's', part.gate)
      way(from, id, odds)
      return { last: id, runs: [[id]] }
    }
    if (part.kind === 'seq') {
      let last = from
      let runs: Run[] = [[]]
      part.parts.forEach((each, i) => {
        const built = build(each, last, i === 0 ? odds : 1)
        last = built.last
        runs = runs.flatMap((run) => built.runs.map((more) => [...run, ...more]))
      })
      return { last, runs: runs.slice(0, MOST_RUNS + 1) }
    }
    if (part.kind === 'loop') {
      const head = add({ kind: 'step' }, 'head')
      way(from, head, odds)
      const body = build(part.body, head)
      const exit = add({ kind: 'decision' }, 'exit')
      way(body.last, exit)
      way(exit, head, 0.5)
      const out = add({ kind: 'step' }, 'out')
      way(exit, out, 0.5)
      const once = body.runs.map((run): Run => [head, ...run, exit])
      const twice = once.flatMap((run) => once.map((again): Run => [...run, ...again]))
      return { last: out, runs: [...once, ...twice].slice(0, MOST_RUNS + 1).map((run) => [...run, out]) }
    }
    const isParallel = part.kind === 'parallel'
    const first = add({ kind: isParallel ? 'split' : 'decision' }, 'first', part.gate)
    way(from, first, odds)
    const built = part.branches.map((branch) => build(branch, first, isParallel ? 1 : 0.5))
    const last = add({ kind: isParallel ? 'join' : 'step' }, 'last')
    for (const branch of built) way(branch.last, last)
    const runs = isParallel
      ? built
          .reduce<Run[][]>(
            (all, { runs: each }) => all.flatMap((run) => each.map((more) => [...run, more])),
            [[]],
          )
          .map((branches): Run => [first, branches, last])
      : built.flatMap(({ runs: each }) => each.map((run): Run => [first, ...run, last]))
    return { last, runs: runs.slice(0, MOST_RUNS + 1) }
  }
  const { last, runs } = build(program, 'start')
  steps.push({ id: 'end' })
  way(last, 'end')
  const workflow = { ...flow(steps, ways, handoffs), semantics: { join: 'causal' as const } }
  return { workflow, runs: runs.map((run): Run => ['start', ...run, 'end']) }
}
