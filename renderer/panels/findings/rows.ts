// The flat list of lines that the findings panel draws: group headings, findings, decisions about nothing. Pure.
import type { DisposedFindings } from '../../../shared/analysis/dispositions.ts'
import type { Disposition } from '../../../shared/model/disposition.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import { words } from '../../words/en.ts'
import { filterFindings, groupFindings } from './groups.ts'
import type { Grouping } from './groups.ts'

export type FindingRow =
  | { readonly kind: 'group'; readonly key: string; readonly title: string; readonly count: number }
  | {
      readonly kind: 'finding'
      readonly key: string
      readonly finding: Finding
      readonly decided: Disposition | undefined
      readonly dismissed: boolean
    }
  | { readonly kind: 'orphan'; readonly key: string; readonly disposition: Disposition }

export interface RowOptions {
  readonly filter: string
  readonly grouping: Grouping
  readonly subject: (finding: Finding) => string
  readonly showDismissed: boolean
}

/** Open findings in their groups, then what was dismissed, then what is decided about nothing. */
export function findingRows(sorted: DisposedFindings, options: RowOptions): readonly FindingRow[] {
  const { filter, grouping, subject } = options
  const returned = new Map(sorted.returned.map((entry) => [entry.finding, entry.disposition]))
  const open = filterFindings(sorted.open, filter, subject)
  const severityTitle = (severity: Finding['severity']): string => words.findings.severityGroups[severity]
  const rows = groupFindings(open, { grouping, subject, severityTitle }).flatMap(
    (group): readonly FindingRow[] => [
      { kind: 'group', key: `group ${group.key}`, title: group.title, count: group.findings.length },
      ...group.findings.map((finding) => openRow(finding, returned.get(finding))),
    ],
  )
  return options.showDismissed
    ? [...rows, ...dismissedRows(sorted, filter, subject), ...orphanRows(sorted)]
    : rows
}

function openRow(finding: Finding, decided: Disposition | undefined): FindingRow {
  return { kind: 'finding', key: finding.id, finding, decided, dismissed: false }
}

function dismissedRows(
  sorted: DisposedFindings,
  filter: string,
  subject: (finding: Finding) => string,
): readonly FindingRow[] {
  const decided = new Map(sorted.dismissed.map((entry) => [entry.finding, entry.disposition]))
  const shown = filterFindings([...decided.keys()], filter, subject)
  if (shown.length === 0) return []
  return [
    { kind: 'group', key: 'dismissed', title: words.findings.dismissedGroup, count: shown.length },
    ...shown.map((finding): FindingRow => ({
      kind: 'finding',
      key: finding.id,
      finding,
      decided: decided.get(finding),
      dismissed: true,
    })),
  ]
}

function orphanRows({ orphaned }: DisposedFindings): readonly FindingRow[] {
  if (orphaned.length === 0) return []
  return [
    { kind: 'group', key: 'orphaned', title: words.findings.orphanedGroup, count: orphaned.length },
    ...orphaned.map((disposition): FindingRow => ({
      kind: 'orphan',
      key: `orphan ${disposition.finding}`,
      disposition,
    })),
  ]
}
