// Taking a step out of the middle of a way: those before it lead straight to those after it.
import { idsOf, transitionName } from './entries.ts'
import { withoutSteps } from './remove.ts'
import { uniqueId } from '../support/ids.ts'
import { ok, refused } from '../support/result.ts'
import type { Fault, Result } from '../support/result.ts'
import type { Handoff } from '../model/handoff.ts'
import type { Transition } from '../model/transition.ts'
import type { Workflow } from '../model/workflow.ts'

/** A step that goes, the ways into it, and the ways on from it that are kept. */
interface Gap {
  readonly id: string
  readonly ins: readonly Transition[]
  readonly ways: readonly Transition[]
}

/** What stands in for one way in followed by one way on. */
interface Bridge {
  readonly way: Transition
  readonly transition: Transition
}

/**
 * Removes steps one after the other, each time leading its ways in to its normal ways on (to all of them where none
 * is normal): a reviewer's "no" goes with the reviewer. Where there is one way on, the ways in keep their ids.
 * Handoffs before the step and on its ways on move to what replaces them. Refuses where a handoff in front of the
 * step would have to be in several places at once.
 */
export function withoutStepsHealed(workflow: Workflow, ids: readonly string[]): Result<Workflow> {
  let next = workflow
  for (const [i, id] of ids.entries()) {
    const gap = gapAt(next, id)
    const fault = ambiguous(next, gap, `ids[${i}]`)
    if (fault) return refused(fault)
    next = closed(next, gap)
  }
  return ok(next)
}

function gapAt({ transitions }: Workflow, id: string): Gap {
  const outs = transitions.filter(({ from, to }) => from === id && to !== id)
  const normal = outs.filter(({ kind }) => kind === 'normal')
  return {
    id,
    ins: transitions.filter(({ from, to }) => to === id && from !== id),
    ways: normal.length > 0 ? normal : outs,
  }
}

function ambiguous(workflow: Workflow, { id, ins, ways }: Gap, path: string): Fault | undefined {
  const incoming = idsOf(ins)
  const inFront = workflow.handoffs.some(({ at }) => ('on' in at ? incoming.has(at.on) : isBefore(at, id)))
  if (ways.length < 2 || !inFront) return undefined
  return { path, message: 'a handoff is in front of this step, and it has several ways on: move it first' }
}

function closed(workflow: Workflow, gap: Gap): Workflow {
  const bridges = bridgesOver(workflow, gap)
  const replaced = idsOf(bridges.map(({ transition }) => transition))
  const bridged: Workflow = {
    ...workflow,
    transitions: [
      ...workflow.transitions.filter(({ id }) => !replaced.has(id)),
      ...bridges.map(({ transition }) => transition),
    ],
    handoffs: workflow.handoffs.map((handoff) => moved(handoff, gap, bridges)),
  }
  return withoutSteps(bridged, new Set([gap.id]))
}

function bridgesOver(workflow: Workflow, { ins, ways }: Gap): readonly Bridge[] {
  const taken = idsOf(workflow.transitions)
  const share = sharesOf(ways)
  return ins.flatMap((entry) =>
    ways.flatMap((way) => {
      // Coming from where the way leads on would be a step that repeats itself for no reason.
      if (entry.from === way.to) return []
      if (ways.length === 1) return [{ way, transition: { ...entry, ...never(way), to: way.to } }]
      const transition = joined(workflow, { entry, way, share: share.get(way.id), taken })
      taken.add(transition.id)
      return [{ way, transition }]
    }),
  )
}

interface Joint {
  readonly entry: Transition
  readonly way: Transition
  readonly share: number | undefined
  readonly taken: ReadonlySet<string>
}

function joined(workflow: Workflow, { entry, way, share, taken }: Joint): Transition {
  const { probability: before, ...rest } = entry
  const only = workflow.transitions.filter(({ from }) => from === entry.from).length === 1
  const odds = before ?? (only ? 1 : undefined)
  const probability = odds === undefined || share === undefined ? {} : { probability: odds * share }
  const own = {
    ...(way.condition !== undefined && { condition: way.condition }),
    ...(way.label !== undefined && { label: way.label }),
  }
  const id = uniqueId(transitionName({ from: entry.from, to: way.to }), taken)
  return { ...rest, ...own, ...probability, ...never(way), id, to: way.to }
}

/** A way on that no run takes is not opened by what comes before it. */
function never({ probability }: Transition): Pick<Transition, 'probability'> {
  return probability === 0 ? { probability } : {}
}

/** The odds of each way on, as if there were no others; empty where some are not known. */
function sharesOf(ways: readonly Transition[]): ReadonlyMap<string, number> {
  const total = ways.reduce((sum, { probability }) => sum + (probability ?? Number.NaN), 0)
  if (!(total > 0)) return new Map()
  return new Map(ways.map((way) => [way.id, way.probability! / total]))
}

function moved(handoff: Handoff, { id, ways }: Gap, bridges: readonly Bridge[]): Handoff {
  const { at } = handoff
  const way = isBefore(at, id) ? ways[0] : ways.find((candidate) => 'on' in at && at.on === candidate.id)
  const over = bridges.filter((bridge) => bridge.way === way)
  if (way === undefined || over.length === 0) return handoff
  return { ...handoff, at: over.length === 1 ? { on: over[0]!.transition.id } : { before: way.to } }
}

function isBefore(at: Handoff['at'], id: string): boolean {
  return 'before' in at && at.before === id
}
