// A figure with its range, as a small bar: the band is what the assumptions allow, the mark is the most likely value.
import type { Range } from '../../../shared/model/attention.ts'
import classes from './attention.module.css'

interface RangeBarProps {
  readonly range: Range
  /** The value at the right end. */
  readonly most: number
  readonly tone?: 'now' | 'placed'
}

/** Decoration only: the figures stand beside it as text. */
export function RangeBar({ range, most, tone = 'placed' }: RangeBarProps) {
  const at = (value: number): number => (most > 0 ? Math.min(100, (100 * value) / most) : 0)
  const left = at(range.low)
  return (
    <span className={classes.track} data-tone={tone} aria-hidden="true">
      <span className={classes.band} style={{ left: `${left}%`, width: `${at(range.high) - left}%` }} />
      <span className={classes.mark} style={{ left: `${at(range.value)}%` }} />
    </span>
  )
}
