// Level from 0 to 4, or untagged: six segments in a row, one radio group. Arrow keys only walk; Space, Enter or a
// digit sets, because a finding that is clicked brings the keyboard here and the next arrow must not change a tag.
import { useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Level } from '../../../../shared/model/scales.ts'
import { words } from '../../../words/words.ts'
import classes from '../inspector.module.css'

interface LevelFieldProps {
  readonly label: string
  readonly path: string
  /** Which ramp of colours, and which words. */
  readonly scale: 'consequence' | 'uncertainty'
  readonly value: Level | undefined
  /** The values of a multi-selection differ: none is marked. */
  readonly mixed?: boolean
  readonly hint?: ReactNode
  readonly onCommit: (value: Level | null) => void
}

const CHOICES: readonly (Level | null)[] = [null, 0, 1, 2, 3, 4]

export function LevelField({ label, path, scale, value, mixed = false, hint, onCommit }: LevelFieldProps) {
  const id = useId()
  const group = useRef<HTMLDivElement>(null)
  const chosen = CHOICES.indexOf(value ?? null)
  const [walked, setWalked] = useState<number | null>(null)
  const tabStop = walked ?? chosen
  const onKeyDown = (event: KeyboardEvent): void => {
    const digit = /^[0-4]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey
    const next = digit ? Number(event.key) + 1 : walkedTo(event.key, tabStop)
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    setWalked(next)
    group.current?.querySelectorAll('button')[next]?.focus()
    if (digit) onCommit(CHOICES[next]!)
  }
  return (
    <div className={classes.field} data-field={path}>
      <span id={id} className={classes.label}>
        {label}
      </span>
      <div
        ref={group}
        className={classes.levels}
        role="radiogroup"
        aria-labelledby={id}
        onKeyDown={onKeyDown}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setWalked(null)}
      >
        {CHOICES.map((level, index) => {
          const checked = !mixed && index === chosen
          const { short, long, look } = drawn(scale, level)
          return (
            <button
              key={index}
              type="button"
              role="radio"
              className={checked ? `${classes.segment} ${look}` : classes.segment}
              aria-checked={checked}
              aria-label={long}
              title={long}
              tabIndex={index === tabStop ? 0 : -1}
              onClick={() => onCommit(level)}
            >
              {short}
            </button>
          )
        })}
      </div>
      {mixed && <div className={classes.hint}>{words.inspector.mixed}</div>}
      {hint !== undefined && <div className={classes.hint}>{hint}</div>}
    </div>
  )
}

function drawn(scale: LevelFieldProps['scale'], level: Level | null) {
  if (level === null) return { short: '?', long: words.scales.untagged, look: classes.untagged! }
  const short = scale === 'consequence' ? words.scales.consequenceShort : words.scales.uncertaintyShort
  return { short: short[level], long: words.scales[scale][level], look: classes[`${scale}${level}`]! }
}

function walkedTo(key: string, from: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (from + 1) % CHOICES.length
    case 'ArrowLeft':
    case 'ArrowUp':
      return (from - 1 + CHOICES.length) % CHOICES.length
    default:
      return undefined
  }
}
