// baton schema: the JSON Schemas that the product ships.
import { readdir, readFile } from 'node:fs/promises'
import { choiceOption, UsageError } from '../command.ts'
import type { CliCommand } from '../command.ts'

const FOLDER = new URL('../../../resources/schema/', import.meta.url)

export const schema: CliCommand = {
  name: 'schema',
  usage: 'schema [NAME] [--draft 2020-12|07]',
  says: 'Prints a JSON Schema; without a name, the list of names.',
  options: {
    draft: {
      type: 'string',
      value: 'DRAFT',
      says: '2020-12 (default), or 07 for editors that know no newer one',
    },
  },
  run: async (words, terminal) => {
    const ending =
      choiceOption(words, 'draft', ['2020-12', '07']) === '07' ? '.draft-07.schema.json' : '.schema.json'
    const names = [
      ...new Set((await readdir(FOLDER)).map((file) => file.replace(/(\.draft-07)?\.schema\.json$/, ''))),
    ]
    const [name, ...others] = words.files
    if (others.length > 0) throw new UsageError('Give one name.')
    if (name === undefined) {
      terminal.out(`${names.sort().join('\n')}\n`)
      return 0
    }
    // `handoff` stands for the newest version of it.
    const known = names
      .filter((each) => each === name || each.replace(/-v\d+$/, '') === name)
      .sort()
      .at(-1)
    if (known === undefined)
      throw new UsageError(`There is no schema “${name}”; there are ${names.join(', ')}.`)
    terminal.out(await readFile(new URL(`${known}${ending}`, FOLDER), 'utf8'))
    return 0
  },
}
