// What a person decided about a finding, or about all findings of a rule, and the facts it rested on when they did.
import { z } from 'zod'
import { SEVERITIES } from './finding.ts'
import { IdSchema, TextSchema } from './primitives.ts'
import type { DeepReadonly } from '../support/readonly.ts'

export const DISPOSITION_STATUSES = ['accepted', 'dismissed', 'covered-by', 'snoozed'] as const
export type DispositionStatus = (typeof DISPOSITION_STATUSES)[number]

/** What a decision is about: the finding at one place, its rule in this document, or its rule in every document here. */
export const DISPOSITION_SCOPES = ['place', 'file', 'workspace'] as const
export type DispositionScope = (typeof DISPOSITION_SCOPES)[number]

/** What covers a finding instead: a handoff or a step of this document, or something outside of it, in words. */
export const CoverSchema = z.union(
  [
    z.strictObject({ handoff: IdSchema }),
    z.strictObject({ step: IdSchema }),
    z.strictObject({ text: TextSchema.refine((text) => text.trim() !== '', 'say what covers it') }),
  ],
  { error: 'expected what covers it: { "handoff": id }, { "step": id } or { "text": "…" }' },
)
export type Cover = z.output<typeof CoverSchema>

export const DispositionSchema = z.looseObject({
  /** `RULE@place`; the rule alone where the scope is wider than a place. */
  finding: TextSchema.min(1),
  status: z.enum(DISPOSITION_STATUSES),
  /** Absent = this place. */
  scope: z.enum(DISPOSITION_SCOPES).optional(),
  reason: TextSchema.default(''),
  by: TextSchema.default(''),
  /** RFC 3339, UTC. */
  at: TextSchema.default(''),
  /** Fingerprint of the facts; when the facts change, the finding comes back. */
  facts: TextSchema.default(''),
  /** Of a decision about a whole rule: findings that are more severe than this come through. */
  upTo: z.enum(SEVERITIES).optional(),
  coveredBy: CoverSchema.optional(),
  /** A day or a moment, UTC: `2027-01-31` or RFC 3339. */
  until: TextSchema.optional(),
})

export type Disposition = DeepReadonly<z.output<typeof DispositionSchema>>

/** Decisions that hold for every document of a folder or of an installation; kept beside documents, never in them. */
export const WorkspaceDecisionsSchema = z.looseObject({
  version: z.literal(1),
  dispositions: z.array(DispositionSchema).max(10_000),
})

const MOMENT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?Z)?$/

/** True for a day or a moment in UTC that can be compared as text. */
export function isMoment(text: string): boolean {
  return MOMENT.test(text)
}

/** True for a decision about a rule rather than about one finding. */
export function isWide({ scope }: Pick<Disposition, 'scope'>): boolean {
  return scope === 'file' || scope === 'workspace'
}

/** The rule that a finding is of: `S2` of `S2@pay`. Names of rules hold no `@`. */
export function ruleOf(finding: string): string {
  const at = finding.indexOf('@')
  return at === -1 ? finding : finding.slice(0, at)
}
