// A condition in FEEL, with its fault under it while it is typed, at the very place in the text.
import { TextInput } from '@mantine/core'
import type { FeelFault } from '../../../../shared/support/feel.ts'
import { parseFeel } from '../../../../shared/support/feel.ts'
import { words } from '../../../words/words.ts'
import { useDraft } from '../use-draft.ts'
import classes from '../inspector.module.css'

interface ConditionFieldProps {
  readonly label: string
  /** Path inside the element: what a finding's fact points at. */
  readonly path: string
  readonly hint: string
  readonly value: string | undefined
  /** Null where the field was emptied. */
  readonly onCommit: (value: string | null) => void
  /**
   * refused: a text with a fault does not get into the document. shown: it does, for imported conditions may be written in
   * another language.
   */
  readonly faults: 'refused' | 'shown'
}

export function ConditionField({ label, path, hint, value, onCommit, faults }: ConditionFieldProps) {
  const draft = useDraft<string | null>({
    shown: value ?? '',
    commit: onCommit,
    read: (text) => {
      const fault = faultOf(text)
      if (fault && faults === 'refused') return { ok: false, allowed: fault.message }
      return { ok: true, value: text.trim() === '' ? null : text }
    },
  })
  const fault = faultOf(draft.value)
  return (
    <TextInput
      label={label}
      description={hint}
      error={fault && <Fault text={draft.value} fault={fault} />}
      value={draft.value}
      title={draft.value}
      classNames={{ input: classes.code ?? '' }}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={draft.onBlur}
      onKeyDown={draft.onKeyDown}
      data-field={path}
    />
  )
}

function Fault({ text, fault: { message, from, to } }: { readonly text: string; readonly fault: FeelFault }) {
  return (
    <span role="status">
      {words.inspector.conditionFault(from + 1, message)}
      <code className={classes.faultLine} aria-hidden>
        {text.slice(0, from)}
        <mark>{text.slice(from, to) || '\u00a0'}</mark>
        {text.slice(to)}
      </code>
    </span>
  )
}

function faultOf(text: string): FeelFault | undefined {
  if (text.trim() === '') return undefined
  const read = parseFeel(text)
  return read.ok ? undefined : read.faults[0]
}
