// Joins that are read causally: against an oracle that goes through the runs one by one, and against the other reading.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bruteForce, standingGates } from './oracle.ts'
import { openInRuns, parallelProgram } from './parallel.ts'
import { chain, flow, withHandoffs, type StepDraft } from './support.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { indexWorkflow } from '../../shared/graph/graph.ts'
import { placeKey } from '../../shared/model/handoff.ts'
import { carriedAuthority } from '../../shared/placement/authority.ts'
import { certificateOf } from '../../shared/placement/certificate.ts'
import { verify } from '../../shared/placement/checker/verify.ts'
import { counterexamples } from '../../shared/placement/coverage.ts'
import { demandsOf } from '../../shared/placement/demands.ts'
import { grantsOf } from '../../shared/placement/grants.ts'
import { place } from '../../shared/placement/place.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const pay: StepDraft = { id: 'pay', kind: 'action', consequence: { level: 3, reversibility: 2 } }
const desk: StepDraft = { id: 'desk', kind: 'human', grant: 'approve' }
const RUNS = { numRuns: 2000 }

function causal(workflow: Workflow): Workflow {
  return { ...workflow, semantics: { join: 'causal' } }
}

/** The placement without any of the rules. */
function placedOn(workflow: Workflow) {
  const graph = indexWorkflow(workflow)
  const demands = demandsOf(graph)
  const result = place(graph, demands, [])
  return { placement: result.placement, certificate: certificateOf(graph, demands, result, '') }
}

function openSteps(workflow: Workflow): string[] {
  const graph = indexWorkflow(workflow)
  const demands = demandsOf(graph)
  const grants = grantsOf(graph, graph.workflow.handoffs)
  const carried = carriedAuthority(graph, demands, grants)
  return counterexamples(graph, demands, grants, carried).map(({ action }) => action)
}

function gatesBefore(workflow: Workflow): ReadonlyMap<string, number> {
  const prefix = 'before '
  return new Map(
    [...standingGates(workflow)].flatMap(([place, level]) =>
      place.startsWith(prefix) ? [[place.slice(prefix.length), level] as const] : [],
    ),
  )
}

describe('a person in one of two parallel branches', () => {
  const workflow = (inBranch: StepDraft[], before: StepDraft[] = []): Workflow => {
    const ids = (steps: readonly StepDraft[]): string[] => steps.map(({ id }) => id)
    return flow(
      ['start', ...before, 'split', desk, ...inBranch, 'join', pay, 'end'],
      [
        ...chain('start', ...ids(before), 'split', 'desk', 'join', 'pay', 'end'),
        ...chain('split', ...ids(inBranch), 'join').map(
          ([from, to]) => [from, to, { id: `${from}_${to}` }] as const,
        ),
      ],
    )
  }
  const draft: StepDraft = { id: 'draft', kind: 'model', uncertainty: { level: 2, label: 'content' } }
  const open = (of: Workflow): readonly string[] => analyse(of).counterexamples.map(({ action }) => action)

  it('answers for the doubt from before the branches parted, where joins are read causally', () => {
    const early = workflow([], [draft])
    expect(open(early)).toEqual(['pay'])
    expect(open(causal(early))).toEqual([])
    expect(verify(causal(early))).toEqual({ covered: true, faults: [] })
    expect(verify(early).covered).toBe(false)
  })

  it('does not answer for the doubt of the other branch, in either reading', () => {
    const late = workflow([draft])
    for (const each of [late, causal(late)]) {
      const { counterexamples, placement } = analyse(each)
      expect(counterexamples.map(({ path }) => path)).toEqual([['draft', 'join', 'pay']])
      expect(placement.handoffs.map(({ strength, at }) => `${strength} ${placeKey(at)}`)).toEqual([
        'approve before pay',
      ])
      expect(verify(each).faults.map(({ walk }) => walk)).toEqual([['draft', 'join', 'pay']])
    }
  })

  it('does not answer where the branches need not all be run', () => {
    const escaping = workflow([{ id: 'decision' }], [draft])
    const away = { id: 'away', from: 'decision', to: 'pay', kind: 'normal' as const }
    expect(open(causal({ ...escaping, transitions: [...escaping.transitions, away] }))).toEqual(['pay'])
  })

  it('does not answer where one of the ways of their branch passes by them', () => {
    const workflow = flow(
      ['start', draft, 'split', 'decision', desk, 'other', 'join', pay, 'end'],
      [
        ...chain('start', 'draft', 'split', 'decision', 'desk', 'join', 'pay', 'end'),
        ['decision', 'join', { id: 'by' }],
        ['split', 'other', { id: 'o1' }],
        ['other', 'join', { id: 'o2' }],
      ],
    )
    expect(open(causal(workflow))).toEqual(['pay'])
  })

  it('does not answer where a branch is come into again from behind the join', () => {
    const entered = workflow([{ id: 'other' }], [draft])
    const again = { id: 'again', from: 'pay', to: 'other', kind: 'normal' as const }
    expect(open(causal(entered))).toEqual([])
    expect(open(causal({ ...entered, transitions: [...entered.transitions, again] }))).toEqual(['pay'])
  })

  it('does not answer for doubt that comes round a loop into the other branch', () => {
    const looping = workflow([draft])
    const again = { id: 'again', from: 'pay', to: 'split', kind: 'normal' as const }
    expect(open(causal({ ...looping, transitions: [...looping.transitions, again] }))).toEqual(['pay'])
  })
})

