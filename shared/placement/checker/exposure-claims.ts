// How many items a step may have dealt with when a run exceeds the cap of the brief, as the checker works it out: by walking
// until nothing changes, where the analysis goes through the loops in order.
import type { Step } from '../../model/step.ts'
import type { Workflow } from '../../model/workflow.ts'

/** By step at which a run may first put more at stake than the cap: the items up to there. `waysOn` gives what follows a step. */
export function itemsAtTheCap(
  workflow: Workflow,
  steps: ReadonlyMap<string, Step>,
  starts: ReadonlySet<string>,
  waysOn: (id: string) => readonly string[],
): ReadonlyMap<string, number> {
  const cap = workflow.brief.envelope?.cap
  const spending = [...steps.values()].filter((step) => spends(step) > 0)
  const items = new Map<string, number>()
  if (cap === undefined || spending.length === 0) return items
  const reached = from(starts, waysOn)
  const behind = new Map(spending.map(({ id }) => [id, from(waysOn(id), waysOn)]))
  const least = leastSpent(steps, starts, waysOn)
  for (const step of spending) {
    if (!reached.has(step.id) || (least.get(step.id) ?? Infinity) > cap) continue
    if (mostAt(steps, step, behind, starts, waysOn) + spends(step) <= cap) continue
    const { magnitude = 1, volume = 1 } = step.consequence ?? {}
    items.set(step.id, Math.max(volume, Math.floor(cap / magnitude) + 1))
  }
  return items
}

/** The most that can have been spent on arrival at a step that spends. */
function mostAt(
  steps: ReadonlyMap<string, Step>,
  { id }: Step,
  behind: ReadonlyMap<string, ReadonlySet<string>>,
  starts: ReadonlySet<string>,
  waysOn: (id: string) => readonly string[],
): number {
  const reached = from(starts, waysOn)
  const real = [...behind].flatMap(([source, onward]) =>
    onward.has(id) && reached.has(source) ? [source] : [],
  )
  // Whoever comes back to itself can go round as often as it likes.
  if (real.some((source) => behind.get(source)!.has(source))) return Infinity
  const apart = [...steps.values()].some(({ kind }) => kind === 'split')
  if (apart) return real.reduce((sum, source) => sum + spends(steps.get(source)!), 0)
  // None of them is in a loop, so that each is passed once and they have an order.
  const most = new Map<string, number>()
  const chain = (source: string): number => {
    const seen = most.get(source)
    if (seen !== undefined) return seen
    const earlier = real.filter((other) => other !== source && behind.get(other)!.has(source))
    const sum = spends(steps.get(source)!) + Math.max(0, ...earlier.map(chain))
    most.set(source, sum)
    return sum
  }
  return Math.max(0, ...real.map(chain))
}

/** For each step what has been spent on arrival on the walk that spends least. */
function leastSpent(
  steps: ReadonlyMap<string, Step>,
  starts: ReadonlySet<string>,
  waysOn: (id: string) => readonly string[],
): ReadonlyMap<string, number> {
  const spent = new Map([...starts].map((id) => [id, 0]))
  const queue = [...starts]
  for (const id of queue) {
    const sum = spent.get(id)! + spends(steps.get(id)!)
    for (const next of waysOn(id)) {
      if (sum >= (spent.get(next) ?? Infinity)) continue
      spent.set(next, sum)
      queue.push(next)
    }
  }
  return spent
}

function from(first: Iterable<string>, waysOn: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(first)
  for (const id of seen) for (const next of waysOn(id)) seen.add(next)
  return seen
}

function spends({ kind, consequence }: Step): number {
  if (kind !== 'action' && kind !== 'agent' && kind !== 'subflow') return 0
  return (consequence?.magnitude ?? 0) * Math.max(1, consequence?.volume ?? 1)
}
