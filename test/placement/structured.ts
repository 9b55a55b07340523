// Workflows of any size that look like somebody's: sequences, choices, loops and parallel branches inside one another,
// with a few jumps across. The same size and seed always give the same workflow.
import { flow, type StepDraft, type WayDraft } from './support.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

export interface Size {
  readonly steps: number
  /** Transitions that follow no structure. */
  readonly jumps: number
  /** Plain steps that become agents with three tools each: one that reads what others wrote, and two that act. */
  readonly agents?: number
  readonly seed: number
}

/** About `steps` steps, a third of which act on the world; most of those demand somebody. */
export function structuredWorkflow({ steps: wanted, jumps, agents = 0, seed }: Size): Workflow {
  const chance = seeded(seed)
  const steps: StepDraft[] = [{ id: 'start' }]
  const ways: WayDraft[] = []
  const add = (draft: Omit<StepDraft, 'id'>): string => {
    const id = `n${String(steps.length).padStart(5, '0')}`
    steps.push({ ...draft, id })
    return id
  }
  const lead = (from: string, to: string, probability = 1): void =>
    void ways.push([from, to, { probability }])

  /** A block of about `size` steps that is entered from `from`; answers with the step that it is left by. */
  const block = (from: string, size: number): string => {
    if (size <= 3) return line(from, Math.max(1, size))
    const half = Math.floor((size - 2) / 2)
    const kind = chance()
    if (kind < 0.45) return block(block(from, Math.floor(size / 2)), size - Math.floor(size / 2))
    if (kind < 0.75) return choice(from, half)
    return kind < 0.92 ? loop(from, size - 2) : parallel(from, half)
  }
  const line = (from: string, size: number): string => {
    let last = from
    for (let i = 0; i < size; i++) {
      const next = add(work(chance))
      lead(last, next)
      last = next
    }
    return last
  }
  const choice = (from: string, size: number): string => {
    const [decision, merge] = [add({ kind: 'decision' }), add({ kind: 'step' })]
    const odds = 0.1 + 0.8 * chance()
    lead(from, decision)
    for (const share of [odds, 1 - odds]) {
      const before = steps.length
      const first = add(work(chance))
      lead(decision, first, share)
      lead(block(first, Math.max(1, size - (steps.length - before))), merge)
    }
    return merge
  }
  const loop = (from: string, size: number): string => {
    const head = add({ kind: 'step' })
    const decision = add({ kind: 'decision' })
    const onward = add({ kind: 'step' })
    const again = 0.1 + 0.6 * chance()
    lead(from, head)
    lead(block(head, size), decision)
    lead(decision, head, again)
    lead(decision, onward, 1 - again)
    return onward
  }
  const parallel = (from: string, size: number): string => {
    const [split, join] = [add({ kind: 'split' }), add({ kind: 'join' })]
    lead(from, split)
    lead(block(split, size), join)
    lead(block(split, size), join)
    return join
  }

  const last = block('start', wanted)
  steps.push({ id: 'end' })
  lead(last, 'end')
  for (let i = 0; i < jumps; i++) jump(steps, ways, chance)
  for (let i = 0; i < agents; i++) equip(steps, chance)
  return flow(steps, ways)
}

/** Every step leads to `ways` others at random, and a tenth of its runs to the end: nothing that a person would draw. */
export function entangledWorkflow({
  steps: count,
  ways: degree,
  seed,
}: {
  steps: number
  ways: number
  seed: number
}): Workflow {
  const chance = seeded(seed)
  const ids = Array.from({ length: count }, (_, i) => `n${String(i).padStart(5, '0')}`)
  const ways: WayDraft[] = [['start', ids[0] ?? 'end', { probability: 1 }]]
  ids.forEach((id, i) => {
    const targets = new Set([ids[(i + 1) % count] ?? 'end'])
    while (targets.size < degree) targets.add(ids[Math.floor(chance() * count)] ?? 'end')
    for (const to of targets) ways.push([id, to, { probability: 0.9 / degree }])
    ways.push([id, 'end', { probability: 0.1 }])
  })
  return flow([{ id: 'start' }, ...ids.map((id) => ({ ...work(chance), id })), { id: 'end' }], ways)
}

function equip(steps: StepDraft[], chance: () => number): void {
  const plain = steps.flatMap(({ kind }, i) => (kind === 'step' || kind === 'model' ? [i] : []))
  const index = plain[Math.floor(chance() * plain.length)] ?? 0
  const parent = steps[index]?.id ?? ''
  steps[index] = { id: parent, kind: 'agent' }
  steps.push({ id: `${parent}_read`, kind: 'model', parent, uncertainty: { level: 3, label: 'untrusted' } })
  for (const name of ['a', 'b']) {
    const level = (1 + Math.floor(chance() * 4)) as 1
    steps.push({ id: `${parent}_${name}`, kind: 'action', parent, consequence: { level, external: true } })
  }
}

/** One way more, which takes a twentieth of what its step had for the others. Parallel branches are left alone. */
function jump(steps: readonly StepDraft[], ways: WayDraft[], chance: () => number): void {
  const inner = steps.filter(({ kind }) => kind !== undefined && kind !== 'split' && kind !== 'join')
  const from = inner[Math.floor(chance() * inner.length)]?.id ?? ''
  const to = inner[Math.floor(chance() * inner.length)]?.id ?? ''
  ways.forEach(([source, target, rest], i) => {
    if (source === from) ways[i] = [source, target, { probability: (rest?.probability ?? 1) * 0.95 }]
  })
  ways.push([from, to, { probability: 0.05 }])
}

/** What an ordinary step of a workflow is: an action, a model that may be wrong, a check, or plain work. */
function work(chance: () => number): Omit<StepDraft, 'id'> {
  const pick = chance()
  const level = Math.floor(chance() * 4) + 1
  if (pick < 0.4) {
    const reversibility = Math.floor(chance() * 4)
    return {
      kind: 'action',
      consequence: {
        level: level as 1,
        reversibility: reversibility as 0,
        external: chance() < 0.4,
        security: chance() < 0.15,
      },
    }
  }
  const label = chance() < 0.5 ? ('content' as const) : ('extraction' as const)
  if (pick < 0.6) return { kind: 'model', uncertainty: { level: level as 1, label } }
  if (pick < 0.7) return { kind: 'check', clears: [label], grant: chance() < 0.3 ? 'confirm' : 'notify' }
  return { kind: 'step' }
}

/** Numbers from 0 to 1 that look random (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
