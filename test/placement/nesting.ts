// Workflows with sub-flows, and the same ones with the contents in their place: the two have to get the same answer.
import fc from 'fast-check'
import { arbitraryWorkflow } from './arbitrary.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Transition } from '../../shared/model/transition.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const NOES: ReadonlySet<string> = new Set(['reject', 'timeout'])

const outer = arbitraryWorkflow({ steps: [2, 6], more: 5, gates: 3, exceptions: true })
const inner = arbitraryWorkflow({ steps: [1, 5], more: 4, gates: 3, exceptions: true })

/** A workflow one of whose steps holds another one; every other time that one holds one in turn. */
export const nested: fc.Arbitrary<Workflow> = fc
  .record({
    around: outer,
    within: inner,
    deeper: fc.option(inner),
    at: fc.nat(50),
    deeperAt: fc.nat(50),
    failing: fc.constantFrom(0, 0, 1, 2, 3),
  })
  .map(({ around, within, deeper, at, deeperAt, failing }) => {
    const contents = withFailure(prefixed(led(within), 'i_'), failing)
    const last = deeper && withFailure(prefixed(led(deeper), 'd_'), failing - 1)
    return nest(around, at, last ? nest(contents, deeperAt, last) : contents)
  })

/** The same without the starts and ends of the contents, so that only the lack of ways says where they begin and end. */
export function withoutDoors(workflow: Workflow): Workflow {
  const doors = new Set(
    workflow.steps.flatMap(({ id, kind, parent }) => (parent !== undefined && isDoor(kind) ? [id] : [])),
  )
  const steps = workflow.steps.filter(({ id }) => !doors.has(id))
  const parents = new Set(steps.map(({ parent }) => parent))
  const ways = workflow.transitions.filter(({ from, to }) => !doors.has(from) && !doors.has(to))
  const left = new Set(ways.map(({ id }) => id))
  return {
    ...workflow,
    // A sub-flow whose contents were nothing else has none now.
    steps: steps.map((step) =>
      step.kind === 'subflow' && !parents.has(step.id) ? bare(step, 'step') : step,
    ),
    // Whose "no" it is depends on who comes last, which the plain step where several ends meet would hide.
    transitions: ways.map((each) => (NOES.has(each.kind) ? { ...each, kind: 'error' } : each)),
    handoffs: workflow.handoffs.filter(({ at }) =>
      'on' in at ? left.has(at.on) : 'before' in at && !doors.has(at.before),
    ),
  }
}

/**
 * Without sub-flows: each stays as a plain step in front of its contents, and what it led to is led to by their ends, by
 * way of one plain step where there are several.
 */
export function inlined(workflow: Workflow): Workflow {
  const hosts = workflow.steps.filter(
    ({ id, kind }) => kind === 'subflow' && workflow.steps.some(({ parent }) => parent === id),
  )
  // Read before anything is moved: which of the contents come first.
  const entries = new Map(hosts.map(({ id }) => [id, entriesOf(workflow, id)]))
  const depth = (step: Step): number => {
    const parent = workflow.steps.find(({ id }) => id === step.parent)
    return parent ? depth(parent) + 1 : 0
  }
  const innermostFirst = hosts.toSorted((a, b) => depth(b) - depth(a))
  return innermostFirst.reduce((flat, { id }) => {
    const host = flat.steps.find((step) => step.id === id)!
    return inline(flat, host, entries.get(id)!)
  }, workflow)
}

function entriesOf({ steps, transitions }: Workflow, host: string): string[] {
  const inside = steps.filter(({ parent }) => parent === host)
  const starts = inside.filter(({ kind }) => kind === 'start')
  const ids = new Set(inside.map(({ id }) => id))
  const open = inside.filter(
    ({ id }) => !transitions.some(({ from, to }) => to === id && from !== id && ids.has(from)),
  )
  return (starts.length > 0 ? starts : open.length > 0 ? open : inside).map(({ id }) => id)
}

function inline(workflow: Workflow, host: Step, entries: readonly string[]): Workflow {
  const contents = workflow.steps.filter(({ parent }) => parent === host.id)
  const inside = new Set(contents.map(({ id }) => id))
  const waysOf = (id: string): Transition[] => workflow.transitions.filter(({ from }) => from === id)
  const failed = contents.filter(({ kind, outcome = 'ok' }) => kind === 'end' && outcome !== 'ok')
  const well = contents.filter(
    (step) =>
      !failed.includes(step) && (step.kind === 'end' || waysOf(step.id).every(({ to }) => to === step.id)),
  )
  const ways = waysOf(host.id)
  const odd = ways.filter(({ kind, probability }) => kind !== 'normal' && probability !== 0)
  const routine = ways.filter(({ kind, probability }) => kind === 'normal' && probability !== 0)
  const takesUp = failed.length > 0 && odd.length > 0
  const joined: Transition[] = []
  const junctions: Step[] = []
  // Where the several ends meet before they lead on.
  const meeting = (ends: readonly Step[], name: string): string | undefined => {
    if (ends.length < 2) return ends[0]?.id
    const id = `${host.id}_${name}`
    junctions.push(bare({ ...host, id }, 'step', host.parent))
    joined.push(...ends.map((end) => way(`leave_${end.id}`, end.id, id, 1)))
    return id
  }
  const leave = (from: string | undefined, transitions: readonly Transition[]): void => {
    if (from !== undefined) joined.push(...transitions.map((each) => ({ ...each, from })))
  }
  if (!takesUp) leave(meeting(well, 'done'), ways)
  else if (routine.length === 0) leave(meeting([...well, ...failed], 'done'), rescaled(odd))
  else {
    leave(meeting(well, 'done'), rescaled(routine))
    leave(meeting(failed, 'failed'), rescaled(odd))
  }
  const ids = new Set([host.id, ...inside])
  const unhandled = takesUp || host.parent === undefined ? [] : failed
  return {
    ...workflow,
    steps: [
      ...workflow.steps.map((step) => {
        if (!ids.has(step.id)) return step
        if (step === host) return bare(step, 'step', host.parent)
        if (unhandled.includes(step)) return { ...step, parent: host.parent! }
        const ends =
          step.kind === 'end' && host.parent === undefined && !joined.some(({ from }) => from === step.id)
        const { outcome } = step
        if (ends) return { ...bare(step, 'end'), ...(outcome !== undefined && { outcome }) }
        return freed(step, host.parent)
      }),
      ...junctions,
    ],
    transitions: [
      ...workflow.transitions.filter((each) => each.from !== host.id),
      ...entries.map((id) => way(`enter_${id}`, host.id, id, 1 / entries.length)),
      ...joined,
    ],
  }
}

