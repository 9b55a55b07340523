// The edits that the canvas makes, each of them one command: menus, keys and the mouse all come through here.
import { completeHandoff } from '../../shared/commands/complete-handoff.ts'
import { newStepId } from '../../shared/commands/entries.ts'
import type { Command } from '../../shared/commands/index.ts'
import type { Level, StepKind } from '../../shared/model/scales.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Point, Workflow } from '../../shared/model/workflow.ts'
import { activeTab, documents, workflowOf } from '../state/documents.ts'
import { runCommand } from '../state/edit.ts'
import { announce } from '../state/messages.ts'
import { EMPTY_SELECTION, select, view, viewOf } from '../state/view.ts'
import type { Selection } from '../state/view.ts'
import { words } from '../words/words.ts'
import { BY_HAND } from './basis.ts'
import { askCanvas } from './canvas-store.ts'
import type { AddRequest } from './canvas-store.ts'
import { positionsOf } from './positions.ts'
import { freeSpot, nextTo } from './free-spot.ts'
import { roomOn } from './make-room.ts'
import type { Room } from './make-room.ts'
import type { Spot } from '../../shared/report/scene/rects.ts'
import { sizeOf } from '../../shared/report/sizes.ts'

/** Steps land on a grid of this size when they are moved. */
export const GRID = 8

interface Present {
  readonly tab: string
  readonly workflow: Workflow
  readonly selection: Selection
  /** The step whose inside is shown. */
  readonly scope: string | null
}

/** Adds a step of a kind, joined as the request says, selects it and moves the keyboard to it. */
export function addStep(
  kind: StepKind,
  request: AddRequest,
  name: string = words.scales.stepKinds[kind],
): void {
  const now = present()
  if (!now) return
  const id = newStepId(now.workflow, name, kind)
  const step = newStep(id, kind, name, now.scope)
  const room = request.on === null ? null : roomOn(now.workflow, request.on, sizeOf(step))
  const at = room?.at ?? placeFor(step, request, now.workflow)
  if (!runCommand(withRoom(addCommand(step, at, request), room, name))) return
  select(now.tab, { steps: [id] })
  askCanvas('focus', id)
  announce(words.canvas.added(name))
}

/** Joins two steps. */
export function connect(from: string, to: string): void {
  const now = present()
  if (!now || !runCommand({ type: 'addTransition', transition: { from, to, kind: 'normal' } })) return
  announce(words.canvas.connected(nameOf(now.workflow, from), nameOf(now.workflow, to)))
}

/** Moves steps to new places; moves of the same burst are one undo step. */
export function moveSteps(positions: Readonly<Record<string, Point>>, burst?: string): void {
  runCommand({ type: 'moveSteps', positions }, burst === undefined ? {} : { coalesce: burst })
}

/** Moves the selected steps by some pixels, the last one to the nearest grid point. */
export function nudge(dx: number, dy: number): void {
  const now = present()
  if (!now || now.selection.steps.length === 0) return
  const places = positionsOf(now.workflow)
  const lead = places.get(now.selection.steps.at(-1)!)
  if (!lead) return
  // As a drag does: the leading step lands on the grid, and the others keep their distance to it.
  const [x, y] = [onGrid(lead.x + dx) - lead.x, onGrid(lead.y + dy) - lead.y]
  const moved = now.selection.steps.flatMap((id) => {
    const at = places.get(id)
    return at ? [[id, [Math.round(at.x + x), Math.round(at.y + y)] as const] as const] : []
  })
  moveSteps(Object.fromEntries(moved), `nudge ${now.selection.steps.join(' ')}`)
  announce(words.canvas.moved(nameOf(now.workflow, now.selection.steps.at(-1)!)))
}

