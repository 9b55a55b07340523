// What more minutes of review buy: the placements worth having, one to be picked, looked at on the canvas and placed.
import { Button, Loader } from '@mantine/core'
import { useState } from 'react'
import { pickPoint, pickedPoint } from '../../state/curve.ts'
import { useCurve } from '../../state/hooks.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { words } from '../../words/words.ts'
import { CurveDetails } from './curve-details.tsx'
import { CurvePlot, shareOf } from './curve-plot.tsx'
import { CurveTable } from './curve-table.tsx'
import classes from './curve.module.css'
import type { ViewProps } from './view-props.ts'

const said = words.placement.curve

export function CurveView({ tab, workflow, analysis }: ViewProps) {
  const state = useCurve()
  const { curve, of, error, failed, picked } = state
  const [asTable, setAsTable] = useState(false)
  if (failed === workflow && error !== null) return <EmptyState title={said.failed(error)} />
  if (!curve) {
    return (
      <div className={classes.waiting} role="status">
        <Loader size="sm" /> {said.working}
      </div>
    )
  }
  if (curve.points.length === 0 || curve.harmUnasked === 0) return <EmptyState title={said.nothing} />
  const isCurrent = of === workflow
  const pick = (index: number): void => pickPoint(tab, index)
  const point = pickedPoint(state, workflow) ?? (isCurrent ? curve.points[curve.suggested ?? 0] : undefined)
  const { now } = analysis.reviewing
  return (
    <div className={classes.view}>
      <div className={classes.main}>
        <div className={classes.head}>
          <h3 className={classes.heading}>{said.title}</h3>
          <Button size="compact-xs" onClick={() => setAsTable(!asTable)}>
            {asTable ? said.asPlot : said.asTable}
          </Button>
        </div>
        {!isCurrent && (
          <p className={classes.text} role="status">
            {said.stale}
          </p>
        )}
        {asTable ? (
          <CurveTable curve={curve} picked={isCurrent ? picked : null} onPick={pick} />
        ) : (
          <CurvePlot
            curve={curve}
            now={{ minutes: now.minutes.value, harm: shareOf(curve, now.harm.value) }}
            picked={isCurrent ? picked : null}
            onPick={pick}
          />
        )}
      </div>
      <aside className={classes.side} aria-label={said.pick} tabIndex={0}>
        {point && (
          <CurveDetails
            tab={tab}
            workflow={workflow}
            analysis={analysis}
            curve={curve}
            point={point}
            isPicked={isCurrent && picked !== null}
          />
        )}
      </aside>
    </div>
  )
}
