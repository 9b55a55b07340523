// What the placement asks of people and what they are likely to catch, each figure with its range, and what all of it
// assumes.
import type { PlacementAttention, Range } from '../../../shared/model/attention.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { words } from '../../words/words.ts'
import { Assumptions } from './assumptions.tsx'
import classes from './attention.module.css'
import { GateFigures } from './gate-figures.tsx'
import { Load } from './load.tsx'
import { RangeBar } from './range-bar.tsx'
import type { ViewProps } from './view-props.ts'

const said = words.placement.attention

interface AttentionProps extends ViewProps {
  /** The figures are still those of the revision before. */
  readonly isOlder: boolean
}

export function AttentionView({ tab, workflow, analysis, isOlder }: AttentionProps) {
  const { now, placed, harmUnasked } = analysis.reviewing
  const differs = analysis.placement.handoffs.length + analysis.placement.remove.length > 0
  return (
    <div className={classes.view} aria-busy={isOlder}>
      <div className={classes.column}>
        <h3 className={classes.title}>{said.figures}</h3>
        <Figures
          workflow={workflow}
          now={now}
          placed={differs ? placed : undefined}
          harmUnasked={harmUnasked}
        />
        <Load workflow={workflow} loads={analysis.reviewing.loads} />
      </div>
      <div className={classes.column}>
        <h3 className={classes.title}>{said.gates}</h3>
        <GateFigures tab={tab} workflow={workflow} analysis={analysis} />
      </div>
      <div className={classes.column}>
        <Assumptions workflow={workflow} own={analysis.reviewing.own} />
      </div>
    </div>
  )
}

interface FiguresProps {
  readonly workflow: Workflow
  readonly now: PlacementAttention
  readonly placed: PlacementAttention | undefined
  readonly harmUnasked: number
}

interface Row {
  readonly key: string
  readonly label: string
  readonly hint: string | undefined
  readonly now: Range
  readonly placed: Range
  readonly unit: 'number' | 'percent'
}

function Figures({ workflow, now, placed, harmUnasked }: FiguresProps) {
  const rows = rowsOf(workflow, now, placed ?? now)
  return (
    <table className={classes.figures}>
      <thead>
        <tr>
          <th scope="col">
            <span className="hidden-text">{said.figure}</span>
          </th>
          <th scope="col">{said.now}</th>
          {placed && <th scope="col">{said.placed}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const most =
            row.unit === 'percent'
              ? 1
              : Math.max(row.now.high, row.placed.high, row.key === 'harm' ? harmUnasked : 0)
          return (
            <tr key={row.key}>
              <th scope="row" title={row.hint}>
                {row.label}
              </th>
              <Figure range={row.now} unit={row.unit} most={most} tone="now" />
              {placed && <Figure range={row.placed} unit={row.unit} most={most} tone="placed" />}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface FigureProps {
  readonly range: Range
  readonly unit: Row['unit']
  readonly most: number
  readonly tone: 'now' | 'placed'
}

function Figure({ range, unit, most, tone }: FigureProps) {
  return (
    <td>
      <div className={classes.cell}>
        <span className={classes.value}>{said[unit](range.value)}</span>
        <RangeBar range={range} most={most} tone={tone} />
        <span className={classes.range}>{range.high > 0 && said[`${unit}Range`](range.low, range.high)}</span>
      </div>
    </td>
  )
}

const NOTHING: Range = { low: 0, value: 0, high: 0 }

function rowsOf(workflow: Workflow, now: PlacementAttention, placed: PlacementAttention): readonly Row[] {
  const row = (key: keyof typeof said.hints, unit: Row['unit'] = 'number'): Row => ({
    key,
    label: said.rows[key],
    hint: said.hints[key],
    now: now[key],
    placed: placed[key],
    unit,
  })
  return [
    row('prompts'),
    row('minutes'),
    ...partyRows(workflow, now, placed),
    row('catches', 'percent'),
    row('harm'),
    row('refused'),
  ]
}

// One line a party, where there is more than one of them.
function partyRows(workflow: Workflow, now: PlacementAttention, placed: PlacementAttention): Row[] {
  const parties = [...new Set([...now.parties, ...placed.parties].map(({ party }) => party))]
  if (parties.length < 2) return []
  const of = ({ parties: list }: PlacementAttention, party: string | undefined): Range =>
    list.find((each) => each.party === party)?.minutes ?? NOTHING
  return parties.map((party) => ({
    key: `party ${party ?? ''}`,
    label: said.rows.minutesOf(
      workflow.parties.find(({ id }) => id === party)?.name || (party ?? said.somebody),
    ),
    hint: said.hints.minutes,
    now: of(now, party),
    placed: of(placed, party),
    unit: 'number',
  }))
}
