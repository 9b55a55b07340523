// Typed fields of the inspector: text, paragraphs, numbers, durations and lists of lines.
import { Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { typed } from '../../../words/format.ts'
import { words } from '../../../words/words.ts'
import { readDuration, showDuration } from '../duration-text.ts'
import { useDraft } from '../use-draft.ts'
import type { ReadText } from '../use-draft.ts'

interface FieldProps {
  readonly label: string
  /** Path inside the element: what a finding's fact points at. */
  readonly path: string
  readonly hint?: ReactNode
  readonly placeholder?: string
}

interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onCommit: (value: string) => void
  readonly rows?: number
  /** Says what is allowed when `value` is not; absent where any text is. */
  readonly refuse?: (value: string) => string | undefined
  /** For a field whose label is shown elsewhere, as in a table. */
  readonly labelHidden?: boolean
}

export function TextField({ value, onCommit, rows, refuse, labelHidden, ...field }: TextFieldProps) {
  const draft = useDraft<string>({
    shown: value,
    commit: onCommit,
    read: (text) => {
      const allowed = refuse?.(text)
      return allowed === undefined ? { ok: true, value: text } : { ok: false, allowed }
    },
  })
  const shared = {
    ...(labelHidden ? { 'aria-label': field.label } : { label: field.label }),
    description: field.hint,
    placeholder: field.placeholder ?? '',
    error: draft.error,
    value: draft.value,
    onBlur: draft.onBlur,
    onKeyDown: draft.onKeyDown,
    'data-field': field.path,
  }
  if (rows === undefined) {
    return (
      <TextInput
        {...shared}
        title={draft.value}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
    )
  }
  return (
    <Textarea
      {...shared}
      autosize
      minRows={rows}
      maxRows={10}
      onChange={(event) => draft.change(event.currentTarget.value)}
    />
  )
}

interface NumberFieldProps extends FieldProps {
  readonly value: number | undefined
  readonly min: number
  readonly max: number
  readonly whole?: boolean
  readonly unit?: string
  /** Null where the field was emptied. */
  readonly onCommit: (value: number | null) => void
  readonly labelHidden?: boolean
}

/** A number, or nothing. Figures are kept as typed: no rounding, no clamping behind a person's back. */
export function NumberField({
  value,
  min,
  max,
  whole,
  unit,
  onCommit,
  labelHidden,
  ...field
}: NumberFieldProps) {
  const draft = useDraft<number | null>({
    shown: value === undefined ? '' : typed(value),
    commit: onCommit,
    read: (text) => readNumber(text, { min, max, whole: whole === true }),
  })
  return (
    <TextInput
      {...(labelHidden ? { 'aria-label': field.label } : { label: field.label })}
      inputMode="decimal"
      description={field.hint}
      placeholder={field.placeholder ?? words.common.notSet}
      error={draft.error}
      value={draft.value}
      rightSection={unit}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={draft.onBlur}
      onKeyDown={draft.onKeyDown}
      data-field={field.path}
    />
  )
}

interface DurationFieldProps extends FieldProps {
  /** ISO 8601. */
  readonly value: string | undefined
  /** Null where the field was emptied; never called with it where `required`. */
  readonly onCommit: (value: string | null) => void
  readonly required?: boolean
  readonly labelHidden?: boolean
}

export function DurationField({ value, onCommit, required, labelHidden, ...field }: DurationFieldProps) {
  const draft = useDraft<string | null>({
    shown: value === undefined ? '' : showDuration(value),
    commit: onCommit,
    read: (text) => {
      if (text.trim() === '' && !required) return { ok: true, value: null }
      const iso = readDuration(text)
      return iso === undefined
        ? { ok: false, allowed: words.inspector.durationAllowed }
        : { ok: true, value: iso }
    },
  })
  return (
    <TextInput
      {...(labelHidden ? { 'aria-label': field.label } : { label: field.label })}
      description={field.hint}
      placeholder={field.placeholder ?? words.common.notSet}
      error={draft.error}
      value={draft.value}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={draft.onBlur}
      onKeyDown={draft.onKeyDown}
      data-field={field.path}
    />
  )
}

interface LinesFieldProps extends FieldProps {
  readonly value: readonly string[]
  readonly onCommit: (value: readonly string[]) => void
}

/** One entry a line; empty lines are not entries. */
export function LinesField({ value, onCommit, ...field }: LinesFieldProps) {
  const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '')
  return <TextField {...field} value={value.join('\n')} rows={1} onCommit={(text) => onCommit(lines(text))} />
}

function readNumber(
  text: string,
  { min, max, whole }: { readonly min: number; readonly max: number; readonly whole: boolean },
): ReadText<number | null> {
  const typed = text.trim().replace(',', '.')
  if (typed === '') return { ok: true, value: null }
  const value = Number(typed)
  const allowed = whole ? words.inspector.wholeAllowed(min, max) : words.inspector.numberAllowed(min, max)
  if (!Number.isFinite(value) || value < min || value > max) return { ok: false, allowed }
  return whole && !Number.isInteger(value) ? { ok: false, allowed } : { ok: true, value }
}
