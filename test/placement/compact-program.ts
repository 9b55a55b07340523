// The placement as one integer program (PLACEMENT.md 3.3, the compact one), in the text that solvers read: the same
// places, prices and demands, and not a line of the optimiser's code.
import { standingGates } from './oracle.ts'
import { readClaims } from '../../shared/placement/checker/claims.ts'
import type { Analysis } from '../../shared/model/analysis.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const LEVELS = [1, 2, 3] as const
const MINUTES = [0, 0.5, 4, 10]

/**
 * The program on top of the gates that the workflow has and of the exception handoffs that are suggested before the
 * optimiser runs. y: a gate of level k stands at the place; a, x, m and l: at least k is guaranteed behind a transition,
 * in front of a step, behind the gate before it, and where the step is left.
 */
export function compactProgram(workflow: Workflow, { steps, transitions, placement }: Analysis): string {
  const gates = standingGates(workflow)
  for (const { kind, at, rules } of placement.handoffs) {
    if (kind === 'exception' && rules.includes('S6') && 'on' in at) {
      gates.set(`on ${at.on}`, Math.max(2, gates.get(`on ${at.on}`) ?? 0))
    }
  }
  const there = workflow.steps.filter(({ id }) => steps[id]?.reachable)
  const number = new Map(there.map(({ id }, index) => [id, index]))
  const kindsOfWays = new Map(workflow.transitions.map(({ id, kind }) => [id, kind]))
  const ways = readClaims(workflow).ways.filter(({ from }) => number.has(from))
  const into = new Map(there.map(({ id }) => [id, ways.filter(({ to, back }) => to === id && !back).length]))
  const kindOf = new Map(there.map(({ id, kind }) => [id, kind]))
  const costs: string[] = []
  const rules: string[] = []
  const whole: string[] = []
  const bounds: string[] = []

  const place = (name: string, visits: number): void => {
    for (const k of LEVELS) {
      costs.push(`${visits * (MINUTES[k] ?? 0)} y${name}_${k}`)
      whole.push(`y${name}_${k}`)
    }
    rules.push(`${LEVELS.map((k) => `y${name}_${k}`).join(' + ')} <= 1`)
  }
  const stronger = (name: string, k: number): string =>
    LEVELS.filter((level) => level >= k)
      .map((level) => ` - y${name}_${level}`)
      .join('')

  for (const [index, { from, to, transition = '', back, refused }] of ways.entries()) {
    const name = `e${index}`
    const kind = kindsOfWays.get(transition)
    const isPlace =
      kind !== undefined && (kind !== 'normal' || kindOf.get(from) === 'decision' || (into.get(to) ?? 0) > 1)
    if (isPlace) place(name, transitions[transition]?.visits ?? 0)
    for (const k of LEVELS) {
      const carried = refused || steps[from]?.liveSource ? '' : ` - l${number.get(from)}_${k}`
      if (back) {
        rules.push(`l${number.get(to)}_${k}${carried} <= 0`)
        continue
      }
      rules.push(`x${number.get(to)}_${k} - a${name}_${k} <= 0`)
      if ((gates.get(`on ${transition}`) ?? 0) >= k) continue
      rules.push(`a${name}_${k}${carried}${isPlace ? stronger(name, k) : ''} <= 0`)
    }
  }
  for (const { id, kind } of there) {
    const v = number.get(id)
    const isPlace = kind !== 'start' && kind !== 'end'
    if (isPlace) place(`v${v}`, steps[id]?.visits ?? 0)
    for (const k of LEVELS) {
      rules.push(`l${v}_${k} - m${v}_${k} <= 0`)
      if (kind === 'start') rules.push(`x${v}_${k} <= 0`)
      if ((gates.get(`before ${id}`) ?? 0) >= k) continue
      rules.push(`m${v}_${k} - x${v}_${k}${isPlace ? stronger(`v${v}`, k) : ''} <= 0`)
    }
    const needed = { notify: 0, confirm: 1, approve: 2, 'two-person': 3 }[steps[id]?.required ?? 'notify']
    if (needed > 0) bounds.push(`m${v}_${needed} = 1`)
    for (const k of LEVELS) bounds.push(...(k === needed ? [] : [`m${v}_${k} <= 1`]))
  }
  return [
    'Minimize',
    ` cost: ${costs.length > 0 ? costs.join('\n + ') : '0 none'}`,
    'Subject To',
    ...rules.map((rule, i) => ` r${i}: ${rule}`),
    'Bounds',
    ...bounds.map((bound) => ` ${bound}`),
    'Binary',
    ...whole.map((name) => ` ${name}`),
    'End',
  ].join('\n')
}
