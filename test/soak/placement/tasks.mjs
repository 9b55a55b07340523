// What the placement soak does, cut into tasks that are much alike in length: any number of workers can share them, and a
// run that was ended goes on where it was.

/** Random workflows of one property in a task, worlds of the exhaustive search, and random worlds. */
const RUNS = 2000
const WORLDS = 200_000
const RANDOM = 5000

/**
 * @typedef {{ kind: 'property', name: string, runs: number, seed: number }
 *   | { kind: 'every', from: number, to: number }
 *   | { kind: 'random', from: number, to: number }} Task
 */

/**
 * @param {{ names: readonly string[], runs: number, every: number, random: number, seed: number }} wanted
 * @returns {Task[]}
 */
export function tasksOf({ names, runs, every, random, seed }) {
  return [
    ...names.flatMap((name) =>
      pieces(runs, RUNS).map(([from, to]) => ({
        kind: /** @type {const} */ ('property'),
        name,
        runs: to - from,
        seed: seed + from,
      })),
    ),
    ...pieces(every, WORLDS).map(([from, to]) => ({ kind: /** @type {const} */ ('every'), from, to })),
    ...pieces(random, RANDOM).map(([from, to]) => ({
      kind: /** @type {const} */ ('random'),
      from: seed + from,
      to: seed + to,
    })),
  ]
}

/** @param {Task} task */
export function nameOf(task) {
  if (task.kind === 'property') return `${task.name}, ${task.runs} workflows, seed ${task.seed}`
  return `${task.kind === 'every' ? 'digraphs of four steps' : 'random worlds'} ${task.from} to ${task.to}`
}

/**
 * Does one task. Answers with what is wrong, or undefined; and with how many worlds or workflows were looked at.
 *
 * @param {Task} task
 */
export async function doTask(task) {
  if (task.kind === 'property') {
    const { failureOf, PROPERTIES } = await import('../../placement/properties.ts')
    const property = PROPERTIES.find(({ name }) => name === task.name)
    if (!property) throw new Error(`there is no property called ${task.name}`)
    return { failure: failureOf(property, task.runs, task.seed), looked: task.runs }
  }
  const { disagreement, randomWorld, worldAt } = await import('../../placement/small-worlds.ts')
  let looked = 0
  for (let number = task.from; number < task.to; number++) {
    const world = task.kind === 'every' ? worldAt(number) : randomWorld(number)
    if (!world) continue
    looked++
    const wrong = disagreement(world)
    if (wrong !== undefined) return { failure: `world ${number}: ${wrong}\n${JSON.stringify(world)}`, looked }
  }
  return { failure: undefined, looked }
}

/** @returns {[number, number][]} */
function pieces(/** @type {number} */ total, /** @type {number} */ size) {
  return Array.from({ length: Math.ceil(total / size) }, (_, i) => [
    i * size,
    Math.min(total, (i + 1) * size),
  ])
}
