// The drawing: what it says about each step and handoff, and that nothing on it covers anything else.
import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../shared/document/read.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { buildScene, createSceneBuilder } from '../../../shared/report/scene/scene.ts'
import { overlaps, segmentRect } from '../../../shared/report/scene/rects.ts'
import type { Rect } from '../../../shared/report/scene/rects.ts'
import type { Scene, SceneEdge, SceneStep } from '../../../shared/report/scene/types.ts'
import { ENGLISH } from '../../../shared/report/scene/words.ts'
import { applyCommand } from '../../../shared/commands/apply.ts'
import type { Command } from '../../../shared/commands/index.ts'
import { SEED } from '../../support/seed.ts'
import { analyse } from '../../../shared/analysis/analyse.ts'
import { REFUNDS, sceneOf, workflowOf } from '../../renderer/canvas/support.ts'

describe('what it says', () => {
  const scene = sceneOf(REFUNDS)
  const step = (id: string) => scene.steps.find((each) => each.id === id)!

  it('tells untagged from none, and says neither where nobody need say anything', () => {
    expect([step('large').consequence, step('agent').consequence, step('read').consequence]).toEqual([
      3,
      undefined,
      'none',
    ])
    expect([step('read').uncertainty, step('agent').uncertainty, step('small').uncertainty]).toEqual([
      3,
      undefined,
      'none',
    ])
  })

  it('marks what cannot be undone', () => {
    expect(scene.steps.filter(({ irreversible }) => irreversible).map(({ id }) => id)).toEqual(['large'])
  })

  it('speaks a step with its place, tags, gates and findings', () => {
    expect(step('large').spoken).toMatch(
      /^step \d of 8, Large, action, consequence high, cannot be undone, suggested: /,
    )
    expect(step('small').spoken).toContain('not needed before')
  })

  it('says who decides and how long it takes', () => {
    const [gate] = step('small').gates
    expect(gate).toMatchObject({ id: 'gate:h', detail: 'Refund desk · 0.5 min' })
  })

  it('strikes out a handoff that is no longer needed', () => {
    expect(step('small').gates[0]).toMatchObject({ id: 'gate:h', look: 'going', title: 'not needed' })
  })

  it('draws suggestions as ghosts, at their places', () => {
    const ghosts = scene.steps.flatMap(({ gates }) => gates).filter(({ look }) => look === 'ghost')
    expect(ghosts.map(({ id, host }) => [id, host])).toContainEqual(['ghost:before large', 'large'])
  })

  it('draws a dismissed suggestion no more', () => {
    const finding = analyse(REFUNDS).findings.find(
      ({ suggestion }) => suggestion && 'before' in suggestion.at && suggestion.at.before === 'large',
    )!
    const dismissed = applyCommand(REFUNDS, {
      type: 'setDisposition',
      disposition: { finding: finding.id, status: 'dismissed', reason: 'no' },
    })
    if (!dismissed.ok) throw new Error('refused')
    const ids = sceneOf(dismissed.value)
      .steps.flatMap(({ gates }) => gates)
      .map(({ id }) => id)
    expect(ids).not.toContain('ghost:before large')
  })

  it('ends a transition at the gate before the step', () => {
    const way = scene.edges.find(({ id }) => id === 'c')!.way
    const gate = step('small').gates[0]!
    expect(way.at(-1)!.x).toBeLessThanOrEqual(gate.rect.x)
  })

  it('joins an agent with its tools by a line that is no transition', () => {
    expect(scene.edges.filter(({ kind }) => kind === 'tool').map(({ from, to }) => [from, to])).toEqual([
      ['agent', 'tool'],
    ])
  })

  it('labels a transition with its condition and odds', () => {
    expect(scene.edges.find(({ id }) => id === 'd')!.fullLabel).toBe('amount > 100 · 20 %')
  })
})

