// What one review takes, by strength.
import { NumberInput } from '@mantine/core'
import type { ProfileSettings } from '../../../shared/model/profile.ts'
import { profileOf } from '../../../shared/model/profile.ts'
import { STRENGTHS } from '../../../shared/model/scales.ts'
import type { Fault } from '../../../shared/support/result.ts'
import { words } from '../../words/words.ts'
import { withMinutes } from './draft.ts'
import classes from './profile.module.css'

const said = words.profile

interface MinutesFieldsProps {
  readonly draft: ProfileSettings
  readonly faults: readonly Fault[]
  readonly onChange: (draft: ProfileSettings) => void
}

export function MinutesFields({ draft, faults, onChange }: MinutesFieldsProps) {
  const { minutes } = profileOf(draft)
  const wrong = faults.filter(({ path }) => path.startsWith('minutes'))
  return (
    <section className={classes.part}>
      <h3 className={classes.partTitle}>{said.minutesTitle}</h3>
      <div className={classes.four}>
        {STRENGTHS.map((strength) => (
          <NumberInput
            key={strength}
            label={said.strengths[strength]}
            min={0}
            max={100_000}
            step={0.5}
            hideControls
            value={minutes[strength]}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 0) onChange(withMinutes(draft, strength, value))
            }}
          />
        ))}
      </div>
      {wrong.map(({ path, message }) => (
        <p key={path} className={classes.bad} role="alert">
          {message}
        </p>
      ))}
    </section>
  )
}
