// The sign of a handoff: its frame says how strong it is, the sign inside says what it is for. Never colour alone.
import type { HandoffKind, Strength } from '../../../shared/model/scales.ts'
import type { GateLook } from '../../../shared/report/scene/types.ts'
import { GATE_SIZE } from '../../../shared/report/sizes.ts'
import classes from './GateGlyph.module.css'

export interface GateGlyphProps {
  readonly look: GateLook
  readonly kind: HandoffKind
  readonly strength: Strength
  readonly size?: number
}

/** notify a ring, confirm an outline, approve a filled gate, two-person a double gate. */
export function GateGlyph({ look, kind, strength, size = GATE_SIZE }: GateGlyphProps) {
  const frame = strength === 'notify' ? 'ring' : strength === 'confirm' ? 'outline' : 'solid'
  return (
    <svg
      className={`${classes.glyph} ${classes[look]} ${classes[frame]}`}
      width={size}
      height={size}
      viewBox="0 0 26 26"
      aria-hidden="true"
    >
      {frame === 'ring' ? (
        <circle className={classes.frame} cx={13} cy={13} r={10} />
      ) : (
        <rect className={classes.frame} x={1} y={1} width={24} height={24} rx={8} />
      )}
      {strength === 'two-person' && (
        <rect className={classes.second} x={3.5} y={3.5} width={19} height={19} rx={5.5} />
      )}
      <Sign kind={kind} strength={strength} />
      {look === 'going' && <path className={classes.strike} d="M3 23L23 3" />}
    </svg>
  )
}

function Sign({ kind, strength }: Pick<GateGlyphProps, 'kind' | 'strength'>) {
  switch (kind) {
    case 'clarify':
      return <path className={classes.line} d="M10 10.2a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1-1.3 2M13 17.9v.1" />
    case 'exception':
      return <path className={classes.line} d="M13 8v6.2M13 17.9v.1" />
    case 'recovery':
      return <path className={classes.line} d="M17.6 11.4A5 5 0 1 0 18 14M17.9 8.2v3.4h-3.4" />
    case 'brief':
      return <path className={classes.line} d="M9 9h8M9 13h8M9 17h5" />
    case 'sign-off':
      return <path className={classes.line} d="M8.6 13.4l3 3 5.8-6.6" />
    case 'notify':
      return <circle className={classes.dot} cx={13} cy={13} r={3} />
    case 'approval':
      return <Bars strength={strength} />
  }
}

function Bars({ strength }: Pick<GateGlyphProps, 'strength'>) {
  if (strength === 'notify') return <circle className={classes.dot} cx={13} cy={13} r={3} />
  if (strength !== 'two-person')
    return <rect className={classes.dot} x={11.4} y={8} width={3.2} height={10} rx={1.2} />
  return (
    <>
      <rect className={classes.dot} x={9} y={8.5} width={2.8} height={9} rx={1.1} />
      <rect className={classes.dot} x={14.2} y={8.5} width={2.8} height={9} rx={1.1} />
    </>
  )
}
