// Brute force: every way to put gates into a small workflow, walked through from every source of doubt. Written from
// the definitions alone and far too slow for anything but tests.
import { demandsOf, isLive, isNo, reached, visitsOf, walked } from './definitions.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const STRENGTHS = ['notify', 'confirm', 'approve', 'two-person']
const MINUTES = [0, 0.5, 4, 10]
const CONFERRING = ['approval', 'sign-off', 'exception']

type Levels = ReadonlyMap<string, number>

/** More places than this take seconds, not milliseconds. */
const MOST_PLACES = 11

/**
 * The cheapest placement on top of the gates that are there, covering what `isCovered` says; a gate may stand at the places
 * of `more` as well. Undefined where visits are endless or places too many.
 */
export function bruteForce(
  workflow: Workflow,
  isCovered: (gates: Levels) => boolean = (gates) => covers(workflow, gates),
  more: readonly string[] = [],
): { minutes: number; gates: number } | undefined {
  const visits = visitsOf(workflow)
  if (!visits) return undefined
  const demands = demandsOf(workflow)
  const standing = standingGates(workflow)
  const price = (place: string, level: number): number => (visits.get(place) ?? 0) * (MINUTES[level] ?? 0)
  const out = ruledOut(workflow)
  const places = [...new Set([...placesOf(workflow), ...more])].filter(
    (place) => (visits.get(place) ?? 0) > 0 && !out.has(place),
  )
  if (places.length > MOST_PLACES) return undefined
  const most = Math.max(0, more.length > 0 ? 2 : 0, ...demands.values())
  let best = { minutes: Infinity, gates: Infinity }
  const choose = (index: number, gates: Levels, minutes: number, count: number): void => {
    if (minutes > best.minutes + 1e-9 || (minutes > best.minutes - 1e-9 && count >= best.gates)) return
    const full = new Map(gates)
    for (const place of places.slice(index)) full.set(place, 3)
    if (!isCovered(full)) return
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
  const noes = [...reached(workflow)].filter((id) => walked(workflow, id).some((way) => isNo(workflow, way)))
  const todo = [...live.map((id) => ({ id, authority: 0 })), ...noes.map((id) => ({ id, authority: 3 }))]
  for (const { id, authority } of todo) {
    for (const way of walked(workflow, id)) {
      const agreed = isNo(workflow, way) ? 0 : authority
      const here = Math.max(agreed, gates.get(`on ${way.id}`) ?? 0, gates.get(`before ${way.to}`) ?? 0)
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

function placesOf(workflow: Workflow): string[] {
  const { steps, transitions } = workflow
  const here = reached(workflow)
  const joins = (to: string): boolean =>
    transitions.filter((way) => way.to === to && way.probability !== 0 && here.has(way.from)).length > 1
  const kindOf = new Map(steps.map(({ id, kind }) => [id, kind]))
  const inner = steps.filter(({ kind }) => kind !== 'start' && kind !== 'end')
  const ways = transitions.filter(
    ({ from, to, kind }) => kind !== 'normal' || kindOf.get(from) === 'decision' || joins(to),
  )
  return [...inner.map(({ id }) => `before ${id}`), ...ways.map(({ id }) => `on ${id}`)]
}

function ruledOut({ placing }: Workflow): ReadonlySet<string> {
  const places = (placing?.forbidden ?? []).map((at) =>
    'before' in at ? `before ${at.before}` : 'on' in at ? `on ${at.on}` : '',
  )
  return new Set(places)
}
