// Small workflows in few lines, for the wrong and the right example on every rule's page.
import type { Handoff } from '../model/handoff.ts'
import type { Placing } from '../model/placing.ts'
import type { Step } from '../model/step.ts'
import type { Transition } from '../model/transition.ts'
import { WorkflowSchema } from '../model/workflow.ts'
import type { Workflow } from '../model/workflow.ts'

type StepSketch = Partial<Step> & { readonly id: string }
type TransitionSketch = readonly [from: string, to: string, more?: Partial<Transition>]

/**
 * A workflow from sketches. A step called `start` or `end` gets that kind, any other without a kind is plain work;
 * transitions are `t1`, `t2` … in the order given. Where a brief is given, it is confirmed at `start`, so that the
 * example shows its own rule and no other. Throws when the sketch is no valid document.
 */
export function sketch(
  steps: readonly StepSketch[],
  transitions: readonly TransitionSketch[],
  more: {
    readonly handoffs?: readonly Handoff[]
    readonly brief?: Partial<Workflow['brief']>
    readonly placing?: Placing
  } = {},
): Workflow {
  return WorkflowSchema.parse({
    format: 'handoff',
    version: 1,
    steps: steps.map((step) => ({ name: step.id, kind: kindOf(step.id), ...step })),
    transitions: transitions.map(([from, to, rest], i) => ({
      id: `t${i + 1}`,
      from,
      to,
      kind: 'normal',
      ...rest,
    })),
    ...more,
    handoffs: [...(more.handoffs ?? []), ...(more.brief ? [CONFIRMED_BRIEF] : [])],
  })
}

function kindOf(id: string): Step['kind'] {
  return id === 'start' || id === 'end' ? id : 'step'
}

/** An action that is hard to take back and leaves the house: it needs approve. */
export function payment(id: string): Partial<Step> & { readonly id: string } {
  return {
    id,
    kind: 'action',
    verb: 'pay',
    consequence: { level: 3, reversibility: 2, external: true, domains: ['money'] },
  }
}

/** A complete approval before a step, as the product would place it. */
export function approvalBefore(step: string, more: Partial<Handoff> = {}): Handoff {
  return {
    id: `approve_${step}`,
    kind: 'approval',
    strength: 'approve',
    at: { before: step },
    decisions: ['approve', 'edit', 'reject'],
    timeout: { after: 'PT4H', then: 'abort' },
    onReject: { to: null, maxReproposals: 1 },
    ...more,
  }
}

const CONFIRMED_BRIEF: Handoff = {
  ...approvalBefore('start'),
  id: 'brief',
  kind: 'brief',
  at: { start: 'start' },
}

/** A brief that says when the run is good enough. */
export const BRIEF = {
  objective: 'Pay what is owed',
  successCondition: 'Paid once, to the right account',
} as const
