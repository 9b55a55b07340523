// The fingerprint of what a workflow means, so that a certificate can say which workflow it speaks of.
import { inCanonicalOrder } from './order.ts'
import { canonicalJson, canonicalJsonOfEntries } from '../support/canonical-json.ts'
import { fingerprint } from '../support/sha256.ts'
import type { Workflow } from '../model/workflow.ts'

/**
 * `sha256:…` over the brief, parties, steps, transitions, handoffs, profile, placing, semantics and the day it is judged on, with their unknown fields:
 * all that the analysis reads. Left out, because changing them changes no answer: the document's own name and description,
 * layout, decisions about findings, scenarios, unknown fields of the document itself. Names of steps are in: they
 * are part of what a reviewer is shown. Independent of the order of keys and entries.
 */
export function workflowHash(workflow: Workflow): string {
  return hashesOf(workflow).workflow
}

/**
 * The hash that a certificate names: the meaning without the handoffs. The certificate lists the gates that it counts
 * on itself, so that it speaks of the same workflow before and after they are placed.
 */
export function certifiedHash(workflow: Workflow): string {
  return hashesOf(workflow).certified
}

/** Both at once: the second is made from the first and the handoffs, so that the steps are hashed only once. */
export function hashesOf(workflow: Workflow): { readonly workflow: string; readonly certified: string } {
  const {
    brief,
    parties,
    steps,
    transitions,
    handoffs,
    placing,
    semantics,
    asOf,
    runsPerDay,
    rulePacks,
    ...rest
  } = inCanonicalOrder(workflow)
  // What is assumed about people and load, and the team's own rules, decide no coverage, so that no certificate speaks of it.
  const { reviewer, ...profile } = rest.profile
  // The two long lists come last in the order of the keys, which lets them be appended as remembered text.
  const short = canonicalJson({ brief, parties, profile, placing, semantics, asOf })
  const long = `"steps":${canonicalJsonOfEntries(steps)},"transitions":${canonicalJsonOfEntries(transitions)}`
  const certified = fingerprint(`${short.slice(0, -1)},${long}}`)
  return {
    certified,
    workflow: fingerprint(canonicalJson({ certified, handoffs, reviewer, runsPerDay, rulePacks })),
  }
}
