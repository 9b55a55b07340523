// baton explain: the page of a rule, with its wrong and its right example.
import { packFactsPage } from '../../../shared/report/pack-facts-page.ts'
import { rulePage, ruleById } from '../../../shared/report/rule-page.ts'
import { RULES } from '../../../shared/rules/index.ts'
import { UsageError } from '../command.ts'
import type { CliCommand } from '../command.ts'
import { nearest } from '../help.ts'

export const explain: CliCommand = {
  name: 'explain',
  usage: 'explain [RULE | facts]',
  says: 'The page of a rule, or of the facts that rule packs can ask for; without one, the list of rules.',
  options: {},
  run: async ({ files }, terminal) => {
    const [id, ...others] = files
    if (others.length > 0) throw new UsageError('Give one rule.')
    if (id === undefined) {
      terminal.out(RULES.map((rule) => `${rule.id.padEnd(5)} ${rule.title}\n`).join(''))
      return 0
    }
    if (id === 'facts') {
      terminal.out(`${packFactsPage()}\n`)
      return 0
    }
    // `S2@pay`, as findings are called, is as good as `S2`.
    const name = id.split('@')[0]!
    const rule = ruleById(name)
    if (!rule) {
      const near = nearest(
        name.toUpperCase(),
        RULES.map((each) => each.id),
      )
      throw new UsageError(`There is no rule “${name}”${near ? `; did you mean ${near}?` : ''}`)
    }
    terminal.out(`${rulePage(rule)}\n`)
    return 0
  },
}
