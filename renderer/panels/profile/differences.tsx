// What differs from the preset, each with its way back.
import { Button } from '@mantine/core'
import { presetName, withPreset } from '../../../shared/model/profile.ts'
import type { ProfileSettings } from '../../../shared/model/profile.ts'
import { CONSEQUENCE_WORDS, UNCERTAINTY_WORDS } from '../../../shared/model/scales.ts'
import { words } from '../../words/words.ts'
import { differencesOf, isCellStrength, isShare, withoutDifference } from './draft.ts'
import type { Difference, ThresholdName } from './draft.ts'
import classes from './profile.module.css'

const said = words.profile

interface DifferencesProps {
  readonly draft: ProfileSettings
  readonly onChange: (draft: ProfileSettings) => void
}

export function Differences({ draft, onChange }: DifferencesProps) {
  const differences = differencesOf(draft)
  const preset = presetName(draft.extends)
  const named = draft.name === undefined ? {} : { name: draft.name }
  return (
    <section className={classes.part}>
      <div className={classes.partHead}>
        <h3 className={classes.partTitle}>{said.differences(differences.length, said.presets[preset])}</h3>
        {differences.length > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => onChange({ ...withPreset(draft, preset), ...named })}
          >
            {said.resetAll}
          </Button>
        )}
      </div>
      {differences.length > 0 && (
        <ul className={classes.differences}>
          {differences.map((difference) => (
            <li key={keyOf(difference)}>
              <span>{textOf(difference)}</span>
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={said.resetOne(textOf(difference))}
                onClick={() => onChange(withoutDifference(draft, difference))}
              >
                {said.reset}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function keyOf(difference: Difference): string {
  switch (difference.kind) {
    case 'cell':
      return `cell ${difference.cell}`
    case 'threshold':
      return `threshold ${difference.threshold}`
    case 'minutes':
      return `minutes ${difference.strength}`
    case 'rule':
      return `rule ${difference.rule}`
  }
}

function textOf(difference: Difference): string {
  switch (difference.kind) {
    case 'cell': {
      const [level = 0, facts = 0] = difference.cell.split('/').map(Number)
      const cell = `${CONSEQUENCE_WORDS[level]}, ${said.facts[facts]}`
      return said.change(cell, said.strengths[difference.preset], said.strengths[difference.own])
    }
    case 'threshold': {
      const { threshold, preset, own } = difference
      return said.change(
        said.thresholdNames[threshold],
        levelText(threshold, preset),
        levelText(threshold, own),
      )
    }
    case 'minutes':
      return said.change(
        said.minutesOf(said.strengths[difference.strength]),
        String(difference.preset),
        String(difference.own),
      )
    case 'rule':
      return said.change(difference.rule, said.usual, said.settings[difference.own])
  }
}

function levelText(threshold: ThresholdName, value: string): string {
  if (value === 'never') return said.never
  if (isCellStrength(value)) return said.strengths[value]
  if (isShare(threshold)) return said.percent(Math.round(Number(value) * 100))
  return (threshold === 'twoPerson' ? CONSEQUENCE_WORDS : UNCERTAINTY_WORDS)[Number(value)] ?? value
}
