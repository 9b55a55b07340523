// The brief and the handoffs in the outline: what is missing, who decides, how many runs pass.
import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import type { Analysis } from '../../../shared/model/analysis.ts'
import { placeKey } from '../../../shared/model/handoff.ts'
import type { Handoff, Place } from '../../../shared/model/handoff.ts'
import type { PlacedHandoff } from '../../../shared/model/placement.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { GateGlyph } from '../../canvas/nodes/GateGlyph.tsx'
import { useOpenSuggestions, useTabView } from '../../state/hooks.ts'
import { runAppCommand } from '../../commands/registry.ts'
import { focusField, select, setPane, showWalk } from '../../state/view.ts'
import type { Selection } from '../../state/view.ts'
import { words } from '../../words/words.ts'
import { Clip } from '../parts/clip.tsx'
import { handoffName, handoffPhrase, handoffShort, transitionName } from '../parts/names.ts'
import classes from './outline.module.css'

interface LinesProps {
  readonly tab: string
  readonly workflow: Workflow
  readonly analysis: Analysis | null
}

const said = words.outline
const LINE_HEIGHT = 28

export function BriefLines({ tab, workflow: { brief } }: Pick<LinesProps, 'tab' | 'workflow'>) {
  const go = (field: string): void => {
    setPane('right', true)
    focusField(tab, { element: '', kind: 'document', field: `brief/${field}` })
  }
  const line = (field: 'objective' | 'successCondition' | 'owner', text: string) => (
    <button type="button" className={classes.line} onClick={() => go(field)}>
      {text.trim() === '' ? (
        <span className={classes.missing}>{said.briefMissing[field]}</span>
      ) : (
        <Clip text={field === 'owner' ? said.briefOwner(text) : text} className={classes.lineText!} />
      )}
    </button>
  )
  return (
    <>
      {line('objective', brief.objective)}
      {line('successCondition', brief.successCondition)}
      {line('owner', brief.owner)}
    </>
  )
}

interface HandoffLinesProps extends LinesProps {
  /** What scrolls: only the lines in view are in the page, for a large document has a thousand suggestions. */
  readonly scroller: HTMLElement | null
  /** How many lines stand above, which decides where this list begins. */
  readonly above: number
}

export function HandoffLines({ tab, workflow, analysis, scroller, above }: HandoffLinesProps) {
  const chosen = useTabView((view) => view.selection.handoffs)
  const suggestion = useTabView((view) => view.selection.suggestion)
  const suggested = useOpenSuggestions(workflow, analysis)
  const list = useRef<HTMLDivElement>(null)
  const placed = workflow.handoffs
  const count = placed.length + suggested.length
  const margin = useTop(list, scroller, `${above} ${count > 0}`)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => LINE_HEIGHT,
    scrollMargin: margin,
    overscan: 24,
  })
  if (count === 0) return <p className={classes.note}>{said.noHandoffs}</p>
  const line = (index: number) => {
    const handoff = placed[index]
    if (handoff) {
      return (
        <PlacedLine
          tab={tab}
          workflow={workflow}
          handoff={handoff}
          chosen={chosen.includes(handoff.id)}
          visits={visitsAt(analysis, handoff.at)}
        />
      )
    }
    const open = suggested[index - placed.length]!
    return (
      <SuggestedLine tab={tab} workflow={workflow} handoff={open} chosen={suggestion === placeKey(open.at)} />
    )
  }
  return (
    <div ref={list} className={classes.lines} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => (
        <div key={key} className={classes.lineAt} style={{ transform: `translateY(${start - margin}px)` }}>
          {line(index)}
        </div>
      ))}
    </div>
  )
}

/** Where a list begins within what scrolls; looked up again when `after` changes. */
function useTop(list: RefObject<HTMLElement | null>, scroller: HTMLElement | null, after: string): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    if (!list.current || !scroller) return
    const from = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    setTop(Math.round(from + scroller.scrollTop))
  }, [list, scroller, after])
  return top
}

interface LineProps {
  readonly tab: string
  readonly workflow: Workflow
  readonly chosen: boolean
}

