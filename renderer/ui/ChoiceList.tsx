// A search field over a list: type to narrow, arrow keys to choose, Enter to take, Escape to leave.
import { Fragment, useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import classes from './ChoiceList.module.css'

export interface Choice {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly icon?: ReactNode
  /** Choices of the same group stand under one heading, where they follow each other. */
  readonly group?: string
  /** More about it, shown under the list while it is pointed at. */
  readonly about?: string
}

export interface ChoiceListProps {
  readonly title: string
  readonly placeholder: string
  readonly nothing: string
  /** Best first, for what is typed. */
  readonly choicesFor: (query: string) => readonly Choice[]
  readonly onTake: (id: string) => void
  readonly onLeave: () => void
  /** Told which choice Enter would take, so that it can be shown elsewhere too. */
  readonly onPoint?: (id: string | null) => void
}

export function ChoiceList({
  title,
  placeholder,
  nothing,
  choicesFor,
  onTake,
  onLeave,
  onPoint,
}: ChoiceListProps) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const base = useId()
  const list = useRef<HTMLUListElement>(null)
  const choices = choicesFor(query)
  const pointed = choices[Math.min(at, choices.length - 1)]?.id ?? null

  useEffect(() => {
    onPoint?.(pointed)
  }, [pointed, onPoint])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [pointed])

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (move !== 0) {
      event.preventDefault()
      setAt((Math.min(at, choices.length - 1) + move + choices.length) % Math.max(1, choices.length))
    } else if (event.key === 'Enter' && pointed !== null) {
      event.preventDefault()
      onTake(pointed)
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      onLeave()
    }
  }

  return (
    <div className={classes.box} role="dialog" aria-label={title} onKeyDown={onKeyDown}>
      <div className={classes.title}>{title}</div>
      <input
        className={classes.input}
        autoFocus
        value={query}
        placeholder={placeholder}
        role="combobox"
        aria-label={placeholder}
        aria-expanded="true"
        aria-controls={base}
        aria-activedescendant={
          pointed === null ? undefined : `${base}-${choices.findIndex(({ id }) => id === pointed)}`
        }
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setAt(0)
        }}
        onBlur={onLeave}
      />
      <ul className={classes.list} id={base} ref={list} role="listbox" aria-label={title}>
        {choices.map((choice, index) => (
          <Fragment key={choice.id}>
            {choice.group !== undefined && choice.group !== choices[index - 1]?.group && (
              <li className={classes.group} role="presentation">
                {choice.group}
              </li>
            )}
            <li
              id={`${base}-${index}`}
              className={classes.choice}
              role="option"
              aria-selected={choice.id === pointed}
              // Before the field loses the focus, which would close the list.
              onPointerDown={(event) => {
                event.preventDefault()
                onTake(choice.id)
              }}
              onPointerMove={() => setAt(index)}
            >
              <span className={classes.icon}>{choice.icon}</span>
              <span className={classes.label}>{choice.label}</span>
              {choice.hint !== undefined && <span className={classes.hint}>{choice.hint}</span>}
            </li>
          </Fragment>
        ))}
        {choices.length === 0 && <li className={classes.nothing}>{nothing}</li>}
      </ul>
      {choices.some(({ about }) => about !== undefined) && (
        <p className={classes.about}>{choices.find(({ id }) => id === pointed)?.about ?? '\u00a0'}</p>
      )}
    </div>
  )
}
