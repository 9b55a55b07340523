// Input from outside weighs more where a model reads it: what a stranger writes becomes what the model is told.
import type { Draft } from './draft.ts'

/** Raises untrusted input to moderate where a model or an agent can be reached from it. Linear. */
export function markUntrusted(draft: Draft): void {
  const into = new Map<string, string[]>()
  for (const { from, to } of draft.transitions) {
    const list = into.get(to)
    if (list) list.push(from)
    else into.set(to, [from])
  }
  const feeds = new Set<string>()
  const todo = [...draft.steps.values()]
    .filter((step) => step.kind === 'model' || step.kind === 'agent')
    .map((step) => step.id)
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    for (const before of into.get(id) ?? []) {
      if (feeds.has(before)) continue
      feeds.add(before)
      todo.push(before)
    }
  }
  for (const step of draft.steps.values()) {
    const doubt = step.uncertainty
    if (doubt?.label !== 'untrusted' || doubt.level !== 1 || !feeds.has(step.id)) continue
    step.uncertainty = { ...doubt, level: 2, basis: `${doubt.basis ?? 'untrusted'}, and a model reads it` }
  }
}
