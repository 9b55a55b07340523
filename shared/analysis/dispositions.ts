// Sorts findings by what people decided about them: still open, set aside, come back, or decided about nothing any more.
import { ruleOf, isMoment, isWide } from '../model/disposition.ts'
import type { Cover, Disposition, DispositionStatus } from '../model/disposition.ts'
import { SEVERITIES } from '../model/finding.ts'
import type { Finding } from '../model/finding.ts'
import { placeKey } from '../model/handoff.ts'
import { GUARDS } from '../model/profile.ts'
import { STRENGTHS } from '../model/scales.ts'
import type { Workflow } from '../model/workflow.ts'

/** A finding and the decision about it. */
export interface DecidedFinding {
  readonly finding: Finding
  readonly disposition: Disposition
}

/**
 * Why a decision no longer holds: the facts are others now, its time is up, what covered it is gone, or (accepted) what
 * was placed for it is gone.
 */
export type Returned = 'facts' | 'time' | 'cover' | 'placed'

export interface ReturnedFinding extends DecidedFinding {
  readonly because: Returned
}

export interface DisposedFindings {
  /** What still asks for attention, the returned ones included; in the order of `findings`. */
  readonly open: readonly Finding[]
  /** Set aside by a person, whatever the status, by a decision that holds. */
  readonly dismissed: readonly DecidedFinding[]
  /** Set aside once, but the decision holds no longer: these are open again. */
  readonly returned: readonly ReturnedFinding[]
  /** Set aside, and the place that the decision speaks of is gone. What was merely solved is not among these. */
  readonly orphaned: readonly Disposition[]
}

/** What decisions are held against: the decisions themselves, and the places that they may speak of. */
export type DecidedWorkflow = Pick<Workflow, 'dispositions' | 'steps' | 'transitions' | 'handoffs'>

export interface DecisionOptions {
  /** RFC 3339, UTC: wakes what was put off until a moment before it; without it nothing wakes. */
  readonly now?: string
  /** Decisions about whole rules that are kept outside of the document. */
  readonly workspace?: readonly Disposition[]
}

/**
 * Applies the decisions of a workflow and of its surroundings to its findings. A decision about one place comes before
 * one about the rule in this document, and that before one about the rule everywhere; of several about the same, the
 * last one counts. A decision without a fingerprint was written by hand and holds whatever the facts are. Decisions
 * about whole rules say nothing about rules that guard coverage.
 */
export function applyDispositions(
  findings: readonly Finding[],
  workflow: DecidedWorkflow,
  options: DecisionOptions = {},
): DisposedFindings {
  const decisions = decisionsOf(workflow, options.workspace ?? [])
  const context = { workflow, now: options.now }
  const dismissed: DecidedFinding[] = []
  const returned: ReturnedFinding[] = []
  const open: Finding[] = []
  for (const finding of findings) {
    const verdict = verdictOn(finding, decisions, context)
    if (verdict.aside) dismissed.push({ finding, disposition: verdict.aside })
    else {
      open.push(finding)
      if (verdict.returned) returned.push({ finding, ...verdict.returned })
    }
  }
  return { open, dismissed, returned, orphaned: orphansOf(findings, workflow, decisions.places) }
}

/** The findings that a decision would hide, of those that are open without it: what a person sees before they decide. */
export function hiddenBy(
  disposition: Disposition,
  findings: readonly Finding[],
  workflow: DecidedWorkflow,
): readonly Finding[] {
  const others = workflow.dispositions.filter(({ finding }) => finding !== disposition.finding)
  const { open } = applyDispositions(findings, { ...workflow, dispositions: others })
  const kept = disposition.scope === 'workspace' ? [] : [disposition]
  const workspace = disposition.scope === 'workspace' ? [disposition] : []
  const { dismissed } = applyDispositions(open, { ...workflow, dispositions: kept }, { workspace })
  return dismissed.map(({ finding }) => finding)
}

/** How many findings are set aside, by what was decided. */
export function countByStatus(
  decided: readonly DecidedFinding[],
): Readonly<Record<DispositionStatus, number>> {
  const counts = { accepted: 0, dismissed: 0, 'covered-by': 0, snoozed: 0 }
  for (const { disposition } of decided) counts[disposition.status]++
  return counts
}

