// The point of the curve that is looked at: what it costs, what it leaves, what it places, and the button that does it.
import { Button } from '@mantine/core'
import type { Analysis } from '../../../shared/model/analysis.ts'
import { placeKey } from '../../../shared/model/handoff.ts'
import type { ParetoCurve, ParetoPoint } from '../../../shared/model/pareto.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { GateGlyph } from '../../canvas/nodes/GateGlyph.tsx'
import { pickPoint, placePoint } from '../../state/curve.ts'
import { words } from '../../words/words.ts'
import { handoffPhrase } from '../parts/names.ts'
import { shareOf } from './curve-plot.tsx'
import classes from './curve.module.css'

const said = words.placement.curve

interface CurveDetailsProps {
  readonly tab: string
  readonly workflow: Workflow
  readonly analysis: Analysis
  readonly curve: ParetoCurve
  readonly point: ParetoPoint
  /** False while nothing is picked and the suggestion is described. */
  readonly isPicked: boolean
}

export function CurveDetails({ tab, workflow, analysis, curve, point, isPicked }: CurveDetailsProps) {
  const suggestion = analysis.placement.handoffs
  const adds = point.handoffs.filter((one) => !suggestion.some((other) => isSame(one, other)))
  const drops = suggestion.filter((one) => !point.handoffs.some((other) => isSame(one, other)))
  return (
    <>
      <p className={classes.figure} aria-live="polite">
        <strong>{said.minutes(point.minutes)}</strong> {words.placement.perRun} ·{' '}
        <strong>{said.percent(shareOf(curve, point.harm))}</strong> {said.left}
      </p>
      <p className={classes.text}>
        {said.points(point.harm)}. {point.covered ? said.covered : said.uncovered}
      </p>
      <div className={classes.buttons}>
        <Button variant="filled" disabled={point.handoffs.length === 0} onClick={() => placePoint(point)}>
          {point.handoffs.length === 0 ? said.nothingToPlace : said.place}
        </Button>
        {isPicked && <Button onClick={() => pickPoint(tab, null)}>{said.clear}</Button>}
      </div>
      {isPicked && <p className={classes.text}>{said.preview}</p>}
      <h3 className={classes.title}>{said.against}</h3>
      {adds.length + drops.length === 0 ? (
        <p className={classes.text}>{said.same}</p>
      ) : (
        <ul className={classes.changes}>
          {adds.map((one) => (
            <li key={`+${placeKey(one.at)}`}>{said.adds(handoffPhrase(workflow, one))}</li>
          ))}
          {drops.map((one) => (
            <li key={`-${placeKey(one.at)}`}>{said.drops(handoffPhrase(workflow, one))}</li>
          ))}
        </ul>
      )}
      <h3 className={classes.title}>{said.places(point.handoffs.length)}</h3>
      <ul className={classes.handoffs}>
        {point.handoffs.map((one) => (
          <li key={`${placeKey(one.at)} ${one.kind}`}>
            <GateGlyph look="ghost" kind={one.kind} strength={one.strength} size={18} />
            <span>{handoffPhrase(workflow, one)}</span>
          </li>
        ))}
      </ul>
      <p className={classes.text}>
        {curve.method === 'exact' ? said.exact(curve.tried) : said.greedy(curve.tried)}{' '}
        {workflow.handoffs.length > 0 && `${said.kept} `}
        {said.assumptions}
      </p>
    </>
  )
}

type Placed = ParetoPoint['handoffs'][number]

function isSame(a: Placed, b: Placed): boolean {
  return a.kind === b.kind && a.strength === b.strength && placeKey(a.at) === placeKey(b.at)
}
