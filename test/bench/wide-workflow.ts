// A large workflow to work on: many lanes of models, checks and actions, with a branch and a way back in each.

const LANE = 20
const KINDS = ['model', 'check', 'step', 'action', 'decision'] as const

/** A document with `count` steps (at least 22), laid out in lanes, as the format has it. */
export function wideWorkflow(count: number): object {
  const inner = Array.from({ length: count - 2 }, (_, index) => stepOf(index))
  const steps = [
    { id: 'start', kind: 'start', name: 'Start' },
    ...inner,
    { id: 'end', kind: 'end', name: 'End' },
  ]
  const ways = inner.flatMap((_, index) => waysFrom(index, inner.length))
  const transitions = ways.map(([from, to], index) => ({ id: `t${index}`, from, to, kind: 'normal' }))
  const places = steps.map(({ id }, index) => [id, placeOf(index)])
  return {
    format: 'handoff',
    version: 1,
    name: 'Wide',
    steps,
    transitions,
    layout: { steps: Object.fromEntries(places) as Record<string, readonly [number, number]> },
  }
}

function stepOf(index: number): { readonly id: string; readonly kind: string; readonly name: string } {
  const id = `step_${index}`
  const kind = KINDS[index % KINDS.length]!
  const step = { id, kind, name: id }
  if (kind === 'model') return Object.assign(step, { uncertainty: { level: 2, label: 'content' } })
  if (kind === 'action') return Object.assign(step, { consequence: { level: 3, reversibility: 2 } })
  return step
}

function waysFrom(index: number, count: number): readonly (readonly [string, string])[] {
  const first = index % LANE === 0
  const last = index % LANE === LANE - 1 || index === count - 1
  const entry = first ? [['start', `step_${index}`] as const] : []
  if (last) return [...entry, [`step_${index}`, 'end']]
  const onward = [`step_${index}`, `step_${index + 1}`] as const
  const back =
    index % KINDS.length === KINDS.length - 1 ? [[`step_${index}`, `step_${index - 3}`] as const] : []
  return [...entry, onward, ...back]
}

function placeOf(index: number): readonly [number, number] {
  return [(index % (LANE + 2)) * 260, Math.floor(index / (LANE + 2)) * 160]
}
