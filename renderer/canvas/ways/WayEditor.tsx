// Label, condition and odds of a transition, typed where it is drawn. What other ways would lose or gain is shown
// before it happens.
import { useStore as useFlowStore, ViewportPortal } from '@xyflow/react'
import type { ReactFlowState } from '@xyflow/react'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { parseFeel } from '../../../shared/support/feel.ts'
import type { Transition } from '../../../shared/model/transition.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import type { SceneEdge } from '../../../shared/report/scene/types.ts'
import { useActiveId, useWorkflow } from '../../state/hooks.ts'
import { runCommand } from '../../state/edit.ts'
import { announce } from '../../state/messages.ts'
import { words } from '../../words/words.ts'
import { askCanvas, canvasStore, setBusy } from '../canvas-store.ts'
import { isKept, keep } from './kept-odds.ts'
import { commandOf, draftOf, oddsAfter, oddsOf } from './way-draft.ts'
import classes from './WayEditor.module.css'

export function WayEditor({ edges }: { readonly edges: readonly SceneEdge[] }) {
  const id = useStore(canvasStore, ({ busy }) => (busy?.kind === 'way' ? busy.transition : null))
  const tab = useActiveId()
  const workflow = useWorkflow()
  const transition = workflow?.transitions.find((way) => way.id === id)
  const edge = edges.find((way) => way.id === id)
  if (!workflow || !transition || !edge || tab === null) return null
  return <Editor key={transition.id} tab={tab} workflow={workflow} transition={transition} edge={edge} />
}

interface EditorProps {
  readonly tab: string
  readonly workflow: Workflow
  readonly transition: Transition
  readonly edge: SceneEdge
}

function Editor({ tab, workflow, transition, edge }: EditorProps) {
  const said = words.editing
  const [draft, setDraft] = useState(() => draftOf(transition))
  const [, redraw] = useState(0)
  const zoom = useFlowStore(selectZoom)
  const others = workflow.transitions.filter(
    ({ id, from }) => from === transition.from && id !== transition.id,
  )
  const isSplit = workflow.steps.some(({ id, kind }) => id === transition.from && kind === 'split')
  const kept = others.map(({ id }) => id).filter((id) => isKept(tab, id))
  const after = oddsAfter(workflow, transition, draft, kept)
  const fault = faultOf(draft.odds, oddsOf(draft), after)
  const feel = draft.condition.trim() === '' ? null : parseFeel(draft.condition)
  const nameOf = (id: string): string =>
    workflow.steps.find((step) => step.id === id)?.name || words.common.unnamed
  const save = (): boolean => {
    if (fault !== null) return false
    setBusy(null)
    const command = commandOf(transition, draft, kept, said.wayLabelUndo)
    if (command && runCommand(command) && after.ok && after.value.size > 1) {
      announce(said.wayChanged(after.value.size - 1))
    }
    return true
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Escape') setBusy(null)
    else if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement || !save()) return
    event.preventDefault()
    askCanvas('focus', `edge:${transition.id}`)
  }
  const onBlur = (event: FocusEvent<HTMLElement>): void => {
    const to = event.relatedTarget
    if (event.currentTarget.contains(to) || canvasStore.getState().busy?.kind !== 'way') return
    // The click that opened this also moves the keyboard to the line, a frame later.
    if (to?.getAttribute('data-item') === `edge:${transition.id}`) {
      event.target.focus()
      return
    }
    if (!save()) setBusy(null)
  }
  const spot = edge.labelAt ?? { ...edge.middle, width: 0, height: 0 }
  return (
    <ViewportPortal>
      <div
        className={`${classes.editor} nodrag nopan nowheel`}
        style={{
          transform: `translate(${spot.x + spot.width / 2}px, ${spot.y - 4}px) scale(${1 / zoom}) translateX(-50%)`,
        }}
        role="dialog"
        aria-label={said.wayTitle(nameOf(transition.from), nameOf(transition.to))}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      >
        <Field
          label={said.wayLabel}
          value={draft.label}
          autoFocus
          onChange={(label) => setDraft({ ...draft, label })}
        />
        <Field
          label={said.wayCondition}
          value={draft.condition}
          code
          fault={feel && !feel.ok ? (feel.faults[0]?.message ?? null) : null}
          onChange={(condition) => setDraft({ ...draft, condition })}
        />
        <Field
          label={`${said.wayOdds} (${said.wayOddsUnit})`}
          value={draft.odds}
          fault={fault}
          onChange={(odds) => setDraft({ ...draft, odds })}
        />
        {!isSplit && others.length > 0 && (
          <div className={classes.others}>
            <span className={classes.name}>{said.otherWays}</span>
            {others.map((other) => (
              <OtherWay
                key={other.id}
                name={nameOf(other.to)}
                before={other.probability}
                after={after.ok ? after.value.get(other.id) : undefined}
                kept={kept.includes(other.id)}
                onKeep={(wanted) => {
                  keep(tab, other.id, wanted)
                  redraw((count) => count + 1)
                }}
              />
            ))}
          </div>
        )}
        <span className={classes.hint}>{said.waySave}</span>
      </div>
    </ViewportPortal>
  )
}

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoFocus?: boolean
  readonly code?: boolean
  readonly fault?: string | null
}

function Field({ label, value, onChange, autoFocus = false, code = false, fault = null }: FieldProps) {
  return (
    <label className={classes.field}>
      <span className={classes.name}>{label}</span>
      <input
        className={classes.input}
        data-code={code || undefined}
        value={value}
        autoFocus={autoFocus}
        aria-invalid={fault !== null}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {fault !== null && (
        <span className={classes.fault} role="status">
          {fault}
        </span>
      )}
    </label>
  )
}

interface OtherWayProps {
  readonly name: string
  readonly before: number | undefined
  /** Undefined where it does not change. */
  readonly after: number | undefined
  readonly kept: boolean
  readonly onKeep: (kept: boolean) => void
}

function OtherWay({ name, before, after, kept, onKeep }: OtherWayProps) {
  const was = before === undefined ? words.editing.oddsOpen : words.common.percent(before)
  const changes = after !== undefined && after !== before
  return (
    <div className={classes.other}>
      <span className={classes.to} title={name}>
        {name}
      </span>
      <span className={classes.odds} data-changes={changes || undefined}>
        {changes
          ? words.editing.oddsChange(
              before === undefined ? words.common.notSet : was,
              words.common.percent(after),
            )
          : was}
      </span>
      <button
        type="button"
        className={classes.lock}
        aria-pressed={kept}
        aria-label={words.editing.keepOdds(name)}
        title={words.editing.keepOdds(name)}
        disabled={before === undefined}
        onClick={() => onKeep(!kept)}
      >
        {kept ? <IconLock size={14} stroke={1.8} /> : <IconLockOpen size={14} stroke={1.8} />}
      </button>
    </div>
  )
}

function faultOf(
  typed: string,
  odds: number | undefined | null,
  after: ReturnType<typeof oddsAfter>,
): string | null {
  if (odds === null && typed.trim() !== '') return words.editing.oddsBad
  return after.ok ? null : (after.faults[0]?.message ?? words.editing.oddsBad)
}

function selectZoom(state: ReactFlowState): number {
  return state.transform[2]
}
