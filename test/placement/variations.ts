// The same workflow, changed in one respect: what the properties compare with the original.
import { withHandoffs } from './support.ts'
import { acceptCommand } from '../../shared/analysis/accept.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/index.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import { STRENGTHS } from '../../shared/model/scales.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

/** With every suggestion placed, the way the app places them. */
export function accepted(workflow: Workflow): Workflow {
  const { handoffs } = analyse(workflow).placement
  return applied(workflow, acceptCommand(workflow, handoffs))
}

/** Ids of the entries that are among `ids`. */
export function idsIn(entries: readonly { readonly id: string }[], ids: ReadonlySet<string>): string[] {
  return entries.map(({ id }) => id).filter((id) => ids.has(id))
}

/** After the command, which has to be accepted. */
export function applied(workflow: Workflow, command: Command): Workflow {
  const result = applyCommand(workflow, command)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value
}

/** The same steps and transitions by other ids, in another order of ids. */
export function renamed(workflow: Workflow, seed: number): Workflow {
  const ids = workflow.steps.map(({ id }) => id)
  const names = new Map(shuffled(ids, seed).map((id, index) => [id, `n${index}`]))
  const name = (id: string): string => names.get(id) ?? id
  const transitionNames = new Map(
    shuffled(workflow.transitions, seed + 1).map(({ id }, index) => [id, `w${index}`]),
  )
  const moved = ({ at }: Handoff): Handoff['at'] =>
    'on' in at
      ? { on: transitionNames.get(at.on) ?? at.on }
      : 'before' in at
        ? { before: name(at.before) }
        : at
  return {
    ...workflow,
    steps: workflow.steps.map((step) => ({ ...step, id: name(step.id) })),
    transitions: workflow.transitions.map((way) => ({
      ...way,
      id: transitionNames.get(way.id) ?? way.id,
      from: name(way.from),
      to: name(way.to),
    })),
    handoffs: workflow.handoffs.map((handoff) => ({ ...handoff, at: moved(handoff) })),
  }
}

/** With a step that does nothing in the middle of one transition. */
export function withPlainStep(workflow: Workflow, seed: number): Workflow {
  const way = workflow.transitions[seed % workflow.transitions.length]
  if (!way) return workflow
  return {
    ...workflow,
    steps: [...workflow.steps, { id: 'plain', kind: 'step', name: 'plain' }],
    transitions: [
      ...workflow.transitions.map((other) => (other === way ? { ...way, to: 'plain' } : other)),
      { id: 'onward', from: 'plain', to: way.to, kind: 'normal', probability: 1 },
    ],
  }
}

/** The step with a consequence that demands nothing. */
export function harmless(step: Step): Step {
  const { consequence, ...rest } = step
  return consequence ? { ...rest, consequence: { level: 1, reversibility: 1 } } : rest
}

/** With some places ruled out, and the risk of one step accepted. */
export function withRulings(workflow: Workflow, seed: number): Workflow {
  const inner = workflow.steps.filter(({ kind }) => kind !== 'start' && kind !== 'end')
  const places = [
    ...inner.map(({ id }) => ({ before: id })),
    ...workflow.transitions.map(({ id }) => ({ on: id })),
  ]
  const forbidden = places.filter((_, index) => ((seed >> (index % 24)) & 1) === 1)
  const step = inner[seed % inner.length]?.id
  const waiver = { reason: 'Known', owner: 'Ana', expires: '2099-01-01' }
  return { ...workflow, placing: { forbidden, waivers: seed % 3 === 0 && step ? [{ ...waiver, step }] : [] } }
}

/** Twice beside itself, as `a_…` and `b_…`, with nothing between the two. */
export function sideBySide(workflow: Workflow): Workflow {
  const called = (prefix: string) => {
    const name = (id: string): string => `${prefix}_${id}`
    return {
      steps: workflow.steps.map((step) => ({ ...step, id: name(step.id) })),
      transitions: workflow.transitions.map((way) => ({
        ...way,
        id: name(way.id),
        from: name(way.from),
        to: name(way.to),
      })),
    }
  }
  const [a, b] = [called('a'), called('b')]
  return {
    ...workflow,
    steps: [...a.steps, ...b.steps],
    transitions: [...a.transitions, ...b.transitions],
    handoffs: [],
  }
}

/** With one gate more. */
export function withGate(workflow: Workflow, seed: number): Workflow {
  const way = workflow.transitions[seed % workflow.transitions.length]
  const gate = {
    at: { on: way?.id ?? '' },
    strength: STRENGTHS[seed % STRENGTHS.length] ?? 'approve',
  } as const
  return withHandoffs(workflow, [...workflow.handoffs, gate])
}

/** With one step that confers more than it did. */
export function withGrant(workflow: Workflow, seed: number): Workflow {
  const chosen = workflow.steps[seed % workflow.steps.length]
  return withSteps(workflow, (step) =>
    step === chosen && !step.grant ? { ...step, grant: 'approve' } : step,
  )
}

