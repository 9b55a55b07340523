// A workflow under other ids: everything that speaks of a part follows it, decisions about findings and scripts included.
import { ruleOf } from '../model/disposition.ts'
import type { Cover, Disposition } from '../model/disposition.ts'
import type { Handoff, Place } from '../model/handoff.ts'
import type { Party } from '../model/party.ts'
import type { Placing } from '../model/placing.ts'
import type { Scenario } from '../model/scenario.ts'
import type { Workflow } from '../model/workflow.ts'

/** From the id that a part has to the id that it gets. */
export type Ids = ReadonlyMap<string, string>

/** The new ids of each list; what is not named keeps its own. */
export interface Renaming {
  readonly parties: Ids
  readonly steps: Ids
  readonly transitions: Ids
  readonly handoffs: Ids
}

type Name = (id: string) => string

interface Names {
  readonly party: Name
  readonly step: Name
  readonly way: Name
  readonly gate: Name
}

/**
 * `workflow` with the new ids everywhere where it speaks of those parts. Entries that speak of none of them stay the
 * same objects. Names that a condition or a rule pack spells out are text, and stay. O(size).
 */
export function withIds(workflow: Workflow, renaming: Renaming): Workflow {
  const { parties, steps, transitions, handoffs } = renaming
  if (parties.size + steps.size + transitions.size + handoffs.size === 0) return workflow
  const names = {
    party: naming(parties),
    step: naming(steps),
    way: naming(transitions),
    gate: naming(handoffs),
  }
  const { party, step, way } = names
  const { placing, origin } = workflow
  return {
    ...workflow,
    parties: workflow.parties.map((each) =>
      changed(each, { ...mapped(each, ['id'], party), ...renamedMembers(each, party) }),
    ),
    steps: workflow.steps.map((each) =>
      changed(each, {
        ...mapped(each, ['id', 'parent', 'calls', 'compensatedBy'], step),
        ...mapped(each, ['party'], party),
      }),
    ),
    transitions: workflow.transitions.map((each) =>
      changed(each, { ...mapped(each, ['id'], way), ...mapped(each, ['from', 'to'], step) }),
    ),
    handoffs: workflow.handoffs.map((each) => renamedHandoff(each, names)),
    dispositions: renamedDecisions(workflow.dispositions, renaming),
    scenarios: workflow.scenarios.map((each) => renamedScenario(each, names)),
    ...(placing && { placing: renamedPlacing(placing, names) }),
    ...(origin && {
      origin: {
        ...origin,
        steps: origin.steps.map((each) => changed(each, mapped(each, ['step'], step))),
        transitions: origin.transitions.map(way),
      },
    }),
    layout: renamedLayout(workflow.layout, renaming),
  }
}

/** A place under other ids. */
export function renamedPlace(at: Place, step: Name, way: Name): Place {
  if ('before' in at) return changed(at, mapped(at, ['before'], step))
  return 'start' in at ? changed(at, mapped(at, ['start'], step)) : changed(at, mapped(at, ['on'], way))
}

function renamedHandoff(handoff: Handoff, { party, step, way, gate }: Names): Handoff {
  const { onReject, assignee, escalation } = handoff
  const at = renamedPlace(handoff.at, step, way)
  const no = onReject && changed(onReject, mapped(onReject, ['to'], step))
  const who = assignee && changed(assignee, mapped(assignee, ['role'], party))
  const rungs = escalation?.map((rung) => changed(rung, mapped(rung, ['role'], party)))
  return changed(handoff, {
    ...mapped(handoff, ['id'], gate),
    ...(at !== handoff.at && { at }),
    ...(no !== onReject && { onReject: no }),
    ...(who !== assignee && { assignee: who }),
    ...(rungs?.some((rung, i) => rung !== escalation?.[i]) && { escalation: rungs }),
  })
}

function renamedScenario(scenario: Scenario, { step, way, gate }: Names): Scenario {
  const script = scenario.script.map((entry) =>
    changed(entry, {
      ...mapped(entry, ['take'], way),
      ...mapped(entry, ['call'], step),
      ...mapped(entry, ['handoff'], gate),
    }),
  )
  return script.some((entry, i) => entry !== scenario.script[i]) ? { ...scenario, script } : scenario
}

function renamedPlacing(placing: Placing, { step, way }: Names): Placing {
  return {
    ...placing,
    forbidden: placing.forbidden.map((at) => renamedPlace(at, step, way)),
    waivers: placing.waivers.map((each) => changed(each, mapped(each, ['step'], step))),
  }
}

// Two decisions about one finding cannot stand in a document: the one that is there under the new name stays.
function renamedDecisions(dispositions: readonly Disposition[], renaming: Renaming): readonly Disposition[] {
  const { steps, transitions, handoffs } = renaming
  const taken = new Set(dispositions.map(({ finding }) => finding))
  return dispositions.map((decision) => {
    const rule = ruleOf(decision.finding)
    const place = decision.finding.slice(rule.length + 1)
    const next = steps.get(place) ?? transitions.get(place) ?? handoffs.get(place)
    const coveredBy = decision.coveredBy && renamedCover(decision.coveredBy, renaming)
    return changed(decision, {
      ...(next !== undefined && !taken.has(`${rule}@${next}`) && { finding: `${rule}@${next}` }),
      ...(coveredBy !== decision.coveredBy && { coveredBy }),
    })
  })
}

function renamedCover(cover: Cover, { steps, handoffs }: Renaming): Cover {
  if ('text' in cover) return cover
  return 'step' in cover
    ? changed(cover, mapped(cover, ['step'], naming(steps)))
    : changed(cover, mapped(cover, ['handoff'], naming(handoffs)))
}

function renamedLayout(layout: Workflow['layout'], { steps, parties }: Renaming): Workflow['layout'] {
  const [step, party] = [naming(steps), naming(parties)]
  const { groups, lanes, closed } = layout
  return {
    ...layout,
    steps: renamedPositions(layout.steps, steps),
    ...(groups && { groups: groups.map((group) => ({ ...group, steps: group.steps.map(step) })) }),
    ...(lanes?.closed && { lanes: { ...lanes, closed: lanes.closed.map(party) } }),
    ...(closed && { closed: closed.map(step) }),
  }
}

// Positions of steps that are gone are kept in a document; those of the steps that are there come first.
function renamedPositions(positions: Workflow['layout']['steps'], ids: Ids): Workflow['layout']['steps'] {
  const renamed = new Set(ids.values())
  const entries = Object.entries(positions)
  return Object.fromEntries([
    ...entries.filter(([id]) => !ids.has(id) && !renamed.has(id)),
    ...entries.flatMap(([id, point]) => (ids.has(id) ? [[ids.get(id)!, point] as const] : [])),
  ])
}

function naming(ids: Ids): Name {
  return (id) => ids.get(id) ?? id
}

/** `entry` with these fields; the same where there are none. */
function changed<T extends object>(entry: T, fields: object): T {
  return Object.keys(fields).length === 0 ? entry : { ...entry, ...fields }
}

/** Those named members of `entry` that are ids and get another one. */
function mapped(entry: object, keys: readonly string[], name: Name): Readonly<Record<string, string>> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const id = (entry as Readonly<Record<string, unknown>>)[key]
      return typeof id === 'string' && name(id) !== id ? [[key, name(id)]] : []
    }),
  )
}

function renamedMembers({ members }: Party, party: Name): Pick<Party, 'members'> {
  const next = members?.map(party)
  return next?.some((id, i) => id !== members?.[i]) ? { members: next } : {}
}
