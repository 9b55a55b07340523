// A run has to begin somewhere: what nothing leads to is begun by a start that is put in.
import { addStep, connect } from '../support/draft.ts'
import type { Draft } from '../support/draft.ts'
import { islandsOf } from '../support/ends.ts'

/** Gives each island without a start one that leads to everything nothing else leads to. */
export function addStarts(draft: Draft): void {
  const islands = islandsOf(draft)
  const begun = new Set<number>()
  for (const step of draft.steps.values()) if (step.kind === 'start') begun.add(islands.get(step.id)!)
  const entered = new Set(draft.transitions.map((transition) => transition.to))
  const waiting = new Map<number, string[]>()
  const first = new Map<number, string>()
  for (const step of draft.steps.values()) {
    const island = islands.get(step.id)!
    if (step.parent !== undefined || begun.has(island)) continue
    if (!first.has(island)) first.set(island, step.id)
    if (!entered.has(step.id)) waiting.set(island, [...(waiting.get(island) ?? []), step.id])
  }
  let ways = 0
  for (const [island, step] of first) {
    const start = addStep(draft, { kind: 'start', name: 'Start' })
    // A ring has no beginning; the node that the text names first will do.
    for (const to of waiting.get(island) ?? [step]) {
      connect(draft, { from: start.id, to })
      ways++
    }
  }
  if (ways === 0) return
  draft.book.repairs.push({
    message: `${first.size === 1 ? 'a start was' : `${first.size} starts were`} added before what nothing leads to`,
    place: '1:1',
    count: ways,
    change: { steps: first.size, transitions: ways },
  })
}
