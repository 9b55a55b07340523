// What the commands print as JSON is what the shipped schemas say.
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { OUTPUT_SCHEMAS } from '../../electron/cli/output-schemas.ts'
import { baton, COVERED, file, OPEN } from './support.ts'

type Command = keyof typeof OUTPUT_SCHEMAS

function validatorOf(command: Command) {
  const name = new URL(`../../resources/schema/baton-${command}-v1.schema.json`, import.meta.url)
  return new Ajv2020({ strict: false, allErrors: true }).compile(
    JSON.parse(readFileSync(name, 'utf8')) as object,
  )
}

const MERMAID = 'flowchart TD\n  start([Start]) --> pay[Pay the invoice]\n  pay --> stop([End])\n'

async function printed(
  command: Command,
  words: readonly string[],
  codes: readonly number[] = [0],
): Promise<unknown> {
  const { code, out } = await baton([command, ...words, '--format', 'json'])
  expect(codes).toContain(code)
  return JSON.parse(out)
}

describe.each([
  ['check', () => printed('check', [file('open.handoff', OPEN), file('covered.handoff', COVERED)], [1])],
  [
    'check',
    () => printed('check', [file('bad.handoff', '{"format":"handoff"}'), file('o.handoff', OPEN)], [2]),
  ],
  ['suggest', () => printed('suggest', [file('open.handoff', OPEN)])],
  ['verify', () => printed('verify', [file('open.handoff', OPEN)], [1])],
  ['verify', () => printed('verify', [file('covered.handoff', COVERED)])],
  ['diff', () => printed('diff', [file('covered.handoff', COVERED), file('open.handoff', OPEN)], [1])],
  [
    'check',
    () => printed('check', [file('o.handoff', OPEN), '--base', file('covered.handoff', COVERED)], [1]),
  ],
  ['simulate', () => printed('simulate', [file('covered.handoff', COVERED)])],
  ['simulate', () => printed('simulate', [file('covered.handoff', COVERED), '--runs', '50'])],
  ['dismiss', () => printed('dismiss', ['X14', '--reason', 'kept elsewhere'])],
  ['import', () => printed('import', [file('flow.mmd', MERMAID)])],
  [
    'export',
    () => printed('export', [file('covered.handoff', COVERED), '--target', 'svg', '-o', 'drawings']),
  ],
] as const)('%s', (command, run) => {
  test('prints what its schema says, and nothing beside it', async () => {
    const validate = validatorOf(command)
    const value = await run()
    validate(value)
    expect(validate.errors ?? []).toEqual([])
    // A schema that accepts anything would accept these, too.
    expect(validate({ ...(value as object), more: 1 })).toBe(false)
    expect(validate({ ...(value as object), version: 2 })).toBe(false)
  })
})

test('every schema is listed and printed by the command', async () => {
  const names = (await baton(['schema'])).out.trim().split('\n')
  for (const command of Object.keys(OUTPUT_SCHEMAS)) expect(names).toContain(`baton-${command}-v1`)
  expect(names).toContain('handoff-policy-v1')
  const { out } = await baton(['schema', 'baton-verify'])
  expect(JSON.parse(out)).toMatchObject({ $id: 'urn:baton:schema:baton-verify-v1' })
})
