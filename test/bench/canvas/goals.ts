// The goals of the canvas: ratios within one run, and a few times that a person would notice.
import type { Measured } from './gestures.ts'

export interface GoalLine {
  readonly met: boolean
  readonly text: string
}

const SMALL = 100
const GREAT = 10_000
const RIVALLED = 5000
const MOST_GROWTH = 1.5
const LEAST_LEAD = 10
const SMOOTH = ['pan', 'drag one', 'zoomed-out pan'] as const

/** Every goal that this run has figures for. */
export function goalLines(all: readonly Measured[]): readonly GoalLine[] {
  const find = (gesture: Measured['gesture'], steps: number, who = 'ours') =>
    all.find((one) => one.gesture === gesture && one.steps === steps && one.who === who)
  const lines: GoalLine[] = []
  for (const gesture of SMOOTH) {
    const [small, great] = [find(gesture, SMALL), find(gesture, GREAT)]
    if (small && great)
      lines.push(
        atMost(`${gesture} at ${GREAT} over ${SMALL} steps, p95`, great.p95 / small.p95, MOST_GROWTH),
      )
  }
  for (const gesture of SMOOTH) {
    const [ours, theirs] = [find(gesture, RIVALLED), find(gesture, RIVALLED, 'bpmn-js')]
    if (!ours || !theirs) continue
    const name = `${gesture} at ${RIVALLED}, bpmn-js over ours`
    // A screen has no frames shorter than its own, so that the work is compared too.
    lines.push(atLeast(`${name}, p95 of frames`, theirs.p95 / ours.p95, LEAST_LEAD))
    lines.push(atLeast(`${name}, work for each event`, theirs.work! / ours.work!, LEAST_LEAD))
  }
  const tag = find('tag edit', 1000)
  if (tag) {
    lines.push(atMost('tag edit at 1000 to its paint, ms', tag.p95, 50))
    lines.push(atMost('long frames in the two seconds after it', tag.late ?? 0, 0))
  }
  const [opened, theirs] = [find('open', 1000), find('open', 1000, 'bpmn-js')]
  if (opened && theirs) lines.push(atMost('open 1000 over bpmn-js', opened.p95 / theirs.p95, 0.5))
  for (const gesture of ['select all', 'undo paste'] as const) {
    const one = find(gesture, RIVALLED)
    if (one) lines.push(atMost(`${gesture} at ${RIVALLED}, ms`, one.p95, 100))
  }
  return lines
}

function atMost(name: string, value: number, most: number): GoalLine {
  return { met: value <= most, text: `${name}: ${value.toFixed(2)}, at most ${most}` }
}

function atLeast(name: string, value: number, least: number): GoalLine {
  return { met: value >= least, text: `${name}: ${value.toFixed(2)}, at least ${least}` }
}
