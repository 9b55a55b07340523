// The independent checker: is every step that needs a person's consent covered, and does a certificate tell the truth?
// It imports the model's types alone, so that it can disagree with the optimiser.
import { readClaims, type Claims } from './claims.ts'
import { certificateFaults } from './certificate-faults.ts'
import { CONSENT, type CoverageFault } from './fault.ts'
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
 * time linear in the workflow. `workflowHash` is the hash that the certificate has to name; the caller works it out.
 */
export function verify(
  workflow: Workflow,
  certificate?: Certificate,
  options: { readonly workflowHash?: string } = {},
): Verdict {
  const claims = readClaims(workflow)
  const faults = certificate
    ? certificateFaults(claims, certificate, options.workflowHash)
    : uncoveredSteps(claims)
  return { covered: faults.length === 0, faults }
}

/** Every step that some walk reaches with less consent than it needs, with one shortest such walk. */
function uncoveredSteps(claims: Claims): readonly CoverageFault[] {
  const below = ([1, 2, 3] as const).map((level) => ({ level, cameFrom: walkedBelow(claims, level) }))
  return [...claims.required].flatMap(([id, needed]) => {
    // The lowest level at which the step falls short: one less is the most that the walk carries.
    const short = below.find(({ level, cameFrom }) => level <= needed && cameFrom.has(id))
    if (!short) return []
    const carried = short.level === 1 ? 0 : short.level === 2 ? 1 : 2
    const message = `“${id}” needs ${CONSENT[needed]}; this walk reaches it with ${CONSENT[carried]}.`
    return [{ step: id, message, walk: traceBack(id, short.cameFrom, claims.liveSources) }]
  })
}

/**
 * Steps that some walk from a live source comes to, and past the gate before them, with authority below `level`; for
 * each the step before it on a shortest such walk.
 */
function walkedBelow(claims: Claims, level: Authority): ReadonlyMap<string, string> {
  const cameFrom = new Map<string, string>()
  const left = new Set(claims.liveSources)
  const queue = [...left]
  for (const id of queue) {
    for (const { to, transition } of claims.out.get(id) ?? []) {
      if (transition !== undefined && (claims.on.get(transition) ?? 0) >= level) continue
      if ((claims.before.get(to) ?? 0) >= level || cameFrom.has(to)) continue
      cameFrom.set(to, id)
      if (left.has(to)) continue
      left.add(to)
      queue.push(to)
    }
  }
  return cameFrom
}

function traceBack(
  to: string,
  cameFrom: ReadonlyMap<string, string>,
  sources: ReadonlySet<string>,
): readonly string[] {
  const walk = [to]
  for (let id = cameFrom.get(to); id !== undefined; id = cameFrom.get(id)) {
    walk.push(id)
    if (sources.has(id)) break
  }
  return walk.toReversed()
}
