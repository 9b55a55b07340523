// Which gates of a placement could stand later at the same price: from the definition, by moving each of them alone to
// every other place and walking every walk. And random workflows in which there is something to choose: blocks of
// parallel and alternative branches and loops, some of them gated already.
import { visitsOf, reached, walked } from './definitions.ts'
import { covers, standingGates } from './oracle.ts'
import { flow } from './support.ts'
import type { HandoffDraft, StepDraft, WayDraft } from './support.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

/** Moves that would be better, as `from → to`: the gates by place and level, those that are there already left out. */
export function movesLater(workflow: Workflow, gates: ReadonlyMap<string, number>): readonly string[] {
  const visits = visitsOf(workflow)
  if (!visits) return []
  const standing = standingGates(workflow)
  return [...gates].flatMap(([from, level]) => {
    const others = [...gates].filter(([place]) => place !== from)
    const rest = new Map([...standing, ...others])
    const to = placesOf(workflow).filter(
      (place) =>
        !gates.has(place) &&
        isAhead(workflow, place, from) &&
        !isAhead(workflow, from, place) &&
        Math.abs(visits.get(place)! - visits.get(from)!) < 1e-9 &&
        covers(workflow, new Map(rest).set(place, Math.max(level, standing.get(place) ?? 0))),
    )
    return to.map((place) => `${from} → ${place}`)
  })
}

function placesOf(workflow: Workflow): readonly string[] {
  const here = reached(workflow)
  const ways = [...here].flatMap((id) => walked(workflow, id))
  const kindOf = new Map(workflow.steps.map(({ id, kind }) => [id, kind]))
  const doors = [...here].filter((id) => !['start', 'end'].includes(kindOf.get(id)!))
  const own = ways.filter(
    ({ from, to }) =>
      kindOf.get(to) !== 'end' &&
      (kindOf.get(from) === 'decision' || ways.filter((way) => way.to === to).length > 1),
  )
  return [...doors.map((id) => `before ${id}`), ...own.map(({ id }) => `on ${id}`)]
}

function isAhead(workflow: Workflow, place: string, of: string): boolean {
  const way = workflow.transitions.find(({ id }) => `on ${id}` === of)
  if (way && place === `before ${way.to}`) return true
  const steps = new Set([way?.to ?? of.replace('before ', '')])
  for (const id of steps) for (const { to } of walked(workflow, id)) steps.add(to)
  return [...steps].some((id) =>
    walked(workflow, id).some((next) => place === `on ${next.id}` || place === `before ${next.to}`),
  )
}

const ACTIONS: readonly Partial<StepDraft>[] = [
  { kind: 'action', consequence: { level: 3 } },
  { kind: 'action', consequence: { level: 3, external: true } },
  { kind: 'action', consequence: { level: 4, reversibility: 2 } },
]
const DOUBT: Partial<StepDraft> = { kind: 'model', uncertainty: { level: 2 } }
const LEVELS = ['confirm', 'approve', 'two-person'] as const

/** A random workflow of nested blocks; `chance` gives numbers from 0 to 1. Ids are in no order. */
export function blocksBy(chance: () => number): Workflow {
  const steps: (StepDraft | string)[] = ['start']
  const ways: WayDraft[] = []
  const handoffs: HandoffDraft[] = []
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!
  const add = (fields: Partial<StepDraft>, from?: string, odds?: number): string => {
    const id = `n${Math.floor(chance() * 1000)}x${steps.length}`
    steps.push({ id, ...fields })
    if (from !== undefined) ways.push([from, id, odds === undefined ? {} : { probability: odds }])
    return id
  }
  const single = (from: string, odds?: number): string => {
    const fields = chance() < 0.55 ? pick(ACTIONS) : chance() < 0.25 ? DOUBT : {}
    const id = add({ kind: 'step', ...fields }, from, odds)
    if (chance() < 0.25) handoffs.push({ at: { before: id }, strength: pick(LEVELS) })
    return id
  }
  const branches = (kind: 'split' | 'decision', from: string, depth: number, odds?: number): string => {
    const head = add({ kind }, from, odds)
    const share = kind === 'split' ? undefined : 0.5
    const ends = [block(head, depth, share), block(head, depth, share)]
    const merge = add({ kind: kind === 'split' ? 'join' : 'step' })
    for (const end of ends) ways.push([end, merge])
    return merge
  }
  const loop = (from: string, depth: number, odds?: number): string => {
    const head = add({ kind: 'step' }, from, odds)
    const decision = add({ kind: 'decision' }, block(head, depth))
    ways.push([decision, head, { probability: 0.5 }])
    return add({ kind: 'step' }, decision, 0.5)
  }
  function block(from: string, depth: number, odds?: number): string {
    const draw = chance()
    if (depth <= 0 || draw < 0.3) return single(from, odds)
    if (draw < 0.5) return block(block(from, depth - 1, odds), depth - 1)
    if (draw < 0.9) return branches(draw < 0.8 ? 'split' : 'decision', from, depth - 1, odds)
    return loop(from, depth - 1, odds)
  }
  ways.push([block(block('start', 3), 2), 'end'])
  return flow([...steps, 'end'], ways, handoffs)
}
