// The samples that the app comes with: whole, canonical, tidy on the canvas, and each shows what it is there to show.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { acceptCommand } from '../../shared/analysis/accept.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import { readDocument } from '../../shared/document/read.ts'
import { writeDocument } from '../../shared/document/write.ts'
import { sizeOf } from '../../shared/report/sizes.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const FOLDER = path.join(import.meta.dirname, '../../resources/samples')
const LIST = JSON.parse(readFileSync(path.join(FOLDER, 'index.json'), 'utf8')) as readonly {
  readonly id: string
  readonly file: string
  readonly name: string
  readonly description: string
}[]

interface Rect {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const textOf = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8')

function sample(id: string): Workflow {
  const opened = readDocument(textOf(`${id}.handoff`))
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  return opened.value.workflow
}

test('the list names every file of the folder, once, with a line about each', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.handoff'))
  expect(LIST.map(({ file }) => file).toSorted()).toEqual(files.toSorted())
  expect(new Set(LIST.map(({ id }) => id)).size).toBe(LIST.length)
  for (const { id, file, name, description } of LIST) {
    expect(file).toBe(`${id}.handoff`)
    expect([name.length > 0, description.length > 20, description.length < 110], file).toEqual([
      true,
      true,
      true,
    ])
  }
})

describe.each(LIST)('$id', ({ id, file }) => {
  const workflow = sample(id)

  test('is written as Baton writes it', () => {
    expect(writeDocument(workflow)).toBe(textOf(file))
  })

  test('every step can be reached, and leads to an end', () => {
    const starts = workflow.steps.filter(({ kind }) => kind === 'start').map((step) => step.id)
    const ends = workflow.steps.filter(({ kind }) => kind === 'end').map((step) => step.id)
    const all = workflow.steps.map((step) => step.id)
    expect([...spread(starts, waysOf(workflow))].toSorted()).toEqual(all)
    const back = waysOf(workflow).map(([from, to]) => [to, from] as const)
    expect([...spread(ends, back)].toSorted()).toEqual(all)
  })

  test('placing what is suggested leaves no error', () => {
    const { handoffs } = analyse(workflow).placement
    const placed = handoffs.length > 0 ? applyCommand(workflow, acceptCommand(workflow, handoffs)) : undefined
    if (placed?.ok === false) throw new Error(JSON.stringify(placed.faults))
    const { covered, findings } = analyse(placed?.value ?? workflow)
    expect(covered).toBe(true)
    expect(findings.filter(({ severity }) => severity === 'error').map((each) => each.id)).toEqual([])
  })

  test('the odds of the ways on from each step add up to 1', () => {
    const sums = new Map<string, number>()
    for (const { from, probability } of workflow.transitions) {
      sums.set(from, (sums.get(from) ?? 0) + (probability ?? Number.NaN))
    }
    for (const [from, sum] of sums) expect(sum, from).toBeCloseTo(1, 9)
  })

  test('every tag says what it rests on, and what acts or guesses is tagged', () => {
    const bare = workflow.steps.flatMap(({ id, kind, verb, consequence, uncertainty }) => {
      const effect = [verb, consequence?.level, consequence?.reversibility, consequence?.basis]
      const doubt = [uncertainty?.level, uncertainty?.label, uncertainty?.basis]
      const incomplete = (tag: readonly unknown[]): boolean =>
        tag.some((member) => member === undefined || member === '')
      const wrong =
        (kind === 'action' && incomplete(effect)) ||
        (kind === 'model' && incomplete(doubt)) ||
        (consequence !== undefined && consequence.basis === undefined) ||
        (uncertainty !== undefined && uncertainty.basis === undefined)
      return wrong ? [id] : []
    })
    expect(bare).toEqual([])
  })

  test('every step has its place; nothing overlaps, and there is room for gates between columns', () => {
    const rects = rectsOf(workflow)
    expect(rects.map((rect) => rect.id).toSorted()).toEqual(
      [
        ...workflow.layout.notes.map((note) => `note ${note.id}`),
        ...workflow.steps.map((step) => step.id),
      ].toSorted(),
    )
    const tight = rects.flatMap((a, i) =>
      rects
        .slice(i + 1)
        .filter((b) => !apart(a, b))
        .map((b) => `${a.id} / ${b.id}`),
    )
    expect(tight).toEqual([])
  })

  test('recorded runs take ways and ask handoffs that are there', () => {
    const known = new Set([...workflow.transitions, ...workflow.handoffs].map((entry) => entry.id))
    const named = workflow.scenarios.flatMap(({ script }) =>
      script.flatMap((entry) =>
        ['take' in entry ? entry.take : entry.handoff].filter((name) => name !== undefined),
      ),
    )
    expect(named.filter((name) => !known.has(name as string))).toEqual([])
  })

  test('with the suggested handoffs in place it is covered, and nothing more is suggested', () => {
    const { placement } = analyse(workflow)
    const placed = applyCommand(workflow, acceptCommand(workflow, placement.handoffs))
    if (!placed.ok) throw new Error(JSON.stringify(placed.faults))
    const then = analyse(placed.value)
    expect([then.covered, then.placement.handoffs]).toEqual([true, []])
  })
})

