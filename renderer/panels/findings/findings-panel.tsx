// The findings of the active document: grouped, filtered, each with its reasons, and the dismissed ones in plain sight.
import { Button, CloseButton, Menu, SegmentedControl, TextInput } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import { countByStatus } from '../../../shared/analysis/dispositions.ts'
import type { DisposedFindings } from '../../../shared/analysis/dispositions.ts'
import type { Analysis } from '../../../shared/model/analysis.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { reattachDecision, restoreDecision } from '../../state/decisions.ts'
import { placeKey } from '../../../shared/model/handoff.ts'
import { useActiveId, useDisposed, useTabAnalysis, useTabView, useWorkflow } from '../../state/hooks.ts'
import { selectFinding } from '../../state/step-finding.ts'
import { words } from '../../words/words.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { subjectName } from '../parts/names.ts'
import parts from '../parts/parts.module.css'
import { useRowFocus } from '../parts/use-row-focus.ts'
import { FindingDetails } from './finding-details.tsx'
import { FindingRow } from './finding-row.tsx'
import classes from './findings.module.css'
import { countBySeverity, GROUPINGS } from './groups.ts'
import type { Grouping } from './groups.ts'
import { ASIDE, findingRows } from './rows.ts'
import type { FindingRow as Row } from './rows.ts'
import { showFinding } from './show-finding.ts'

export function FindingsPanel() {
  const tab = useActiveId()
  const workflow = useWorkflow()
  const { analysis, error } = useTabAnalysis()
  const sorted = useDisposed()
  if (tab === null || !workflow) return <EmptyState title={words.common.nothingOpen} />
  if (!analysis) {
    return error === null ? (
      <EmptyState title={words.findings.waiting} />
    ) : (
      <EmptyState title={words.findings.failed}>{error}</EmptyState>
    )
  }
  return sorted && <Findings tab={tab} workflow={workflow} analysis={analysis} sorted={sorted} />
}

interface FindingsProps {
  readonly tab: string
  readonly workflow: Workflow
  readonly analysis: Analysis
}

function Findings({
  tab,
  workflow,
  analysis,
  sorted,
}: FindingsProps & { readonly sorted: DisposedFindings }) {
  const [filter, setFilter] = useState('')
  const [grouping, setGrouping] = useState<Grouping>('severity')
  const [showDismissed, setShowDismissed] = useState(false)
  const rows = useMemo(() => {
    const subject = (finding: Finding): string => subjectName(workflow, finding.place)
    return findingRows(sorted, { filter, grouping, subject, showDismissed })
  }, [sorted, workflow, filter, grouping, showDismissed])
  const counts = countBySeverity(sorted.open)
  const aside = sorted.dismissed.length + sorted.orphaned.length
  return (
    <div className={parts.panel}>
      <div className={parts.bar}>
        <TextInput
          className={classes.filter}
          size="xs"
          aria-label={words.findings.filter}
          placeholder={words.findings.filter}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          rightSection={
            filter !== '' && (
              <CloseButton size="sm" aria-label={words.common.clearFilter} onClick={() => setFilter('')} />
            )
          }
        />
        <span className={classes.counts} role="status">
          {words.findings.counts(counts.error, counts.warning, counts.info)}
        </span>
        {aside > 0 && (
          <Button
            className={classes.fixed}
            size="compact-xs"
            variant={showDismissed ? 'light' : 'subtle'}
            aria-pressed={showDismissed}
            onClick={() => setShowDismissed(!showDismissed)}
          >
            {asideText(sorted)}
          </Button>
        )}
        <span className={parts.grow} />
        <span className={classes.groupBy}>{words.findings.groupBy}</span>
        <SegmentedControl
          className={classes.fixed}
          size="xs"
          aria-label={words.findings.groupBy}
          value={grouping}
          onChange={(value) => setGrouping(value)}
          data={GROUPINGS.map((value) => ({ value, label: words.findings.groups[value] }))}
        />
      </div>
      {rows.length === 0 ? (
        <NoRows filtered={filter !== ''} />
      ) : (
        <FindingList tab={tab} workflow={workflow} analysis={analysis} rows={rows} />
      )}
    </div>
  )
}

