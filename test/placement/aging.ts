// Workflows in which time passes and approvals expire, and an oracle that follows every run of them with a clock.
import { isLive, isNo, reached, walked, demandsOf } from './definitions.ts'
import { withSteps } from './variations.ts'
import { durationMinutes } from '../../shared/support/duration.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const WAITS = ['PT1H', 'PT10H', 'P1D', 'P3D'] as const
const STRENGTHS = ['notify', 'confirm', 'approve', 'two-person']

/** Some steps take time, and most gates expire. */
export function withTime(workflow: Workflow, seed: number): Workflow {
  const pick = (index: number, of: number): number => Math.floor((seed / (index + 1)) % of)
  const slow = withSteps(workflow, (step, index) => {
    const choice = pick(index, 7)
    const wait = WAITS[pick(index + 3, WAITS.length)]!
    if (step.kind === 'start' || step.kind === 'end' || choice > 2) return step
    return choice === 0 ? { ...step, timeout: wait } : { ...step, duration: wait }
  })
  const handoffs = slow.handoffs.map((handoff, index) =>
    pick(index + 5, 4) === 0 ? handoff : { ...handoff, expires: WAITS[pick(index + 2, WAITS.length)]! },
  )
  return { ...slow, handoffs }
}

/** True where time passes in a loop or before a join; the analysis is on the safe side there. */
export function isRounded(workflow: Workflow): boolean {
  const loops = (id: string): boolean => {
    const seen = new Set(walked(workflow, id).map(({ to }) => to))
    for (const at of seen) for (const { to } of walked(workflow, at)) seen.add(to)
    return seen.has(id)
  }
  return workflow.steps.some(
    ({ id, kind, duration, timeout }) =>
      kind === 'join' || ((duration ?? timeout) !== undefined && loops(id)),
  )
}

/** Steps that some run comes to with less than they demand, each approval counting only while it is good. */
export function openInTime(workflow: Workflow): string[] {
  const demands = demandsOf(workflow)
  const there = [...reached(workflow)]
  const live = there.filter((id) => isLive(workflow, demands, id))
  const takes = new Map(
    workflow.steps.map(({ id, duration = '', timeout = '' }) => [
      id,
      Math.max(durationMinutes(duration) ?? 0, durationMinutes(timeout) ?? 0),
    ]),
  )
  const open = new Set<string>()
  const seen = new Set<string>()
  // Minutes for which confirm, approve and two-person are still good.
  const todo = live.map((id) => ({ id, good: [-1, -1, -1] }))
  for (const id of there) {
    if (walked(workflow, id).some((way) => isNo(workflow, way)))
      todo.push({ id, good: [Infinity, Infinity, Infinity] })
  }
  for (const { id, good } of todo) {
    for (const way of walked(workflow, id)) {
      const carried = isNo(workflow, way) ? [-1, -1, -1] : good
      const here = carried.map((minutes, i) => Math.max(minutes, goodAt(workflow, way.id, way.to, i + 1)))
      const needed = Math.floor(demands.get(way.to) ?? 0)
      if (needed > 0 && here[needed - 1]! < 0) open.add(way.to)
      const later = live.includes(way.to)
        ? [-1, -1, -1]
        : here.map((minutes) => Math.max(-1, minutes - (takes.get(way.to) ?? 0)))
      const next = { id: way.to, good: later }
      const key = `${way.to} ${later.join(' ')}`
      if (!seen.has(key)) todo.push(next)
      seen.add(key)
    }
  }
  return [...open]
}

function goodAt({ steps, handoffs }: Workflow, way: string, step: string, level: number): number {
  const grant = steps.find(({ id }) => id === step)?.grant
  let most = STRENGTHS.indexOf(grant ?? 'notify') >= level ? Infinity : -1
  for (const { kind, at, strength, expires } of handoffs) {
    const isHere = ('on' in at && at.on === way) || ('before' in at && at.before === step)
    if (!isHere || !['approval', 'sign-off', 'exception'].includes(kind)) continue
    if (STRENGTHS.indexOf(strength) >= level)
      most = Math.max(most, durationMinutes(expires ?? '') ?? Infinity)
  }
  return most
}
