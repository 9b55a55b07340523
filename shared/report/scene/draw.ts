// Draws a whole workflow, or one part of it after another; keeps what is needed to draw only the changes next time.
import type { Analysis } from '../../model/analysis.ts'
import type { Step } from '../../model/step.ts'
import type { Workflow } from '../../model/workflow.ts'
import { outlineRows } from '../flow-order.ts'
import { shapeOf, sizeOf } from '../sizes.ts'
import { captionOf, captionOwner } from './captions.ts'
import { drawEdges, saidOf } from './edges.ts'
import type { Said } from './edges.ts'
import { gatesByPlace } from './gates.ts'
import { doorGates, exitGates, gatesAt, standOut } from './place-gates.ts'
import type { Placing } from './placing.ts'
import { boundsOf, createGrid, grown } from './rects.ts'
import type { Rect } from './rects.ts'
import { addLine } from './route.ts'
import type { Line, RouteEnd } from './route.ts'
import { consequenceOf, detailOf, spokenStep, uncertaintyOf } from './steps.ts'
import { toolEdges } from './tools.ts'
import type { Scene, SceneInput, SceneStep } from './types.ts'

/** A drawing and how it came about. The grids in `placing` belong to the next drawing as soon as there is one. */
export interface Drawn {
  readonly input: SceneInput
  readonly placing: Placing
  readonly said: readonly Said[]
  readonly around: Around
  readonly scene: Scene
}

/** What the card of a step says besides what is in the step itself. */
export interface Around {
  readonly position: ReadonlyMap<string, number>
  readonly findings: ReadonlyMap<string, Found>
  readonly parties: ReadonlyMap<string, string>
}

interface Found {
  readonly count: number
  readonly errors: boolean
}

type Placed = Pick<Placing, 'gates' | 'ends' | 'sources' | 'fansOut' | 'fansIn'>

export function drawWhole(input: SceneInput): Drawn {
  const placing: Placing = {
    obstacles: createGrid(),
    lines: createGrid((line: Line) => line.id),
    taken: createGrid(),
    ...placedBy(input, null),
  }
  for (const step of input.workflow.steps) takePlace(step, placing)
  const around = aroundOf(input)
  const steps = input.workflow.steps.map((step) => drawStep(step, input, placing, around))
  // First, so that transitions and their labels keep clear of them.
  const tools = toolEdges(input.workflow.steps, placing)
  for (const { way, ...line } of tools) addLine(way, line, placing)
  const said = saidOf(input)
  const edges = [...drawEdges(said, placing), ...tools]
  const bounds = boundsOf(steps.map((step) => step.rect))
  return { input, placing, said, around, scene: { steps, edges, bounds } }
}

/** Gates and ends of a workflow; ends that are as they were before are the very same objects. */
export function placedBy(input: SceneInput, last: Drawn | null): Placed {
  const { steps, transitions } = input.workflow
  const gates = last && sameHandoffs(last.input, input) ? last.placing.gates : gatesByPlace(input)
  const before = last?.placing.ends
  const fansOut = repeated(transitions.map(({ from }) => from))
  const fansIn = repeated(transitions.map(({ to }) => to))
  const ends = new Map(
    steps.map((step) => {
      const at = input.positions.get(step.id) ?? { x: 0, y: 0 }
      const end: RouteEnd = {
        id: step.id,
        rect: { x: at.x, y: at.y, ...sizeOf(step) },
        door: standOut(gatesAt(step, 'before', { gates }).length),
        exit: standOut(gatesAt(step, 'start', { gates }).length),
        fansOut: fansOut.has(step.id),
        fansIn: fansIn.has(step.id),
      }
      const was = before?.get(step.id)
      return [step.id, was && sameEnd(was, end) ? was : end] as const
    }),
  )
  return { gates, ends, sources: sourcesOf(transitions), fansOut, fansIn }
}

/** Whether the gates are made from the very same things. */
function sameHandoffs(a: SceneInput, b: SceneInput): boolean {
  const [was, now] = [a.workflow, b.workflow]
  return (
    a.suggestions !== undefined &&
    a.suggestions === b.suggestions &&
    was.handoffs === now.handoffs &&
    was.parties === now.parties &&
    was.profile === now.profile &&
    a.analysis?.placement.remove === b.analysis?.placement.remove
  )
}

