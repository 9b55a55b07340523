// What a sub-flow holds: where a run enters its contents, and where they end. A step that `calls` another sub-flow runs
// the contents of that one, so that several steps can share the same contents.
import type { Step } from '../model/step.ts'
import type { Transition } from '../model/transition.ts'

/** The contents of a sub-flow, by number of step. */
export interface Body {
  readonly entries: readonly number[]
  /** Where the contents end well, … */
  readonly exits: readonly number[]
  /** … and the ends that say "stopped" or "failed", those of sub-flows inside that nothing takes up included. */
  readonly failures: readonly number[]
  /** The sub-flow that holds them, and every step that calls it. */
  readonly callers: readonly number[]
}

interface Contents {
  readonly owner: number
  readonly steps: readonly number[]
  readonly entries: readonly number[]
  readonly callers: number[]
}

interface Index {
  readonly steps: readonly Step[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly leaving: ReadonlyMap<string, readonly Transition[]>
}

/** The contents that each step runs; empty where no sub-flow has any. Cost: O(steps + transitions) for each nesting. */
export function bodiesOf(index: Index): ReadonlyMap<number, Body> {
  const { steps } = index
  const children = childrenOf(index)
  if (children.size === 0) return new Map()
  const contents = new Map<number, Contents>()
  const contentsOf = new Map<number, Contents>()
  for (const [owner, inside] of children) {
    contents.set(owner, { owner, steps: inside, entries: entriesOf(index, inside), callers: [] })
  }
  for (let v = 0; v < steps.length; v++) {
    const found = contents.get(ownerOf(index, children, v) ?? -1)
    if (!found) continue
    found.callers.push(v)
    contentsOf.set(v, found)
  }
  const bodies = new Map<Contents, Body>()
  for (const each of contents.values()) bodies.set(each, { ...each, ...endsOf(index, contentsOf, each) })
  return new Map([...contentsOf].map(([v, each]) => [v, bodies.get(each)!]))
}

/** True for a start inside a sub-flow, where no run begins by itself. */
export function isInnerStart({ steps, indexOf }: Pick<Index, 'steps' | 'indexOf'>, v: number): boolean {
  const { kind, parent } = steps[v]!
  return kind === 'start' && parent !== undefined && steps[indexOf.get(parent) ?? -1]?.kind === 'subflow'
}

/**
 * The way by which what a step calls comes to run that step again: ids from the sub-flow that is called to the step that
 * calls it. Undefined where it does not. Cost: O(steps).
 */
export function recursion(steps: readonly Step[], { id, calls }: Step): readonly string[] | undefined {
  if (calls === undefined) return undefined
  const runs = new Map<string, string[]>()
  const put = (from: string, to: string): void => {
    const list = runs.get(from)
    if (list) list.push(to)
    else runs.set(from, [to])
  }
  for (const step of steps) {
    if (step.parent !== undefined) put(step.parent, step.id)
    if (step.calls !== undefined) put(step.id, step.calls)
  }
  return shortestWay(runs, calls, id)
}

function shortestWay(
  runs: ReadonlyMap<string, readonly string[]>,
  from: string,
  to: string,
): readonly string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]])
  for (const id of cameFrom.keys()) {
    if (id === to) {
      const way: string[] = []
      for (let at: string | undefined = id; at !== undefined; at = cameFrom.get(at)) way.unshift(at)
      return way
    }
    for (const next of runs.get(id) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, id)
  }
  return undefined
}

function childrenOf({ steps, indexOf }: Index): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>()
  steps.forEach(({ parent }, v) => {
    const owner = parent === undefined ? undefined : indexOf.get(parent)
    if (owner === undefined || steps[owner]!.kind !== 'subflow') return
    const list = children.get(owner)
    if (list) list.push(v)
    else children.set(owner, [v])
  })
  return children
}

// Own contents come first; a chain of calls ends where there are some, or where it bites its own tail.
function ownerOf(
  { steps, indexOf }: Index,
  children: ReadonlyMap<number, readonly number[]>,
  v: number,
): number | undefined {
  const seen = new Set<number>()
  for (let at: number | undefined = v; at !== undefined && !seen.has(at);) {
    const { kind, calls }: Step = steps[at]!
    if (kind !== 'subflow') return undefined
    if (children.has(at)) return at
    seen.add(at)
    at = calls === undefined ? undefined : indexOf.get(calls)
  }
  return undefined
}

// Where nothing says how the contents begin, they may begin anywhere.
function entriesOf({ steps, indexOf, leaving }: Index, inside: readonly number[]): readonly number[] {
  const starts = inside.filter((v) => steps[v]!.kind === 'start')
  if (starts.length > 0) return starts
  const entered = new Set<number>()
  for (const v of inside) {
    for (const { to } of leaving.get(steps[v]!.id) ?? [])
      if (to !== steps[v]!.id) entered.add(indexOf.get(to)!)
  }
  const first = inside.filter((v) => !entered.has(v))
  return first.length > 0 ? first : inside
}

// Sub-flows whose contents end with another sub-flow end where that one does; calls can make that a circle.
function endsOf(
  { steps, leaving }: Index,
  contentsOf: ReadonlyMap<number, Contents>,
  contents: Contents,
): Pick<Body, 'exits' | 'failures'> {
  const exits = new Set<number>()
  const failures = new Set<number>()
  // Of each, whether what follows the sub-flow also follows what ends inside it well, and what fails.
  const seen = new Set<string>()
  const collect = (inner: Contents, well: boolean, badly: boolean): void => {
    const key = `${inner.owner} ${well} ${badly}`
    if (seen.has(key)) return
    seen.add(key)
    for (const v of inner.steps) {
      const { id, kind, outcome = 'ok' } = steps[v]!
      const ways = (leaving.get(id) ?? []).filter(({ to }) => to !== id)
      const within = contentsOf.get(v)
      if (kind === 'end' && outcome !== 'ok') {
        if (badly) failures.add(v)
        continue
      }
      const last = well && (kind === 'end' || ways.length === 0)
      const unhandled = badly && !ways.some((way) => way.kind !== 'normal' && way.probability !== 0)
      if (within && (last || unhandled)) collect(within, last, unhandled)
      else if (!within && last) exits.add(v)
    }
  }
  collect(contents, true, true)
  return { exits: [...exits], failures: [...failures] }
}
