// The curve as a plot: one button a point, walked with the arrow keys; the drawing itself is decoration.
import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react'
import { useRef, useState } from 'react'
import type { ParetoCurve } from '../../../shared/model/pareto.ts'
import { words } from '../../words/words.ts'
import { nearestTo, plotScale, stairs } from './curve-scale.ts'
import type { PlotPoint, PlotScale, PlotSize } from './curve-scale.ts'
import classes from './curve.module.css'
import { useSize } from './use-size.ts'

const said = words.placement.curve
const MARGINS = { left: 46, right: 24, top: 20, bottom: 24 } as const
/** Keys that walk the points, and by how many. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

interface CurvePlotProps {
  readonly curve: ParetoCurve
  /** The document as it stands. */
  readonly now: PlotPoint
  readonly picked: number | null
  readonly onPick: (index: number) => void
}

export function CurvePlot({ curve, now, picked, onPick }: CurvePlotProps) {
  const [element, size] = useSize<HTMLDivElement>()
  return (
    <div ref={element} className={classes.plot}>
      {size && size.width > 0 && (
        <Plot size={{ ...size, ...MARGINS }} curve={curve} now={now} picked={picked} onPick={onPick} />
      )}
    </div>
  )
}

function Plot({ size, curve, now, picked, onPick }: CurvePlotProps & { readonly size: PlotSize }) {
  const points = curve.points.map(({ minutes, harm }) => ({ minutes, harm: shareOf(curve, harm) }))
  // What stands now may leave so much more harm that the curve itself would be flat: it is shown at the edge then.
  const most = Math.max(...points.map(({ harm }) => harm)) * 1.25
  const standing = { minutes: now.minutes, harm: Math.min(now.harm, most) }
  const scale = plotScale([...points, standing], size)
  return (
    <>
      <svg width={size.width} height={size.height} aria-hidden="true" className={classes.drawing}>
        <Axes scale={scale} size={size} />
        {curve.method !== 'exact' && (
          <path
            className={classes.bound}
            d={stairs(
              curve.points.map(({ minutes, bound }) => [scale.x(minutes), scale.y(shareOf(curve, bound))]),
            )}
          />
        )}
        <path
          className={classes.line}
          d={stairs(points.map(({ minutes, harm }) => [scale.x(minutes), scale.y(harm)]))}
        />
        <Marks curve={curve} points={points} now={now} standing={standing} scale={scale} size={size} />
      </svg>
      <Points curve={curve} points={points} scale={scale} picked={picked} onPick={onPick} />
    </>
  )
}

function Axes({ scale, size }: { readonly scale: PlotScale; readonly size: PlotSize }) {
  const floor = size.height - size.bottom
  return (
    <>
      {scale.yTicks.map((tick) => (
        <g key={tick}>
          <line
            className={classes.grid}
            x1={size.left}
            x2={size.width - size.right}
            y1={scale.y(tick)}
            y2={scale.y(tick)}
          />
          <text className={classes.tick} x={size.left - 8} y={scale.y(tick) + 4} textAnchor="end">
            {Number((tick * 100).toPrecision(6))}
          </text>
        </g>
      ))}
      {scale.xTicks.map((tick) => (
        <g key={tick}>
          <line
            className={classes.tickLine}
            x1={scale.x(tick)}
            x2={scale.x(tick)}
            y1={floor}
            y2={floor + 4}
          />
          <text className={classes.tick} x={scale.x(tick)} y={floor + 17} textAnchor="middle">
            {tick}
          </text>
        </g>
      ))}
    </>
  )
}

interface MarksProps {
  readonly curve: ParetoCurve
  readonly points: readonly PlotPoint[]
  readonly now: PlotPoint
  /** Where it is drawn: on the edge where it would be off the plot. */
  readonly standing: PlotPoint
  readonly scale: PlotScale
  readonly size: PlotSize
}

