// Positions as the file has them, spread so that our cards fit, and sticky notes as notes of the canvas.
import type { Point } from '../../model/workflow.ts'
import { CARD, clamped, scaleFor, spread } from '../support/spread.ts'
import type { Scale } from '../support/spread.ts'
import { cleanText, LIMITS } from '../support/text.ts'
import { asNumber, asText, at } from '../support/value.ts'
import type { Context } from './context.ts'
import type { SourceNode } from './source.ts'

/** n8n's own size of a note without one. */
const NOTE = { width: 240, height: 160 } as const

/** Gives the steps made of nodes the positions that the file has. */
export function placeSteps({ plan, draft, stepOf }: Context): void {
  for (const [index, step] of stepOf) {
    const { position } = plan.nodes[index]!
    if (position && !draft.positions.has(step.id)) draft.positions.set(step.id, position)
  }
}

/** Spreads everything so that our cards fit, and keeps the notes. */
export function layOut(context: Context): void {
  const { draft } = context
  placeTwins(context)
  placeStrays(context)
  const own = new Set([...context.stepOf.values()].map((step) => step.id))
  const late = new Set([...draft.positions.keys()].filter((id) => !own.has(id)))
  const scale = scaleFor([...draft.positions].filter(([id]) => !late.has(id)).map(([, point]) => point))
  const placed = spread(draft.positions, scale, late)
  draft.positions.clear()
  for (const [id, point] of placed) draft.positions.set(id, point)
  keepNotes(context, scale)
}

// A tool shown again under another agent, and whatever else has no place in the file, stands by its agent.
function placeTwins({ draft }: Context): void {
  for (const step of draft.steps.values()) {
    const home = step.parent === undefined ? undefined : draft.positions.get(step.parent)
    if (home && !draft.positions.has(step.id)) draft.positions.set(step.id, [home[0], home[1] + 180])
  }
}

/** Stand-ins for missing nodes stand beside a step that they are connected with. */
function placeStrays({ draft }: Context): void {
  const beside = new Map<string, { readonly id: string; readonly dx: number }[]>()
  for (const { from, to } of draft.transitions) {
    beside.set(from, [...(beside.get(from) ?? []).slice(-20), { id: to, dx: 220 }])
    beside.set(to, [...(beside.get(to) ?? []).slice(-20), { id: from, dx: -220 }])
  }
  const todo = [...draft.positions.keys()]
  for (const id of todo) {
    const [x, y] = draft.positions.get(id)!
    for (const { id: next, dx } of beside.get(id) ?? []) {
      if (draft.positions.has(next)) continue
      draft.positions.set(next, [x + dx, y])
      todo.push(next)
    }
  }
}

function keepNotes({ plan, draft }: Context, scale: Scale): void {
  const notes = plan.nodes.filter((node) => plan.fate[node.index] === 'note')
  for (const node of notes) keepNote(draft, node, scale)
  if (notes.length === 0) return
  draft.book.repairs.push({
    message: 'sticky notes became notes on the canvas; they are no steps',
    place: notes[0]!.place,
    count: notes.length,
    change: { steps: -notes.length, transitions: 0 },
  })
}

function keepNote(draft: Context['draft'], node: SourceNode, scale: Scale): void {
  const { text, cut, redacted } = cleanText(asText(at(node.parameters, 'content')) ?? node.name, LIMITS.prose)
  if (cut)
    draft.book.repairs.push({ message: `a note was cut to ${LIMITS.prose} characters`, place: node.place })
  if (redacted)
    draft.book.repairs.push({
      message: 'something that looks like a key was taken out of a note',
      place: node.place,
    })
  const [x, y]: Point = node.position ?? [0, 0]
  draft.notes.push({
    id: draft.noteId(node.name),
    text,
    at: clamped([x * scale.x, y * scale.y]),
    size: clamped([
      Math.max(CARD.width, (asNumber(at(node.parameters, 'width')) ?? NOTE.width) * scale.x),
      Math.max(CARD.height, (asNumber(at(node.parameters, 'height')) ?? NOTE.height) * scale.y),
    ]),
  })
}
