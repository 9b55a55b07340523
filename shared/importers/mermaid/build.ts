// Turns a flowchart into a workflow. The shapes and words are all there is to go by; whatever is read into them is in
// the report as a guess.
import { addStep, connect } from '../support/draft.ts'
import type { Draft, DraftStep, DraftTransition } from '../support/draft.ts'
import { closeFlow } from '../support/ends.ts'
import { findJoins } from '../support/joins.ts'
import type { Places } from '../support/place.ts'
import { carriesQuestion, QUESTION, quieten } from '../support/question.ts'
import { LIMITS } from '../support/text.ts'
import { markUntrusted } from '../support/untrusted.ts'
import type { Canvas } from './canvas.ts'
import type { ChartEdge, ChartGraph } from './graph.ts'
import { withoutGroups } from './groups.ts'
import { addInterrupts } from './interrupts.ts'
import { isLangGraph } from './langgraph.ts'
import { plainLabel } from './labels.ts'
import { shapeOfStep } from './steps.ts'
import { addStarts } from './starts.ts'
import { foldWiring } from './wiring.ts'
import { kindOfWay, saysNo } from './ways.ts'

export function buildFromChart(draft: Draft, graph: ChartGraph, place: Places): void {
  draft.source = { nodes: graph.nodes.size, edges: graph.edges.length }
  const { edges: all, groupNodes } = withoutGroups(graph, place, draft.book)
  const langGraph = isLangGraph(graph)
  const canvas: Canvas = { draft, place, langGraph, nodes: graph.nodes, stepOf: new Map() }
  const { edges, parts } = foldWiring(canvas, visible(canvas, all))
  const [out, into] = [group(edges, 'from'), group(edges, 'to')]
  for (const node of graph.nodes.values()) {
    if (groupNodes.has(node.id) || parts.has(node.id)) continue
    canvas.stepOf.set(node.id, shapeOfStep(canvas, node, out.get(node.id) ?? [], into.get(node.id) ?? []))
  }
  parts.hang()
  for (const [id, leaving] of out) addWays(canvas, canvas.stepOf.get(id)!, leaving)
  reportWays(canvas, edges)
  markRefusals(draft)
  quietenQuestions(canvas)
  addInterrupts(canvas)
  joinBranches(canvas)
  addStarts(draft)
  markUntrusted(draft)
  closeFlow(draft, [], '1:1')
  reportSilence(draft, graph)
}

/** Invisible links only push nodes around; they are no way that a run takes. */
function visible({ draft, place }: Canvas, edges: readonly ChartEdge[]): readonly ChartEdge[] {
  const hidden = edges.filter((edge) => edge.stroke === 'invisible')
  if (hidden.length === 0) return edges
  draft.book.repairs.push({
    message: 'invisible links only arrange the drawing; they were left out',
    place: place(hidden[0]!.at),
    count: hidden.length,
    change: { steps: 0, transitions: -hidden.length },
  })
  return edges.filter((edge) => edge.stroke !== 'invisible')
}

function group(edges: readonly ChartEdge[], end: 'from' | 'to'): Map<string, ChartEdge[]> {
  const groups = new Map<string, ChartEdge[]>()
  for (const edge of edges) {
    const list = groups.get(edge[end])
    if (list) list.push(edge)
    else groups.set(edge[end], [edge])
  }
  return groups
}

/** Adds the ways out of one step, through a split where several unlabelled arrows leave it at once. */
function addWays(canvas: Canvas, step: DraftStep, edges: readonly ChartEdge[]): void {
  const { draft, place } = canvas
  const together = parallel(canvas, step, edges)
  const from = together.length > 1 ? addSplit(canvas, step, together) : step
  for (const edge of edges) {
    const label = plainLabel(edge.text, LIMITS.label)
    const to = canvas.stepOf.get(edge.to)!.id
    const source = together.includes(edge) ? from : step
    connect(draft, { from: source.id, to, label, kind: kindOfWay(label) })
    if (!edge.twoWay) continue
    connect(draft, { from: to, to: step.id, label, kind: kindOfWay(label) })
    draft.book.repairs.push({
      message: 'an arrow with two heads became two transitions',
      place: place(edge.at),
      change: { steps: 0, transitions: 1 },
    })
  }
}

/** Arrows that are walked all at once: unlabelled, solid, and not out of a decision. */
function parallel({ langGraph }: Canvas, step: DraftStep, edges: readonly ChartEdge[]): readonly ChartEdge[] {
  if (step.kind === 'decision' || step.kind === 'split' || step.kind === 'human') return []
  const plain = edges.filter(
    (edge) => edge.text.trim() === '' && edge.stroke !== 'dotted' && edge.from !== edge.to,
  )
  // LangGraph draws a conditional way dotted, so one dotted way makes the solid one an alternative.
  if (langGraph && plain.length < edges.length) return []
  return new Set(plain.map((edge) => edge.to)).size > 1 ? plain : []
}

