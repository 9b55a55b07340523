// The order of the outline: steps as a run meets them, the tools of an agent under the agent.
import type { Step } from '../model/step.ts'
import type { Transition } from '../model/transition.ts'

/** One line of the outline's tree. Positions count from 1, as `aria-posinset` does. */
export interface OutlineRow {
  readonly step: Step
  /** 1 at the top, 2 for the tools of an agent, and so on. */
  readonly level: number
  readonly position: number
  readonly siblings: number
  readonly hasChildren: boolean
}

type Flow = { readonly steps: readonly Step[]; readonly transitions: readonly Transition[] }

/**
 * Rows in flow order: reverse post-order of a depth-first walk from the starts, so that a step comes after everything
 * that leads to it (loops apart), and the ways out of a decision stay in the order of the document. Steps that no start
 * reaches follow in document order. A step whose `parent` chain loops or names nobody is a row of the top level.
 * O(steps + transitions).
 */
export function outlineRows(flow: Flow, collapsed: ReadonlySet<string> = new Set()): readonly OutlineRow[] {
  const children = childrenByParent(flow)
  const rows: OutlineRow[] = []
  const pending: OutlineRow[] = asRows(children.get(null) ?? [], 1, children).toReversed()
  for (let row = pending.pop(); row; row = pending.pop()) {
    rows.push(row)
    if (!row.hasChildren || collapsed.has(row.step.id)) continue
    pending.push(...asRows(children.get(row.step.id) ?? [], row.level + 1, children).toReversed())
  }
  return rows
}

function asRows(
  steps: readonly Step[],
  level: number,
  children: ReadonlyMap<string | null, readonly Step[]>,
): readonly OutlineRow[] {
  return steps.map((step, index) => ({
    step,
    level,
    position: index + 1,
    siblings: steps.length,
    hasChildren: children.has(step.id),
  }))
}

function childrenByParent(flow: Flow): ReadonlyMap<string | null, readonly Step[]> {
  const parents = new Map(flow.steps.map((step) => [step.id, step.parent]))
  const children = new Map<string | null, Step[]>()
  for (const step of flowOrder(flow)) {
    const parent = step.parent !== undefined && isUnderRoot(step.id, parents) ? step.parent : null
    const siblings = children.get(parent)
    if (siblings) siblings.push(step)
    else children.set(parent, [step])
  }
  return children
}

// Follows the parents upwards. Documents may be wrong: a loop or a parent that does not exist ends at "no".
function isUnderRoot(id: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) {
    if (seen.has(at) || !parents.has(at)) return false
    seen.add(at)
  }
  return true
}

function flowOrder({ steps, transitions }: Flow): readonly Step[] {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const next = successors(transitions, byId)
  const roots = [...steps.filter((step) => step.kind === 'start'), ...steps]
  const seen = new Set<string>()
  const groups: Step[] = []
  for (const root of roots) groups.push(...reversePostOrder(root, next, byId, seen))
  return groups
}

// Routine ways first: the outline then reads like the run that usually happens.
function successors(
  transitions: readonly Transition[],
  byId: ReadonlyMap<string, Step>,
): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, string[]>()
  const routineFirst = [
    ...transitions.filter((transition) => transition.kind === 'normal'),
    ...transitions.filter((transition) => transition.kind !== 'normal'),
  ]
  for (const { from, to } of routineFirst) {
    if (!byId.has(from) || !byId.has(to)) continue
    const targets = next.get(from)
    if (targets) targets.push(to)
    else next.set(from, [to])
  }
  return next
}

// With an explicit stack: a chain of 100,000 steps must not end in a stack overflow.
function reversePostOrder(
  root: Step,
  next: ReadonlyMap<string, readonly string[]>,
  byId: ReadonlyMap<string, Step>,
  seen: Set<string>,
): readonly Step[] {
  if (seen.has(root.id)) return []
  seen.add(root.id)
  const done: Step[] = []
  const stack = [{ id: root.id, waiting: [...(next.get(root.id) ?? [])] }]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const target = top.waiting.pop()
    if (target === undefined) {
      stack.pop()
      done.push(byId.get(top.id)!)
    } else if (!seen.has(target)) {
      seen.add(target)
      stack.push({ id: target, waiting: [...(next.get(target) ?? [])] })
    }
  }
  return done.toReversed()
}
