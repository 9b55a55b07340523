// Words of the findings panel.
import type { Severity } from '../../../shared/model/finding.ts'
import { day, plural, whole } from '../format.ts'

const severities: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Note' }
const severityGroups: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  info: 'Notes',
}
export const findings = {
  title: 'Findings',
  severities,
  severityGroups,
  groupBy: 'Group by',
  groups: { severity: 'Severity', rule: 'Rule', step: 'Step' },
  filter: 'Filter findings',
  counts: (errors: number, warnings: number, notes: number) =>
    [
      count(errors, 'error', 'errors'),
      count(warnings, 'warning', 'warnings'),
      count(notes, 'note', 'notes'),
    ].join(' · '),
  aside: { dismissed: 'dismissed', 'covered-by': 'covered', snoozed: 'snoozed', accepted: 'accepted' },
  asideGroups: {
    dismissed: 'Dismissed',
    'covered-by': 'Covered by something else',
    snoozed: 'Snoozed',
    accepted: 'Accepted',
  },
  orphanedCount: 'about nothing',
  orphanedGroup: 'Decisions about nothing',
  orphanedHint: 'The place it speaks of is gone.',
  reattach: 'Attach to…',
  reattachTo: (name: string) => `Attach it to ${name}`,
  noneToAttach: 'No open finding of this rule',
  returned: {
    facts: 'Dismissed before; the facts have changed since.',
    time: 'Put off before; the time is up.',
    cover: 'Covered before; what covered it is gone.',
    placed: 'Accepted before; what was placed is gone or weaker.',
  },
  decision: 'Decision',
  coveredBy: (what: string) => `Covered by ${what}.`,
  until: (until: string) => `Snoozed until ${day(until)}.`,
  wide: {
    file: (rule: string) => `About every finding of ${rule} in this document.`,
    workspace: (rule: string) => `About every finding of ${rule}, in every document of yours.`,
  },
  place: 'Place',
  placeFor: (minutes: string) => `Place · ${minutes}`,
  accept: (what: string) => `Accept: ${what}`,
  dismiss: 'Dismiss…',
  restore: 'Restore',
  restoreRule: (rule: string) => `Restore ${rule}`,
  forget: 'Forget',
  rulePage: (rule: string) => `About rule ${rule}`,
  restsOn: 'Rests on',
  severityBecause: 'Why this bad',
  goesAwayIf: 'Goes away if',
  walk: 'Walk',
  reason: 'Reason',
  decidedBy: (by: string, at: string) => [by, day(at)].filter((part) => part !== '').join(' · '),
  goToField: (name: string) => `Go to ${name}`,
  ofDocument: 'Whole document',
  noneTitle: 'Nothing to say against it.',
  noneText: 'Every action that demands a person has one, and no rule objects.',
  noneMatch: 'No finding matches the filter.',
  waiting: 'The analysis is at work…',
  failed: 'The analysis failed',
  stale: 'Checking the last edit…',
} as const

function count(n: number, one: string, many: string): string {
  return `${whole(n)} ${plural(n, one, many)}`
}
