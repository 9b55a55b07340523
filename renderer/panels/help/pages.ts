// The help pages, by the names of their files. The pages about rules are made from the rules themselves.
import { ruleById, rulePage } from '../../../shared/report/rule-page.ts'
import { RULES } from '../../../shared/rules/index.ts'
import { packFactsPage } from '../../../shared/report/pack-facts-page.ts'
import commandLine from '../../../resources/help/command-line.md?raw'
import decisions from '../../../resources/help/decisions.md?raw'
import drawing from '../../../resources/help/drawing.md?raw'
import files from '../../../resources/help/files.md?raw'
import firstFiveMinutes from '../../../resources/help/first-five-minutes.md?raw'
import handoffs from '../../../resources/help/handoffs.md?raw'
import keyboard from '../../../resources/help/keyboard.md?raw'
import limits from '../../../resources/help/limits.md?raw'
import model from '../../../resources/help/model.md?raw'
import profiles from '../../../resources/help/profiles.md?raw'
import proof from '../../../resources/help/proof.md?raw'
import rulePacks from '../../../resources/help/rule-packs.md?raw'
import screens from '../../../resources/help/screens.md?raw'
import tagging from '../../../resources/help/tagging.md?raw'
import { words } from '../../words/words.ts'
import type { Drawing } from './example-drawing.tsx'

const PAGES: ReadonlyMap<string, string> = new Map([
  ['first-five-minutes', firstFiveMinutes],
  ['drawing', drawing],
  ['model', model],
  ['tagging', tagging],
  ['handoffs', handoffs],
  ['decisions', decisions],
  ['profiles', profiles],
  ['proof', proof],
  ['rule-packs', `${rulePacks}\n${packFactsPage()}`],
  ['files', files],
  ['command-line', commandLine],
  ['keyboard', keyboard],
  ['screens', screens],
  ['limits', limits],
])

export interface PageTitle {
  readonly id: string
  readonly title: string
}

/** The written pages, in reading order. */
export function pageTitles(): readonly PageTitle[] {
  return Object.entries(words.help.pages).map(([id, title]) => ({ id, title }))
}

export function ruleTitles(): readonly PageTitle[] {
  return RULES.map(({ id, title }) => ({ id: `rules/${id}`, title: `${id} · ${words.common.say(title)}` }))
}

const NO_DRAWINGS: readonly Drawing[] = []

/** What the parts of a page that are in the language `workflow` look like, in their order. */
export function pageDrawings(id: string): readonly Drawing[] {
  const rule = id.startsWith('rules/') ? ruleById(id.slice('rules/'.length)) : undefined
  if (!rule) return NO_DRAWINGS
  return [
    { workflow: rule.examples.bad.workflow, judged: true },
    { workflow: rule.examples.good.workflow, judged: false },
  ]
}

/** Markdown of a page; undefined where there is no such page. */
export function pageText(id: string): string | undefined {
  if (!id.startsWith('rules/')) return PAGES.get(id)
  const rule = ruleById(id.slice('rules/'.length))
  return rule && rulePage(rule)
}
