// Every way that a run can take, read from the document afresh: transitions, tools, the contents of sub-flows, and where
// a "no" leads.
import type { Handoff } from '../../model/handoff.ts'
import type { Step } from '../../model/step.ts'
import type { Transition } from '../../model/transition.ts'
import type { Workflow } from '../../model/workflow.ts'

/** One way that a run can take. What no transition says has none. */
export interface Way {
  readonly from: string
  readonly to: string
  readonly transition?: string
  /** The way back from a tool: its agent goes on, and is not started again, so that no gate before it is passed. */
  readonly back?: true
  /** The way after a "no" or after silence: nothing that was agreed before counts on it. */
  readonly refused?: true
}

type Steps = ReadonlyMap<string, Step>

/** A way that is there only once `caller` has been reached: contents that several sub-flows share end for each of them. */
interface Conditional extends Way {
  readonly caller?: string
}

interface Holder {
  readonly inside: readonly Step[]
  readonly callers: Step[]
  readonly well: Set<string>
  readonly badly: Set<string>
}

/** All ways of a workflow, whether a run reaches them or not. */
export function walkedWays(workflow: Workflow, steps: Steps): readonly Way[] {
  const outs = new Map<string, Transition[]>()
  for (const transition of workflow.transitions) {
    if (!steps.has(transition.from) || !steps.has(transition.to)) continue
    const list = outs.get(transition.from)
    if (list) list.push(transition)
    else outs.set(transition.from, [transition])
  }
  const holders = holdersOf(workflow, steps, outs)
  const ways: Conditional[] = []
  for (const step of workflow.steps) {
    const all = (outs.get(step.id) ?? []).filter(({ probability }) => probability !== 0)
    const holder = holders.get(step.id)
    if (holder) ways.push(...waysAround(steps, step, holder, all, outs))
    else for (const transition of all) ways.push(said(step.id, [step], transition))
  }
  ways.push(...toolWays(workflow, steps, holders))
  const walked = ways.some(({ caller }) => caller !== undefined) ? onlyReached(workflow, steps, ways) : ways
  return withRefusals(workflow, steps, walked)
}

/** True for a start inside a sub-flow: runs do not begin there. */
export function beginsContents(step: Step, steps: Steps): boolean {
  return step.kind === 'start' && step.parent !== undefined && steps.get(step.parent)?.kind === 'subflow'
}

function said(from: string, deciding: readonly (Step | undefined)[], { id, to, kind: way }: Transition): Way {
  const asks = deciding.some((step) => step?.kind === 'human' || step?.kind === 'check')
  const refused = asks && (way === 'reject' || way === 'timeout')
  return { from, to, transition: id, ...(refused ? { refused } : {}) }
}

function holdersOf(
  { steps: list }: Workflow,
  steps: Steps,
  outs: ReadonlyMap<string, readonly Transition[]>,
): ReadonlyMap<string, Holder> {
  const inside = new Map<string, Step[]>()
  for (const step of list) {
    if (step.parent === undefined || steps.get(step.parent)?.kind !== 'subflow') continue
    inside.set(step.parent, [...(inside.get(step.parent) ?? []), step])
  }
  const own = new Map<string, Holder>()
  for (const [id, children] of inside)
    own.set(id, { inside: children, callers: [], well: new Set(), badly: new Set() })
  const holders = new Map<string, Holder>()
  for (const step of list) {
    const chain = new Set<string>()
    let at: Step | undefined = step
    while (at && at.kind === 'subflow' && !own.has(at.id) && at.calls !== undefined && !chain.has(at.id)) {
      chain.add(at.id)
      at = steps.get(at.calls)
    }
    const holder = at && at.kind === 'subflow' ? own.get(at.id) : undefined
    if (!holder) continue
    holder.callers.push(step)
    holders.set(step.id, holder)
  }
  // Contents can end with contents, in a circle even: repeated until nothing is added any more.
  for (let grew = own.size > 0; grew;) {
    grew = false
    for (const holder of own.values()) grew = addEnds(holder, holders, outs) || grew
  }
  return holders
}

function addEnds(
  { inside, well, badly }: Holder,
  holders: ReadonlyMap<string, Holder>,
  outs: ReadonlyMap<string, readonly Transition[]>,
): boolean {
  const before = well.size + badly.size
  for (const { id, kind, outcome } of inside) {
    const away = (outs.get(id) ?? []).filter(({ to }) => to !== id)
    const within = holders.get(id)
    if (kind === 'end') (outcome === undefined || outcome === 'ok' ? well : badly).add(id)
    else if (!within && away.length === 0) well.add(id)
    if (within && away.length === 0) for (const end of within.well) well.add(end)
    const takesUp = away.some((way) => way.kind !== 'normal' && way.probability !== 0)
    if (within && !takesUp) for (const end of within.badly) badly.add(end)
  }
  return well.size + badly.size > before
}