/** True where ends had to be brought together, so that the inlined workflow has places that the nested one has not. */
export function hasJunctions(workflow: Workflow): boolean {
  return workflow.steps.some(({ id }) => id.endsWith('_done') || id.endsWith('_failed'))
}

function nest(around: Workflow, at: number, within: Workflow): Workflow {
  const hosts = around.steps.filter(({ kind, parent }) => !isDoor(kind) && parent === undefined)
  const host = hosts[at % hosts.length]
  if (!host) return around
  const gone = new Set(
    around.transitions.flatMap(({ id, from, to, probability }) =>
      from === host.id && (to === host.id || probability === 0) ? [id] : [],
    ),
  )
  return {
    ...around,
    steps: [
      ...around.steps.map((step) => (step === host ? bare(step, 'subflow') : step)),
      ...within.steps.map((step) => (step.parent === undefined ? { ...step, parent: host.id } : step)),
    ],
    // A way back to itself would make the inlined contents come before their own beginning.
    transitions: [...around.transitions.filter(({ id }) => !gone.has(id)), ...within.transitions],
    handoffs: [...around.handoffs, ...within.handoffs].filter(({ at }) => !('on' in at) || !gone.has(at.on)),
  }
}

// The step number `index` of the contents becomes an end that failed.
function withFailure(workflow: Workflow, index: number): Workflow {
  const chosen = workflow.steps.filter(({ kind }) => !isDoor(kind))[index - 1]
  if (!chosen) return workflow
  return {
    ...workflow,
    steps: workflow.steps.map((step): Step =>
      step === chosen ? { ...bare(step, 'end'), outcome: 'failed' } : step,
    ),
    transitions: workflow.transitions.filter(({ from }) => from !== chosen.id),
    handoffs: workflow.handoffs.filter(
      ({ at }) =>
        'before' in at ||
        workflow.transitions.some(({ id, from }) => 'on' in at && id === at.on && from !== chosen.id),
    ),
  }
}

// Every step leads somewhere, so that the contents end at their end alone.
function led(workflow: Workflow): Workflow {
  const left = new Set(workflow.transitions.flatMap(({ from, to }) => (from === to ? [] : [from])))
  const dead = workflow.steps.filter(({ id, kind }) => kind !== 'end' && !left.has(id))
  const ways = dead.map(({ id }) => way(`on_${id}`, id, 'end', 1))
  // Undoing something by an end is not what undoing it by a step is, and inlined ends are steps.
  const kept = workflow.transitions.map((each): Transition =>
    each.kind === 'compensate' ? { ...each, kind: 'error' } : each,
  )
  return { ...workflow, transitions: [...kept, ...ways] }
}

function prefixed(workflow: Workflow, prefix: string): Workflow {
  const named = (id: string): string => `${prefix}${id}`
  return {
    ...workflow,
    steps: workflow.steps.map((step) => ({ ...step, id: named(step.id), name: named(step.id) })),
    transitions: workflow.transitions.map((each) => ({
      ...each,
      id: named(each.id),
      from: named(each.from),
      to: named(each.to),
    })),
    handoffs: workflow.handoffs.map((handoff) => ({
      ...handoff,
      id: named(handoff.id),
      at:
        'on' in handoff.at
          ? { on: named(handoff.at.on) }
          : 'before' in handoff.at
            ? { before: named(handoff.at.before) }
            : handoff.at,
    })),
  }
}

function isDoor(kind: Step['kind']): boolean {
  return kind === 'start' || kind === 'end'
}

function bare({ id, name }: Step, kind: Step['kind'], parent?: string): Step {
  return { id, kind, name, ...(parent === undefined ? {} : { parent }) }
}

function freed(step: Step, parent: string | undefined): Step {
  if (isDoor(step.kind)) return bare(step, 'step', parent)
  const { parent: _, ...rest } = step
  return parent === undefined ? rest : { ...rest, parent }
}

function way(id: string, from: string, to: string, probability: number): Transition {
  return { id, from, to, kind: 'normal', probability }
}

function rescaled(ways: readonly Transition[]): Transition[] {
  const total = ways.reduce((sum, { probability = 0 }) => sum + probability, 0)
  return ways.map((each) => ({ ...each, probability: (each.probability ?? 0) / total }))
}
