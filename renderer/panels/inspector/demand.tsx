// What a step demands and what it has: the strength it needs, the authority carried to it, and the gap.
import type { Analysis, StepFigures } from '../../../shared/model/analysis.ts'
import type { Strength } from '../../../shared/model/scales.ts'
import { exact } from '../../words/format.ts'
import { words } from '../../words/words.ts'
import classes from './inspector.module.css'

const said = words.inspector

/** On the scale of authority; a notify asks for half of a confirm and is met by any authority. */
const NEEDED: Readonly<Record<Strength, number>> = { notify: 0.5, confirm: 1, approve: 2, 'two-person': 3 }

export function Demand({ figures }: { readonly figures: StepFigures }) {
  if (!figures.reachable) return <Box title={said.unreachable} text="" end={null} />
  if (figures.waived !== undefined)
    return (
      <Box
        title={said.demandWaived(words.scales.strengths[figures.waived])}
        text={said.demandWaivedText}
        end={<span className={classes.gap}>{said.waived}</span>}
      />
    )
  if (figures.required === undefined)
    return <Box title={said.demandNone} text={said.demandNoneText} end={null} />
  const needed = NEEDED[figures.required]
  const has = figures.authority.mid
  const gap = needed === 0.5 ? 0 : Math.max(0, needed - has)
  return (
    <Box
      title={said.demand(words.scales.strengths[figures.required], words.scales.authority[has])}
      text={said.demandFigures(needed === 0.5 ? '½' : String(needed), String(has))}
      end={
        gap > 0 ? (
          <span className={classes.gap}>{said.gap(String(gap))}</span>
        ) : (
          <span className={classes.fine}>{said.covered}</span>
        )
      }
    />
  )
}

interface BoxProps {
  readonly title: string
  readonly text: string
  readonly end: React.ReactNode
}

function Box({ title, text, end }: BoxProps) {
  return (
    <div className={classes.demand} role="group" aria-label={title}>
      <div className={classes.demandText}>
        <div className={classes.demandTitle}>{title}</div>
        {text !== '' && <div className={classes.hint}>{text}</div>}
      </div>
      {end}
    </div>
  )
}

/** Who should do the step and why, what doubt arrives, and how often a run passes. */
export function StepAnalysis({ figures }: { readonly figures: StepFigures }) {
  const pending = Object.entries(figures.pending)
  return (
    <>
      {figures.routing && (
        <p className={classes.plain}>
          {said.tiers[figures.routing.tier]}.{' '}
          <span className={classes.mute}>{words.common.say(figures.routing.because)}</span>
        </p>
      )}
      <p className={`${classes.plain} ${classes.mute}`}>{said.visits(visitsText(figures.visits))}</p>
      {pending.length > 0 && (
        <p className={`${classes.plain} ${classes.mute}`}>
          {said.pending(pending.map(([label, level]) => pendingText(label, level)).join(', '))}
        </p>
      )}
      {figures.liveSource && <p className={`${classes.plain} ${classes.mute}`}>{said.liveSource}</p>}
    </>
  )
}

/** The figures of a step, where the analysis has any. */
export function figuresOf(analysis: Analysis | null, step: string): StepFigures | undefined {
  return analysis && Object.hasOwn(analysis.steps, step) ? analysis.steps[step] : undefined
}

function visitsText(visits: number): string {
  return exact(visits, visits < 0.1 ? 4 : 2)
}

function pendingText(label: string, level: number | undefined): string {
  const names: Readonly<Record<string, string>> = words.scales.labels
  const name = Object.hasOwn(names, label) ? names[label]! : words.inspector.unlabelled
  return `${name} (${words.scales.uncertainty[level ?? 0]})`
}