/** Deletes whatever is selected, as one undo step; the keyboard goes to what was nearest. */
export function deleteSelection(): void {
  const now = present()
  if (!now) return
  const { steps, transitions, handoffs, notes } = now.selection
  const commands = [
    handoffs.length > 0 && { type: 'removeHandoffs' as const, ids: handoffs },
    transitions.length > 0 && { type: 'removeTransitions' as const, ids: transitions },
    steps.length > 0 && { type: 'removeSteps' as const, ids: steps },
    ...notes.map((id) => ({ type: 'removeNote' as const, id })),
  ].filter((command) => command !== false)
  const neighbour = neighbourOf(now)
  if (!runAll(commands)) return
  announce(words.canvas.deleted(steps.length + transitions.length + handoffs.length + notes.length))
  select(now.tab, neighbour === null ? EMPTY_SELECTION : { steps: [neighbour] })
  if (neighbour !== null) askCanvas('focus', neighbour)
}

/** Copies the selected steps and notes next to themselves, and selects the copies. */
export function duplicateSelection(): void {
  const now = present()
  const { steps, notes } = now?.selection ?? EMPTY_SELECTION
  if (!now || steps.length + notes.length === 0) return
  const copied = notes.length > 0 && { notes }
  if (!runCommand({ type: 'duplicateSteps', ids: steps, offset: [24, 96], ...copied })) return
  selectNewSteps(now)
}

export function selectAllSteps(): void {
  const now = present()
  if (now) select(now.tab, { steps: now.workflow.steps.map(({ id }) => id) })
}

/** Sets a tag of every selected step. */
export function tagSelection(tag: 'consequence' | 'uncertainty', level: Level): void {
  const now = present()
  if (!now || now.selection.steps.length === 0) return
  tagSteps(now.selection.steps, tag, level)
  announce(words.canvas[tag](level))
}

/** Sets a tag of steps, or takes it away with null. Keys and panels leave the very same document. */
export function tagSteps(
  ids: readonly string[],
  tag: 'consequence' | 'uncertainty',
  level: Level | null,
): void {
  const set = level === null ? { level } : { level, basis: BY_HAND }
  runCommand({ type: 'updateSteps', ids, set: { [tag]: set } })
}

/** Where a step stands; undefined where it is gone. */
export function placeOf(id: string): Spot | undefined {
  const now = present()
  return now ? positionsOf(now.workflow).get(id) : undefined
}

/** `id` as it is drawn: `group:` and the id of the group. */
export function renameGroup(id: string, name: string): void {
  if (name.trim() === '') return
  runCommand({ type: 'updateGroup', id: id.slice('group:'.length), set: { name: name.trim() } })
}

export function renameStep(id: string, name: string): void {
  const now = present()
  if (!now || name.trim() === '' || nameOf(now.workflow, id) === name.trim()) return
  if (id.startsWith('group:')) return renameGroup(id, name)
  runCommand({ type: 'updateSteps', ids: [id], set: { name: name.trim() } })
}

/** Puts a handoff of the usual strength before the selected step, or on the selected transition, and selects it. */
export function addHandoffAtSelection(): void {
  const now = present()
  const step = now?.workflow.steps.find(({ id }) => id === now.selection.steps[0])
  const transition = now?.selection.transitions[0]
  if (!now || (!step && transition === undefined)) return
  const suggestion = step
    ? step.kind === 'start'
      ? ({ kind: 'brief', strength: 'confirm', at: { start: step.id } } as const)
      : ({ kind: 'approval', strength: 'approve', at: { before: step.id } } as const)
    : ({ kind: 'approval', strength: 'approve', at: { on: transition! } } as const)
  if (!runCommand({ type: 'addHandoff', handoff: completeHandoff(now.workflow, suggestion) })) return
  const old = new Set(now.workflow.handoffs.map(({ id }) => id))
  const added = present()?.workflow.handoffs.find(({ id }) => !old.has(id))
  if (added) select(now.tab, { handoffs: [added.id] })
}