test('the tutorial has exactly one hole, and one gate closes it', () => {
  const { counterexamples, placement } = analyse(sample('data-export'))
  expect(
    counterexamples.map(({ action, missing, transitions }) => [action, missing, transitions.at(-1)]),
  ).toEqual([['export', 'approve', 'screening_down']])
  expect(placement.handoffs.map(({ at }) => at)).toEqual([{ on: 'screening_down' }])
})

test('meeting notes need nobody: covered, no suggestion, no finding', () => {
  const { covered, findings, placement } = analyse(sample('meeting-notes'))
  expect([covered, findings, placement.handoffs, placement.minutesPerRun]).toEqual([true, [], [], 0])
})

test('the code change has the handoffs that it needs already', () => {
  const { covered, placement } = analyse(sample('code-change'))
  expect([covered, placement.handoffs, placement.remove]).toEqual([true, [], []])
})

test('the tools of the incident agent are gated one by one', () => {
  const places = analyse(sample('incident-response')).placement.handoffs.map(({ at }) => Object.values(at)[0])
  for (const tool of ['isolate', 'disable', 'shut']) expect(places).toContain(tool)
})

/** Transitions, calls of an agent's tools, and where a "no" leads. */
function waysOf({ steps, transitions, handoffs }: Workflow): readonly (readonly [string, string])[] {
  const guarded = new Map(transitions.map(({ id, from }) => [id, from]))
  return [
    ...transitions.map(({ from, to }) => [from, to] as const),
    ...steps.flatMap(({ id, parent }) =>
      parent === undefined ? [] : [[parent, id] as const, [id, parent] as const],
    ),
    ...handoffs.flatMap(({ at, onReject }) => {
      const from = 'on' in at ? guarded.get(at.on) : 'before' in at ? at.before : at.start
      return from !== undefined && onReject?.to ? [[from, onReject.to] as const] : []
    }),
  ]
}

function spread(from: readonly string[], ways: readonly (readonly [string, string])[]): ReadonlySet<string> {
  const seen = new Set(from)
  for (const at of seen) for (const [a, b] of ways) if (a === at) seen.add(b)
  return seen
}

function rectsOf({ steps, layout }: Workflow): readonly Rect[] {
  const cards = steps.flatMap((step) => {
    const at = layout.steps[step.id]
    return at ? [{ id: step.id, x: at[0], y: at[1], ...sizeOf(step) }] : []
  })
  const notes = layout.notes.map(({ id, at, size = [184, 64] }) => ({
    id: `note ${id}`,
    x: at[0],
    y: at[1],
    width: size[0],
    height: size[1],
  }))
  return [...cards, ...notes]
}

/** 64 beside each other or 12 below each other, in world pixels. */
function apart(a: Rect, b: Rect): boolean {
  const beside = Math.max(b.x - (a.x + a.width), a.x - (b.x + b.width))
  const below = Math.max(b.y - (a.y + a.height), a.y - (b.y + b.height))
  return beside >= 64 || below >= 12
}
