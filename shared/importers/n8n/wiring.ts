// The wiring of agents: tools become steps that belong to their agent, models and memories become part of it, and a
// review between tool and agent becomes a handoff before the tool.
import type { Handoff } from '../../model/handoff.ts'
import type { DraftStep } from '../support/draft.ts'
import { cleanText, LIMITS } from '../support/text.ts'
import { asText, at } from '../support/value.ts'
import { askOf } from './ask.ts'
import { titleOf } from './catalogue.ts'
import type { Context } from './context.ts'
import type { SourceNode } from './source.ts'
import { note, quoted, stepOf } from './steps.ts'

/** Adds the tools of every agent, with the reviews before them. */
export function addTools(context: Context): void {
  const { plan } = context
  const todo = plan.nodes.flatMap((_, index) => (plan.fate[index] === 'tool' ? [index] : []))
  const homes = new Map(todo.map((index) => [index, homesOf(context, index)] as const))
  for (const index of todo) addTool(context, index, homes.get(index)!)
  for (const index of todo) hangTool(context, index, homes.get(index)!)
  let links = 0
  plan.fate.forEach((fate, index) => {
    if (fate !== 'part') links += plan.wiringOut[index]!.length
  })
  if (links === 0) return
  context.draft.book.repairs.push({
    message: 'connections that give an agent its tools are shown as "tool of", not as transitions',
    place: '/connections',
    count: links,
    change: { steps: 0, transitions: -links },
  })
}

/** Where a tool hangs, and which reviews lie in between. */
interface Home {
  readonly parent: number
  readonly reviews: readonly number[]
}

function homesOf({ plan }: Context, tool: number): readonly Home[] {
  const homes: Home[] = []
  const seen = new Set([tool])
  const todo: Home[] = plan.wiringOut[tool]!.map((edge) => ({ parent: edge.to, reviews: [] }))
  for (let home = todo.shift(); home !== undefined && homes.length < 20; home = todo.shift()) {
    if (seen.has(home.parent)) continue
    seen.add(home.parent)
    const fate = plan.fate[home.parent]
    if (fate === 'flow' || fate === 'tool') homes.push(home)
    else if (fate === 'review' || fate === 'part') {
      const reviews = fate === 'review' ? [...home.reviews, home.parent] : home.reviews
      for (const edge of plan.wiringOut[home.parent]!) todo.push({ parent: edge.to, reviews })
    }
  }
  return homes
}

function addTool(context: Context, index: number, homes: readonly Home[]): void {
  const { plan, draft, stepOf: steps } = context
  const node = plan.nodes[index]!
  const ask = askOf(node)
  const step = stepOf(draft, node, { entered: true, left: true, ask })
  steps.set(index, step)
  if (ask)
    note(draft, 'guesses', node, step, 'the agent decides whether this person is asked, so it is no gate')
  if (homes.length === 0) note(draft, 'repairs', node, step, 'no agent holds this tool; it stands on its own')
}

function hangTool(context: Context, index: number, homes: readonly Home[]): void {
  const { plan, draft, stepOf: steps } = context
  const node = plan.nodes[index]!
  const original = steps.get(index)!
  homes.forEach((home, number) => {
    const parent = steps.get(home.parent)
    if (!parent || holds(context, original, parent)) return
    const step = number === 0 ? original : twinOf(context, node, original, parent)
    step.parent = parent.id
    if (parent.kind === 'model') makeAgent(parent)
    for (const review of home.reviews) addReview(context, plan.nodes[review]!, step, parent)
  })
  if (homes.some((home) => home.reviews.length === 0) && homes.some((home) => home.reviews.length > 0)) {
    note(
      draft,
      'blindSpots',
      node,
      original,
      'an agent can call it without the review that lies on its other connection',
    )
  }
}

/** A model that is given tools chooses its own steps, whatever its node is called. */
function makeAgent(step: DraftStep): void {
  step.kind = 'agent'
  const { label = 'content', basis = 'n8n' } = step.uncertainty ?? {}
  step.uncertainty = { level: 3, label, basis: `${basis}, and it may call tools` }
}

/** True where `parent` is already below `step`, so that hanging `step` there would close a ring. */
function holds({ draft }: Context, step: DraftStep, parent: DraftStep): boolean {
  const seen = new Set<string>()
  for (
    let id: string | undefined = parent.id;
    id !== undefined && !seen.has(id);
    id = draft.steps.get(id)?.parent
  ) {
    if (id === step.id) return true
    seen.add(id)
  }
  return false
}