function waysAround(
  steps: Steps,
  step: Step,
  { inside, callers, well, badly }: Holder,
  transitions: readonly Transition[],
  outs: ReadonlyMap<string, readonly Transition[]>,
): Conditional[] {
  const starts = inside.filter(({ kind }) => kind === 'start')
  const follows = new Set(
    inside.flatMap(({ id }) => (outs.get(id) ?? []).flatMap(({ to }) => (to === id ? [] : [to]))),
  )
  const first = starts.length > 0 ? starts : inside.filter(({ id }) => !follows.has(id))
  const ways: Conditional[] = (first.length > 0 ? first : inside).map(({ id }) => ({ from: step.id, to: id }))
  const odd = transitions.filter(({ kind }) => kind !== 'normal')
  const routine = transitions.filter(({ kind }) => kind === 'normal')
  const failing = badly.size > 0 && odd.length > 0
  const shared = callers.length > 1 ? { caller: step.id } : {}
  for (const end of well) {
    for (const way of failing && routine.length > 0 ? routine : transitions)
      ways.push({ ...said(end, [step, steps.get(end)], way), ...shared })
  }
  if (failing)
    for (const end of badly)
      for (const way of odd) ways.push({ ...said(end, [step, steps.get(end)], way), ...shared })
  return ways
}

function toolWays(
  { steps: list, transitions }: Workflow,
  steps: Steps,
  holders: ReadonlyMap<string, Holder>,
): Way[] {
  const fromSibling = new Set<string>()
  const toSibling = new Set<string>()
  for (const { from, to } of transitions) {
    const parent = steps.get(from)?.parent
    if (from === to || parent === undefined || parent !== steps.get(to)?.parent) continue
    fromSibling.add(to)
    toSibling.add(from)
  }
  return list.flatMap(({ id, parent }): Way[] => {
    const agent = parent === undefined ? undefined : steps.get(parent)
    if (!agent || agent.kind === 'subflow') return []
    const holder = holders.get(id)
    const ends = holder ? [...holder.well, ...holder.badly] : [id]
    return [
      ...(fromSibling.has(id) ? [] : [{ from: agent.id, to: id }]),
      ...(toSibling.has(id) ? [] : ends.map((end): Way => ({ from: end, to: agent.id, back: true }))),
    ]
  })
}

function onlyReached({ steps: list }: Workflow, steps: Steps, ways: readonly Conditional[]): readonly Way[] {
  const reached = new Set(
    list.flatMap((step) => (step.kind === 'start' && !beginsContents(step, steps) ? [step.id] : [])),
  )
  const waiting = new Map<string, Conditional[]>()
  for (const way of ways) {
    for (const id of new Set([way.from, way.caller ?? way.from]))
      waiting.set(id, [...(waiting.get(id) ?? []), way])
  }
  for (const id of reached) {
    for (const { from, to, caller } of waiting.get(id) ?? []) {
      if (reached.has(from) && (caller === undefined || reached.has(caller))) reached.add(to)
    }
  }
  return ways.filter(({ caller }) => caller === undefined || reached.has(caller))
}

// A "no" leads away from in front of the handoff. Where it leads to another handoff, a second "no" is said there.
function withRefusals({ handoffs }: Workflow, steps: Steps, walked: readonly Way[]): readonly Way[] {
  const ways = [...walked]
  const known = new Set<string>()
  const put = (from: string, to: string): void => {
    const key = JSON.stringify([from, to])
    if (!known.has(key)) ways.push({ from, to, refused: true })
    known.add(key)
  }
  const led = handoffs.flatMap((handoff) => {
    const to = handoff.onReject?.to
    const target = typeof to === 'string' && canSayNo(handoff) ? steps.get(to) : undefined
    if (!target || (target.kind === 'end' && target.parent === undefined)) return []
    return [{ at: handoff.at, to: target.id }]
  })
  if (led.length === 0) return ways
  for (const { at, to } of led) if ('start' in at) put(at.start, to)
  for (const way of ways) {
    for (const { at, to } of led) {
      if ('before' in at && at.before === way.to && !way.back) put(way.from, to)
      if ('on' in at && at.on === way.transition) put(way.from, to)
    }
  }
  return ways
}

function canSayNo({ kind, strength, decisions = [], timeout, escalation }: Handoff): boolean {
  if (kind === 'notify' || strength === 'notify') return false
  if (timeout || escalation) return true
  if (decisions.length > 0) return decisions.includes('reject') || decisions.includes('abort')
  return true
}
