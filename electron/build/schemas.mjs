// Writes the JSON Schemas of our files into resources/schema, from the schemas that read them; `--check` only compares.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { FORMAT_VERSION, WorkflowSchema } from '../../shared/model/workflow.ts'
import { RULES_FORMAT, RULES_VERSION, RulesFileSchema } from '../../shared/model/rule-pack.ts'
import { POLICY_VERSION, PolicySchema } from '../../shared/policy/schema.ts'
import { OUTPUT_SCHEMAS } from '../cli/output-schemas.ts'
import { OUTPUT_VERSION } from '../cli/output.ts'
import { inProject } from './project.mjs'

const FOLDER = 'resources/schema'

/** Runtimes read the first, editors the second. */
const DIALECTS = /** @type {const} */ ([
  { target: 'draft-2020-12', ending: '' },
  { target: 'draft-07', ending: '.draft-07' },
])

const FORMATS = [
  {
    name: `handoff-v${FORMAT_VERSION}`,
    title: 'Baton handoff document',
    schema: WorkflowSchema,
    version: FORMAT_VERSION,
  },
  {
    name: `handoff-policy-v${POLICY_VERSION}`,
    title: 'Baton handoff policy',
    schema: PolicySchema,
    version: POLICY_VERSION,
  },
  // Its own `version` is that of the team's pack; the schema says itself which version of the format it is.
  { name: `${RULES_FORMAT}-v${RULES_VERSION}`, title: 'Baton rule pack', schema: RulesFileSchema },
  ...Object.entries(OUTPUT_SCHEMAS).map(([command, schema]) => ({
    name: `baton-${command}-v${OUTPUT_VERSION}`,
    title: `What baton ${command} --format json prints`,
    schema,
    version: OUTPUT_VERSION,
  })),
]

/**
 * Every schema file: its path in the checkout and its text.
 *
 * @returns {ReadonlyMap<string, string>}
 */
export function schemaFiles() {
  const files = FORMATS.flatMap(({ name, title, schema, version }) =>
    DIALECTS.map(({ target, ending }) => {
      const file = `${name}${ending}.schema.json`
      // What may be written by hand: fields with a default may be left out.
      const { $schema, ...body } = z.toJSONSchema(schema, { io: 'input', target })
      // Reading lets a newer version pass, to show it; a file of this version says so.
      const own = version === undefined ? {} : { version: { const: version } }
      const properties = { ...body.properties, ...own }
      const $id = `urn:baton:schema:${name}${ending}`
      const text = JSON.stringify({ $schema, $id, title, ...body, properties }, null, 2)
      return /** @type {[string, string]} */ ([`${FOLDER}/${file}`, `${text}\n`])
    }),
  )
  return new Map(files)
}

/** Files in the checkout that differ from what would be written. */
export function staleSchemas() {
  return [...schemaFiles()].filter(([file, text]) => read(file) !== text).map(([file]) => file)
}

function read(/** @type {string} */ file) {
  return existsSync(inProject(file)) ? readFileSync(inProject(file), 'utf8') : undefined
}

function write() {
  mkdirSync(inProject(FOLDER), { recursive: true })
  const stale = staleSchemas()
  for (const [file, text] of schemaFiles()) writeFileSync(inProject(file), text)
  console.log(stale.length === 0 ? 'Schemas: nothing changed.' : `Schemas: wrote ${stale.join(', ')}.`)
}

function check() {
  const stale = staleSchemas()
  console.log(
    stale.length === 0
      ? 'Schemas: all current.'
      : `Schemas: ${stale.join(', ')} not current; run "npm run schema".`,
  )
  process.exitCode = stale.length === 0 ? 0 : 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) check()
  else write()
}
