// How serious each rule is, where this team sees it differently.
import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ProfileSettings, RuleSetting } from '../../../shared/model/profile.ts'
import { GUARDS, profileOf, RULE_SETTINGS } from '../../../shared/model/profile.ts'
import { RULES } from '../../../shared/rules/index.ts'
import { words } from '../../words/words.ts'
import parts from '../parts/parts.module.css'
import { withRule } from './draft.ts'
import classes from './profile.module.css'

const said = words.profile
const USUAL = 'usual'

interface RuleFieldsProps {
  readonly draft: ProfileSettings
  readonly onChange: (draft: ProfileSettings) => void
}

export function RuleFields({ draft, onChange }: RuleFieldsProps) {
  const [filter, setFilter] = useState('')
  const { rules } = profileOf(draft)
  const wanted = filter.trim().toLowerCase()
  const shown = RULES.filter(({ id, title }) =>
    `${id} ${words.common.say(title)}`.toLowerCase().includes(wanted),
  )
  return (
    <section className={`${classes.part} ${classes.rules}`}>
      <h3 className={classes.partTitle}>{said.rules}</h3>
      <TextInput
        aria-label={said.filterRules}
        placeholder={said.filterRules}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
      <ul className={classes.ruleList}>
        {shown.map(({ id, title }) => (
          <li key={id} className={classes.rule} data-own={rules.has(id) || undefined}>
            <span className={parts.code}>{id}</span>
            <span>{words.common.say(title)}</span>
            <NativeSelect
              size="xs"
              aria-label={said.severityOf(id)}
              value={rules.get(id) ?? USUAL}
              data={optionsOf(id)}
              onChange={(event) => onChange(withRule(draft, id, settingOf(event.currentTarget.value)))}
            />
          </li>
        ))}
      </ul>
      <p className={classes.hint}>{said.guards}</p>
    </section>
  )
}

function optionsOf(rule: string): { value: string; label: string }[] {
  // What guards coverage can weigh less, and never be silent.
  const settings = RULE_SETTINGS.filter((setting) => setting !== 'off' || !GUARDS.has(rule))
  return [
    { value: USUAL, label: said.usual },
    ...settings.map((value) => ({ value, label: said.settings[value] })),
  ]
}

function settingOf(value: string): RuleSetting | undefined {
  return RULE_SETTINGS.find((setting) => setting === value)
}