function PlacedLine({
  tab,
  workflow,
  handoff,
  chosen,
  visits,
}: LineProps & { readonly handoff: Handoff; readonly visits: number | undefined }) {
  return (
    <button
      type="button"
      className={chosen ? `${classes.line} ${classes.lineOn}` : classes.line}
      aria-pressed={chosen}
      onClick={() => select(tab, { handoffs: [handoff.id] })}
      onKeyDown={(event) => onLineKey(event, tab, { handoffs: [handoff.id] })}
    >
      <GateGlyph look="gate" kind={handoff.kind} strength={handoff.strength} size={16} />
      <Clip text={handoffName(workflow, handoff.id)} className={classes.lineText!} />
      <Share visits={visits} />
    </button>
  )
}

function SuggestedLine({ tab, workflow, handoff, chosen }: LineProps & { readonly handoff: PlacedHandoff }) {
  return (
    <button
      type="button"
      className={chosen ? `${classes.line} ${classes.lineOn}` : classes.line}
      aria-pressed={chosen}
      onClick={() => {
        select(tab, { suggestion: placeKey(handoff.at) })
        if (handoff.walk.length > 1) showWalk(tab, { steps: handoff.walk, why: handoff.why })
      }}
      onKeyDown={(event) => onLineKey(event, tab, { suggestion: placeKey(handoff.at) })}
    >
      <GateGlyph look="ghost" kind={handoff.kind} strength={handoff.strength} size={16} />
      <Clip
        text={said.suggested(handoffPhrase(workflow, handoff))}
        className={`${classes.lineText} ${classes.suggested}`}
      >
        {handoffShort(workflow, handoff)}
      </Clip>
      <Share visits={handoff.visits} />
    </button>
  )
}

/** The ways out of the selected step and into it, or of the selected way: to be named, given a handoff, or deleted. */
export function WayLines({ tab, workflow }: Pick<LinesProps, 'tab' | 'workflow'>) {
  const selection = useTabView((view) => view.selection)
  const chosen = workflow.transitions.filter(({ id }) => selection.transitions.includes(id))
  const step = selection.steps.at(-1) ?? chosen[0]?.from
  const ways = workflow.transitions.filter(({ from, to }) => from === step || to === step)
  if (ways.length === 0) return <p className={classes.note}>{said.noWays}</p>
  return ways.map(({ id }) => {
    const on = selection.transitions.includes(id)
    return (
      <button
        key={id}
        type="button"
        className={on ? `${classes.line} ${classes.lineOn}` : classes.line}
        aria-pressed={on}
        onClick={() => select(tab, { transitions: [id] })}
        onKeyDown={(event) => onLineKey(event, tab, { transitions: [id] })}
      >
        <Clip text={transitionName(workflow, id)} className={classes.lineText!} />
      </button>
    )
  })
}

export function NoteLines({ tab, workflow }: Pick<LinesProps, 'tab' | 'workflow'>) {
  const selected = useTabView((view) => view.selection.notes)
  return workflow.layout.notes.map(({ id, text }) => (
    <button
      key={id}
      type="button"
      className={selected.includes(id) ? `${classes.line} ${classes.lineOn}` : classes.line}
      aria-pressed={selected.includes(id)}
      onClick={() => select(tab, { notes: [id] })}
      onKeyDown={(event) => onLineKey(event, tab, { notes: [id] })}
    >
      <Clip text={text} className={classes.lineText!} />
    </button>
  ))
}

/** The menu key is about the line that it is pressed on, and Delete deletes it, or dismisses what is suggested. */
function onLineKey(event: KeyboardEvent, tab: string, selection: Partial<Selection>): void {
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) select(tab, selection)
  if (event.key !== 'Delete' && event.key !== 'Backspace') return
  event.preventDefault()
  select(tab, selection)
  runAppCommand(selection.suggestion === undefined ? 'edit.delete' : 'handoffs.dismiss')
}

function Share({ visits }: { readonly visits: number | undefined }) {
  if (visits === undefined || visits === 0) return null
  const text = visits <= 1 ? words.common.percent(visits) : words.common.times(visits)
  return <span className={classes.more}>{text}</span>
}

function visitsAt(analysis: Analysis | null, place: Place): number | undefined {
  if (!analysis) return undefined
  if ('on' in place) {
    return Object.hasOwn(analysis.transitions, place.on) ? analysis.transitions[place.on]!.visits : undefined
  }
  const step = 'before' in place ? place.before : place.start
  return Object.hasOwn(analysis.steps, step) ? analysis.steps[step]!.visits : undefined
}
