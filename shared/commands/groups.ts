// Groups, lanes and closed blocks, as the edits change them: none is left empty, and no step is in two groups.
import { changedEach, kept } from './entries.ts'
import type { Group, Workflow } from '../model/workflow.ts'

type Ids = ReadonlySet<string>

const NO_GROUPS: readonly Group[] = []

export function groupsOf({ layout }: Workflow): readonly Group[] {
  return layout.groups ?? NO_GROUPS
}

/** `workflow` with these groups. What is in the one called `first` is taken out of the others. */
export function withGroups(workflow: Workflow, groups: readonly Group[], first?: string): Workflow {
  const claimed = new Set(groups.find(({ id }) => id === first)?.steps)
  const next = kept(
    changedEach(groups, (group) => {
      const steps = unique(group.steps, group.id === first ? NOBODY : claimed)
      return steps.length === group.steps.length ? group : { ...group, steps }
    }),
    ({ steps }) => steps.length > 0,
  )
  return withLayout(workflow, 'groups', next.length > 0 ? next : undefined)
}

/** `workflow` with exactly these steps closed. */
export function withClosed(workflow: Workflow, ids: readonly string[]): Workflow {
  return withLayout(workflow, 'closed', ids.length > 0 ? ids : undefined)
}

/** `workflow` without these steps in any group or among what is closed. */
export function withoutMembers(workflow: Workflow, ids: Ids): Workflow {
  const { groups, closed } = workflow.layout
  let next = workflow
  if (closed?.some((id) => ids.has(id)))
    next = withClosed(
      next,
      kept(closed, (id) => !ids.has(id)),
    )
  if (!groups?.some(({ steps }) => steps.some((id) => ids.has(id)))) return next
  return withGroups(
    next,
    changedEach(groups, (group) => ({ ...group, steps: kept(group.steps, (id) => !ids.has(id)) })),
  )
}

/** `workflow` without this party's lane among those that are closed. */
export function withoutLane(workflow: Workflow, party: string): Workflow {
  const { lanes } = workflow.layout
  if (!lanes?.closed?.includes(party)) return workflow
  const { closed, ...rest } = lanes
  const left = closed.filter((id) => id !== party)
  return withLayout(workflow, 'lanes', left.length > 0 ? { ...rest, closed: left } : rest)
}

const NOBODY: Ids = new Set()

function unique(steps: readonly string[], claimed: Ids): readonly string[] {
  return [...new Set(steps)].filter((id) => !claimed.has(id))
}

type Layout = Workflow['layout']

function withLayout<K extends 'groups' | 'closed' | 'lanes'>(
  workflow: Workflow,
  key: K,
  value: Layout[K],
): Workflow {
  if (workflow.layout[key] === value) return workflow
  const { [key]: _, ...rest } = workflow.layout
  return { ...workflow, layout: (value === undefined ? rest : { ...rest, [key]: value }) as Layout }
}
