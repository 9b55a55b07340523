// The independent checker: is every step that needs a person's consent covered, and does a certificate tell the truth?
// It imports the model's types alone, so that it can disagree with the optimiser.
import { laterDay } from '../../support/expiry.ts'
import { readClaims, type Claims } from './claims.ts'
import { certificateFaults } from './certificate-faults.ts'
import { CONSENT, type CoverageFault } from './fault.ts'
import { walkedBelowCausally } from './parallel-claims.ts'
import { walkedWithout } from './time-claims.ts'
import type { Way } from './ways.ts'
import type { Certificate } from '../../model/placement.ts'
import type { Authority } from '../../model/scales.ts'
import type { Workflow } from '../../model/workflow.ts'

export interface Verdict {
  /** True when nothing is at fault: every demand is met, and the certificate, where there is one, is right. */
  readonly covered: boolean
  readonly faults: readonly CoverageFault[]
}

/**
 * Checks a workflow by itself, or together with a certificate (PLACEMENT.md 3.5). Without one, every walk that starts
 * where authority is nothing is searched, level by level. With one, its labelling is compared way by way, which takes
 * time linear in the workflow. `workflowHash` is the hash that the certificate has to name; the caller works it out. Accepted risks
 * that expire on the day of `asOf` or before count for nothing; so do they on the document's own day, where that is later or
 * `asOf` is not given. Without either none has expired.
 */
export function verify(
  workflow: Workflow,
  certificate?: Certificate,
  options: { readonly workflowHash?: string; readonly asOf?: string } = {},
): Verdict {
  const claims = readClaims(workflow, laterDay(options.asOf, workflow.asOf))
  const faults = certificate
    ? certificateFaults(claims, certificate, options.workflowHash)
    : uncoveredSteps(claims)
  return { covered: faults.length === 0, faults }
}

/** Every step that some walk reaches with less consent than it needs, with one shortest such walk. */
function uncoveredSteps(claims: Claims): readonly CoverageFault[] {
  const searches = ([1, 2, 3] as const).map((level) => ({
    level,
    reached: reachedBelow(claims, level),
  }))
  return [...claims.required].flatMap(([id, needed]) => {
    // The lowest level at which the step falls short: one less is the most that the walk carries.
    const short = searches.find(({ level, reached }) => level <= needed && reached.has(id))
    if (!short) return []
    const carried = short.level === 1 ? 0 : short.level === 2 ? 1 : 2
    const message = `“${id}” needs ${CONSENT[needed]}; this walk reaches it with ${CONSENT[carried]}.`
    return [{ step: id, message, walk: walkTo(id, short) }]
  })
}

/** A walk backwards from where it ends. */
interface Trail {
  readonly id: string
  readonly before?: Trail
}

/** Shortest walks up to the start of each step, and up to its leaving. */
interface Search {
  readonly reached: ReadonlyMap<string, Trail>
}

/** For each step that has one a walk to it along which consent stays below `level`. */
function reachedBelow(claims: Claims, level: Authority): ReadonlyMap<string, Trail> {
  const { time, blocks } = claims
  if (time) return walkedWithout({ ...claims, time }, level).reached
  return blocks ? walkedBelowCausally(claims, blocks, level) : walkedBelow(claims, level).reached
}

/** All walks from live sources and from where somebody said "no", along which authority stays below `level`. */
function walkedBelow(claims: Claims, level: Authority): Search {
  const reached = new Map<string, Trail>()
  const left = new Map<string, Trail>([...claims.liveSources].map((id) => [id, { id }]))
  const queue = [...left.values()]
  const follow = ({ to, transition, back }: Way, trail: Trail): void => {
    if (transition !== undefined && (claims.on.get(transition) ?? 0) >= level) return
    if (!back && (claims.before.get(to) ?? 0) >= level) return
    const next = { id: to, before: trail }
    if (!back && !reached.has(to)) reached.set(to, next)
    if (left.has(to)) return
    left.set(to, next)
    queue.push(next)
  }
  for (const way of claims.ways)
    if (way.refused && claims.reachable.has(way.from)) follow(way, { id: way.from })
  for (const trail of queue) for (const way of claims.out.get(trail.id) ?? []) follow(way, trail)
  return { reached }
}

function walkTo(step: string, { reached }: Search): readonly string[] {
  const walk: string[] = []
  for (let at = reached.get(step); at; at = at.before) walk.push(at.id)
  return walk.toReversed()
}
