// Steps after which what was agreed before is about something else: the world changed at them, or they made the very
// thing that is used further on.
import type { Step } from '../../model/step.ts'
import type { Way } from './ways.ts'

/** Ids of such steps from which some step in `demanding` can be reached. Linear in the ways, times the artefacts. */
export function stalingSteps(
  steps: ReadonlyMap<string, Step>,
  ways: readonly Way[],
  reachable: ReadonlySet<string>,
  demanding: readonly string[],
): ReadonlySet<string> {
  const there = [...steps.values()].filter(({ id }) => reachable.has(id))
  const staling = new Set<string>()
  const mark = (makers: readonly Step[], targets: readonly string[]): void => {
    if (makers.length === 0 || targets.length === 0) return
    const ahead = leadingTo(ways, targets)
    for (const { id } of makers) if (ahead.has(id)) staling.add(id)
  }
  mark(
    there.filter(({ changesState }) => changesState === true),
    demanding,
  )
  for (const thing of new Set(there.flatMap(({ produces = [] }) => produces))) {
    mark(
      there.filter(({ produces = [] }) => produces.includes(thing)),
      demanding.filter((id) => (steps.get(id)?.uses ?? []).includes(thing)),
    )
  }
  return staling
}

function leadingTo(ways: readonly Way[], targets: readonly string[]): ReadonlySet<string> {
  const into = new Map<string, string[]>()
  for (const { from, to } of ways) {
    const list = into.get(to)
    if (list) list.push(from)
    else into.set(to, [from])
  }
  const found = new Set<string>()
  const queue = [...targets]
  for (const id of queue) {
    for (const from of into.get(id) ?? []) {
      if (found.has(from)) continue
      found.add(from)
      queue.push(from)
    }
  }
  return found
}
