// Sorts findings into the groups and the order of the panel. Pure.
import { SEVERITIES } from '../../../shared/model/finding.ts'
import type { Finding, Severity } from '../../../shared/model/finding.ts'

export const GROUPINGS = ['severity', 'rule', 'step'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface FindingGroup {
  readonly key: string
  readonly title: string
  readonly findings: readonly Finding[]
}

export interface GroupingOptions {
  readonly grouping: Grouping
  /** The name of what a finding is about. */
  readonly subject: (finding: Finding) => string
  readonly severityTitle: (severity: Severity) => string
}

/** Groups in order of their worst finding; within a group worst first, then as the analysis gave them. */
export function groupFindings(
  findings: readonly Finding[],
  options: GroupingOptions,
): readonly FindingGroup[] {
  const groups = new Map<string, { title: string; findings: Finding[] }>()
  for (const finding of findings.toSorted(bySeverity)) {
    const { key, title } = groupOf(finding, options)
    const group = groups.get(key)
    if (group) group.findings.push(finding)
    else groups.set(key, { title, findings: [finding] })
  }
  return [...groups].map(([key, group]) => ({ key, ...group }))
}

/** Keeps findings whose rule, subject or message holds every word of `text`. */
export function filterFindings(
  findings: readonly Finding[],
  text: string,
  subject: (finding: Finding) => string,
  say: (message: string) => string = (message) => message,
): readonly Finding[] {
  const needles = text
    .toLowerCase()
    .split(/\s+/)
    .filter((needle) => needle !== '')
  if (needles.length === 0) return findings
  return findings.filter((finding) => {
    const hay =
      `${finding.rule} ${subject(finding)} ${say(finding.message)} ${finding.severity}`.toLowerCase()
    return needles.every((needle) => hay.includes(needle))
  })
}

export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const finding of findings) counts[finding.severity]++
  return counts
}

function bySeverity(a: Finding, b: Finding): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
}

function groupOf(finding: Finding, options: GroupingOptions): { key: string; title: string } {
  switch (options.grouping) {
    case 'severity':
      return { key: finding.severity, title: options.severityTitle(finding.severity) }
    case 'rule':
      return { key: finding.rule, title: finding.rule }
    case 'step':
      return { key: JSON.stringify(finding.place), title: options.subject(finding) }
  }
}

/** Where a fact's field is: `steps/large_refund/consequence/level` → the step, and `consequence/level`. */
export function factTarget(field: string): FactTarget | undefined {
  // A JSON pointer writes a slash inside an id as ~1 and a tilde as ~0.
  const [list, element, ...rest] = field
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const tail = rest.join('/')
  switch (list) {
    case 'steps':
      return element === undefined ? undefined : { kind: 'step', element, field: tail }
    case 'transitions':
      return element === undefined ? undefined : { kind: 'transition', element, field: tail }
    case 'handoffs':
      return element === undefined ? undefined : { kind: 'handoff', element, field: tail }
    default:
      return { kind: 'document', element: '', field }
  }
}

export interface FactTarget {
  readonly kind: 'step' | 'transition' | 'handoff' | 'document'
  readonly element: string
  readonly field: string
}
