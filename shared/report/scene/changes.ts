// Draws only what differs from the drawing before, so that an edit costs what it changes and not what the document holds.
// What has changed is taken out of the grids and drawn anew among all that stays; a way that nothing has come to stand on
// is kept.
import type { Step } from '../../model/step.ts'
import { aroundOf, contentOf, drawStep, eraseStep, placedBy, takePlace } from './draw.ts'
import type { Around, Drawn } from './draw.ts'
import { drawEdges, eraseEdge, saidOf } from './edges.ts'
import type { Said } from './edges.ts'
import { placeKey } from '../../model/handoff.ts'
import type { Placing } from './placing.ts'
import { boundsOf, createGrid, grown, segmentRect } from './rects.ts'
import type { Grid, Rect } from './rects.ts'
import { sameValue } from './same.ts'
import { shapeOf } from '../sizes.ts'
import type { SceneEdge, SceneInput, SceneStep } from './types.ts'

/** With more changes than this, drawing the whole anew is not slower and looks better. */
const MOST_STEPS = 300
const MOST_EDGES = 900
/** Gates and their text stand out this far. */
const AROUND = 40

/** The drawing of `input`, from that of the revision before; null where too much has changed, or what everything hangs on. */
export function drawChanges(last: Drawn, input: SceneInput): Drawn | null {
  if (last.input.words !== input.words) return null
  const placing: Placing = { ...last.placing, ...placedBy(input, last) }
  const places = changedPlaces(last.placing, placing)
  const steps = changedSteps(last, input, placing, places)
  if (steps.drawn.size + steps.gone.length > MOST_STEPS || touchesTools(last, input, steps)) return null
  const said = saidOf(input, last)
  const edges = changedEdges(last, said, places, steps)
  if (edges.drawn.length + edges.gone.length > MOST_EDGES) return null
  return redraw({ last, input, placing, said, steps, edges })
}

interface ChangedSteps {
  /** Ids of those to draw anew, and of them those that stand elsewhere than before. */
  readonly drawn: ReadonlySet<string>
  readonly moved: ReadonlySet<string>
  /** Where these stand now, with room around them. */
  readonly stirred: Grid<string>
  /** What is drawn of those that are no more or are drawn anew. */
  readonly gone: readonly SceneStep[]
}

function changedSteps(
  last: Drawn,
  { workflow }: SceneInput,
  placing: Placing,
  places: ReadonlySet<string>,
): ChangedSteps {
  const before = new Map(last.input.workflow.steps.map((step) => [step.id, step]))
  const drawn = new Set<string>()
  const moved = new Set<string>()
  const stirred = createGrid<string>()
  for (const step of workflow.steps) {
    const was = before.get(step.id)
    const ends = [last.placing.ends.get(step.id), placing.ends.get(step.id)] as const
    if (!was || ends[0] !== ends[1]) {
      moved.add(step.id)
      stirred.add(grown(ends[1]!.rect, AROUND), step.id)
    }
    if (!was || ends[0] !== ends[1] || !sameShape(was, step) || hasPlace(step, places)) drawn.add(step.id)
  }
  // A step that has come to stand on the text of another.
  for (const step of moved.size > 0 ? last.scene.steps : [])
    if (placing.ends.has(step.id) && textsOf(step).some((rect) => stirred.some(rect, () => true)))
      drawn.add(step.id)
  const gone = last.scene.steps.filter(({ id }) => drawn.has(id) || !placing.ends.has(id))
  return { drawn, moved, stirred, gone }
}

function sameShape(was: Step, step: Step): boolean {
  if (was === step) return true
  const shape = shapeOf(step)
  const captioned = shape === 'diamond' || shape === 'bar'
  return (
    was.kind === step.kind &&
    was.parent === step.parent &&
    shapeOf(was) === shape &&
    (!captioned || was.name === step.name)
  )
}

/** Keys of the places whose gates are others than before. */
function changedPlaces({ gates: was }: Placing, { gates: now }: Placing): ReadonlySet<string> {
  const changed = new Set<string>()
  if (was === now) return changed
  for (const [key, gates] of now) if (!sameValue(was.get(key), gates)) changed.add(key)
  for (const key of was.keys()) if (!now.has(key)) changed.add(key)
  return changed
}

function hasPlace({ id }: Step, places: ReadonlySet<string>): boolean {
  return places.size > 0 && (places.has(placeKey({ before: id })) || places.has(placeKey({ start: id })))
}

/** Lines to tools are few and depend on each other: they are drawn with the whole. */
function touchesTools(last: Drawn, { workflow }: SceneInput, { drawn, gone }: ChangedSteps): boolean {
  const lines = last.scene.edges.filter(({ kind }) => kind === 'tool')
  const touched = new Set([...drawn, ...gone.map(({ id }) => id)])
  return (
    lines.some(({ from, to }) => touched.has(from) || touched.has(to)) ||
    workflow.steps.some(({ id, parent }) => parent !== undefined && touched.has(id))
  )
}

interface ChangedEdges {
  readonly drawn: readonly Said[]
  readonly gone: readonly SceneEdge[]
}