interface Decisions {
  /** By finding. */
  readonly places: ReadonlyMap<string, Disposition>
  /** By rule: of this document, of the workspace. */
  readonly file: ReadonlyMap<string, Disposition>
  readonly workspace: ReadonlyMap<string, Disposition>
}

interface Context {
  readonly workflow: DecidedWorkflow
  readonly now: string | undefined
}

interface Verdict {
  readonly aside?: Disposition
  readonly returned?: { readonly disposition: Disposition; readonly because: Returned }
}

function decisionsOf({ dispositions }: DecidedWorkflow, workspace: readonly Disposition[]): Decisions {
  const byFinding = (list: readonly Disposition[]): ReadonlyMap<string, Disposition> =>
    new Map(list.map((disposition) => [disposition.finding, disposition]))
  return {
    places: byFinding(dispositions.filter((disposition) => !isWide(disposition))),
    file: byFinding(dispositions.filter(({ scope }) => scope === 'file')),
    workspace: byFinding(workspace.filter(({ scope }) => scope === 'workspace')),
  }
}

function verdictOn(finding: Finding, decisions: Decisions, context: Context): Verdict {
  const own = decisions.places.get(finding.id)
  const because = own && wornOut(finding, own, context)
  if (own && because === undefined) return { aside: own }
  const wide = [decisions.file, decisions.workspace].flatMap((rules) => rules.get(finding.rule) ?? [])
  const aside = wide.find((disposition) => holdsForRule(finding, disposition, context))
  if (aside) return { aside }
  return own && because !== undefined ? { returned: { disposition: own, because } } : {}
}

/** Why a decision about one place does not hold; undefined where it does. */
function wornOut(finding: Finding, disposition: Disposition, context: Context): Returned | undefined {
  if (disposition.facts !== '' && disposition.facts !== finding.fingerprint) return 'facts'
  return (
    wornOutInItself(disposition, context) ?? (isPlaced(finding, disposition, context) ? undefined : 'placed')
  )
}

function wornOutInItself({ status, coveredBy, until }: Disposition, context: Context): Returned | undefined {
  if (status === 'covered-by' && coveredBy && !exists(coveredBy, context.workflow)) return 'cover'
  return status === 'snoozed' && isOver(until, context.now) ? 'time' : undefined
}

// A moment that cannot be read must not put anything off for ever.
function isOver(until: string | undefined, now: string | undefined): boolean {
  if (now === undefined) return false
  return until === undefined || !isMoment(until) || now >= until
}

function exists(cover: Cover, { handoffs, steps }: DecidedWorkflow): boolean {
  if ('handoff' in cover) return handoffs.some(({ id }) => id === cover.handoff)
  return 'text' in cover || steps.some(({ id }) => id === cover.step)
}

// "Accepted" says that the suggestion was placed. It is not offered again while what it asks for stands there; a
// finding without a suggestion is as open as any.
function isPlaced({ suggestion }: Finding, { status }: Disposition, { workflow }: Context): boolean {
  if (status !== 'accepted') return true
  if (!suggestion) return false
  const key = placeKey(suggestion.at)
  const least = STRENGTHS.indexOf(suggestion.strength)
  return workflow.handoffs.some(
    ({ at, strength }) => placeKey(at) === key && STRENGTHS.indexOf(strength) >= least,
  )
}

function holdsForRule({ rule, severity }: Finding, disposition: Disposition, context: Context): boolean {
  const { status, upTo } = disposition
  if (GUARDS.has(rule) || status === 'accepted') return false
  if (upTo !== undefined && SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(upTo)) return false
  return wornOutInItself(disposition, context) === undefined
}

// "Accepted" records what was done: once its place is gone, there is nothing to say about it.
function orphansOf(
  findings: readonly Finding[],
  workflow: DecidedWorkflow,
  decisions: ReadonlyMap<string, Disposition>,
): readonly Disposition[] {
  const found = new Set(findings.map(({ id }) => id))
  const places = placesOf(workflow)
  return [...decisions.values()].filter(
    ({ finding, status }) =>
      status !== 'accepted' && !found.has(finding) && !places.has(finding.slice(ruleOf(finding).length + 1)),
  )
}

function placesOf({ steps, transitions, handoffs }: DecidedWorkflow): ReadonlySet<string> {
  return new Set(['document', ...[...steps, ...transitions, ...handoffs].map(({ id }) => id)])
}
