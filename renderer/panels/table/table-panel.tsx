// The table of all steps: a filter, the columns, what is suggested, and the grid. It shows the same document and the
// same selection as the canvas.
import { Button, Checkbox, Menu, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Analysis } from '../../../shared/model/analysis.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import {
  acceptTagSuggestions,
  dismissTagSuggestions,
  restoreTagSuggestions,
  useTagSuggestions,
} from '../../state/tag-suggestions.ts'
import { useActiveTab, useAnalysis, useDisposed, useTabView } from '../../state/hooks.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { words } from '../../words/words.ts'
import { outlineRows } from '../../../shared/report/flow-order.ts'
import { gateMarks, gateText } from '../outline/outline-data.ts'
import parts from '../parts/parts.module.css'
import { COLUMN_IDS } from './columns.ts'
import type { TableFacts } from './columns.ts'
import { StepGrid } from './step-grid.tsx'
import classes from './table.module.css'
import { tableRows } from './table-rows.ts'
import { tableView, toggleColumn } from './table-view.ts'

const said = words.table

export function TablePanel() {
  const tab = useActiveTab()
  const mode = useTabView((view) => view.mode)
  const analysis = useAnalysis()
  const options = useStore(tableView)
  const workflow = tab?.history.present ?? null
  const facts = useFacts(workflow, analysis)
  const steps = useMemo(() => (workflow ? outlineRows(workflow).map(({ step }) => step) : []), [workflow])
  const rows = useMemo(() => (facts ? tableRows(steps, facts, options) : []), [steps, facts, options])
  if (!tab || !workflow || !facts) return <EmptyState title={words.common.nothingOpen} />
  const editable = tab.readOnly === null && mode === 'design'
  return (
    <section className={parts.panel} aria-label={said.title}>
      <div className={parts.bar}>
        <TextInput
          className={classes.search}
          aria-label={said.filter}
          placeholder={said.filter}
          value={options.filter}
          onChange={(event) => tableView.setState({ filter: event.currentTarget.value })}
          onKeyDown={(event) => event.key === 'Escape' && tableView.setState({ filter: '' })}
        />
        <ColumnMenu />
        <span>{said.rows(rows.length, workflow.steps.length)}</span>
        <span className={parts.grow} />
        <SuggestionBar editable={editable} />
      </div>
      {rows.length > 0 || workflow.steps.length > 0 ? (
        <StepGrid tab={tab.id} facts={facts} rows={rows} columns={options.columns} editable={editable} />
      ) : (
        <EmptyState title={said.empty} />
      )}
    </section>
  )
}

function SuggestionBar({ editable }: { readonly editable: boolean }) {
  const { untagged, open, dismissed } = useTagSuggestions()
  if (untagged === 0) return null
  return (
    <>
      <span role="status">{said.untagged(untagged, open.size)}</span>
      {open.size > 0 && (
        <>
          <Button disabled={!editable} onClick={() => acceptTagSuggestions()}>
            {said.acceptAll(open.size)}
          </Button>
          <Button onClick={() => dismissTagSuggestions()}>{said.dismissAll}</Button>
        </>
      )}
      {dismissed > 0 && <Button onClick={restoreTagSuggestions}>{said.restore(dismissed)}</Button>}
    </>
  )
}

function ColumnMenu() {
  const shown = useStore(tableView, ({ columns }) => columns)
  return (
    <Menu closeOnItemClick={false} position="bottom-start" returnFocus>
      <Menu.Target>
        <Button>{said.chooseColumns}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {COLUMN_IDS.filter((id) => id !== 'name').map((id) => (
          <Menu.Item
            key={id}
            role="menuitemcheckbox"
            aria-checked={shown.includes(id)}
            leftSection={<Checkbox.Indicator size="xs" checked={shown.includes(id)} aria-hidden="true" />}
            onClick={() => toggleColumn(id)}
          >
            {said.columns[id]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function useFacts(workflow: Workflow | null, analysis: Analysis | null): TableFacts | null {
  const disposed = useDisposed()
  return useMemo(() => {
    if (!workflow) return null
    const findings = new Map<string, number>()
    for (const { place } of disposed?.open ?? []) {
      if ('step' in place) findings.set(place.step, (findings.get(place.step) ?? 0) + 1)
    }
    const marks = gateMarks(workflow, analysis)
    const handoffs = new Map([...marks].map(([step, gate]) => [step, gateText(gate)]))
    return { workflow, handoffs, findings }
  }, [workflow, analysis, disposed])
}