/** After a paste or a copy: what is there now and was not before is what the person wants to move or change next. */
export function selectNewSteps(before: { readonly tab: string; readonly workflow: Workflow }): void {
  const after = present()?.workflow
  if (!after) return
  const steps = newIds(before.workflow.steps, after.steps)
  const notes = newIds(before.workflow.layout.notes, after.layout.notes)
  select(before.tab, { steps, notes })
  const first = steps[0] ?? (notes[0] === undefined ? undefined : `note:${notes[0]}`)
  if (first !== undefined) askCanvas('focus', first)
}

export type SelectedKind = 'nothing' | 'step' | 'several' | 'transition' | 'handoff' | 'note' | 'suggestion'

/** What a selection is mostly of. */
export function currentKind(selection: Selection): SelectedKind {
  if (selection.suggestion !== null) return 'suggestion'
  if (selection.steps.length + selection.transitions.length + selection.notes.length > 1) return 'several'
  if (selection.steps.length > 0) return 'step'
  if (selection.transitions.length > 0) return 'transition'
  if (selection.notes.length > 0) return 'note'
  return selection.handoffs.length > 0 ? 'handoff' : 'nothing'
}

/** The active document with its selection, or null on the home screen. */
export function present(): Present | null {
  const tab = activeTab(documents.getState())
  if (!tab) return null
  const { selection, scope } = viewOf(view.getState(), tab.id)
  return { tab: tab.id, workflow: workflowOf(tab), selection, scope }
}

function newIds(
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): readonly string[] {
  const old = new Set(before.map(({ id }) => id))
  return after.filter(({ id }) => !old.has(id)).map(({ id }) => id)
}

function runAll(commands: readonly Command[]): boolean {
  if (commands.length === 0) return false
  if (commands.length === 1) return runCommand(commands[0]!)
  return runCommand({ type: 'batch', label: words.canvas.deleteLabel, commands })
}

function addCommand(step: Step, at: Point, { after, on }: AddRequest): Command {
  if (on !== null) return { type: 'insertStep', on, step, at }
  const add: Command = { type: 'addStep', step, at }
  if (after === null) return add
  const transition = { from: after, to: step.id, kind: 'normal' as const }
  return {
    type: 'batch',
    label: words.canvas.appendLabel(step.name),
    commands: [add, { type: 'addTransition', transition }],
  }
}

function withRoom(add: Command, room: Room | null, name: string): Command {
  if (!room || room.moves.length === 0) return add
  return { type: 'batch', label: words.canvas.insertLabel(name), commands: [...room.moves, add] }
}

/** What is added while the inside of a step is shown becomes a part of it. */
function newStep(id: string, kind: StepKind, name: string, scope: string | null): Step {
  return {
    id,
    kind,
    name,
    ...(kind === 'end' && { outcome: 'ok' as const }),
    ...(scope !== null && { parent: scope }),
  }
}

function placeFor(step: Step, request: AddRequest, workflow: Workflow): Point {
  const size = sizeOf(step)
  const { x, y } = request.at ?? nextTo(workflow, request, size)
  // On the grid before room is sought: rounding afterwards could take it out of its room again.
  const wanted = { x: onGrid(x), y: onGrid(y) }
  const spot = request.on !== null ? wanted : freeSpot(workflow, wanted, size)
  return [spot.x, spot.y]
}

/** The grid line that is nearest. */
function onGrid(at: number): number {
  return Math.round(at / GRID) * GRID
}

function neighbourOf({ workflow, selection }: Present): string | null {
  const gone = new Set(selection.steps)
  const way =
    workflow.transitions.find(({ from, to }) => gone.has(to) && !gone.has(from)) ??
    workflow.transitions.find(({ from, to }) => gone.has(from) && !gone.has(to))
  if (way) return gone.has(way.to) ? way.from : way.to
  const cut = workflow.transitions.find(({ id }) => selection.transitions.includes(id))
  return cut?.from ?? null
}

function nameOf(workflow: Workflow, id: string): string {
  return workflow.steps.find((step) => step.id === id)?.name ?? ''
}