/** Some of the runs that took a way end instead. */
export function withLeak(workflow: Workflow, seed: number): Workflow {
  const index = seed % workflow.transitions.length
  const splits = new Set(workflow.steps.filter(({ kind }) => kind === 'split').map(({ id }) => id))
  const transitions = workflow.transitions.map((way, i) =>
    i === index && !splits.has(way.from) ? { ...way, probability: (way.probability ?? 1) / 2 } : way,
  )
  return { ...workflow, transitions }
}

export function withoutOdds(workflow: Workflow, seed: number): Workflow {
  const transitions = workflow.transitions.map((way, index) => {
    if ((seed >> (index % 16)) % 3 !== 0) return way
    const { probability: _, ...rest } = way
    return rest
  })
  return { ...workflow, transitions }
}

/** Some steps become tools of the first agent. */
export function withTools(workflow: Workflow, seed: number): Workflow {
  const agent = workflow.steps.find(({ kind }) => kind === 'agent')
  if (!agent) return workflow
  const tool = (step: Step, index: number): boolean =>
    (step.kind === 'action' || step.kind === 'model') && (seed >> (index % 16)) % 2 === 0
  return withSteps(workflow, (step, index) => (tool(step, index) ? { ...step, parent: agent.id } : step))
}

/** With every step changed. */
export function withSteps(workflow: Workflow, change: (step: Step, index: number) => Step): Workflow {
  return { ...workflow, steps: workflow.steps.map(change) }
}

/** Always the same order for the same seed. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const keyed = list.map((item, index) => ({ item, key: ((seed % 9973) + 7919 * (index + 1)) % 104_729 }))
  const mixed = keyed.map(({ item, key }) => ({ item, key: (key * key) % 104_729 }))
  return mixed.toSorted((a, b) => a.key - b.key).map(({ item }) => item)
}

/**
 * With something that can be undone before everything else, a way to undo some of the actions, and ends at which a run is
 * stopped: so that there are points of no return.
 */
export function withUndoing(workflow: Workflow, seed: number): Workflow {
  const chance = numbers(seed)
  const able = workflow.steps.filter(({ kind }) => ['action', 'agent', 'step', 'human'].includes(kind))
  const stops = chance() < 0.4
  const steps = workflow.steps.map((step): Step => {
    if (step.kind === 'end' && stops) return { ...step, outcome: 'stopped' }
    if (step.kind !== 'action' && step.kind !== 'model') return step
    const final = { level: 1, reversibility: chance() < 0.5 ? 2 : 3, external: chance() < 0.5 } as const
    if (chance() < 0.5) return { ...step, kind: 'action', consequence: final }
    const undoes = able[Math.floor(chance() * able.length)]?.id
    if (undoes === undefined || undoes === step.id || chance() < 0.5) return step
    return { ...step, kind: 'action', compensatedBy: undoes }
  })
  const done = stops && chance() < 0.7 ? [{ id: 'done', kind: 'end' as const, name: '' }] : []
  const transitions = workflow.transitions.map((way) => {
    if (way.from === 'start') return { ...way, from: 'reserve' }
    return way.to === 'end' && done.length > 0 && chance() < 0.6 ? { ...way, to: 'done' } : way
  })
  const light = { level: 1, reversibility: chance() < 0.5 ? 1 : 2 } as const
  const reserve = {
    id: 'reserve',
    kind: 'action',
    name: '',
    compensatedBy: 'undo',
    consequence: light,
  } as const
  const undo = { id: 'undo', kind: 'step', name: '' } as const
  const first = { id: 'first', from: 'start', to: 'reserve', kind: 'normal', probability: 1 } as const
  return { ...workflow, steps: [...steps, ...done, reserve, undo], transitions: [first, ...transitions] }
}

/** With actions that can be undone or are final, and ends at which a run stops; nothing is added or led elsewhere. */
export function withStops(workflow: Workflow, seed: number): Workflow {
  const chance = numbers(seed)
  const able = workflow.steps.filter(({ kind }) => ['action', 'agent', 'step', 'human'].includes(kind))
  const steps = workflow.steps.map((step): Step => {
    const isOuter = step.parent === undefined
    // Which ways of a sub-flow are left by an end hangs on whether it failed; that stays as it is.
    if (step.kind === 'end' && (isOuter || step.outcome === 'failed') && chance() < 0.5)
      return { ...step, outcome: 'stopped' }
    if (step.kind !== 'action') return step
    if (chance() < 0.5)
      return { ...step, consequence: { level: 1, reversibility: 3, external: chance() < 0.5 } }
    const undoes = able[Math.floor(chance() * able.length)]?.id
    return undoes === undefined || undoes === step.id ? step : { ...step, compensatedBy: undoes }
  })
  return { ...workflow, steps }
}

/** Numbers from 0 to 1 that look random (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