/** A tool that two agents share is shown once under each: each of them can call it on its own. */
function twinOf({ draft }: Context, node: SourceNode, original: DraftStep, parent: DraftStep): DraftStep {
  const { id: _, parent: __, ...copy } = original
  const id = draft.stepId(copy.name)
  const twin = { ...copy, id } as DraftStep
  draft.steps.set(id, twin)
  draft.book.repairs.push({
    message: `${quoted(original.name)} is a tool of several agents; it is shown again under ${quoted(parent.name)}`,
    place: node.place,
    step: id,
    change: { steps: 1, transitions: 0 },
  })
  return twin
}

function addReview({ draft }: Context, review: SourceNode, tool: DraftStep, agent: DraftStep): void {
  const ask = askOf(review)
  const title = cleanText(review.name, LIMITS.name).text
  const handoff: Handoff = {
    id: draft.handoffId(title),
    kind: 'approval',
    strength: 'approve',
    at: { before: tool.id },
    title,
    decisions: ['approve', 'reject'],
    // The agent hears of a "no" and goes on without the tool.
    onReject: { to: agent.id },
    ...(ask?.timeout === undefined ? {} : { timeout: { after: ask.timeout, then: 'reject' as const } }),
  }
  draft.handoffs.push(handoff)
}

/** Reports reviews: those that became handoffs, and those that nothing runs through. */
export function reportReviews(context: Context): void {
  const { plan, draft } = context
  const reviews = plan.nodes.filter((node) => plan.fate[node.index] === 'review')
  for (const node of reviews) {
    const used = plan.wiringIn[node.index]!.length > 0
    draft.book.repairs.push({
      message: used
        ? `${quoted(node.name)} reviews tool calls; it became an approval before each tool behind it`
        : `${quoted(node.name)} reviews tool calls, but no tool is connected to it; it was left out`,
      place: node.place,
      change: { steps: -1, transitions: 0 },
    })
  }
}

/** Folds models, memories, parsers and stores into the steps that use them. */
export function foldParts(context: Context): void {
  const { plan, draft } = context
  const parts = plan.nodes.filter((node) => plan.fate[node.index] === 'part')
  const uses = new Map<string, string[]>()
  for (const part of parts) {
    for (const step of ownersOf(context, part.index)) {
      const text = partText(part)
      uses.set(step.id, [...(uses.get(step.id) ?? []), text])
      addModel(step, part)
    }
  }
  for (const [id, texts] of uses) describe(draft.steps.get(id)!, `Uses ${texts.slice(0, 12).join(', ')}.`)
  if (parts.length === 0) return
  const links = parts.reduce((sum, part) => sum + plan.wiringOut[part.index]!.length, 0)
  draft.book.repairs.push({
    message: 'models, memories, parsers and stores were folded into the steps that use them',
    place: parts[0]!.place,
    count: parts.length,
    change: { steps: -parts.length, transitions: -links },
  })
}

/** Steps that a part ends up in, through other parts. */
function ownersOf({ plan, stepOf: steps }: Context, part: number): readonly DraftStep[] {
  const owners = new Set<DraftStep>()
  const seen = new Set([part])
  const todo = [part]
  for (let index = todo.pop(); index !== undefined && owners.size < 20; index = todo.pop()) {
    const step = index === part ? undefined : steps.get(index)
    if (step) owners.add(step)
    else {
      for (const edge of plan.wiringOut[index]!) {
        if (seen.has(edge.to)) continue
        seen.add(edge.to)
        todo.push(edge.to)
      }
    }
  }
  return [...owners]
}

function partText(part: SourceNode): string {
  const model = modelOf(part)
  const off = part.disabled ? ', disabled' : ''
  return `${cleanText(part.name, 80).text}${model === undefined ? '' : ` (${model}${off})`}`
}

/** The name of the model is worth knowing next to the doubt it brings. */
function addModel(step: DraftStep, part: SourceNode): void {
  const model = modelOf(part)
  const before = step.uncertainty
  if (model === undefined || part.disabled || before?.basis === undefined || !part.base.startsWith('lc:lm'))
    return
  if (before.basis.length < 400)
    step.uncertainty = { ...before, basis: `${before.basis}, with ${titleOf(part)} ${model}` }
}

function modelOf(part: SourceNode): string | undefined {
  const { parameters } = part
  const raw =
    asText(at(parameters, 'model')) ??
    asText(at(parameters, 'modelName')) ??
    asText(at(parameters, 'model', 'value')) ??
    asText(at(parameters, 'modelName', 'value')) ??
    asText(at(parameters, 'modelId', 'value'))
  if (raw === undefined || raw.startsWith('=') || raw.trim() === '') return undefined
  return cleanText(raw, 60).text
}

/** Adds a sentence to a step's description. */
export function describe(step: DraftStep, sentence: string): void {
  const text = step.description === undefined ? sentence : `${step.description}\n${sentence}`
  step.description = cleanText(text, LIMITS.prose).text
}