function changedEdges(
  last: Drawn,
  said: readonly Said[],
  places: ReadonlySet<string>,
  { moved, stirred }: ChangedSteps,
): ChangedEdges {
  const before = new Map(last.said.map((one) => [one.transition.id, one]))
  const edges = new Map(last.scene.edges.map((edge) => [edge.id, edge]))
  const drawn = said.filter((one) => {
    const { id, from, to } = one.transition
    const was = before.get(id)
    return (
      !was ||
      moved.has(from) ||
      moved.has(to) ||
      !sameSaid(was, one) ||
      (places.size > 0 && places.has(placeKey({ on: id }))) ||
      (moved.size > 0 && meets(edges.get(id)!, stirred))
    )
  })
  const anew = new Set(drawn.map(({ transition }) => transition.id))
  const there = new Set(said.map(({ transition }) => transition.id))
  const gone = last.scene.edges.filter(({ id, kind }) => kind !== 'tool' && (anew.has(id) || !there.has(id)))
  return { drawn, gone }
}

function sameSaid(a: Said, b: Said): boolean {
  if (a === b) return true
  const [was, now] = [a.transition, b.transition]
  return (
    was.from === now.from &&
    was.to === now.to &&
    was.kind === now.kind &&
    a.label[0] === b.label[0] &&
    a.label[1] === b.label[1]
  )
}

function meets(edge: SceneEdge, stirred: Grid<string>): boolean {
  return [...segmentsOf(edge), ...textsOf(edge)].some((rect) => stirred.some(rect, () => true))
}

function segmentsOf({ way }: SceneEdge): readonly Rect[] {
  return way.slice(1).map((spot, i) => segmentRect(way[i]!, spot))
}

/** Where the small texts and gates of a step or a transition stand. */
function textsOf(one: SceneStep | SceneEdge): readonly Rect[] {
  const own = 'way' in one ? one.labelAt : one.caption
  return [...(own ? [own] : []), ...one.gates.flatMap(({ rect, caption }) => [rect, caption.rect])]
}

interface Redrawing {
  readonly last: Drawn
  readonly input: SceneInput
  readonly placing: Placing
  readonly said: readonly Said[]
  readonly steps: ChangedSteps
  readonly edges: ChangedEdges
}

function redraw({ last, input, placing, said, steps, edges }: Redrawing): Drawn {
  for (const edge of edges.gone) eraseEdge(edge, placing)
  for (const step of steps.gone) eraseStep(step, placing)
  const { workflow } = input
  for (const step of workflow.steps) if (steps.drawn.has(step.id)) takePlace(step, placing)
  const around = aroundOf(input)
  const drawnSteps = stepsAfter({ last, input, placing, around, drawn: steps.drawn })
  const before = new Map(last.scene.edges.map((edge) => [edge.id, edge]))
  const fresh = new Map(drawEdges(edges.drawn, placing).map((edge) => [edge.id, edge]))
  for (const edge of drawEdges(undercut(said, before, fresh, placing), placing)) fresh.set(edge.id, edge)
  const ways = said.map(({ transition: { id }, spoken }) => {
    const edge = fresh.get(id) ?? before.get(id)!
    return edge.spoken === spoken ? edge : { ...edge, spoken }
  })
  const tools = last.scene.edges.filter(({ kind }) => kind === 'tool')
  const bounds = boundsOf(drawnSteps.map((step) => step.rect))
  return { input, placing, said, around, scene: { steps: drawnSteps, edges: [...ways, ...tools], bounds } }
}

/** Transitions whose label a new way runs through: taken out, to be drawn again beside it. */
function undercut(
  said: readonly Said[],
  before: ReadonlyMap<string, SceneEdge>,
  fresh: ReadonlyMap<string, SceneEdge>,
  placing: Placing,
): readonly Said[] {
  const lines = createGrid<string>()
  for (const edge of fresh.values()) for (const rect of segmentsOf(edge)) lines.add(rect, edge.id)
  const cut = said.filter(({ transition: { id } }) => {
    const edge = fresh.has(id) ? undefined : before.get(id)
    return edge !== undefined && textsOf(edge).some((rect) => lines.some(rect, () => true))
  })
  for (const { transition } of cut) eraseEdge(before.get(transition.id)!, placing)
  return cut
}

interface After {
  readonly last: Drawn
  readonly input: SceneInput
  readonly placing: Placing
  readonly around: Around
  readonly drawn: ReadonlySet<string>
}

function stepsAfter({ last, input, placing, around, drawn }: After): readonly SceneStep[] {
  const before = new Map(last.input.workflow.steps.map((step) => [step.id, step]))
  const scene = new Map(last.scene.steps.map((step) => [step.id, step]))
  const alike = sameSurroundings(last, input)
  return input.workflow.steps.map((step) => {
    if (drawn.has(step.id)) return drawStep(step, input, placing, around)
    const was = scene.get(step.id)!
    const { id } = step
    const same =
      alike &&
      before.get(id) === step &&
      last.around.position.get(id) === around.position.get(id) &&
      sameFigures(id, last.input, input) &&
      sameValue(last.around.findings.get(id), around.findings.get(id)) &&
      sameValue(last.input.insides?.get(id), input.insides?.get(id))
    return same ? was : { ...was, ...contentOf(step, input, placing, around) }
  })
}

/** Whether nothing has changed that every card tells: how many steps there are, and what the parties are called. */
function sameSurroundings({ input: was }: Drawn, { workflow }: SceneInput): boolean {
  return (
    was.workflow.steps.length === workflow.steps.length && sameValue(was.workflow.parties, workflow.parties)
  )
}

function sameFigures(id: string, a: SceneInput, b: SceneInput): boolean {
  const [was, now] = [a.analysis?.steps[id], b.analysis?.steps[id]]
  return was === now || (was?.visits === now?.visits && was?.reachable === now?.reachable)
}
