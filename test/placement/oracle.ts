// Brute force: every way to put gates into a small workflow, walked through from every source of doubt. Written from
// the definitions alone and far too slow for anything but tests.
import type { Workflow } from '../../shared/model/workflow.ts'

const STRENGTHS = ['notify', 'confirm', 'approve', 'two-person']
const MINUTES = [0, 0.5, 4, 10]
const CONFERRING = ['approval', 'sign-off', 'exception']
const DEMAND = ['0012', '0123', '1233', '2334', '3344']

type Levels = ReadonlyMap<string, number>

/** More places than this take seconds, not milliseconds. */
const MOST_PLACES = 11

/** The cheapest placement on top of the gates that are there. Undefined where visits are endless or places too many. */
export function bruteForce(workflow: Workflow): { minutes: number; gates: number } | undefined {
  const visits = visitsOf(workflow)
  if (!visits) return undefined
  const demands = demandsOf(workflow)
  const standing = standingGates(workflow)
  const price = (place: string, level: number): number => (visits.get(place) ?? 0) * (MINUTES[level] ?? 0)
  const places = placesOf(workflow).filter((place) => (visits.get(place) ?? 0) > 0)
  if (places.length > MOST_PLACES) return undefined
  const most = Math.max(0, ...demands.values())
  let best = { minutes: Infinity, gates: Infinity }
  const choose = (index: number, gates: Levels, minutes: number, count: number): void => {
    if (minutes > best.minutes + 1e-9 || (minutes > best.minutes - 1e-9 && count >= best.gates)) return
    const full = new Map(gates)
    for (const place of places.slice(index)) full.set(place, 3)
    if (!covers(workflow, full)) return
    const place = places[index]
    if (place === undefined) best = { minutes, gates: count }
    else {
      choose(index + 1, gates, minutes, count)
      for (let level = (standing.get(place) ?? 0) + 1; level <= most; level++) {
        choose(index + 1, new Map(gates).set(place, level), minutes + price(place, level), count + 1)
      }
    }
  }
  choose(0, standing, 0, 0)
  return best
}

/** True when no walk from a start, or from live doubt, comes to a step with less authority than it demands. */
export function covers(workflow: Workflow, gates: Levels): boolean {
  const demands = demandsOf(workflow)
  const live = [...reached(workflow)].filter((id) => isLive(workflow, demands, id))
  const seen = new Set<string>()
  const todo = live.map((id) => ({ id, authority: 0 }))
  for (const { id, authority } of todo) {
    for (const way of walked(workflow, id)) {
      const here = Math.max(authority, gates.get(`on ${way.id}`) ?? 0, gates.get(`before ${way.to}`) ?? 0)
      // Half a demand asks that somebody is told, and lets every run through.
      if (here < Math.floor(demands.get(way.to) ?? 0)) return false
      const next = { id: way.to, authority: live.includes(way.to) ? 0 : here }
      const key = JSON.stringify(next)
      if (!seen.has(key)) todo.push(next)
      seen.add(key)
    }
  }
  return true
}

/** What passing each place confers as the document stands. */
export function standingGates({ steps, handoffs }: Workflow): Map<string, number> {
  const gates = new Map<string, number>()
  const put = (place: string, strength: string): void =>
    void gates.set(place, Math.max(gates.get(place) ?? 0, STRENGTHS.indexOf(strength)))
  for (const { id, grant } of steps) if (grant) put(`before ${id}`, grant)
  for (const { kind, strength, at } of handoffs) {
    if (!CONFERRING.includes(kind) || 'start' in at) continue
    put('before' in at ? `before ${at.before}` : `on ${at.on}`, strength)
  }
  return gates
}

function placesOf({ steps, transitions }: Workflow): string[] {
  const kindOf = new Map(steps.map(({ id, kind }) => [id, kind]))
  const inner = steps.filter(({ kind }) => kind !== 'start' && kind !== 'end')
  const ways = transitions.filter(
    ({ from, to, kind }) =>
      kind !== 'normal' ||
      kindOf.get(from) === 'decision' ||
      transitions.filter((other) => other.to === to).length > 1,
  )
  return [...inner.map(({ id }) => `before ${id}`), ...ways.map(({ id }) => `on ${id}`)]
}

function demandsOf(workflow: Workflow): Map<string, number> {
  const demands = new Map<string, number>()
  for (const id of reached(workflow)) {
    const { kind, consequence = {} } = stepOf(workflow, id)
    if (!['action', 'agent', 'subflow'].includes(kind) || consequence.level === undefined) continue
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

function isLive(workflow: Workflow, demands: Levels, id: string): boolean {
  const { kind, uncertainty } = stepOf(workflow, id)
  if (kind === 'start') return true
  if ((uncertainty?.level ?? 0) < 2) return false
  return [...unsettled(workflow, id, uncertainty?.label)].some((step) => (demands.get(step) ?? 0) > 0)
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

function reached(workflow: Workflow): Set<string> {
  const here = new Set(workflow.steps.filter(({ kind }) => kind === 'start').map(({ id }) => id))
  for (const id of here) for (const { to } of walked(workflow, id)) here.add(to)
  return here
}

function walked({ transitions }: Workflow, id: string): Workflow['transitions'] {
  return transitions.filter(({ from, probability }) => from === id && probability !== 0)
}

function stepOf({ steps }: Workflow, id: string): Workflow['steps'][number] {
  return steps.find((step) => step.id === id) ?? { id, kind: 'step', name: id }
}

/** Runs in flight, counted until all have ended: expected passages of every place. Odds have to be stated. */
function visitsOf(workflow: Workflow): Levels | undefined {
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
