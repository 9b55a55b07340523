// What of a workflow is drawn: the inside of one sub-flow or all, with closed groups, lanes, agents and sub-flows as
// blocks. The drawing alone is folded; what is analysed, simulated and exported is always the whole document.
import type { Analysis } from '../model/analysis.ts'
import type { Handoff, Place } from '../model/handoff.ts'
import type { Step } from '../model/step.ts'
import type { Point, Workflow } from '../model/workflow.ts'

export interface Folded {
  /** What is drawn. The same object where nothing is folded. */
  readonly workflow: Workflow
  /** The block that a step is in, for those that are not drawn themselves. */
  readonly standsFor: ReadonlyMap<string, string>
  /** The steps in each block, by the id of what is drawn for it. */
  readonly members: ReadonlyMap<string, readonly string[]>
  /** Open groups, and lanes, with what is drawn of them. */
  readonly frames: readonly Frame[]
}

export interface Frame {
  /** As the block's would be: `group:` or `lane:` and the id. */
  readonly id: string
  readonly kind: 'group' | 'lane'
  readonly name: string
  readonly steps: readonly string[]
}

type Steps = ReadonlyMap<string, Step>

/**
 * `scope` is the step whose inner steps are shown, null for the whole. Steps and transitions that are not shown are
 * left out, and so are transitions inside of a block; those that cross its border keep their ids and lead to the block.
 * Handoffs before a step in a block are left out, those on a transition that is drawn stay. O(steps + transitions).
 */
export function fold(workflow: Workflow, scope: string | null): Folded {
  const { layout } = workflow
  const plain = scope === null && !layout.groups && !layout.lanes && !layout.closed?.length
  if (plain) return { workflow, standsFor: NOBODY, members: new Map(), frames: [] }
  const byId: Steps = new Map(workflow.steps.map((step) => [step.id, step]))
  const shown = workflow.steps.filter(({ id }) => isInside(id, scope, byId))
  const blockOf = blocksFor(workflow, byId, scope)
  const standsFor = new Map<string, string>()
  const members = new Map<string, string[]>()
  for (const { id } of shown) {
    const block = blockOf(id)
    if (block === id) continue
    standsFor.set(id, block)
    members.set(block, [...(members.get(block) ?? []), id])
  }
  return {
    workflow: drawnPart(workflow, { shown, standsFor, members }),
    standsFor,
    members,
    frames: framesOf(workflow, shown, standsFor),
  }
}

/** The findings and figures of an analysis, told of the blocks that are drawn. */
export function foldAnalysis(analysis: Analysis, { standsFor }: Folded): Analysis {
  if (standsFor.size === 0) return analysis
  return {
    ...analysis,
    findings: analysis.findings.map((finding) => {
      const block = 'step' in finding.place ? standsFor.get(finding.place.step) : undefined
      return block === undefined ? finding : { ...finding, place: { step: block } }
    }),
  }
}

/** The way to the inside that is shown, from the outermost; empty for the whole or for a step that is gone. */
export function trailOf(workflow: Workflow, scope: string | null): readonly Step[] {
  const byId: Steps = new Map(workflow.steps.map((step) => [step.id, step]))
  const trail: Step[] = []
  for (let step = byId.get(scope ?? ''); step && !trail.includes(step); step = byId.get(step.parent ?? ''))
    trail.unshift(step)
  return trail
}

/** True for a step with steps inside. */
export function hasInside({ steps }: Workflow, id: string): boolean {
  return steps.some(({ parent }) => parent === id)
}

const NOBODY: ReadonlyMap<string, string> = new Map()

// A chain of parents that bites its tail is no inside of anything.
function isInside(id: string, scope: string | null, byId: Steps): boolean {
  if (scope === null) return true
  const seen = new Set<string>()
  for (let at = byId.get(id)?.parent; at !== undefined && !seen.has(at); at = byId.get(at)?.parent) {
    if (at === scope) return true
    seen.add(at)
  }
  return false
}

/** The outermost block that a step is in, below the scope; its own id where it is in none. */
function blocksFor({ steps, layout }: Workflow, byId: Steps, scope: string | null): (id: string) => string {
  const insides = new Set(steps.flatMap(({ parent }) => parent ?? []))
  const closed = new Set((layout.closed ?? []).filter((id) => insides.has(id)))
  const groups = firstGroups(layout.groups?.filter(({ closed: shut }) => shut) ?? [])
  const lanes = new Set(layout.lanes?.closed)
  const ownBlock = (step: Step): string | undefined => {
    const group = groups.get(step.id)
    if (group !== undefined) return `group:${group}`
    return lanes.has(step.party ?? '') ? `lane:${step.party!}` : undefined
  }
  return (id) => {
    let block: string | undefined
    const seen = new Set<string>()
    for (
      let step = byId.get(id);
      step && step.id !== scope && !seen.has(step.id);
      step = byId.get(step.parent ?? '')
    ) {
      seen.add(step.id)
      block = ownBlock(step) ?? (step.id !== id && closed.has(step.id) ? step.id : block)
    }
    return block ?? id
  }
}

