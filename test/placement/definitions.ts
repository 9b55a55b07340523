// The definitions of PLACEMENT.md 1.3 to 1.5 and 4.4 as they stand there, step by step and without any cleverness, for
// the oracle.
import type { Workflow } from '../../shared/model/workflow.ts'

const DEMAND = ['0012', '0123', '1233', '2334', '3344']

type Levels = ReadonlyMap<string, number>

/** What each step that a run reaches demands: ½ to be told, 1 confirm, 2 approve, 3 two-person. */
export function demandsOf(workflow: Workflow): Map<string, number> {
  const demands = new Map<string, number>()
  for (const id of reached(workflow)) {
    const { kind, consequence = {} } = stepOf(workflow, id)
    if (!['action', 'agent', 'subflow'].includes(kind) || consequence.level === undefined) continue
    if (workflow.placing?.waivers.some(({ step }) => step === id)) continue
    const { reversibility: undo = 0, external = false, security = false, volume = 1 } = consequence
    const grave = Math.min(4, consequence.level + String(Math.floor(Math.max(1, volume))).length - 1)
    const facts = Number(undo >= 2) + Number(external) + Number(security)
    let rank = Number(DEMAND[grave]?.[facts])
    if (grave === 4 && facts === 1 && !external) rank = 4
    if ((rank === 1 || rank === 2) && doubtArrives(workflow, id)) rank++
    demands.set(id, rank === 1 ? 0.5 : Math.max(0, rank - 1))
  }
  return demands
}

/** Doubt of level 3 or more that can come here unsettled. */
function doubtArrives(workflow: Workflow, id: string): boolean {
  return [...reached(workflow)].some((source) => {
    const { level = 0, label } = stepOf(workflow, source).uncertainty ?? {}
    return level >= 3 && unsettled(workflow, source, label).has(id)
  })
}

/** True where authority that is carried into the step ends. */
export function isLive(workflow: Workflow, demands: Levels, id: string): boolean {
  const { kind, uncertainty } = stepOf(workflow, id)
  if (kind === 'start') return true
  if ((uncertainty?.level ?? 0) < 2) return false
  return [...unsettled(workflow, id, uncertainty?.label)].some((step) => (demands.get(step) ?? 0) > 0)
}

/** True for the way on from a person or a check that said "no", or nothing at all. */
export function isNo(workflow: Workflow, { from, kind }: Workflow['transitions'][number]): boolean {
  return (kind === 'reject' || kind === 'timeout') && ['human', 'check'].includes(stepOf(workflow, from).kind)
}

/** Steps that a walk from `source` comes to before it has passed a step that settles `label`. */
function unsettled(workflow: Workflow, source: string, label: string | undefined): Set<string> {
  const here = new Set(walked(workflow, source).map(({ to }) => to))
  for (const id of here) {
    if (stepOf(workflow, id).clears?.some((cleared) => cleared === label)) continue
    for (const { to } of walked(workflow, id)) here.add(to)
  }
  return here
}

/** Steps that some run comes to. */
export function reached(workflow: Workflow): Set<string> {
  const here = new Set(workflow.steps.filter(({ kind }) => kind === 'start').map(({ id }) => id))
  for (const id of here) for (const { to } of walked(workflow, id)) here.add(to)
  return here
}

/** Ways on that some run takes. */
export function walked({ transitions }: Workflow, id: string): Workflow['transitions'] {
  return transitions.filter(({ from, probability }) => from === id && probability !== 0)
}

function stepOf({ steps }: Workflow, id: string): Workflow['steps'][number] {
  return steps.find((step) => step.id === id) ?? { id, kind: 'step', name: id }
}

/** Runs in flight, counted until all have ended: expected passages of every place. Odds have to be stated. */
export function visitsOf(workflow: Workflow): Levels | undefined {
  const starts = workflow.steps.filter(({ kind }) => kind === 'start')
  const reachable = reached(workflow)
  const total = new Map<string, number>()
  let flight = new Map(starts.map(({ id }) => [id, 1 / starts.length]))
  for (let round = 0; flight.size > 0; round++) {
    if (round > 3000) return undefined
    const next = new Map<string, number>()
    for (const [id, amount] of flight) {
      add(total, `before ${id}`, amount)
      const split = stepOf(workflow, id).kind === 'split'
      for (const way of walked(workflow, id)) {
        const flow = amount * (split ? 1 : (way.probability ?? 1))
        add(total, `on ${way.id}`, flow)
        const branches = workflow.transitions.filter(
          ({ from, to, probability }) => to === way.to && probability !== 0 && reachable.has(from),
        ).length
        add(next, way.to, stepOf(workflow, way.to).kind === 'join' ? flow / branches : flow)
      }
    }
    flight = new Map([...next].filter(([, amount]) => amount > 1e-13))
  }
  return total
}

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount)
}
