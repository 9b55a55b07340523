// Compares a certificate with the workflow it speaks of, one way and one step at a time.
import type { Claims } from './claims.ts'
import { conferredBy } from './conferred-by.ts'
import { CONSENT, type CoverageFault } from './fault.ts'
import { walkedBelowCausally } from './parallel-claims.ts'
import type { Short } from './time-claims.ts'
import { walkedWithout } from './time-claims.ts'
import { walkFault } from './walk-fault.ts'
import type { Certificate } from '../../model/placement.ts'
import type { Authority } from '../../model/scales.ts'

type Gates = { readonly before: ReadonlyMap<string, Authority>; readonly on: ReadonlyMap<string, Authority> }

/** Everything about the certificate that is not so. Empty when it proves that the workflow is covered. */
export function certificateFaults(
  claims: Claims,
  certificate: Certificate,
  workflowHash: string | undefined,
): readonly CoverageFault[] {
  const gates = countedGates(claims, certificate)
  return [
    ...hashFaults(certificate, workflowHash),
    ...sourceFaults(claims, certificate),
    ...demandFaults(claims, certificate),
    ...waiverFaults(claims, certificate),
    ...gateFaults(claims, certificate),
    ...unknownFaults(claims, certificate),
    ...stepFaults(claims, certificate, gates),
    ...wayFaults(claims, certificate, gates),
    ...expiryFaults(claims),
    ...causalFaults(claims, certificate),
    ...certificate.needed.flatMap((need) => walkFault(claims, need) ?? []),
    ...boundFaults(certificate),
  ]
}

function hashFaults({ workflow }: Certificate, expected: string | undefined): readonly CoverageFault[] {
  if (expected === undefined || expected === workflow) return []
  return [{ message: `The certificate speaks of ${workflow}; this workflow is ${expected}.` }]
}

function sourceFaults(claims: Claims, { liveSources }: Certificate): readonly CoverageFault[] {
  const named = new Set(liveSources)
  const faults: CoverageFault[] = []
  for (const id of claims.liveSources) {
    if (!named.has(id))
      faults.push({ step: id, message: `Doubt is live at “${id}”; the certificate leaves it out.` })
  }
  for (const id of named) {
    if (!claims.liveSources.has(id)) {
      faults.push({ step: id, message: `The certificate calls “${id}” a live source of doubt; it is none.` })
    }
  }
  return faults
}

function demandFaults(claims: Claims, { required }: Certificate): readonly CoverageFault[] {
  const faults: CoverageFault[] = []
  for (const id of new Set([...claims.required.keys(), ...Object.keys(required)])) {
    const stated = entry(required, id) ?? 0
    const needed = claims.required.get(id) ?? 0
    if (stated === needed) continue
    const message = `“${id}” needs ${CONSENT[needed]}; the certificate says ${CONSENT[stated]}.`
    faults.push({ step: id, message })
  }
  return faults
}

/** Whoever reads the certificate has to see every action that is excused instead of covered. */
function waiverFaults(claims: Claims, { waived = [] }: Certificate): readonly CoverageFault[] {
  const named = new Set(waived)
  const hidden = [...claims.waived].filter((id) => !named.has(id))
  const invented = waived.filter((id) => !claims.waived.has(id))
  return [
    ...hidden.map((step) => ({
      step,
      message: `Somebody accepts the risk of “${step}”; the certificate does not say so.`,
    })),
    ...invented.map((step) => ({ step, message: `Nobody accepts the risk of “${step}”.` })),
  ]
}

