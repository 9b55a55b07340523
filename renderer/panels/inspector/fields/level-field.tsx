// Level from 0 to 4, or untagged: six segments in a row, one radio group.
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { Level } from '../../../../shared/model/scales.ts'
import { words } from '../../../words/en.ts'
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

const LEVELS = [0, 1, 2, 3, 4] as const

export function LevelField({ label, path, scale, value, mixed, hint, onCommit }: LevelFieldProps) {
  const id = useId()
  const short = scale === 'consequence' ? words.scales.consequenceShort : words.scales.uncertaintyShort
  const long = scale === 'consequence' ? words.scales.consequence : words.scales.uncertainty
  return (
    <fieldset className={classes.levelField} data-field={path}>
      <legend className={classes.label}>{label}</legend>
      <div className={classes.levels}>
        <Segment
          name={id}
          checked={!mixed && value === undefined}
          label={words.scales.untagged}
          text="?"
          className={classes.untagged!}
          onPick={() => onCommit(null)}
        />
        {LEVELS.map((level) => (
          <Segment
            key={level}
            name={id}
            checked={!mixed && value === level}
            label={long[level]!}
            text={short[level]!}
            className={classes[`${scale}${level}`]!}
            onPick={() => onCommit(level)}
          />
        ))}
      </div>
      {mixed && <div className={classes.hint}>{words.inspector.mixed}</div>}
      {hint !== undefined && <div className={classes.hint}>{hint}</div>}
    </fieldset>
  )
}

interface SegmentProps {
  readonly name: string
  readonly checked: boolean
  readonly label: string
  readonly text: string
  readonly className: string
  readonly onPick: () => void
}

function Segment({ name, checked, label, text, className, onPick }: SegmentProps) {
  return (
    <label className={checked ? `${classes.segment} ${className}` : classes.segment} title={label}>
      <input
        type="radio"
        className={classes.radio}
        name={name}
        checked={checked}
        aria-label={label}
        onChange={onPick}
      />
      <span>{text}</span>
    </label>
  )
}