describe('for every program of choices, loops and parallel branches', () => {
  it('what is covered is what is covered in every run', () => {
    fc.assert(
      fc.property(parallelProgram, (program) => {
        expect(openSteps(program.workflow).toSorted()).toEqual(
          openInRuns(program, gatesBefore(program.workflow)).toSorted(),
        )
      }),
      RUNS,
    )
  })

  it('the checker agrees, and the placement holds for it', () => {
    fc.assert(
      fc.property(parallelProgram, ({ workflow }) => {
        const { placement, certificate } = placedOn(workflow)
        const faulty = verify(workflow).faults.map(({ step = '' }) => step)
        expect(openSteps(workflow).toSorted()).toEqual(faulty.toSorted())
        const placed = withHandoffs(workflow, [...workflow.handoffs, ...placement.handoffs])
        expect(verify(placed)).toEqual({ covered: true, faults: [] })
        expect(verify(placed, certificate)).toEqual({ covered: true, faults: [] })
      }),
      RUNS,
    )
  })

  it('a placement for the usual reading holds in this one too, and costs at least as much', () => {
    let cheaper = 0
    fc.assert(
      fc.property(parallelProgram, ({ workflow }) => {
        const { semantics: _, ...usual } = workflow
        const placed = placedOn(usual).placement
        const own = placedOn(workflow).placement
        const handoffs = [...workflow.handoffs, ...placed.handoffs]
        expect(verify(withHandoffs(workflow, handoffs))).toEqual({ covered: true, faults: [] })
        expect(own.approvalMinutesPerRun).toBeLessThanOrEqual(placed.approvalMinutesPerRun + 1e-9)
        if (own.approvalMinutesPerRun < placed.approvalMinutesPerRun - 1e-9) cheaper++
      }),
      { numRuns: 800 },
    )
    // Otherwise nothing above was about the difference.
    expect(cheaper).toBeGreaterThan(0)
  })

  it('what is called the best is the best, and what is not says how far it may be from it', () => {
    let proven = 0
    fc.assert(
      fc.property(parallelProgram, ({ workflow }) => {
        const { placement } = placedOn(workflow)
        const best = bruteForce(workflow, (gates) => coversCausally(workflow, gates))
        fc.pre(best !== undefined)
        const { approvalMinutesPerRun: minutes, optimal, gap } = placement
        expect(minutes).toBeGreaterThanOrEqual(best.minutes - 1e-9)
        expect(minutes * (1 - gap)).toBeLessThanOrEqual(best.minutes + 1e-9)
        if (!optimal) return
        proven++
        expect(minutes).toBeCloseTo(best.minutes, 9)
      }),
      { numRuns: 300 },
    )
    expect(proven).toBeGreaterThan(100)
  })
})

// The checker stands in for the runs, because gates can be on transitions here.
function coversCausally(workflow: Workflow, gates: ReadonlyMap<string, number>): boolean {
  const strengths = ['notify', 'confirm', 'approve', 'two-person'] as const
  const handoffs = [...gates].flatMap(([place, level]) => {
    const [where, ...rest] = place.split(' ')
    const at = where === 'on' ? { on: rest.join(' ') } : { before: rest.join(' ') }
    return [{ at, strength: strengths[level] ?? 'notify' }]
  })
  return verify(withHandoffs(workflow, handoffs)).covered
}
