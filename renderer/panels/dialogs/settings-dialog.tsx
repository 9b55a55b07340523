// What a person sets once for every document: the language, the look, and whether files save themselves.
import { Button, SegmentedControl, Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { useStore } from 'zustand'
import { autosave, setAutosave } from '../../state/autosave.ts'
import { openDialog } from '../../state/dialogs.ts'
import { useView } from '../../state/hooks.ts'
import { setLanguage } from '../../state/language.ts'
import { setTheme } from '../../state/theme.ts'
import type { ThemeChoice, ViewState } from '../../state/view.ts'
import type { LanguageChoice } from '../../words/language.ts'
import { words } from '../../words/words.ts'
import { DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'

const said = words.dialogs.settings

const LANGUAGES = ['system', 'en', 'de'] as const satisfies readonly LanguageChoice[]
const THEMES = ['system', 'light', 'dark'] as const satisfies readonly ThemeChoice[]

export function SettingsDialog() {
  const language = useView(selectLanguage)
  const theme = useView(selectTheme)
  const { on } = useStore(autosave)
  return (
    <DialogFrame title={said.title}>
      <Choice
        label={said.language}
        value={language}
        options={LANGUAGES.map((value) => ({ value, label: said.languages[value] }))}
        onPick={setLanguage}
      >
        <p className={classes.hint}>{said.languageHint}</p>
      </Choice>
      <Choice
        label={said.theme}
        value={theme}
        options={THEMES.map((value) => ({ value, label: said.themes[value] }))}
        onPick={setTheme}
      />
      <div className={classes.part}>
        <Switch
          checked={on}
          label={words.files.autosave}
          description={words.files.autosaveHint}
          onChange={(event) => setAutosave(event.currentTarget.checked)}
        />
      </div>
      <div className={classes.part}>
        <Button variant="default" onClick={() => openDialog({ kind: 'keys' })}>
          {words.commands.helpKeys}
        </Button>
      </div>
    </DialogFrame>
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: { readonly value: T; readonly label: string }[]
  readonly onPick: (value: T) => void
  readonly children?: ReactNode
}

function Choice<T extends string>({ label, value, options, onPick, children }: ChoiceProps<T>) {
  const id = useId()
  return (
    <div className={classes.part}>
      <span id={id} className={classes.partTitle}>
        {label}
      </span>
      <SegmentedControl aria-labelledby={id} value={value} data={options} onChange={onPick} fullWidth />
      {children}
    </div>
  )
}

function selectLanguage(state: ViewState): LanguageChoice {
  return state.language
}

function selectTheme(state: ViewState): ThemeChoice {
  return state.theme
}
