// Golden workflows and the placement that each has to reach; and the short notation of the collection they come from.
import { analyse } from '../../shared/analysis/analyse.ts'
import { verify } from '../../shared/placement/checker/verify.ts'
import { placeKey, type Place } from '../../shared/model/handoff.ts'
import { WorkflowSchema, type Workflow } from '../../shared/model/workflow.ts'
import type { PlacedHandoff } from '../../shared/model/placement.ts'
import { withHandoffs } from '../placement/support.ts'

export interface Expected {
  /** Without a kind: an approval or a sign-off. Without a strength: any. */
  readonly handoffs: readonly { readonly kind?: string; readonly strength?: string; readonly at: Place }[]
  readonly remove: readonly string[]
  readonly approvalMinutesPerRun: number
  readonly baselines: { readonly gateEveryAction: number; readonly approveEveryStep: number }
}

/** Figures of the collection are rounded to three digits. */
const ROUNDING = 5e-4

/** The placement that the analysis reaches and the one that it has to reach, in the same words. */
export function goldenOutcome(workflow: Workflow, expected: Expected): { reached: object; wanted: object } {
  const { placement, certificate } = analyse(workflow)
  const placed = withHandoffs(workflow, [...workflow.handoffs, ...placement.handoffs])
  const { baselines } = placement
  return {
    reached: {
      handoffs: placement.handoffs.map((found) => shown(found, expected)).toSorted(),
      remove: placement.remove.toSorted(),
      approvalMinutesPerRun: within(placement.approvalMinutesPerRun, expected.approvalMinutesPerRun),
      gateEveryAction: within(baselines.gateEveryAction, expected.baselines.gateEveryAction),
      approveEveryStep: within(baselines.approveEveryStep, expected.baselines.approveEveryStep),
      optimal: placement.optimal,
      gap: placement.gap,
      verdict: verify(placed, certificate),
    },
    wanted: {
      handoffs: expected.handoffs
        .map(({ kind = 'gate', strength = 'any', at }) => `${kind} ${strength} ${placeKey(at)}`)
        .toSorted(),
      remove: expected.remove.toSorted(),
      approvalMinutesPerRun: expected.approvalMinutesPerRun,
      gateEveryAction: expected.baselines.gateEveryAction,
      approveEveryStep: expected.baselines.approveEveryStep,
      optimal: true,
      gap: 0,
      verdict: { covered: true, faults: [] },
    },
  }
}

/** The expected figure where the one found rounds to it, else the one found. */
function within(found: number, expected: number): number {
  return Math.abs(found - expected) <= ROUNDING ? expected : found
}

function shown({ kind, strength, at }: PlacedHandoff, { handoffs }: Expected): string {
  const wanted = handoffs.find((handoff) => placeKey(handoff.at) === placeKey(at))
  const isGate = kind === 'approval' || kind === 'sign-off'
  const kindShown = isGate && wanted?.kind === undefined ? 'gate' : kind
  return `${kindShown} ${wanted && wanted.strength === undefined ? 'any' : strength} ${placeKey(at)}`
}

const STRENGTHS = ['notify', 'confirm', 'approve', 'two-person'] as const

/** A workflow in the collection's notation. */
export interface ShortGolden {
  readonly title: string
  readonly nodes: readonly {
    readonly id: string
    readonly kind: string
    readonly model?: string
    readonly dom?: readonly string[]
    readonly act?: string
    readonly c?: number
    readonly irr?: number
    readonly ext?: boolean
    readonly sec?: boolean
    readonly u?: number
    readonly label?: string
    readonly kills?: readonly string[]
    readonly grant?: number
  }[]
  readonly edges: readonly {
    readonly from: string
    readonly to: string
    readonly p: number
    readonly kind?: string
  }[]
  readonly expect: readonly string[]
  readonly minutesPerRun: { readonly placed: number } & Expected['baselines']
}

/** The same workflow as a document. A label that the format does not know settles nothing, so it is left out. */
export function documentOf(golden: ShortGolden): Workflow {
  return WorkflowSchema.parse({
    format: 'handoff',
    version: 1,
    name: golden.title,
    steps: golden.nodes.map(stepOf),
    transitions: golden.edges.map(({ from, to, p, kind = 'normal' }, index) => ({
      id: `t${index + 1}`,
      from,
      to,
      probability: p,
      kind: kind === 'lowconf' ? 'low-confidence' : kind,
    })),
  })
}

/** What the collection expects, with the ids of `documentOf`. */
export function expectedOf(golden: ShortGolden): Expected {
  const removals = golden.expect.filter((line) => line.startsWith('REMOVE '))
  return {
    handoffs: golden.expect
      .filter((line) => !removals.includes(line))
      .map((line) => {
        const [what = '', where = ''] = line.split('@')
        const at = placeOf(golden, where)
        if (what === 'notify') return { kind: 'notify', strength: 'notify', at }
        return STRENGTHS.some((strength) => strength === what) ? { strength: what, at } : { kind: what, at }
      }),
    remove: removals.map((line) => line.slice('REMOVE '.length)),
    approvalMinutesPerRun: golden.minutesPerRun.placed,
    baselines: golden.minutesPerRun,
  }
}

function stepOf(node: ShortGolden['nodes'][number]): object {
  const kinds: Readonly<Record<string, string>> = { validator: 'check', subagent: 'agent' }
  const consequence = {
    ...(node.c === undefined ? {} : { level: node.c }),
    ...(node.irr === undefined ? {} : { reversibility: node.irr }),
    ...(node.ext ? { external: true } : {}),
    ...(node.sec ? { security: true } : {}),
  }
  return {
    id: node.id,
    name: node.id,
    kind: node.kind === 'step' && node.model ? 'model' : (kinds[node.kind] ?? node.kind),
    ...(node.dom ? { domains: node.dom } : {}),
    ...(node.act ? { verb: node.act } : {}),
    ...(Object.keys(consequence).length > 0 ? { consequence } : {}),
    ...(node.u === undefined ? {} : { uncertainty: { level: node.u, label: node.label } }),
    ...(node.kills ? { clears: node.kills.filter((label) => label !== 'format') } : {}),
    ...(node.grant === undefined ? {} : { grant: STRENGTHS[node.grant] }),
  }
}

function placeOf({ nodes, edges }: ShortGolden, where: string): Place {
  const [from, to] = where.split('->')
  if (to === undefined) {
    return nodes.find(({ id }) => id === where)?.kind === 'start' ? { start: where } : { before: where }
  }
  return { on: `t${edges.findIndex((edge) => edge.from === from && edge.to === to) + 1}` }
}
