// The limits of a profile, each with what it does.
import { NativeSelect, NumberInput } from '@mantine/core'
import type { ProfileSettings } from '../../../shared/model/profile.ts'
import { profileOf } from '../../../shared/model/profile.ts'
import { CONSEQUENCE_WORDS, UNCERTAINTY_WORDS } from '../../../shared/model/scales.ts'
import { words } from '../../words/words.ts'
import { LEVEL_THRESHOLDS, SHARE_THRESHOLDS, thresholdOf, withThreshold } from './draft.ts'
import type { LevelName } from './draft.ts'
import classes from './profile.module.css'

const said = words.profile

interface ThresholdFieldsProps {
  readonly draft: ProfileSettings
  readonly onChange: (draft: ProfileSettings) => void
}

export function ThresholdFields({ draft, onChange }: ThresholdFieldsProps) {
  return (
    <section className={classes.part}>
      <h3 className={classes.partTitle}>{said.thresholds}</h3>
      {LEVEL_THRESHOLDS.map((name) => (
        <label key={name} className={classes.line}>
          <span>{said.thresholdSays[name]}</span>
          <NativeSelect
            size="xs"
            aria-label={said.thresholdSays[name]}
            data={optionsOf(name)}
            value={thresholdOf(profileOf(draft), name)}
            onChange={(event) => onChange(withThreshold(draft, name, event.currentTarget.value))}
          />
        </label>
      ))}
      {SHARE_THRESHOLDS.map((name) => (
        <label key={name} className={classes.line}>
          <span>{said.thresholdSays[name]}</span>
          <NumberInput
            aria-label={said.thresholdSays[name]}
            min={1}
            max={100}
            suffix=" %"
            hideControls
            value={Math.round(profileOf(draft).limits[name] * 100)}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 1 && value <= 100)
                onChange(withThreshold(draft, name, String(value / 100)))
            }}
          />
        </label>
      ))}
    </section>
  )
}

function optionsOf(name: LevelName): { value: string; label: string }[] {
  const never = { value: 'never', label: said.never }
  const doubts = [1, 2, 3, 4].map((level) => ({ value: String(level), label: UNCERTAINTY_WORDS[level]! }))
  switch (name) {
    case 'doubt':
      return doubts
    case 'uplift':
      return [...doubts, never]
    case 'consent':
      return (['confirm', 'approve', 'two-person'] as const).map((value) => ({
        value,
        label: said.strengths[value],
      }))
    case 'twoPerson':
      return [...CONSEQUENCE_WORDS.map((label, level) => ({ value: String(level), label })), never]
  }
}
