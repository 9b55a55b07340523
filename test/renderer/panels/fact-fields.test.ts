// Every field that a rule's finding leads to has a control in the inspector that the window can bring the keyboard to.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { factTarget } from '../../../renderer/panels/findings/groups.ts'
import { analyse } from '../../../shared/analysis/analyse.ts'
import { RULES } from '../../../shared/rules/index.ts'

const PANELS = new URL('../../../renderer/panels', import.meta.url).pathname
const CONTROLS = [...controlsIn(path.join(PANELS, 'inspector')), ...controlsIn(path.join(PANELS, 'profile'))]
const FIELDS = fieldsOfFindings()

test('the examples lead to many fields, and the inspector has many controls', () => {
  expect(FIELDS.length).toBeGreaterThan(15)
  expect(CONTROLS.length).toBeGreaterThan(50)
})

test.each(FIELDS)('%s', (field) => {
  expect(CONTROLS.filter((control) => leadsTo(field, control))).not.toEqual([])
})

test('a field that nobody built a control for is noticed', () => {
  expect(CONTROLS.some((control) => leadsTo('consequences/level', control))).toBe(false)
  expect(CONTROLS.some((control) => leadsTo('use', control))).toBe(false)
})

/** The control itself, or the first of its parts; ids stand for themselves. */
function leadsTo(field: string, control: string): boolean {
  const [wanted, given] = [field.split('/'), control.split('/')]
  return wanted.length <= given.length && wanted.every((part, i) => given[i] === '*' || given[i] === part)
}

/** The paths of the fields in the sources of a folder; what is put in at run time is `*`. */
function controlsIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  )
  const text = files.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n')
  const found = text.matchAll(/\b(?:path|data-field|field)=(?:"([^"]+)"|\{`([^`]+)`\})/g)
  return [...found].map(([, plain, template]) => plain ?? template!.replaceAll(/\$\{[^}]*\}/g, '*'))
}

function fieldsOfFindings(): readonly string[] {
  const examples = RULES.flatMap(({ examples: { bad, good } }) => [bad.workflow, good.workflow])
  const facts = examples.flatMap((workflow) => analyse(workflow).findings.flatMap((finding) => finding.facts))
  const fields = facts.flatMap(({ field }) => (field === undefined ? [] : (factTarget(field)?.field ?? [])))
  // A fact about a whole element leads to the element.
  return [...new Set(fields)].filter((field) => field !== '').sort()
}