/** Claims the room of a step, before anything is drawn around it. */
export function takePlace(step: Step, placing: Placing): void {
  const { rect } = placing.ends.get(step.id)!
  placing.obstacles.add(grown(rect, 5), step.id)
  placing.taken.add(grown(rect, 2), step.id)
}

/** Takes a step out of what others have to keep clear of. */
export function eraseStep({ id, gates }: SceneStep, placing: Placing): void {
  placing.obstacles.remove(id)
  for (const owner of [id, captionOwner(id), ...gates.map((gate) => gate.id)]) placing.taken.remove(owner)
}

export function drawStep(step: Step, input: SceneInput, placing: Placing, around: Around): SceneStep {
  const { rect } = placing.ends.get(step.id)!
  return {
    id: step.id,
    shape: shapeOf(step),
    kind: step.kind,
    rect,
    gates: [...doorGates(step, rect, placing), ...exitGates(step, rect, placing)],
    caption: captionOf(step, rect, placing),
    ...contentOf(step, input, placing, around),
  }
}

type Content = Omit<SceneStep, 'id' | 'shape' | 'kind' | 'rect' | 'gates' | 'caption'>

/** What a step says, wherever it stands. */
export function contentOf(step: Step, input: SceneInput, placing: Placing, around: Around): Content {
  const { words, analysis } = input
  const found = around.findings.get(step.id)
  const inside = input.insides?.get(step.id) ?? null
  const hidden = inside?.closed ? inside.count : 0
  return {
    name: step.name,
    detail: detailOf(step, {
      figures: analysis?.steps[step.id],
      party: around.parties.get(step.party ?? ''),
      words,
      hidden,
    }),
    consequence: consequenceOf(step),
    uncertainty: uncertaintyOf(step),
    doubt: step.uncertainty?.label === undefined ? '' : words.labels[step.uncertainty.label],
    irreversible: step.consequence?.reversibility === 3,
    external: step.consequence?.external === true,
    security: step.consequence?.security === true,
    findings: found?.count ?? 0,
    errors: found?.errors ?? false,
    inside,
    spoken: spokenStep({
      words,
      step,
      position: around.position.get(step.id)!,
      count: input.workflow.steps.length,
      gates: [...gatesAt(step, 'start', placing), ...gatesAt(step, 'before', placing)],
      findings: found?.count ?? 0,
      hidden,
    }),
  }
}

export function aroundOf({ workflow, analysis }: SceneInput): Around {
  return {
    position: new Map(outlineRows(workflow).map(({ step }, index) => [step.id, index + 1])),
    findings: findingsByStep(analysis),
    parties: new Map(workflow.parties.map((party) => [party.id, party.name])),
  }
}

function sameEnd(a: RouteEnd, b: RouteEnd): boolean {
  return (
    sameRect(a.rect, b.rect) &&
    a.door === b.door &&
    a.exit === b.exit &&
    a.fansOut === b.fansOut &&
    a.fansIn === b.fansIn
  )
}

function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

function sourcesOf(transitions: Workflow['transitions']): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>()
  for (const { from, to } of transitions) {
    const there = sources.get(to)
    if (there) there.push(from)
    else sources.set(to, [from])
  }
  return sources
}

function repeated(ids: readonly string[]): ReadonlySet<string> {
  const [once, more] = [new Set<string>(), new Set<string>()]
  for (const id of ids) (once.has(id) ? more : once).add(id)
  return more
}

function findingsByStep(analysis: Analysis | null): Around['findings'] {
  const found = new Map<string, Found>()
  for (const finding of analysis?.findings ?? []) {
    if (!('step' in finding.place)) continue
    const entry = found.get(finding.place.step) ?? { count: 0, errors: false }
    found.set(finding.place.step, {
      count: entry.count + 1,
      errors: entry.errors || finding.severity === 'error',
    })
  }
  return found
}
