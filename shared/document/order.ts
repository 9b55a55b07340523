// The one order of entries: by id, whatever order a file or an edit had. Everything downstream can rely on it, and
// the same workflow always writes the same bytes. Arrays whose order carries meaning (decisions, escalation,
// evidence, constraints, scripts) are left alone.
import { compareById, compareText } from '../support/compare.ts'
import { placeKey } from '../model/handoff.ts'
import type { Placing } from '../model/placing.ts'
import type { Workflow } from '../model/workflow.ts'

/** `workflow` with collections sorted by id and sets sorted, sharing every part that was in order already. O(size). */
export function inCanonicalOrder(workflow: Workflow): Workflow {
  return replaced(workflow, {
    brief: replaced(workflow.brief, { domains: sortedBy(workflow.brief.domains, compareText) }),
    parties: sortedBy(workflow.parties, compareById),
    steps: mapped(sortedBy(workflow.steps, compareById), withSortedSets),
    transitions: sortedBy(workflow.transitions, compareById),
    handoffs: sortedBy(workflow.handoffs, compareById),
    dispositions: sortedBy(workflow.dispositions, (a, b) => compareText(a.finding, b.finding)),
    scenarios: sortedBy(workflow.scenarios, compareById),
    ...(workflow.rulePacks && { rulePacks: sortedBy(workflow.rulePacks, compareById) }),
    ...(workflow.placing && { placing: orderedPlacing(workflow.placing) }),
    layout: orderedLayout(workflow.layout),
  })
}

function orderedLayout(layout: Workflow['layout']): Workflow['layout'] {
  const { notes, groups, lanes, closed } = layout
  return replaced(layout, {
    notes: sortedBy(notes, compareById),
    ...(groups && {
      groups: mapped(sortedBy(groups, compareById), (group) =>
        replaced(group, { steps: sortedBy(group.steps, compareText) }),
      ),
    }),
    ...(lanes?.closed && { lanes: replaced(lanes, { closed: sortedBy(lanes.closed, compareText) }) }),
    ...(closed && { closed: sortedBy(closed, compareText) }),
  })
}

function orderedPlacing(placing: Placing): Placing {
  return replaced(placing, {
    forbidden: sortedBy(placing.forbidden, (a, b) => compareText(placeKey(a), placeKey(b))),
    waivers: sortedBy(placing.waivers, (a, b) => compareText(a.step, b.step)),
  })
}

type Step = Workflow['steps'][number]

function withSortedSets(step: Step): Step {
  const { domains, clears, uses, produces, consequence } = step
  return replaced(step, {
    ...(domains && { domains: sortedBy(domains, compareText) }),
    ...(clears && { clears: sortedBy(clears, compareText) }),
    ...(uses && { uses: sortedBy(uses, compareText) }),
    ...(produces && { produces: sortedBy(produces, compareText) }),
    ...(consequence?.domains && {
      consequence: replaced(consequence, { domains: sortedBy(consequence.domains, compareText) }),
    }),
  })
}

function sortedBy<T>(entries: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  const inOrder = entries.every((entry, i) => i === 0 || compare(entries[i - 1]!, entry) <= 0)
  return inOrder ? entries : entries.toSorted(compare)
}

function mapped<T>(entries: readonly T[], change: (entry: T) => T): readonly T[] {
  const next = entries.map(change)
  return next.every((entry, i) => entry === entries[i]) ? entries : next
}

function replaced<T extends object>(whole: T, parts: Partial<T>): T {
  const same = (Object.keys(parts) as (keyof T)[]).every((key) => parts[key] === whole[key])
  return same ? whole : { ...whole, ...parts }
}
