// Sorts findings by what people decided about them: still open, set aside, come back, or decided about nothing any more.
import type { Disposition } from '../model/disposition.ts'
import type { Finding } from '../model/finding.ts'
import type { Workflow } from '../model/workflow.ts'
import { canonicalJson } from '../support/canonical-json.ts'
import { fingerprint } from '../support/sha256.ts'

/** A finding and the decision about it. */
export interface DecidedFinding {
  readonly finding: Finding
  readonly disposition: Disposition
}

export interface DisposedFindings {
  /** What still asks for attention, the returned ones included; in the order of `findings`. */
  readonly open: readonly Finding[]
  /** Set aside by a person, on facts that still hold. */
  readonly dismissed: readonly DecidedFinding[]
  /** Set aside once, but the facts are others now (or the time is up): these are open again. */
  readonly returned: readonly DecidedFinding[]
  /** Set aside, and the place that the decision speaks of is gone. What was merely solved is not among these. */
  readonly orphaned: readonly Disposition[]
}

/** What decisions are held against: the decisions themselves, and the places that they may speak of. */
export type DecidedWorkflow = Pick<Workflow, 'dispositions' | 'steps' | 'transitions' | 'handoffs'>

/** The fingerprint of the facts that a finding rests on; kept with every decision about it. */
export function factsFingerprint(finding: Finding): string {
  return fingerprint(canonicalJson(finding.facts))
}

/**
 * Applies the decisions of a workflow to its findings. Where there are several decisions about one finding, the last one counts.
 * `now` (RFC 3339, UTC) wakes what was put off until a moment before it; without it nothing wakes.
 * A decision without a fingerprint was written by hand and holds whatever the facts are.
 */
export function applyDispositions(
  findings: readonly Finding[],
  workflow: DecidedWorkflow,
  options: { readonly now?: string } = {},
): DisposedFindings {
  const byFinding = new Map(
    workflow.dispositions.filter(setsAside).map((disposition) => [disposition.finding, disposition]),
  )
  const decided = findings.flatMap((finding) => {
    const disposition = byFinding.get(finding.id)
    return disposition ? [{ finding, disposition }] : []
  })
  const dismissed = decided.filter((entry) => holds(entry, options.now))
  const aside = new Set(dismissed.map((entry) => entry.finding))
  const found = new Set(findings.map((finding) => finding.id))
  const places = placesOf(workflow)
  return {
    open: findings.filter((finding) => !aside.has(finding)),
    dismissed,
    returned: decided.filter((entry) => !aside.has(entry.finding)),
    orphaned: [...byFinding.values()].filter(
      ({ finding }) => !found.has(finding) && !places.has(placeIdOf(finding)),
    ),
  }
}

function placesOf({ steps, transitions, handoffs }: DecidedWorkflow): ReadonlySet<string> {
  return new Set(['document', ...[...steps, ...transitions, ...handoffs].map(({ id }) => id)])
}

// A finding is called `RULE@place`; a rule's name has no such sign.
function placeIdOf(finding: string): string {
  return finding.slice(finding.indexOf('@') + 1)
}

// "Accepted" says that the suggestion was placed; a finding that is still there after that is as open as any.
function setsAside(disposition: Disposition): boolean {
  return disposition.status !== 'accepted'
}

function holds({ finding, disposition }: DecidedFinding, now: string | undefined): boolean {
  if (disposition.facts !== '' && disposition.facts !== factsFingerprint(finding)) return false
  if (disposition.status !== 'snoozed') return true
  return now === undefined || disposition.until === undefined || now < disposition.until
}