/** "2 dismissed · 1 snoozed · 1 about nothing". */
function asideText({ dismissed, orphaned }: DisposedFindings): string {
  const counts = countByStatus(dismissed)
  return [
    ...ASIDE.flatMap((status) =>
      counts[status] > 0 ? [`${counts[status]} ${words.findings.aside[status]}`] : [],
    ),
    ...(orphaned.length > 0 ? [`${orphaned.length} ${words.findings.orphanedCount}`] : []),
  ].join(' · ')
}

function NoRows({ filtered }: { readonly filtered: boolean }) {
  if (filtered) return <EmptyState title={words.findings.noneMatch} />
  return <EmptyState title={words.findings.noneTitle}>{words.findings.noneText}</EmptyState>
}

function FindingList({ tab, workflow, analysis, rows }: FindingsProps & { readonly rows: readonly Row[] }) {
  const scroller = useRef<HTMLDivElement>(null)
  const selected = useTabView((view) => view.selection.finding)
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? 28 : 34),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  })
  const focus = useRowFocus({ count: rows.length, scrollTo: (index) => virtual.scrollToIndex(index) })
  const minutesAt = useMemo(
    () => new Map(analysis.placement.handoffs.map((handoff) => [placeKey(handoff.at), handoff.minutes])),
    [analysis.placement],
  )
  const toggle = (key: string): void =>
    setExpanded((now) => (now.has(key) ? new Set([...now].filter((k) => k !== key)) : new Set([...now, key])))
  return (
    <div
      ref={scroller}
      className={classes.list}
      onKeyDown={(event) => {
        const next = focus.target(event.key)
        if (!focus.onKeyDown(event) || next === undefined) return
        const row = rows[next]
        if (row?.kind === 'finding') selectFinding(tab, row.finding)
      }}
    >
      <ul
        ref={focus.ref}
        className={classes.inner}
        style={{ height: virtual.getTotalSize() }}
        aria-label={words.findings.title}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]!
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={classes.item}
              style={{ transform: `translateY(${item.start}px)` }}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
            >
              {row.kind === 'group' && <GroupHead title={row.title} count={row.count} />}
              {row.kind === 'orphan' && <Orphan workflow={workflow} row={row} />}
              {row.kind === 'finding' && (
                <>
                  <FindingRow
                    workflow={workflow}
                    finding={row.finding}
                    aside={row.dismissed ? row.decided : undefined}
                    selected={selected === row.finding.id}
                    expanded={expanded.has(row.key)}
                    row={item.index}
                    inTabOrder={item.index === focus.active}
                    minutes={row.finding.suggestion && minutesAt.get(placeKey(row.finding.suggestion.at))}
                    onShow={() => {
                      focus.setActive(item.index)
                      showFinding(tab, row.finding)
                    }}
                    onToggle={() => toggle(row.key)}
                  />
                  {expanded.has(row.key) && (
                    <FindingDetails
                      tab={tab}
                      workflow={workflow}
                      finding={row.finding}
                      decided={row.decided}
                      returned={row.returned}
                    />
                  )}
                </>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function GroupHead({ title, count }: { readonly title: string; readonly count: number }) {
  return (
    <div className={classes.group}>
      <h3 className={classes.groupTitle}>{title}</h3>
      <span>{count}</span>
    </div>
  )
}

interface OrphanProps {
  readonly workflow: Workflow
  readonly row: Extract<Row, { kind: 'orphan' }>
}

function Orphan({ workflow, row }: OrphanProps) {
  const { disposition, candidates } = row
  return (
    <div className={classes.row}>
      <span className={classes.main}>
        <span />
        <span />
        <span className={parts.code}>{disposition.finding.split('@')[0]}</span>
        <span>
          {disposition.finding} · {disposition.reason || words.findings.orphanedHint}
        </span>
      </span>
      <span className={classes.actions}>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size="compact-xs"
              variant="subtle"
              disabled={candidates.length === 0}
              {...(candidates.length === 0 && { title: words.findings.noneToAttach })}
            >
              {words.findings.reattach}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {candidates.map((finding) => (
              <Menu.Item
                key={finding.id}
                aria-label={words.findings.reattachTo(subjectName(workflow, finding.place))}
                onClick={() => reattachDecision(disposition, finding)}
              >
                {subjectName(workflow, finding.place) || words.findings.ofDocument}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button size="compact-xs" variant="subtle" onClick={() => restoreDecision(disposition)}>
          {words.findings.forget}
        </Button>
      </span>
    </div>
  )
}
