// `--profile` and `--sensitivity`: the same document under another profile, and what its placement hangs on.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { baton, COVERED, file, folder, OPEN } from './support.ts'

async function json(...words: readonly string[]) {
  const { out } = await baton([...words, '--format', 'json'])
  return JSON.parse(out)
}

test('check --profile reads the document as if it followed that preset', async () => {
  const name = file('covered.handoff', COVERED)
  const strict = await json('check', name, '--profile', 'strict')
  const usual = await json('check', name)
  const own = await json('check', name, '--profile', 'recommended')
  expect(own).toEqual(usual)
  expect(strict.files[0].covered).toBe(false)
  expect(strict.files[0].counterexamples[0].missing).toBe('two-person')
})

test('suggest --profile --apply writes the handoffs and the profile that they are for', async () => {
  const name = file('strict.handoff', OPEN)
  const { placement, certificate } = await json('suggest', name, '--profile', 'strict', '--apply')
  expect(placement.approvalMinutesPerRun).toBe(10)
  const written = JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
  expect(written.profile.extends).toBe('strict')
  const proof = file('strict.certificate.json', JSON.stringify(certificate))
  expect((await baton(['verify', name, '--certificate', proof])).out).toContain('Covered.')
})

test('a profile that is none is refused with the names of those that are', async () => {
  const { code, err } = await baton(['check', file('open.handoff', OPEN), '--profile', 'harsh'])
  expect(code).toBe(2)
  expect(err).toContain('choose one of recommended, strict, lenient')
})

test('a document whose own profile contradicts itself is refused with the cell', async () => {
  const workflow = { ...OPEN, profile: { extends: 'recommended', strength: { '4/0': 'none' } } }
  const { code, err } = await baton(['check', file('odd.handoff', JSON.stringify(workflow))])
  expect(code).toBe(2)
  expect(err).toContain('profile.strength["4/0"]: asks for less than')
})

test('check --sensitivity says what would move, in both formats, as its schema has it', async () => {
  const name = file('open.handoff', OPEN)
  const answer = await json('check', name, '--sensitivity')
  const schema = new URL('../../resources/schema/baton-check-v1.schema.json', import.meta.url)
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')) as object)
  expect(validate(answer)).toBe(true)
  const { effects, tried } = answer.files[0].sensitivity
  expect(tried).toBeGreaterThan(effects.length)
  const text = (await baton(['check', name, '--sensitivity'])).out
  for (const { message } of effects) expect(text).toContain(message)
  expect(JSON.stringify(await json('check', name))).not.toContain('"sensitivity"')
})
