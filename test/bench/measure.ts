// Times contenders against each other in one run, and says how they compare.
import type { Goal, Repetition } from './bench.ts'

export interface Contender {
  readonly name: string
  readonly repeat: Repetition
}

/** Milliseconds. */
export interface Figures {
  readonly name: string
  readonly median: number
  readonly least: number
  readonly most: number
}

/**
 * Times every contender `repetitions` times, after one that does not count. The contenders take turns, and who begins
 * changes from turn to turn, so that a machine that gets slower half-way is unfair to nobody.
 */
export async function measure(
  contenders: readonly Contender[],
  repetitions: number,
): Promise<readonly Figures[]> {
  const times = contenders.map((): number[] => [])
  for (const { repeat } of contenders) await time(repeat)
  for (let turn = 0; turn < repetitions; turn++) {
    for (let place = 0; place < contenders.length; place++) {
      const who = (turn + place) % contenders.length
      times[who]!.push(await time(contenders[who]!.repeat))
    }
  }
  return contenders.map(({ name }, who) => figuresOf(name, times[who]!))
}

/** Table of the figures; the ratio is how many times longer each takes than the first. */
export function table(figures: readonly Figures[]): string {
  const ours = figures[0]
  const rows = figures.map((one) => [
    one.name,
    milliseconds(one.median),
    `${milliseconds(one.least)} to ${milliseconds(one.most)}`,
    ours === undefined || one === ours ? '' : `${(one.median / ours.median).toFixed(2)}x`,
  ])
  const all = [['', 'median', 'least to most', 'ratio'], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]!.length)))
  return all
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd())
    .join('\n')
}

/** Each goal with its verdict. The first of the figures is ours. Throws when a goal names a contender that is not there. */
export function verdicts(
  goals: readonly Goal[],
  figures: readonly Figures[],
): readonly { readonly met: boolean; readonly text: string }[] {
  const ours = figures[0]!.median
  return goals.map((goal) => {
    if (goal.kind === 'at-most') {
      return { met: ours <= goal.milliseconds, text: `at most ${milliseconds(goal.milliseconds)}` }
    }
    const rival = figures.find((one) => one.name === goal.than)
    if (rival === undefined) throw new Error(`A goal names ${goal.than}, which did not run.`)
    return {
      met: rival.median >= goal.factor * ours,
      text: `at least ${goal.factor} times faster than ${goal.than}`,
    }
  })
}

async function time(repeat: Repetition): Promise<number> {
  const start = performance.now()
  const own = await repeat()
  return typeof own === 'number' ? own : performance.now() - start
}

function figuresOf(name: string, times: readonly number[]): Figures {
  const sorted = times.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
  return { name, median, least: sorted[0]!, most: sorted.at(-1)! }
}

function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
}