describe('nothing covers anything', () => {
  const samples = path.resolve(import.meta.dirname, '../../../resources/samples')
  const files = readdirSync(samples).filter((file) => file.endsWith('.handoff'))

  it.each(files)('in the sample %s', (file) => {
    const read = readDocument(readFileSync(path.join(samples, file), 'utf8'))
    if (!read.ok) throw new Error(read.faults[0]!.message)
    const scene = sceneOf(read.value.workflow)
    expect(collisions(scene)).toEqual([])
    expect(labelsOnLines(scene)).toEqual([])
  })

  const seed = Math.floor(Math.random() * 2 ** 31)
  it(`on random workflows that were laid out, seed ${seed}`, () => {
    fc.assert(
      fc.property(randomWorkflow(), (workflow) => {
        const crossed = stepsCrossed(sceneOf(workflow))
        if (crossed.length > 0) throw new Error(crossed.join(', '))
        expect(labelsOnSteps(sceneOf(workflow))).toEqual([])
      }),
      { seed, numRuns: 200 },
    )
  })
})

describe('drawing again', () => {
  it('keeps every entry that says the same', () => {
    const build = createSceneBuilder()
    const input = inputOf(REFUNDS)
    const first = build(input)
    const tagged = applyCommand(REFUNDS, { type: 'updateSteps', ids: ['small'], set: { name: 'Tiny' } })
    if (!tagged.ok) throw new Error('refused')
    const second = build({ ...input, workflow: tagged.value })
    const changed = second.steps.filter((step, i) => step !== first.steps[i]).map(({ id }) => id)
    expect(changed).toEqual(['small'])
    expect(second.edges.filter((edge, i) => edge !== first.edges[i]).map(({ id }) => id)).toEqual(['c', 'e'])
  })

  it('gives the very same drawing for the same input', () => {
    const build = createSceneBuilder()
    const first = build(inputOf(REFUNDS))
    expect(build(inputOf(REFUNDS)).steps).toBe(first.steps)
  })

  it('finds another way when a step is put onto the old one', () => {
    const build = createSceneBuilder()
    const workflow = workflowOf({
      steps: [
        { id: 'a', kind: 'start', name: 'A' },
        { id: 'b', kind: 'end', name: 'B' },
        { id: 'c', kind: 'step', name: 'C' },
      ],
      transitions: [{ id: 't', from: 'a', to: 'b' }],
      layout: { steps: { a: [0, 0], b: [900, 0], c: [0, 400] } },
    })
    const input = inputOf(workflow)
    expect(build(input).edges[0]!.way).toHaveLength(2)
    const moved = build({ ...input, positions: new Map([...input.positions, ['c', { x: 400, y: -16 }]]) })
    expect(stepsCrossed(moved)).toEqual([])
  })

  it(`draws changes like the whole, edit after edit, seed ${SEED}`, () => {
    fc.assert(
      fc.property(randomWorkflow(), fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), (start, edits) => {
        const build = createSceneBuilder()
        let workflow = start
        build(inputOf(workflow))
        for (const edit of edits) {
          workflow = edited(workflow, edit)
          const drawn = build(inputOf(workflow))
          const whole = buildScene(inputOf(workflow))
          expect(drawn.steps.map(told)).toEqual(whole.steps.map(told))
          expect(drawn.edges.map(said)).toEqual(whole.edges.map(said))
          expect(drawn.bounds).toEqual(whole.bounds)
          expect(labelsOnSteps(drawn)).toEqual([])
          expect(labelsOnLines(drawn)).toEqual([])
        }
      }),
      { seed: SEED, numRuns: 60 },
    )
  })
})

function inputOf(workflow: Workflow) {
  const places = Object.entries(workflow.layout.steps).map(([id, [x, y]]) => [id, { x, y }] as const)
  return { workflow, analysis: analyse(workflow), positions: new Map(places), words: ENGLISH }
}

/** Pairs of things that lie on each other: steps, gates, their text, labels, captions. */
function collisions(scene: Scene): readonly string[] {
  const things: (readonly [string, Rect])[] = [
    ...scene.steps.map(({ id, rect }) => [id, rect] as const),
    ...scene.steps.flatMap(({ id, caption }) => (caption ? [[`caption ${id}`, caption] as const] : [])),
    ...[...scene.steps, ...scene.edges]
      .flatMap(({ gates }) => gates)
      .flatMap(({ id, rect, caption }) => [
        [id, rect] as const,
        ...(caption.lines.length > 0 ? [[`text ${id}`, caption.rect] as const] : []),
      ]),
    ...scene.edges.flatMap(({ id, labelAt }) => (labelAt ? [[`label ${id}`, labelAt] as const] : [])),
  ]
  return things.flatMap(([a, one], i) =>
    things.slice(i + 1).flatMap(([b, other]) => (overlaps(one, other) ? [`${a} on ${b}`] : [])),
  )
}

