// The index of a revision that differs from an indexed one only in what no edge and no odds depend on: in its tags.
import type { Step } from '../model/step.ts'
import type { Workflow } from '../model/workflow.ts'
import { canonicalJson } from '../support/canonical-json.ts'
import { compareById } from '../support/compare.ts'
import { indexWorkflow } from './graph.ts'
import type { Graph } from './graph.ts'

/** Fields of a step that no edge, no odds, no block and no waiting time is made from. */
const TAGS: ReadonlySet<string> = new Set(['name', 'consequence', 'uncertainty'])

/** Fields of the document that the index neither holds as anything but a part of the workflow, nor is made from. */
const BESIDE: ReadonlySet<string> = new Set([
  'steps',
  'transitions',
  'handoffs',
  'name',
  'description',
  'layout',
  'dispositions',
  'scenarios',
])

/**
 * The index of a workflow, for which that of a revision before it may be at hand: where only tags and names have changed
 * since, its edges and visits are taken over, which is most of the work.
 */
export function indexAfter(workflow: Workflow, before: Graph | undefined): Graph {
  return (before && retaggedGraph(workflow, before)) ?? indexWorkflow(workflow)
}

// `before` with the tags of `workflow`; undefined where they differ in more than that. Cost: one look at each entry.
function retaggedGraph(workflow: Workflow, before: Graph): Graph | undefined {
  const { workflow: old } = before
  if (!sameEntries(workflow.transitions, old.transitions)) return undefined
  const handoffs = [...workflow.handoffs].sort(compareById)
  if (!sameEntries(handoffs, old.handoffs) || !sameFields(workflow, old, BESIDE)) return undefined
  const steps = [...workflow.steps].sort(compareById)
  if (steps.length !== before.steps.length) return undefined
  if (!steps.every((step, v) => isRetagged(step, before.steps[v]!))) return undefined
  return { ...before, workflow: { ...workflow, handoffs: old.handoffs }, steps }
}

function sameEntries(a: readonly object[], b: readonly object[]): boolean {
  return a === b || (a.length === b.length && a.every((entry, i) => entry === b[i]))
}

function isRetagged(step: Step, before: Step): boolean {
  return step === before || sameFields(step, before, TAGS)
}

function sameFields(a: object, b: object, except: ReadonlySet<string>): boolean {
  const same = (x: unknown, y: unknown): boolean => x === y || canonicalJson(x) === canonicalJson(y)
  const valueOf = (whole: object, key: string): unknown => (whole as Record<string, unknown>)[key]
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => except.has(key) || same(valueOf(a, key), valueOf(b, key)))
}
