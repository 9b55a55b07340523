// Find in the workflow: dims what does not match, walks through what does, and never touches the document.
import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { KeyboardEvent } from 'react'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { askCanvas } from '../../canvas/canvas-store.ts'
import { findIn } from '../../canvas/find.ts'
import { selectionOf } from '../../canvas/items.ts'
import type { Item } from '../../canvas/items.ts'
import { useActiveId, useAnalysis, useTabView, useView, useWorkflow } from '../../state/hooks.ts'
import { select, updateTabView, view } from '../../state/view.ts'
import type { Selection } from '../../state/view.ts'
import { words } from '../../words/words.ts'
import { outlineRows } from '../../../shared/report/flow-order.ts'
import classes from './find-bar.module.css'

const said = words.search

export function FindBar() {
  const open = useView((state) => state.findOpen)
  const tab = useActiveId()
  const workflow = useWorkflow()
  if (!open || tab === null || !workflow) return null
  return <OpenBar tab={tab} workflow={workflow} />
}

function OpenBar({ tab, workflow }: { readonly tab: string; readonly workflow: Workflow }) {
  const analysis = useAnalysis()
  const text = useTabView((state) => state.find)
  const selection = useTabView((state) => state.selection)
  const matches = useMemo(() => {
    if (text.trim() === '') return []
    return inFlowOrder(workflow, findIn(workflow, analysis, text))
  }, [workflow, analysis, text])
  const selected = selectedItem(selection)
  const at = selected === null ? -1 : matches.indexOf(selected)
  const go = (by: 1 | -1): void => {
    const next =
      matches[at === -1 ? (by === 1 ? 0 : matches.length - 1) : (at + by + matches.length) % matches.length]
    if (next === undefined) return
    select(tab, selectionOf(next))
    askCanvas('reveal', next)
  }
  const close = (): void => {
    view.setState({ findOpen: false })
    updateTabView(tab, { find: '' })
    askCanvas('focus', selected)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' || event.key === 'F3') go(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={classes.bar} role="search" onKeyDown={onKeyDown}>
      <IconSearch size={15} aria-hidden="true" />
      <input
        autoFocus
        className={classes.input}
        aria-label={said.find}
        placeholder={said.findHint}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => updateTabView(tab, { find: event.currentTarget.value })}
      />
      <span
        className={
          text.trim() !== '' && matches.length === 0 ? `${classes.count} ${classes.none}` : classes.count
        }
        role="status"
      >
        {text.trim() === ''
          ? ''
          : at === -1
            ? said.matches(matches.length)
            : said.matchOf(at + 1, matches.length)}
      </span>
      <ActionIcon
        size={24}
        aria-label={said.findPrevious}
        disabled={matches.length === 0}
        onClick={() => go(-1)}
      >
        <IconChevronUp size={15} />
      </ActionIcon>
      <ActionIcon size={24} aria-label={said.findNext} disabled={matches.length === 0} onClick={() => go(1)}>
        <IconChevronDown size={15} />
      </ActionIcon>
      <ActionIcon size={24} aria-label={said.findClose} onClick={close}>
        <IconX size={15} />
      </ActionIcon>
    </div>
  )
}

/** Steps as a run meets them, then transitions, then notes. */
function inFlowOrder(workflow: Workflow, found: ReadonlySet<string>): readonly Item[] {
  const steps = outlineRows(workflow).map((row) => row.step.id)
  return [
    ...steps.filter((id) => found.has(id)).map((id) => `step:${id}`),
    ...workflow.transitions.filter(({ id }) => found.has(id)).map(({ id }) => `edge:${id}`),
    ...workflow.layout.notes.map(({ id }) => `note:${id}`).filter((item) => found.has(item)),
  ]
}

function selectedItem({ steps, transitions, notes }: Selection): Item | null {
  if (steps.length > 0) return `step:${steps.at(-1)}`
  if (transitions.length > 0) return `edge:${transitions.at(-1)}`
  return notes.length > 0 ? `note:${notes.at(-1)}` : null
}