/** Steps that a line runs through other than the two it joins. */
function stepsCrossed(scene: Scene): readonly string[] {
  return scene.edges
    .filter(({ kind }) => kind !== 'tool')
    .flatMap(({ id, from, to, way }) =>
      scene.steps
        .filter((step) => step.id !== from && step.id !== to)
        .filter((step) => way.slice(1).some((spot, i) => overlaps(segmentRect(way[i]!, spot), step.rect)))
        .map((step) => `${id} through ${step.id}`),
    )
}

function labelsOnSteps(scene: Scene): readonly string[] {
  return scene.edges.flatMap(({ id, labelAt }) =>
    scene.steps.filter(({ rect }) => labelAt && overlaps(labelAt, rect)).map((step) => `${id} on ${step.id}`),
  )
}

function labelsOnLines(scene: Scene): readonly string[] {
  return scene.edges.flatMap(({ id, labelAt }) =>
    scene.edges
      .filter(
        ({ way }) => labelAt && way.slice(1).some((spot, i) => overlaps(segmentRect(way[i]!, spot), labelAt)),
      )
      .map((edge) => `${id} on ${edge.id}`),
  )
}

function randomWorkflow(): fc.Arbitrary<Workflow> {
  const kinds = fc.constantFrom('model', 'action', 'check', 'decision', 'step')
  return fc
    .tuple(fc.array(kinds, { minLength: 1, maxLength: 12 }), fc.infiniteStream(fc.nat(1000)))
    .map(([middle, stream]) => {
      const steps = [
        { id: 's0', kind: 'start', name: 'Start' },
        ...middle.map((kind, i) => ({ id: `s${i + 1}`, kind, name: `${kind} ${i}` })),
        { id: `s${middle.length + 1}`, kind: 'end', name: 'End' },
      ]
      const next = (below: number): number => (stream.next().value as number) % below
      const transitions = steps
        .slice(1)
        .map((step, i) => ({ id: `t${i}`, from: `s${next(i + 1)}`, to: step.id, label: 'way' }))
      const back = { id: 'back', from: steps[next(middle.length) + 1]!.id, to: 's1', kind: 'retry' }
      return workflowOf({ steps, transitions: [...transitions, back] })
    })
}

/** A step without what depends on the order in which things were drawn: where its texts found room. */
function told({ caption: _caption, gates, ...rest }: SceneStep): unknown {
  return { ...rest, gates: gates.map(({ caption: _text, ...gate }) => gate) }
}

function said({ id, from, to, kind, fullLabel, spoken, gates }: SceneEdge): unknown {
  return { id, from, to, kind, fullLabel, spoken, gates: gates.map((gate) => gate.id) }
}

/** One edit out of many: a step is moved, renamed, tagged or removed, or a transition is. */
function edited(workflow: Workflow, pick: number): Workflow {
  const step = workflow.steps[pick % workflow.steps.length]!
  const transition = workflow.transitions[pick % Math.max(1, workflow.transitions.length)]
  const commands: readonly Command[] = [
    { type: 'moveSteps', positions: { [step.id]: [(pick % 9) * 150, (pick % 7) * 90] } },
    { type: 'updateSteps', ids: [step.id], set: { name: `Name ${pick % 100}` } },
    { type: 'updateSteps', ids: [step.id], set: { consequence: { level: 3 } } },
    { type: 'removeSteps', ids: [step.id] },
    ...(transition ? [{ type: 'removeTransitions' as const, ids: [transition.id] }] : []),
  ]
  const result = applyCommand(workflow, commands[Math.floor(pick / 7) % commands.length]!)
  return result.ok && result.value.steps.length > 1 ? result.value : workflow
}
