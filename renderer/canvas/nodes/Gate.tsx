// A handoff on the canvas: its sign and its two lines of text. It can be clicked, focused and read out.
import { memo } from 'react'
import type { CSSProperties } from 'react'
import type { ChangeKind } from '../../../shared/model/difference.ts'
import { words } from '../../words/words.ts'
import { setHovered } from '../canvas-store.ts'
import { selectItem } from '../select-item.ts'
import type { SceneGate } from '../../../shared/report/scene/types.ts'
import type { Spot } from '../../../shared/report/scene/rects.ts'
import { ChangeMark, spokenWith } from './ChangeMark.tsx'
import { GateGlyph } from './GateGlyph.tsx'
import classes from './Gate.module.css'

export interface GateProps {
  readonly gate: SceneGate
  /** Top left corner of whatever this is drawn in, in world pixels. */
  readonly origin: Spot
  readonly selected: boolean
  readonly change?: ChangeKind | undefined
}

export const Gate = memo(function Gate({ gate, origin, selected, change }: GateProps) {
  const { rect, caption, look } = gate
  return (
    <>
      <div
        className={`${classes.gate} nodrag nopan`}
        style={placed(rect.x - origin.x, rect.y - origin.y, rect.width, rect.height)}
        role="button"
        tabIndex={-1}
        data-item={gate.id}
        data-selected={selected || undefined}
        data-change={change}
        aria-label={spokenWith(gate.spoken, change)}
        aria-roledescription={look === 'ghost' ? words.canvas.suggestion : words.canvas.handoff}
        title={`${gate.title} ${gate.detail}`}
        onClick={(event) => {
          // A gate on a transition is drawn by it, and clicking the gate is not clicking the transition.
          event.stopPropagation()
          selectItem(gate.id)
        }}
        onPointerEnter={() => setHovered(gate.id)}
        onPointerLeave={() => setHovered(null)}
        onFocus={() => setHovered(gate.id)}
        onBlur={() => setHovered(null)}
      >
        <GateGlyph look={look} kind={gate.kind} strength={gate.strength} />
        {change && <ChangeMark change={change} />}
      </div>
      <div
        className={`${classes.caption} ${classes[look]}`}
        style={{
          ...placed(
            caption.rect.x - origin.x,
            caption.rect.y - origin.y,
            caption.rect.width,
            caption.rect.height,
          ),
          textAlign: caption.align,
        }}
        aria-hidden="true"
      >
        {caption.lines.map((line, index) => (
          <div key={line} className={index === 0 ? classes.title : classes.detail}>
            {line}
          </div>
        ))}
      </div>
    </>
  )
})

function placed(x: number, y: number, width: number, height: number): CSSProperties {
  return { transform: `translate(${x}px, ${y}px)`, width, height }
}