function addSplit({ draft, place }: Canvas, step: DraftStep, edges: readonly ChartEdge[]): DraftStep {
  const split = addStep(draft, { kind: 'split', name: 'All of these' })
  connect(draft, { from: step.id, to: split.id })
  draft.book.guesses.push({
    message: `“${step.name.slice(0, 60)}” leads to several steps without a word at the arrows; read as all of them at once`,
    place: place(edges[0]!.at),
    step: split.id,
    change: { steps: 1, transitions: 1 },
  })
  return split
}

function reportWays({ draft, place }: Canvas, edges: readonly ChartEdge[]): void {
  const open = edges.filter((edge) => !edge.headed)
  if (open.length > 0) {
    draft.book.guesses.push({
      message: 'lines without an arrow head were read from the first node to the second',
      place: place(open[0]!.at),
      count: open.length,
    })
  }
  const worded = edges.filter((edge) => kindOfWay(edge.text) !== 'normal')
  if (worded.length > 0) {
    draft.book.guesses.push({
      message: 'the kind of a transition (error, reject, timeout …) was read from the word at its arrow',
      place: place(worded[0]!.at),
      count: worded.length,
    })
  }
}

/** Behind a person who approves, the way of a "no" is a refusal, also through the decision that asks what they said. */
function markRefusals(draft: Draft): void {
  const into = new Map<string, string[]>()
  for (const { from, to } of draft.transitions) into.set(to, [...(into.get(to) ?? []).slice(0, 50), from])
  for (const transition of draft.transitions) {
    const step = draft.steps.get(transition.from)!
    const asks =
      step.kind === 'human' || (step.kind === 'decision' && /approv|accept|sign.?off/i.test(step.name))
    if (
      !asks ||
      !saysNo(transition.label ?? '') ||
      (transition.kind !== 'normal' && transition.kind !== 'timeout')
    )
      continue
    if (step.kind === 'human' || personBefore(draft, into, step.id)) transition.kind = 'reject'
  }
}

/** Messages that only put a question before a person have no weight of their own. */
function quietenQuestions({ draft, stepOf, nodes, place }: Canvas): void {
  const leaving = new Map<string, DraftTransition[]>()
  for (const transition of draft.transitions) {
    const list = leaving.get(transition.from)
    if (list) list.push(transition)
    else leaving.set(transition.from, [transition])
  }
  for (const [id, step] of stepOf) {
    const ways = leaving.get(step.id) ?? []
    const next = ways.length === 1 ? draft.steps.get(ways[0]!.to)! : undefined
    if (next?.kind !== 'human' || !carriesQuestion(step, ways, next)) continue
    quieten(step, 'Mermaid')
    const where = place(nodes.get(id)!.at)
    const message = `“${step.name.slice(0, 60)}”: ${QUESTION}`
    draft.book.guesses.push({ message, place: where, step: step.id })
  }
}

/** Steps that are looked at before a decision for the person it asks about. */
const MOST_STEPS = 300

function personBefore(draft: Draft, into: ReadonlyMap<string, readonly string[]>, id: string): boolean {
  let front = [id]
  const seen = new Set(front)
  for (let distance = 0; distance < 6 && front.length > 0 && seen.size < MOST_STEPS; distance++) {
    front = front.flatMap((step) => into.get(step) ?? []).filter((step) => !seen.has(step) && seen.add(step))
    if (front.some((step) => draft.steps.get(step)!.kind === 'human')) return true
  }
  return false
}

/** Branches that a split set off and that meet again wait for each other. */
function joinBranches({ draft }: Canvas): void {
  const meeting = [...draft.steps.values()]
    .filter((step) => step.kind !== 'end' && step.kind !== 'start')
    .map((step) => step.id)
  const into = new Map<string, DraftTransition[]>()
  for (const transition of draft.transitions) into.set(transition.to, [])
  for (const transition of draft.transitions) into.get(transition.to)!.push(transition)
  for (const id of findJoins(draft, meeting).joins) {
    const step = draft.steps.get(id)!
    if (step.kind === 'step' && /\b(?:merge|join|combine|aggregate|gather|collect|sync)/i.test(step.name)) {
      step.kind = 'join'
      delete step.consequence
      continue
    }
    const join = addStep(draft, { kind: 'join', name: 'All done' })
    for (const transition of into.get(id)!) transition.to = join.id
    connect(draft, { from: join.id, to: id })
    draft.book.guesses.push({
      message: `branches that were set off together meet before “${step.name.slice(0, 60)}”; a join was put in`,
      place: '1:1',
      step: join.id,
      change: { steps: 1, transitions: 1 },
    })
  }
}

function reportSilence(draft: Draft, graph: ChartGraph): void {
  const { blindSpots } = draft.book
  blindSpots.push({
    message: 'a drawing has words only: no retries, limits, odds, conditions or people by name',
    place: '1:1',
  })
  if (graph.styling > 0)
    blindSpots.push({
      message: 'colours and classes were not read; if they mean something, tag the steps',
      place: '1:1',
      count: graph.styling,
    })
  if (graph.groups.length > 0)
    blindSpots.push({
      message: 'groups are not kept; their steps stand in the flow like all others',
      place: '1:1',
      count: graph.groups.length,
    })
}