/** Every gate that the certificate counts on has to be in this document, and at least as strong. */
function gateFaults(claims: Claims, { gates }: Certificate): readonly CoverageFault[] {
  const faults: CoverageFault[] = []
  for (const { at, strength } of gates) {
    const [place, there] =
      'before' in at
        ? [{ step: at.before }, strongest(claims.before.get(at.before), claims.time?.before.get(at.before))]
        : 'on' in at
          ? [{ transition: at.on }, strongest(claims.on.get(at.on), claims.time?.on.get(at.on))]
          : [{ step: at.start }, 0 as const]
    if (there >= conferredBy(strength)) continue
    const where = 'step' in place ? `at “${place.step}”` : `on transition “${place.transition}”`
    const message = `The certificate counts on ${strength} ${where}; the workflow has ${CONSENT[there]} there.`
    faults.push({ ...place, message })
  }
  return faults
}

/** Consent that expires is there all the same; for how long it counts is looked at step by step. */
function strongest(always: Authority = 0, shorts: readonly Short[] = []): Authority {
  return shorts.reduce((most, { authority }) => (authority > most ? authority : most), always)
}

function unknownFaults(claims: Claims, certificate: Certificate): readonly CoverageFault[] {
  const faults: CoverageFault[] = []
  for (const id of Object.keys(certificate.steps)) {
    if (!claims.steps.has(id)) faults.push({ step: id, message: `The workflow has no step “${id}”.` })
  }
  for (const id of Object.keys(certificate.transitions)) {
    if (claims.transitions.has(id)) continue
    faults.push({ transition: id, message: `The workflow has no transition “${id}”.` })
  }
  return faults
}

function stepFaults(claims: Claims, certificate: Certificate, gates: Gates): readonly CoverageFault[] {
  const faults: CoverageFault[] = []
  for (const id of claims.reachable) {
    const labels = entry(certificate.steps, id)
    const fault = (message: string) => faults.push({ step: id, message })
    if (!labels) {
      fault(`A run can reach “${id}”; the certificate says nothing of it.`)
      continue
    }
    const [arriving, cleared, leaving] = labels
    if (claims.starts.has(id) && arriving > 0)
      fault(`A run begins at “${id}” with nothing, not ${CONSENT[arriving]}.`)
    if (cleared > Math.max(arriving, gates.before.get(id) ?? 0)) {
      fault(`Nothing before “${id}” raises ${CONSENT[arriving]} to ${CONSENT[cleared]}.`)
    }
    if (leaving > cleared)
      fault(`“${id}” is left with ${CONSENT[leaving]}, more than the ${CONSENT[cleared]} it had.`)
    if (leaving > 0 && claims.liveSources.has(id)) {
      fault(`Doubt is live at “${id}”, so it is left with nothing, not ${CONSENT[leaving]}.`)
    }
    const needed = claims.required.get(id) ?? 0
    if (cleared < needed)
      fault(`“${id}” needs ${CONSENT[needed]}; the certificate shows ${CONSENT[cleared]}.`)
  }
  return faults
}

function wayFaults(claims: Claims, certificate: Certificate, gates: Gates): readonly CoverageFault[] {
  const faults: CoverageFault[] = []
  for (const { from, to, transition, back, refused } of claims.ways) {
    const source = entry(certificate.steps, from)
    const target = entry(certificate.steps, to)
    // Ways out of steps that no run reaches are never walked; a reachable step without labels has its own fault.
    if (!source || !target || !claims.reachable.has(from)) continue
    const carried = refused ? 0 : source[2]
    if (back) {
      if (target[2] <= carried) continue
      const message = `“${to}” cannot be left with ${CONSENT[target[2]]}: “${from}” comes back to it with ${CONSENT[carried]}.`
      faults.push({ step: to, message })
      continue
    }
    const gate = transition === undefined ? 0 : (gates.on.get(transition) ?? 0)
    const stated = transition === undefined ? undefined : entry(certificate.transitions, transition)
    const place = transition === undefined ? { step: to } : { transition }
    const most = Math.max(carried, gate)
    const after = stated ?? most
    if (after > most) {
      const message = `The way from “${from}” to “${to}” carries ${CONSENT[most as Authority]}, not ${CONSENT[after as Authority]}.`
      faults.push({ ...place, message })
    }
    if (target[0] <= after || closes(claims, to)) continue
    const message = `“${to}” cannot be reached with ${CONSENT[target[0]]}: the way from “${from}” carries ${CONSENT[after as Authority]}.`
    faults.push({ ...place, message })
  }
  return faults
}

