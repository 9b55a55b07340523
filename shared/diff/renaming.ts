// A workflow under the ids of the other side, so that what was only renamed inside of a file is no change.
import { ruleOf } from '../model/disposition.ts'
import type { Workflow } from '../model/workflow.ts'
import { renamedPlace } from './twins.ts'
import type { Ids, Matching } from './twins.ts'

/** `workflow` with the ids of its twins everywhere where it speaks of them. */
export function withTwinsNamed(workflow: Workflow, matching: Matching): Workflow {
  const { parties, steps, transitions, handoffs } = matching
  if (parties.size + steps.size + transitions.size + handoffs.size === 0) return workflow
  const step = naming(steps)
  const way = naming(transitions)
  const gate = naming(handoffs)
  const party = naming(parties)
  const { placing, origin } = workflow
  return {
    ...workflow,
    parties: workflow.parties.map((each) => ({
      ...each,
      id: party(each.id),
      ...(each.members && { members: each.members.map(party) }),
    })),
    steps: workflow.steps.map((each) => ({
      ...each,
      id: step(each.id),
      ...mapped(each, ['parent', 'calls', 'compensatedBy'], step),
      ...mapped(each, ['party'], party),
    })),
    transitions: workflow.transitions.map((each) => ({
      ...each,
      id: way(each.id),
      from: step(each.from),
      to: step(each.to),
    })),
    handoffs: workflow.handoffs.map((each) => ({
      ...each,
      id: gate(each.id),
      at: renamedPlace(each.at, step, way),
      ...(each.onReject && { onReject: { ...each.onReject, ...mapped(each.onReject, ['to'], step) } }),
      ...(each.assignee && { assignee: { ...each.assignee, ...mapped(each.assignee, ['role'], party) } }),
      ...(each.escalation && {
        escalation: each.escalation.map((rung) => ({ ...rung, role: party(rung.role) })),
      }),
    })),
    dispositions: renamedDecisions(workflow, matching),
    scenarios: workflow.scenarios.map((each) => ({
      ...each,
      script: each.script.map((entry) => ({
        ...entry,
        ...mapped(entry, ['take'], way),
        ...mapped(entry, ['call'], step),
        ...mapped(entry, ['handoff'], gate),
      })),
    })),
    ...(placing && {
      placing: {
        ...placing,
        forbidden: placing.forbidden.map((at) => renamedPlace(at, step, way)),
        waivers: placing.waivers.map((each) => ({ ...each, step: step(each.step) })),
      },
    }),
    ...(origin && {
      origin: {
        ...origin,
        steps: origin.steps.map((each) => ({ ...each, step: step(each.step) })),
        transitions: origin.transitions.map(way),
      },
    }),
    layout: { ...workflow.layout, steps: renamedPositions(workflow, steps) },
  }
}

function naming(ids: Ids): (id: string) => string {
  return (id) => ids.get(id) ?? id
}

/** The named members of `value` that are ids, under their new names. */
function mapped(
  value: object,
  keys: readonly string[],
  name: (id: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const id = (value as Readonly<Record<string, unknown>>)[key]
      return typeof id === 'string' ? [[key, name(id)]] : []
    }),
  )
}

// Two decisions about one finding cannot stand in a document: the one that is there under the new name stays.
function renamedDecisions({ dispositions }: Workflow, matching: Matching): Workflow['dispositions'] {
  const { steps, transitions, handoffs } = matching
  const taken = new Set(dispositions.map(({ finding }) => finding))
  return dispositions.map((decision) => {
    const rule = ruleOf(decision.finding)
    const place = decision.finding.slice(rule.length + 1)
    const next = steps.get(place) ?? transitions.get(place) ?? handoffs.get(place)
    if (next === undefined || taken.has(`${rule}@${next}`)) return decision
    return { ...decision, finding: `${rule}@${next}` }
  })
}

// Positions of steps that are gone are kept in a document; those of the steps that are there come first.
function renamedPositions({ layout }: Workflow, ids: Ids): Workflow['layout']['steps'] {
  const renamed = new Set(ids.values())
  const entries = Object.entries(layout.steps)
  return Object.fromEntries([
    ...entries.filter(([id]) => !ids.has(id) && !renamed.has(id)),
    ...entries.flatMap(([id, point]) => (ids.has(id) ? [[ids.get(id)!, point] as const] : [])),
  ])
}
