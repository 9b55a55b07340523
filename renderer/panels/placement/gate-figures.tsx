// Each gate with what comes to it and how much of it is likely to be caught; tiring gates first in a run stand out.
import type { Review } from '../../../shared/model/attention.ts'
import { placeKey } from '../../../shared/model/handoff.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { GateGlyph } from '../../canvas/nodes/GateGlyph.tsx'
import { select } from '../../state/view.ts'
import { words } from '../../words/words.ts'
import { Clip } from '../parts/clip.tsx'
import { handoffName, handoffPhrase, lookupOf, placeText, stepName } from '../parts/names.ts'
import classes from './attention.module.css'
import { RangeBar } from './range-bar.tsx'
import type { ViewProps } from './view-props.ts'

const said = words.placement.attention

export function GateFigures({ tab, workflow, analysis }: ViewProps) {
  const reviews = analysis.reviewing.placed.reviews.filter(({ prompts }) => prompts > 0)
  if (reviews.length === 0) return <p className={classes.text}>{said.nobodyAsked}</p>
  return (
    <>
      <Lead workflow={workflow} reviews={reviews} />
      <table className={classes.gates}>
        <thead>
          <tr>
            <th scope="col">{said.gate}</th>
            <th scope="col" className={classes.number}>
              {said.gatePrompts}
            </th>
            <th scope="col" className={classes.number}>
              {said.gateEarlier}
            </th>
            <th scope="col" className={classes.number}>
              {said.gateWrong}
            </th>
            <th scope="col" className={classes.catches}>
              {said.gateCatches}
            </th>
          </tr>
        </thead>
        <tbody>
          {reviews.map((review) => (
            <GateRow key={review.key} tab={tab} workflow={workflow} review={review} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Lead({ workflow, reviews }: { readonly workflow: Workflow; readonly reviews: readonly Review[] }) {
  const [tired] = reviews.toSorted((a, b) => b.earlier - a.earlier)
  if (!tired) return null
  const { low, value, high } = tired.catches
  const range = said.percentRange(low, high)
  return (
    <p className={classes.text}>
      {said.lead(tired.earlier, said.percent(value), range, nameOf(workflow, tired))}
    </p>
  )
}

interface GateRowProps {
  readonly tab: string
  readonly workflow: Workflow
  readonly review: Review
}

function GateRow({ tab, workflow, review }: GateRowProps) {
  const { key, kind, strength, prompts, earlier, wrong, catches } = review
  const { handoffs, steps } = lookupOf(workflow)
  const show = (): void => {
    if (handoffs.has(key)) select(tab, { handoffs: [key] })
    else if (steps.has(key)) select(tab, { steps: [key] })
    else select(tab, { suggestion: placeKey(review.at) })
  }
  return (
    <tr>
      <th scope="row">
        <button type="button" className={classes.gate} onClick={show}>
          <GateGlyph
            look={handoffs.has(key) || steps.has(key) ? 'gate' : 'ghost'}
            kind={kind === 'human' ? 'approval' : kind}
            strength={strength}
            size={18}
          />
          <Clip text={shortName(workflow, review)} />
        </button>
      </th>
      <td className={classes.number}>{said.number(prompts)}</td>
      <td className={classes.number}>{said.number(earlier)}</td>
      <td className={classes.number}>{said.percent(wrong)}</td>
      <td>
        <div className={classes.cell}>
          <span className={classes.value}>{said.percent(catches.value)}</span>
          <RangeBar range={catches} most={1} />
          <span className={classes.range}>{said.percentRange(catches.low, catches.high)}</span>
        </div>
      </td>
    </tr>
  )
}

function nameOf(workflow: Workflow, { key, kind, strength, at }: Review): string {
  const { handoffs } = lookupOf(workflow)
  if (handoffs.has(key)) return handoffName(workflow, key)
  return kind === 'human' ? stepName(workflow, key) : handoffPhrase(workflow, { kind, strength, at })
}

// The gate beside it says of what kind and how strong it is.
function shortName(workflow: Workflow, review: Review): string {
  const { handoffs, steps } = lookupOf(workflow)
  const isThere = handoffs.has(review.key) || steps.has(review.key)
  return isThere ? nameOf(workflow, review) : placeText(workflow, review.at)
}