/** Ways to a placement, and whether they are exact: only an exact one may call its price the least. */
const METHODS: ReadonlyMap<string, boolean> = new Map([
  ['elimination', true],
  ['mip', false],
  ['local-search', false],
  // Of a policy: what the document has, without a claim that it is the cheapest.
  ['as designed', false],
])

/**
 * Whether the figures of the price agree with one another. What a gate costs hangs on how often it is passed, which is
 * not worked out here: that the price is right is the word of whoever made the certificate.
 */
/** Labels say nothing of time: where consent expires, every walk to what needs it is followed besides. */
function expiryFaults(claims: Claims): readonly CoverageFault[] {
  const { time } = claims
  if (!time) return []
  return ([1, 2, 3] as const).flatMap((level) => {
    const { reached } = walkedWithout({ ...claims, time }, level)
    return [...claims.required].flatMap(([id, needed]): CoverageFault[] =>
      needed === level && reached.has(id)
        ? [{ step: id, message: `A run can come to “${id}” when ${CONSENT[level]} has expired.` }]
        : [],
    )
  })
}

function closes({ blocks }: Claims, id: string): boolean {
  return blocks?.some(({ join }) => join === id) === true
}

/** Behind a join that is read causally more can be carried than one of its branches brings; every walk is followed. */
function causalFaults(claims: Claims, certificate: Certificate): readonly CoverageFault[] {
  const { blocks } = claims
  if (!blocks) return []
  return ([1, 2, 3] as const).flatMap((level) => {
    const cleared = walkedBelowCausally(claims, blocks, level)
    return [...claims.reachable].flatMap((id): CoverageFault[] => {
      const stated = entry(certificate.steps, id)?.[1] ?? 0
      return stated >= level && cleared.has(id)
        ? [{ step: id, message: `A run can come to “${id}” with less than ${CONSENT[level]}.` }]
        : []
    })
  })
}

function boundFaults({ bound }: Certificate): readonly CoverageFault[] {
  const exact = METHODS.get(bound.method)
  if (exact === undefined)
    return [{ message: `“${bound.method}” is no way to a placement that is known here.` }]
  if (!(bound.minutes >= 0 && bound.lowerBound >= 0))
    return [{ message: 'A price cannot be less than nothing.' }]
  // Sums of the same prices in another order differ in the last digits.
  const slack = 1e-6 * Math.max(1, Math.abs(bound.minutes))
  if (exact && bound.lowerBound < bound.minutes - slack) {
    return [
      {
        message: `An exact placement costs just the least possible, and not ${bound.minutes} min where ${bound.lowerBound} min would do.`,
      },
    ]
  }
  if (bound.lowerBound <= bound.minutes + slack) return []
  return [
    {
      message: `The least possible ${bound.lowerBound} min is more than the ${bound.minutes} min of the placement.`,
    },
  ]
}

/** What a step grants is in the workflow itself; handoffs count only where the certificate names them. */
function countedGates({ granted }: Claims, { gates }: Certificate): Gates {
  const before = new Map(granted)
  const on = new Map<string, Authority>()
  for (const { at, strength } of gates) {
    const authority = conferredBy(strength)
    if ('before' in at) before.set(at.before, atLeast(authority, before.get(at.before)))
    if ('on' in at) on.set(at.on, atLeast(authority, on.get(at.on)))
  }
  return { before, on }
}

function atLeast(authority: Authority, other: Authority = 0): Authority {
  return authority > other ? authority : other
}

/** Ids come from files: only what the record itself holds counts, never what every object inherits. */
function entry<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined
}
