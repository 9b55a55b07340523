// The two meters: how much harm (solid bars) and how much doubt (waves). They differ in shape, not only in colour.
import classes from './meters.module.css'

export interface MeterProps {
  /** 0 to 4; undefined where nobody has said, which is drawn hatched and never as 0. */
  readonly level: 0 | 1 | 2 | 3 | 4 | undefined
  /** Read out and shown on hover: "consequence: high". */
  readonly label: string
}

const SLOTS = [1, 2, 3, 4] as const
const BAR_HEIGHTS = [4, 6, 9, 12] as const

/** Four bars that rise; 22 × 12 pixels. */
export function ConsequenceMeter({ level, label }: MeterProps) {
  return (
    <svg className={classes.meter} width={22} height={12} viewBox="0 0 22 12" role="img" aria-label={label}>
      <title>{label}</title>
      {SLOTS.map((slot, index) => {
        const height = BAR_HEIGHTS[index]!
        const box = { x: index * 6, y: 12 - height, width: 4, height, rx: 1 }
        return level === undefined ? (
          <rect key={slot} {...inset(box)} className={classes.unknown} />
        ) : (
          <rect key={slot} {...box} className={slot <= level ? classes[`c${level}`] : classes.off} />
        )
      })}
    </svg>
  )
}

/** Four waves in a row; 34 × 12 pixels. */
export function UncertaintyMeter({ level, label }: MeterProps) {
  return (
    <svg className={classes.meter} width={34} height={12} viewBox="0 0 34 12" role="img" aria-label={label}>
      <title>{label}</title>
      {SLOTS.map((slot, index) => (
        <path
          key={slot}
          d={`M${1 + index * 8} 6.5q2-5 4 0t4 0`}
          className={`${classes.wave} ${waveClass(slot, level)}`}
        />
      ))}
    </svg>
  )
}

function waveClass(slot: number, level: MeterProps['level']): string {
  if (level === undefined) return classes.unknownWave!
  return slot <= level ? classes[`u${level}`]! : classes.offWave!
}

// The outline of an unknown bar is drawn inside its box, so that it is no larger than a filled one.
function inset(box: { x: number; y: number; width: number; height: number; rx: number }) {
  return { ...box, x: box.x + 0.5, y: box.y + 0.5, width: box.width - 1, height: box.height - 1 }
}
