// The JSON Schemas that we ship are current, accept our own documents, and refuse faulty ones.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { schemaFiles, staleSchemas } from '../../electron/build/schemas.mjs'
import { root } from '../architecture/source-files.ts'

describe('the shipped schemas', () => {
  it('are what "npm run schema" would write', () => expect(staleSchemas()).toEqual([]))
})

const step = { id: 'a', kind: 'step', name: 'A' }
const handoff = { id: 'h', kind: 'approval', strength: 'approve', at: { before: 'a' } }

const FAULTS: readonly (readonly [name: string, fault: object, place: string])[] = [
  ['another format', { format: 'policy' }, '/format'],
  ['a newer version', { version: 2 }, '/version'],
  ['an unknown kind of step', { steps: [{ ...step, kind: 'magic' }] }, '/steps/0/kind'],
  ['a step without an id', { steps: [{ kind: 'step', name: 'A' }] }, '/steps/0'],
  ['an empty id', { steps: [{ ...step, id: '' }] }, '/steps/0/id'],
  ['a level of 5', { steps: [{ ...step, consequence: { level: 5 } }] }, '/steps/0/consequence/level'],
  [
    'odds above 1',
    { steps: [step], transitions: [{ id: 't', from: 'a', to: 'a', kind: 'normal', probability: 1.5 }] },
    '/transitions/0/probability',
  ],
  ['an unknown strength', { handoffs: [{ ...handoff, strength: 'maybe' }] }, '/handoffs/0/strength'],
  ['two places at once', { handoffs: [{ ...handoff, at: { before: 'a', on: 't' } }] }, '/handoffs/0/at'],
  [
    'a timeout that approves',
    { handoffs: [{ ...handoff, timeout: { after: 'PT1H', then: 'approve' } }] },
    '/handoffs/0/timeout/then',
  ],
]

const DIALECTS = [
  ['2020-12', 'resources/schema/handoff-v1.schema.json', new Ajv2020({ strict: false })],
  ['draft-07', 'resources/schema/handoff-v1.draft-07.schema.json', new Ajv({ strict: false })],
] as const

const OURS = globSync(['resources/samples/**/*.handoff', 'test/fixtures/golden/*.handoff'], {
  cwd: root,
}).toSorted()

describe.each(DIALECTS)('the document schema in %s', (_, file, ajv) => {
  const validate: ValidateFunction = ajv.compile(JSON.parse(schemaFiles().get(file) ?? 'null') as object)

  it('has documents to accept', () => expect(OURS.length).toBeGreaterThanOrEqual(6))

  it.each(OURS)('accepts %s', (name) => {
    validate(JSON.parse(readFileSync(path.join(root, name), 'utf8')))
    expect(validate.errors ?? []).toEqual([])
  })

  it('accepts the smallest document', () => expect(validate(minimal({}))).toBe(true))

  it.each(FAULTS)('refuses %s', (_name, fault, place) => {
    expect(validate(minimal(fault))).toBe(false)
    expect(validate.errors?.map((error) => error.instancePath)).toContain(place)
  })
})

function minimal(fault: object): object {
  return { format: 'handoff', version: 1, ...fault }
}
