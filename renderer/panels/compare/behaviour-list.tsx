// What the change changes for people, what is looser first: a click shows the step and the walk that now passes nobody.
import type { Behavioural, StepShift, StrengthOrNone } from '../../../shared/model/difference.ts'
import { askCanvas } from '../../canvas/canvas-store.ts'
import { select, showWalk } from '../../state/view.ts'
import { words } from '../../words/words.ts'
import classes from './compare.module.css'

const said = words.compare

type Tone = keyof typeof said.tone

interface Line {
  readonly key: string
  readonly tone: Tone
  readonly text: string
  readonly step?: string
  readonly path?: readonly string[]
}

interface BehaviourListProps {
  readonly tab: string
  readonly told: Behavioural
}

export function BehaviourList({ tab, told }: BehaviourListProps) {
  const lines = [...looser(told), ...tighter(told)]
  const { minutesPerRun: minutes, newFindings, goneFindings } = told
  return (
    <section className={classes.group} aria-label={said.behaviour}>
      <div className={classes.head}>
        <h3 className={classes.title}>{said.behaviour}</h3>
        <span className={classes.figures}>
          {minutes.before !== minutes.after &&
            `${said.minutes(words.common.minutes(minutes.before), words.common.minutes(minutes.after))} · `}
          {said.findings(newFindings.length, goneFindings.length)}
        </span>
      </div>
      {lines.length === 0 && <p className={classes.none}>{said.behaviourNone}</p>}
      <ul className={classes.list}>
        {lines.map((line) => (
          <li key={line.key} className={classes.row}>
            <button type="button" className={classes.main} onClick={() => show(tab, line)}>
              <span className={classes.tone} data-tone={line.tone}>
                {said.tone[line.tone]}
              </span>
              <span className={classes.sentence}>{line.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function looser({ loosened, newlyUngated, coverageLost }: Behavioural): readonly Line[] {
  const walks = new Map([...coverageLost, ...newlyUngated].map(({ step, path }) => [step, path]))
  return loosened.map(({ id, severity, message, step }) => {
    const path = step === undefined ? undefined : walks.get(step)
    return {
      key: id,
      tone: severity,
      text: words.common.say(message),
      ...(step !== undefined && { step }),
      ...(path && { path }),
    }
  })
}

function tighter(told: Behavioural): readonly Line[] {
  const line =
    (kind: string, text: (shift: StepShift) => string) =>
    (shift: StepShift): Line => ({
      key: `${kind}@${shift.step}`,
      tone: 'tighter',
      text: text(shift),
      step: shift.step,
    })
  return [
    ...told.newlyGated.map(line('gated', ({ name }) => said.gated(name))),
    ...told.strengthened.map(
      line('strengthened', ({ name, before, after }) => said.strengthened(name, named(before), named(after))),
    ),
    ...told.coverageGained.map(line('gained', ({ name }) => said.gained(name))),
    ...told.demandsRaised.map(
      line('raised', ({ name, before, after }) => said.raised(name, named(before), named(after))),
    ),
  ]
}

function named(strength: StrengthOrNone): string {
  return strength === 'none' ? said.nothing : words.scales.strengths[strength].toLowerCase()
}

function show(tab: string, { step, path, text }: Line): void {
  if (step === undefined) return
  select(tab, { steps: [step] })
  showWalk(tab, path ? { steps: path, why: text } : null)
  askCanvas('reveal', `step:${step}`)
}
