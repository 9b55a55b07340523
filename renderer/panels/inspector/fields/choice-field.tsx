// Chosen fields of the inspector: one of a list, several of a list, yes or no, and free tags.
import { Select, TagsInput } from '@mantine/core'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { words } from '../../../words/words.ts'
import classes from '../inspector.module.css'

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly path: string
  readonly hint?: ReactNode
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly labelHidden?: boolean
}

interface OneOfProps<T extends string> extends ChoiceProps<T> {
  readonly value: T | undefined
  readonly onCommit: (value: T) => void
}

/** Exactly one of a list. */
export function OneOf<T extends string>({ value, onCommit, ...choice }: OneOfProps<T>) {
  return (
    <Select
      {...(choice.labelHidden ? { 'aria-label': choice.label } : { label: choice.label })}
      description={choice.hint}
      data={[...choice.options]}
      value={value ?? null}
      title={labelOf(choice.options, value)}
      allowDeselect={false}
      {...searching(choice.options)}
      onChange={(next) => next !== null && onCommit(next)}
      data-field={choice.path}
    />
  )
}

interface MaybeOneOfProps<T extends string> extends ChoiceProps<T> {
  readonly value: T | undefined
  readonly onCommit: (value: T | null) => void
  /** What the empty choice is called. */
  readonly none?: string
}

/** One of a list, or none. */
export function MaybeOneOf<T extends string>({ value, onCommit, none, ...choice }: MaybeOneOfProps<T>) {
  return (
    <Select
      {...(choice.labelHidden ? { 'aria-label': choice.label } : { label: choice.label })}
      description={choice.hint}
      placeholder={none ?? words.common.notSet}
      data={[...choice.options]}
      value={value ?? null}
      title={labelOf(choice.options, value)}
      clearable
      clearButtonProps={{ 'aria-label': words.inspector.clear(choice.label) }}
      {...searching(choice.options)}
      nothingFoundMessage={words.search.nothing}
      onChange={(next) => onCommit(next)}
      data-field={choice.path}
    />
  )
}

/**
 * A long list is searched, and no more of it is in the page than anybody scrolls through: every select of every step
 * would else hold an element for each step of the document.
 */
function searching({ length }: { readonly length: number }) {
  return { searchable: length > 12, limit: 100 }
}

/** The whole label on hover, where the field is too narrow for it. */
function labelOf(options: ChoiceProps<string>['options'], value: string | undefined): string | undefined {
  return options.find((option) => option.value === value)?.label
}

interface SomeOfProps<T extends string> extends ChoiceProps<T> {
  readonly value: readonly T[]
  readonly onCommit: (value: readonly T[]) => void
}

/** Any of a short list, as chips that can be pressed. */
export function SomeOf<T extends string>({ label, path, hint, options, value, onCommit }: SomeOfProps<T>) {
  const id = useId()
  const chosen = new Set(value)
  const toggled = (option: T): readonly T[] =>
    options.map((o) => o.value).filter((other) => (other === option ? !chosen.has(other) : chosen.has(other)))
  return (
    <div className={classes.field} role="group" aria-labelledby={id} data-field={path}>
      <span id={id} className={classes.label}>
        {label}
      </span>
      <div className={classes.chips}>
        {options.map((option) => (
          <Chip
            key={option.value}
            label={option.label}
            on={chosen.has(option.value)}
            onToggle={() => onCommit(toggled(option.value))}
          />
        ))}
      </div>
      {hint !== undefined && <div className={classes.hint}>{hint}</div>}
    </div>
  )
}

interface ChipProps {
  readonly label: string
  readonly on: boolean
  readonly onToggle: () => void
  readonly path?: string
}

/** A word that is on or off. */
export function Chip({ label, on, onToggle, path }: ChipProps) {
  return (
    <button
      type="button"
      className={on ? `${classes.chip} ${classes.chipOn}` : classes.chip}
      aria-pressed={on}
      onClick={onToggle}
      data-field={path}
    >
      {label}
    </button>
  )
}

interface PickOneProps<T extends string> extends ChoiceProps<T> {
  readonly value: T | undefined
  readonly onCommit: (value: T | null) => void
}

/** One of a short list, all in sight; pressing the chosen one again takes it back. */
export function PickOne<T extends string>({ label, path, hint, options, value, onCommit }: PickOneProps<T>) {
  const id = useId()
  return (
    <div className={classes.field} role="group" aria-labelledby={id} data-field={path}>
      <span id={id} className={classes.label}>
        {label}
      </span>
      <div className={classes.chips}>
        {options.map((option) => (
          <Chip
            key={option.value}
            label={option.label}
            on={option.value === value}
            onToggle={() => onCommit(option.value === value ? null : option.value)}
          />
        ))}
      </div>
      {hint !== undefined && <div className={classes.hint}>{hint}</div>}
    </div>
  )
}

interface TagsFieldProps {
  readonly label: string
  readonly path: string
  readonly hint?: ReactNode
  readonly value: readonly string[]
  readonly suggestions: readonly string[]
  readonly onCommit: (value: readonly string[]) => void
}

/** Free words; known ones are offered. */
export function TagsField({ label, path, hint, value, suggestions, onCommit }: TagsFieldProps) {
  return (
    <TagsInput
      size="xs"
      label={label}
      description={hint}
      data={[...suggestions]}
      value={[...value]}
      onChange={onCommit}
      acceptValueOnBlur
      splitChars={[',', ';']}
      placeholder={value.length === 0 ? words.inspector.tagsPlaceholder : ''}
      data-field={path}
    />
  )
}
