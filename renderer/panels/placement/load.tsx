// How busy people are, where the document says how many runs begin in a day.
import type { PartyLoad } from '../../../shared/model/attention.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { runCommand } from '../../state/edit.ts'
import { words } from '../../words/words.ts'
import { NumberField } from '../inspector/fields/text-field.tsx'
import classes from './attention.module.css'
import { RangeBar } from './range-bar.tsx'

const said = words.placement.attention

interface LoadProps {
  readonly workflow: Workflow
  readonly loads: readonly PartyLoad[]
}

export function Load({ workflow, loads }: LoadProps) {
  const { runsPerDay } = workflow
  return (
    <>
      <h3 className={classes.title}>{said.load}</h3>
      <div className={classes.runs}>
        <NumberField
          label={said.runsPerDay}
          path="runsPerDay"
          value={runsPerDay}
          min={0}
          max={1e9}
          onCommit={(value) =>
            void runCommand({ type: 'setDocument', runsPerDay: value }, { coalesce: 'runs per day' })
          }
        />
      </div>
      {runsPerDay === undefined || runsPerDay === 0 ? (
        <p className={classes.text}>{said.noLoad}</p>
      ) : loads.length === 0 ? (
        <p className={classes.text}>{said.noParties}</p>
      ) : (
        <ul className={classes.loads}>
          {loads.map((load) => (
            <li key={load.party}>
              {said.busy(nameOf(workflow, load.party), said.percent(load.utilisation))}{' '}
              <span className={classes.range}>{said.busyHow(load.staff, load.hours)}</span>
              <RangeBar range={{ low: 0, value: load.utilisation, high: load.utilisation }} most={1} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function nameOf({ parties }: Workflow, party: string): string {
  return parties.find(({ id }) => id === party)?.name || party
}
