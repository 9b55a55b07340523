// Follows one walk of a certificate and says why it does not show that its gate is needed.
import type { Claims } from './claims.ts'
import type { Short } from './time-claims.ts'
import type { Way } from './ways.ts'
import type { CoverageFault } from './fault.ts'
import type { Certificate } from '../../model/placement.ts'

const MOST = 3

type Need = Certificate['needed'][number]

/**
 * The walk has to begin where authority is nothing, go along ways of the workflow, and come to a step that gets less
 * than it needs once the gate at `at` is one level weaker. Between two steps with several ways the weakest counts.
 */
export function walkFault(claims: Claims, need: Need): CoverageFault | undefined {
  const place =
    'before' in need.at
      ? { step: need.at.before }
      : 'on' in need.at
        ? { transition: need.at.on }
        : { step: need.at.start }
  const fault = (message: string): CoverageFault => ({ ...place, message, walk: need.walk })
  const [first, ...rest] = need.walk
  const isLive = first !== undefined && claims.liveSources.has(first)
  // A walk can also begin with a "no": only that way from its first step counts then.
  const saysNo = (way: Way): boolean => way.refused === true && way.to === rest[0]
  const name = 'step' in place ? `at “${place.step}”` : `on transition “${place.transition}”`
  if (first === undefined || !(isLive || (claims.out.get(first) ?? []).some(saysNo))) {
    return fault(`The walk that shows the need of the gate ${name} begins where no doubt is live.`)
  }
  if (claims.time) return timedFault(claims, need, fault)
  let authority = isLive ? 0 : MOST
  let from = first
  for (const [index, to] of rest.entries()) {
    const isLast = index === rest.length - 1
    // The last step has to be come to at its door, past the gate before it.
    const ways = (claims.out.get(from) ?? []).filter((way) => way.to === to && !(isLast && way.back))
    if (ways.length === 0) {
      return fault(
        `The walk that shows the need of the gate ${name} goes from “${from}” to “${to}”, which no run can.`,
      )
    }
    const carried = ways.map((way) =>
      way.back ? authority : carriedBy(claims, need, way, way.refused ? 0 : authority),
    )
    authority = Math.min(...carried)
    if (isLast) break
    if (claims.liveSources.has(to)) authority = 0
    from = to
  }
  const last = rest.at(-1)
  if (last !== undefined && authority < (claims.required.get(last) ?? 0)) return undefined
  return fault(`The walk to “${last ?? first}” stays covered when the gate ${name} is one level weaker.`)
}

function carriedBy(claims: Claims, need: Need, { to, transition }: Way, authority: number): number {
  return Math.max(authority, gateOn(claims, need, transition), gateBefore(claims, need, to))
}

function gateOn(claims: Claims, { at }: Need, transition: string | undefined): number {
  if (transition === undefined) return 0
  const gate = claims.on.get(transition) ?? 0
  return 'on' in at && at.on === transition ? Math.max(0, gate - 1) : gate
}

function gateBefore(claims: Claims, { at }: Need, step: string): number {
  const gate = claims.before.get(step) ?? 0
  return 'before' in at && at.before === step ? Math.max(0, gate - 1) : gate
}

// Where consent expires, the walk is followed level by level with the minutes for which the best of it is still good.
function timedFault(
  claims: Claims,
  need: Need,
  fault: (message: string) => CoverageFault,
): CoverageFault | undefined {
  const { time } = claims
  const [first = '', ...rest] = need.walk
  const last = rest.at(-1) ?? first
  const level = claims.required.get(last) ?? 0
  if (!time || level === 0) return fault(`“${last}” needs nobody.`)
  const good = (most: number, shorts: readonly Short[] = []): number =>
    most >= level
      ? Infinity
      : Math.max(-1, ...shorts.map((each) => (each.authority >= level ? each.minutes : -1)))
  let lasts = claims.liveSources.has(first) ? -1 : Infinity
  let from = first
  for (const [index, to] of rest.entries()) {
    const isLast = index === rest.length - 1
    const ways = (claims.out.get(from) ?? []).filter((way) => way.to === to && !(isLast && way.back))
    if (ways.length === 0) return fault(`The walk goes from “${from}” to “${to}”, which no run can.`)
    lasts = Math.min(
      ...ways.map((way) => {
        if (way.back) return lasts
        const carried = Math.max(
          way.refused ? -1 : lasts,
          good(gateOn(claims, need, way.transition), time.on.get(way.transition ?? '')),
        )
        return Math.max(
          carried - (time.waits.get(to) ?? 0),
          good(gateBefore(claims, need, to), time.before.get(to)),
        )
      }),
    )
    if (isLast) break
    lasts = claims.liveSources.has(to) ? -1 : Math.max(-1, lasts - (time.at.get(to) ?? 0))
    from = to
  }
  return lasts < 0
    ? undefined
    : fault(`The walk to “${last}” stays covered when its gate is one level weaker.`)
}
