// The flat list of lines that the findings panel draws: group headings, findings, decisions about nothing. Pure.
import type { DisposedFindings, Returned, ReturnedFinding } from '../../../shared/analysis/dispositions.ts'
import { ruleOf } from '../../../shared/model/disposition.ts'
import type { Disposition } from '../../../shared/model/disposition.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import { words } from '../../words/words.ts'
import { filterFindings, groupFindings } from './groups.ts'
import type { Grouping } from './groups.ts'

export type FindingRow =
  | { readonly kind: 'group'; readonly key: string; readonly title: string; readonly count: number }
  | {
      readonly kind: 'finding'
      readonly key: string
      readonly finding: Finding
      readonly decided: Disposition | undefined
      /** Why the decision holds no longer, where there was one. */
      readonly returned: Returned | undefined
      readonly dismissed: boolean
    }
  | {
      readonly kind: 'orphan'
      readonly key: string
      readonly disposition: Disposition
      /** Open findings of the same rule, to one of which it may belong now. */
      readonly candidates: readonly Finding[]
    }

export interface RowOptions {
  readonly filter: string
  readonly grouping: Grouping
  readonly subject: (finding: Finding) => string
  readonly showDismissed: boolean
}

/** Open findings in their groups, then what was set aside by what was decided, then what is decided about nothing. */
export function findingRows(sorted: DisposedFindings, options: RowOptions): readonly FindingRow[] {
  const { filter, grouping, subject } = options
  const returned = new Map(sorted.returned.map((entry) => [entry.finding, entry]))
  const open = filterFindings(sorted.open, filter, subject, words.common.say)
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

function openRow(finding: Finding, before: ReturnedFinding | undefined): FindingRow {
  const { disposition: decided, because: returned } = before ?? {}
  return { kind: 'finding', key: finding.id, finding, decided, returned, dismissed: false }
}

function dismissedRows(
  sorted: DisposedFindings,
  filter: string,
  subject: (finding: Finding) => string,
): readonly FindingRow[] {
  const decided = new Map(sorted.dismissed.map((entry) => [entry.finding, entry.disposition]))
  const shown = filterFindings([...decided.keys()], filter, subject, words.common.say)
  return ASIDE.flatMap((status): readonly FindingRow[] => {
    const those = shown.filter((finding) => decided.get(finding)?.status === status)
    if (those.length === 0) return []
    return [
      {
        kind: 'group',
        key: `aside ${status}`,
        title: words.findings.asideGroups[status],
        count: those.length,
      },
      ...those.map((finding): FindingRow => ({
        kind: 'finding',
        key: finding.id,
        finding,
        decided: decided.get(finding),
        returned: undefined,
        dismissed: true,
      })),
    ]
  })
}

/** In the order of the panel: what may have to be looked at again comes first. */
export const ASIDE = ['snoozed', 'covered-by', 'dismissed', 'accepted'] as const

function orphanRows({ orphaned, open }: DisposedFindings): readonly FindingRow[] {
  if (orphaned.length === 0) return []
  return [
    { kind: 'group', key: 'orphaned', title: words.findings.orphanedGroup, count: orphaned.length },
    ...orphaned.map((disposition): FindingRow => ({
      kind: 'orphan',
      key: `orphan ${disposition.finding}`,
      disposition,
      candidates: open.filter(({ rule }) => rule === ruleOf(disposition.finding)),
    })),
  ]
}
