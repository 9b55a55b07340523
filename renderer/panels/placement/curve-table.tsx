// The curve as a table: the same points, for those who would rather read figures.
import { Button } from '@mantine/core'
import type { ParetoCurve } from '../../../shared/model/pareto.ts'
import { words } from '../../words/words.ts'
import { pointText, shareOf } from './curve-plot.tsx'
import classes from './curve.module.css'

const said = words.placement.curve

interface CurveTableProps {
  readonly curve: ParetoCurve
  readonly picked: number | null
  readonly onPick: (index: number) => void
}

export function CurveTable({ curve, picked, onPick }: CurveTableProps) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{said.columns.minutes}</th>
          <th scope="col">{said.columns.harm}</th>
          <th scope="col">{said.columns.handoffs}</th>
          <th scope="col">{said.columns.covered}</th>
          <th scope="col">
            <span className="hidden-text">{said.columns.pick}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {curve.points.map(({ minutes, harm, handoffs, covered }, i) => (
          <tr key={i} data-picked={i === picked || undefined}>
            <td>
              {said.minutes(minutes)}
              {i === curve.suggested && <span className={classes.tag}>{said.suggested}</span>}
            </td>
            <td>{said.percent(shareOf(curve, harm))}</td>
            <td>{handoffs.length}</td>
            <td>{covered ? words.common.yes : words.common.no}</td>
            <td>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-pressed={i === picked}
                aria-label={`${said.columns.pick}: ${pointText(curve, i)}`}
                onClick={() => onPick(i)}
              >
                {said.columns.pick}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
