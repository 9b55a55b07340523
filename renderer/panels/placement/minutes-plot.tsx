// What people pay a run: the placement against the two ways of asking about everything, as bars with their figures.
import type { Analysis } from '../../../shared/model/analysis.ts'
import { words } from '../../words/words.ts'
import classes from './placement.module.css'

const said = words.placement

export function MinutesPlot({ analysis }: { readonly analysis: Analysis }) {
  const { attention, placement } = analysis
  const bars = [
    { label: said.bars.now, value: attention.approvalMinutesPerRun, own: true },
    ...(placement.handoffs.length > 0
      ? [{ label: said.bars.placed, value: attention.approvalMinutesWhenPlaced, own: true }]
      : []),
    { label: said.bars.gateEveryAction, value: placement.baselines.gateEveryAction, own: false },
    { label: said.bars.approveEveryStep, value: placement.baselines.approveEveryStep, own: false },
  ]
  const longest = Math.max(...bars.map((bar) => bar.value), Number.MIN_VALUE)
  return (
    <>
      <h3 className={classes.plotTitle}>{said.summary}</h3>
      <dl className={classes.bars}>
        {bars.map((bar) => (
          <div key={bar.label} className={classes.bar}>
            <dt>{bar.label}</dt>
            <dd className={classes.barTrack}>
              <div className={classes.track} aria-hidden="true">
                <div
                  className={bar.own ? `${classes.fill} ${classes.own}` : classes.fill}
                  style={{ width: `${(bar.value / longest) * 100}%` }}
                />
              </div>
            </dd>
            <dd className={classes.value}>{words.common.minutes(bar.value)}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.note}>
        {said.everything(
          words.common.minutes(attention.minutesPerRun),
          words.common.prompts(attention.promptsPerRun),
        )}
      </p>
    </>
  )
}
