// Small workflows in few words, for tests of the placement and of the graph behind it.
import { WorkflowSchema, type Workflow } from '../../shared/model/workflow.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Transition } from '../../shared/model/transition.ts'

export type StepDraft = Partial<Step> & Pick<Step, 'id'>
export type WayDraft = readonly [from: string, to: string, rest?: Partial<Transition>]
export type HandoffDraft = Pick<Handoff, 'at'> & Partial<Handoff>

/** A workflow; a step without a kind takes the kind that its id names, or is plain work. */
export function flow(
  steps: readonly (StepDraft | string)[],
  ways: readonly WayDraft[],
  handoffs: readonly HandoffDraft[] = [],
): Workflow {
  return WorkflowSchema.parse({
    format: 'handoff',
    version: 1,
    steps: steps.map((draft) => {
      const step = typeof draft === 'string' ? { id: draft } : draft
      return { kind: kindByName(step.id), name: step.id, ...step }
    }),
    transitions: ways.map(([from, to, rest], index) => ({ id: `t${index + 1}`, from, to, ...rest })),
    handoffs: handoffs.map((draft, index) => ({
      id: `h${index + 1}`,
      kind: 'approval',
      strength: 'approve',
      ...draft,
    })),
  })
}

/** A chain of transitions through these steps. */
export function chain(...ids: readonly string[]): WayDraft[] {
  return ids.slice(1).map((to, index) => [ids[index] ?? '', to] as const)
}

/** The workflow with these handoffs instead of its own. */
export function withHandoffs(workflow: Workflow, handoffs: readonly HandoffDraft[]): Workflow {
  const placed = flow([], [], handoffs).handoffs
  return { ...workflow, handoffs: placed }
}

function kindByName(id: string): Step['kind'] {
  const word = id.replace(/[\d_].*$/, '')
  return word === 'start' || word === 'end' || word === 'decision' || word === 'split' || word === 'join'
    ? word
    : 'step'
}