function firstGroups(groups: readonly { readonly id: string; readonly steps: readonly string[] }[]) {
  const first = new Map<string, string>()
  for (const { id, steps } of groups) for (const step of steps) if (!first.has(step)) first.set(step, id)
  return first
}

interface Drawn {
  readonly shown: readonly Step[]
  readonly standsFor: ReadonlyMap<string, string>
  readonly members: ReadonlyMap<string, readonly string[]>
}

function drawnPart(workflow: Workflow, { shown, standsFor, members }: Drawn): Workflow {
  const visible = new Set(shown.map(({ id }) => id))
  const end = (id: string): string => standsFor.get(id) ?? id
  const steps = [
    ...shown.filter(({ id }) => !standsFor.has(id)),
    ...[...members]
      .filter(([block]) => !visible.has(block))
      .map(([block, ids]) => blockStep(workflow, block, ids)),
  ]
  const transitions = workflow.transitions.flatMap((transition) => {
    const { from, to } = transition
    if (!visible.has(from) || !visible.has(to)) return []
    if (end(from) === from && end(to) === to) return transition
    return end(from) === end(to) ? [] : { ...transition, from: end(from), to: end(to) }
  })
  const ways = new Set(transitions.map(({ id }) => id))
  const drawn = (at: Place): boolean => {
    if ('on' in at) return ways.has(at.on)
    const step = 'before' in at ? at.before : at.start
    return visible.has(step) && !standsFor.has(step)
  }
  const places = [...members].flatMap(([block, ids]) => {
    const at = visible.has(block) ? undefined : placeOf(workflow, ids)
    return at ? [[block, at] as const] : []
  })
  return {
    ...workflow,
    steps,
    transitions,
    handoffs: workflow.handoffs.filter(({ at }: Handoff) => drawn(at)),
    layout: { ...workflow.layout, steps: { ...workflow.layout.steps, ...Object.fromEntries(places) } },
  }
}

/** A block looks like a sub-flow with the gravest of what is in it. */
function blockStep(workflow: Workflow, block: string, ids: readonly string[]): Step {
  const inside = new Set(ids)
  const steps = workflow.steps.filter(({ id }) => inside.has(id))
  const harm = steps.map(({ consequence }) => consequence).filter((each) => each !== undefined)
  const doubt = steps.flatMap(({ uncertainty }) => (uncertainty?.level === undefined ? [] : [uncertainty]))
  const worst = doubt.toSorted((a, b) => b.level! - a.level!)[0]
  const level = Math.max(...harm.map((each) => each.level ?? 0), 0)
  return {
    id: block,
    kind: 'subflow',
    name: nameOf(workflow, block),
    consequence: {
      level: level as 0 | 1 | 2 | 3 | 4,
      reversibility: Math.max(...harm.map((each) => each.reversibility ?? 0), 0) as 0 | 1 | 2 | 3,
      external: harm.some(({ external }) => external),
      security: harm.some(({ security }) => security),
    },
    ...(worst && { uncertainty: worst }),
  }
}

function nameOf({ layout, parties }: Workflow, block: string): string {
  const id = block.slice(block.indexOf(':') + 1)
  if (block.startsWith('lane:')) return parties.find((party) => party.id === id)?.name || id
  return layout.groups?.find((group) => group.id === id)?.name ?? ''
}

/** Where the first of them from the left stands; undefined where none was ever placed. */
function placeOf({ layout }: Workflow, ids: readonly string[]): Point | undefined {
  const points = ids.flatMap((id) => (Object.hasOwn(layout.steps, id) ? [layout.steps[id]!] : []))
  return points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by)[0]
}

function groupAround(
  id: string,
  groups: ReadonlyMap<string, string>,
  steps: ReadonlyMap<string, Step>,
): string | undefined {
  const seen = new Set<string>()
  for (let step = steps.get(id); step && !seen.has(step.id); step = steps.get(step.parent ?? '')) {
    const group = groups.get(step.id)
    if (group !== undefined) return group
    seen.add(step.id)
  }
  return undefined
}

function framesOf(
  { layout, parties }: Workflow,
  shown: readonly Step[],
  standsFor: ReadonlyMap<string, string>,
): readonly Frame[] {
  const there = new Map(shown.filter(({ id }) => !standsFor.has(id)).map((step) => [step.id, step]))
  const groups = firstGroups(layout.groups ?? [])
  const frames = (layout.groups ?? []).map(({ id, name }) => ({
    id: `group:${id}`,
    kind: 'group' as const,
    name,
    // With the tools that hang from them, unless these are in a group of their own.
    steps: [...there.keys()].filter((step) => groupAround(step, groups, there) === id),
  }))
  const lanes = layout.lanes
    ? parties.map((party) => ({
        id: `lane:${party.id}`,
        kind: 'lane' as const,
        name: party.name || party.id,
        steps: [...there.values()].filter((step) => step.party === party.id).map(({ id }) => id),
      }))
    : []
  return [...lanes, ...frames].filter(({ steps }) => steps.length > 0)
}
