// Drawings of agents: lines that say "ai_tool" or "tool" give an agent a tool, lines that say "ai_languageModel" its
// model. They are no ways that a run takes.
import { LIMITS } from '../support/text.ts'
import type { Canvas } from './canvas.ts'
import type { ChartEdge } from './graph.ts'
import { plainLabel } from './labels.ts'

const TOOL = /^(?:ai_tool|tools?|uses tool)$/i
const PART = /^(?:ai_\w{3,30}|model|memory|llm)$/i

export interface Folded {
  /** The links that are left. */
  readonly edges: readonly ChartEdge[]
  readonly parts: Parts
}

interface Parts {
  /** True for nodes that became part of another one. */
  readonly has: (id: string) => boolean
  /** Gives tools their agents, and agents the names of their parts. Once the steps are there. */
  readonly hang: () => void
}

export function foldWiring(canvas: Canvas, edges: readonly ChartEdge[]): Folded {
  const labelled = edges.map((edge) => ({ edge, label: plainLabel(edge.text, LIMITS.label) }))
  const degree = new Map<string, number>()
  for (const { from, to } of edges) for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1)
  const tools = new Map<string, string>()
  const parts = new Map<string, string>()
  const left: ChartEdge[] = []
  const taken: ChartEdge[] = []
  for (const { edge, label } of labelled) {
    const kind = TOOL.test(label) ? tools : PART.test(label) && !edge.headed ? parts : undefined
    const leaf = kind && leafOf(edge, degree)
    if (!kind || !leaf || (kind === tools && edge.headed && edge.stroke !== 'dotted')) left.push(edge)
    else {
      kind.set(leaf.part, leaf.whole)
      taken.push(edge)
    }
  }
  report(canvas, taken, parts.size)
  return { edges: left, parts: { has: (id) => parts.has(id), hang: () => hang(canvas, tools, parts) } }
}

/** Which end of the line hangs on the other: the one that has no other link. */
function leafOf(
  edge: ChartEdge,
  degree: ReadonlyMap<string, number>,
): { readonly part: string; readonly whole: string } | undefined {
  if (edge.from === edge.to) return undefined
  if (degree.get(edge.to) === 1) return { part: edge.to, whole: edge.from }
  return degree.get(edge.from) === 1 ? { part: edge.from, whole: edge.to } : undefined
}

function hang(
  { stepOf, draft, nodes }: Canvas,
  tools: ReadonlyMap<string, string>,
  parts: ReadonlyMap<string, string>,
): void {
  for (const [tool, agent] of tools) {
    const step = stepOf.get(tool)
    const parent = stepOf.get(agent)
    if (!step || !parent || parent.parent !== undefined) continue
    step.parent = parent.id
    if (parent.kind === 'model' || parent.kind === 'step') parent.kind = 'agent'
    parent.uncertainty ??= {
      level: 3,
      label: 'content',
      basis: 'Mermaid: it has tools, so it chooses its own steps',
    }
  }
  for (const [part, whole] of parts) {
    const step = stepOf.get(whole)
    if (!step) continue
    const sentence = `Uses ${plainLabel(nodes.get(part)!.text ?? part, 80)}.`
    step.description =
      step.description === undefined ? sentence : `${step.description} ${sentence}`.slice(0, LIMITS.prose)
  }
  draft.book.guesses.push(
    ...(tools.size > 0
      ? [{ message: 'lines marked as tools give an agent its tools', place: '1:1', count: tools.size }]
      : []),
  )
}

function report({ draft, place }: Canvas, taken: readonly ChartEdge[], parts: number): void {
  if (taken.length === 0) return
  draft.book.repairs.push({
    message:
      'lines that join tools, models and memories to an agent are no ways that a run takes; models and memories were folded into it',
    place: place(taken[0]!.at),
    count: taken.length,
    change: { steps: -parts, transitions: -taken.length },
  })
}
