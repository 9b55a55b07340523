// The fields of a decision about a finding: why, what covers it, until when, and how far it reaches.
import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { words } from '../../words/words.ts'
import { handoffName, stepName } from '../parts/names.ts'
import { dayAfter } from './decision-draft.ts'
import type { DecisionDraft } from './decision-draft.ts'
import classes from './dialogs.module.css'
import { surroundings } from '../../state/surroundings.ts'

const said = words.dialogs.dismiss

interface FieldsProps {
  readonly draft: DecisionDraft
  readonly set: (change: Partial<DecisionDraft>) => void
  readonly onConfirm: () => void
  readonly error?: string
}

export function DismissFields({ draft, set, onConfirm, error }: FieldsProps) {
  return (
    <>
      <Radio.Group
        label={said.reason}
        value={draft.chosen}
        onChange={(chosen) => set({ chosen })}
        {...(error !== undefined && { error })}
      >
        <div className={classes.options}>
          {said.reasons.map((text, i) => (
            <Radio key={text} size="xs" value={text} label={text} data-autofocus={i === 0 || undefined} />
          ))}
        </div>
      </Radio.Group>
      <OwnWords label={said.other} draft={draft} set={set} onConfirm={onConfirm} />
    </>
  )
}

export function CoverFields({
  draft,
  set,
  onConfirm,
  error,
  workflow,
}: FieldsProps & { readonly workflow: Workflow }) {
  const missing = error !== undefined
  return (
    <>
      <NativeSelect
        label={said.coveredBy}
        value={draft.cover}
        onChange={(event) => set({ cover: event.currentTarget.value })}
        data={coverOptions(workflow)}
        {...(missing && draft.cover !== 'text' && { error })}
      />
      {draft.cover === 'text' && (
        <TextInput
          label={said.coverText}
          placeholder={said.coverPlaceholder}
          value={draft.coverText}
          onChange={(event) => set({ coverText: event.currentTarget.value })}
          {...(missing && { error })}
        />
      )}
      <OwnWords label={said.note} draft={draft} set={set} onConfirm={onConfirm} />
    </>
  )
}

function coverOptions(workflow: Workflow) {
  const handoffs = workflow.handoffs.map(({ id }) => ({
    value: `handoff:${id}`,
    label: handoffName(workflow, id),
  }))
  const steps = workflow.steps
    .filter(({ kind }) => kind !== 'start' && kind !== 'end')
    .map(({ id }) => ({ value: `step:${id}`, label: stepName(workflow, id) }))
  return [
    { value: '', label: said.chooseCover },
    ...(handoffs.length > 0 ? [{ group: said.coverHandoffs, items: handoffs }] : []),
    ...(steps.length > 0 ? [{ group: said.coverSteps, items: steps }] : []),
    { value: 'text', label: said.coverElsewhere },
  ]
}

export function SnoozeFields({ draft, set, onConfirm, error }: FieldsProps) {
  const { now } = surroundings.getState()
  return (
    <>
      <div className={classes.until}>
        <TextInput
          type="date"
          label={said.until}
          min={dayAfter(now, 1)}
          value={draft.until}
          onChange={(event) => set({ until: event.currentTarget.value })}
          {...(error !== undefined && { error })}
        />
        {said.untilPresets.map(({ label, days }) => (
          <Button key={label} variant="default" onClick={() => set({ until: dayAfter(now, days) })}>
            {label}
          </Button>
        ))}
      </div>
      <OwnWords label={said.note} draft={draft} set={set} onConfirm={onConfirm} />
    </>
  )
}

interface OwnWordsProps extends Omit<FieldsProps, 'error'> {
  readonly label: string
}

function OwnWords({ label, draft, set, onConfirm }: OwnWordsProps) {
  return (
    <Textarea
      label={label}
      rows={2}
      value={draft.own}
      onChange={(event) => set({ own: event.currentTarget.value })}
      onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onConfirm()}
    />
  )
}

interface ScopeProps extends Pick<FieldsProps, 'draft' | 'set'> {
  readonly rule: string
  /** Guards coverage: only one place at a time. */
  readonly guard: boolean
}

export function ScopeFields({ draft, set, rule, guard }: ScopeProps) {
  return (
    <Radio.Group
      label={said.scope}
      value={guard ? 'place' : draft.scope}
      onChange={(scope) => set({ scope })}
      {...(guard && { description: said.guard(rule) })}
    >
      <div className={classes.options}>
        <Radio size="xs" value="place" label={said.scopes.place} />
        <Radio size="xs" value="file" label={said.scopes.file(rule)} disabled={guard} />
        <Radio size="xs" value="workspace" label={said.scopes.workspace(rule)} disabled={guard} />
      </div>
    </Radio.Group>
  )
}