function Marks({ curve, points, now, standing, scale, size }: MarksProps) {
  const suggested = curve.suggested === undefined ? undefined : points[curve.suggested]
  const [x, y] = [scale.x(standing.minutes), scale.y(standing.harm)]
  const beyond = now.harm > standing.harm
  const same =
    suggested !== undefined && Math.hypot(scale.x(suggested.minutes) - x, scale.y(suggested.harm) - y) < 10
  return (
    <>
      <path
        className={classes.here}
        d={
          beyond
            ? `M${x} ${y - 7}L${x + 5} ${y + 3}H${x - 5}z`
            : `M${x - 5} ${y}L${x} ${y - 5}L${x + 5} ${y}L${x} ${y + 5}z`
        }
      />
      <Label
        x={x}
        y={y}
        size={size}
        text={same ? said.suggestedHere : beyond ? said.hereBeyond(said.percent(now.harm)) : said.here}
      />
      {suggested && !same && (
        <Label x={scale.x(suggested.minutes)} y={scale.y(suggested.harm)} size={size} text={said.suggested} />
      )}
    </>
  )
}

// To the right of its point, or to the left of it where there is no room.
function Label({
  x,
  y,
  size,
  text,
}: {
  readonly x: number
  readonly y: number
  readonly size: PlotSize
  readonly text: string
}) {
  const left = x > size.width - size.right - 150
  return (
    <text className={classes.label} x={left ? x - 12 : x + 12} y={y - 6} textAnchor={left ? 'end' : 'start'}>
      {text}
    </text>
  )
}

interface PointsProps {
  readonly curve: ParetoCurve
  readonly points: readonly PlotPoint[]
  readonly scale: PlotScale
  readonly picked: number | null
  readonly onPick: (index: number) => void
}

function Points({ curve, points, scale, picked, onPick }: PointsProps) {
  const group = useRef<HTMLDivElement>(null)
  const [hovered, setHovered] = useState<number | null>(null)
  const current = picked ?? curve.suggested ?? 0
  const walk = (event: KeyboardEvent): void => {
    const last = points.length - 1
    const step = STEPS[event.key]
    const next =
      step !== undefined ? current + step : event.key === 'Home' ? 0 : event.key === 'End' ? last : undefined
    if (next === undefined) return
    event.preventDefault()
    const index = Math.min(last, Math.max(0, next))
    onPick(index)
    group.current?.querySelectorAll('button')[index]?.focus()
  }
  // Points lie close together where the curve is steep: the whole plot is the target, and the nearest one is meant.
  const nearest = (event: MouseEvent): number => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const spots = points.map(({ minutes, harm }) => [scale.x(minutes), scale.y(harm)] as const)
    return nearestTo(spots, event.clientX - left, event.clientY - top)
  }
  const pickNearest = (event: MouseEvent): void => {
    // A press of Enter or Space clicks the button itself, and has no place.
    if (event.detail > 0) onPick(nearest(event))
  }
  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={said.pick}
      className={classes.points}
      onKeyDown={walk}
      onClick={pickNearest}
      onMouseMove={(event) => setHovered(nearest(event))}
      onMouseLeave={() => setHovered(null)}
    >
      {points.map((point, i) => (
        <button
          key={i}
          type="button"
          role="radio"
          aria-checked={i === picked}
          aria-label={pointText(curve, i)}
          tabIndex={i === current ? 0 : -1}
          className={classes.point}
          data-hovered={i === hovered || undefined}
          data-suggested={i === curve.suggested || undefined}
          data-open={!curve.points[i]!.covered || undefined}
          style={{ left: scale.x(point.minutes), top: scale.y(point.harm) }}
          onClick={() => onPick(i)}
        />
      ))}
      {hovered !== null && hovered !== picked && (
        <div className={classes.hint} aria-hidden="true" style={hintPlace(scale, points[hovered]!)}>
          {pointText(curve, hovered)}
        </div>
      )}
    </div>
  )
}

// Above its point, and inside the plot on both sides.
function hintPlace(scale: PlotScale, { minutes, harm }: PlotPoint): CSSProperties {
  return { left: `clamp(4px, ${scale.x(minutes) - 130}px, calc(100% - 290px))`, top: scale.y(harm) - 40 }
}

/** A point in words: its minutes, the harm that it leaves, how many handoffs it places. */
export function pointText(curve: ParetoCurve, index: number): string {
  const { minutes, harm, handoffs } = curve.points[index]!
  return said.point(said.minutes(minutes), said.percent(shareOf(curve, harm)), handoffs.length)
}

/** Harm as a share of that which is expected if nobody is asked. */
export function shareOf({ harmUnasked }: Pick<ParetoCurve, 'harmUnasked'>, harm: number): number {
  return harmUnasked > 0 ? harm / harmUnasked : 0
}
