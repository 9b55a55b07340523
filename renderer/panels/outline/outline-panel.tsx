// The outline: everything the canvas can do, as a table. Steps in the order of the flow, then the brief, then handoffs.
import { ActionIcon, CloseButton, TextInput, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { canvasStore, setHome } from '../../canvas/canvas-store.ts'
import { runAppCommand } from '../../commands/registry.ts'
import type { DocumentTab } from '../../state/documents.ts'
import { useActiveTab, useAnalysis, useTabView } from '../../state/hooks.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { words } from '../../words/words.ts'
import parts from '../parts/parts.module.css'
import { Section } from '../parts/section.tsx'
import { BriefLines, HandoffLines, NoteLines, WayLines } from './outline-lines.tsx'
import { filteredRows } from './outline-data.ts'
import classes from './outline.module.css'
import { StepTree } from './step-tree.tsx'

const said = words.outline

export function OutlinePanel() {
  const tab = useActiveTab()
  if (!tab) return <EmptyState title={words.common.nothingOpen} />
  return <Outline tab={tab} workflow={tab.history.present} />
}

function Outline({ tab, workflow }: { readonly tab: DocumentTab; readonly workflow: Workflow }) {
  const analysis = useAnalysis()
  const mode = useTabView((view) => view.mode)
  const selected = useTabView((view) => view.selection.steps.length)
  const [filter, setFilter] = useState('')
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  // State and not a ref: the virtual list below mounts before this element is known.
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const panel = useKeyboardLines()
  const rows = useMemo(() => filteredRows(workflow, filter, collapsed), [workflow, filter, collapsed])
  const editable = tab.readOnly === null && mode === 'design'
  const fold = (step: string): void =>
    setCollapsed((now) =>
      now.has(step) ? new Set([...now].filter((id) => id !== step)) : new Set([...now, step]),
    )
  return (
    <nav ref={panel} className={parts.panel} aria-label={said.title} onFocus={() => setHome('outline')}>
      <div className={parts.bar}>
        <TextInput
          className={classes.filter}
          aria-label={said.filter}
          placeholder={said.filter}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setFilter('')}
          rightSection={
            filter !== '' && (
              <CloseButton size="sm" aria-label={words.common.clearFilter} onClick={() => setFilter('')} />
            )
          }
        />
        <Tooltip label={said.add}>
          <ActionIcon aria-label={said.add} disabled={!editable} onClick={() => runAppCommand('insert.step')}>
            <IconPlus size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div ref={setScroller} className={parts.body}>
        <Section
          title={said.stepsTitle}
          actions={selected > 1 && <span className={classes.more}>{said.selected(selected)}</span>}
        >
          {rows.length > 0 ? (
            <StepTree
              tab={tab.id}
              workflow={workflow}
              analysis={analysis}
              rows={rows}
              collapsed={collapsed}
              onFold={fold}
              editable={editable}
              scroller={scroller}
            />
          ) : (
            <p className={classes.note}>{workflow.steps.length === 0 ? said.emptyText : said.noMatch}</p>
          )}
        </Section>
        <Section title={said.briefTitle}>
          <BriefLines tab={tab.id} workflow={workflow} />
        </Section>
        <Section title={said.handoffsTitle}>
          <HandoffLines
            tab={tab.id}
            workflow={workflow}
            analysis={analysis}
            scroller={scroller}
            above={rows.length}
          />
        </Section>
        {workflow.transitions.length > 0 && (
          <Section title={said.waysTitle}>
            <WayLines tab={tab.id} workflow={workflow} />
          </Section>
        )}
        {workflow.layout.notes.length > 0 && (
          <Section title={said.notesTitle}>
            <NoteLines tab={tab.id} workflow={workflow} />
          </Section>
        )}
      </div>
    </nav>
  )
}

/** Gives the keyboard to the line of what the canvas would be asked to, while it is at home here; steps do so themselves. */
function useKeyboardLines() {
  const panel = useRef<HTMLElement>(null)
  const request = useStore(canvasStore, (state) => state.request)
  useEffect(() => {
    if (request?.kind !== 'focus' || canvasStore.getState().home !== 'outline') return
    if (!/^(edge|gate|ghost|note):/.test(request.element ?? '')) return
    // Once the line is drawn: a handoff that was just placed has a new one.
    const frame = requestAnimationFrame(() =>
      panel.current?.querySelector<HTMLElement>('button[aria-pressed="true"]')?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [request])
  useEffect(() => () => setHome('canvas'), [])
  return panel
}
