import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { baton, COVERED, file, folder } from './support.ts'

test('export writes the policy, whose revision is the hash of its own content', async () => {
  const { code, out } = await baton([
    'export',
    file('pay.handoff', COVERED),
    '--target',
    'policy',
    '--format',
    'json',
  ])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual({ version: 1, target: 'policy', files: ['pay.policy.json'], losses: [] })
  const policy = JSON.parse(readFileSync(path.join(folder, 'pay.policy.json'), 'utf8'))
  const { revision, ...content } = policy
  expect(revision).toBe(`sha256:${createHash('sha256').update(sorted(content)).digest('hex')}`)
  expect(policy.certificate.required).toEqual({ pay: 2 })
})

test('export to - is a filter, and --strict writes nothing where something would be lost', async () => {
  const name = file('pay.handoff', COVERED)
  const svg = await baton(['export', name, '--target', 'svg', '-o', '-'])
  const strict = await baton(['export', name, '--target', 'svg', '-o', '-', '--strict'])
  expect([svg.code, svg.out.startsWith('<svg')]).toEqual([0, true])
  expect([strict.code, strict.out.startsWith('Nothing was written')]).toEqual([1, true])
})

test('an exported certificate can be verified, and a changed one is refused', async () => {
  const name = file('certified.handoff', COVERED)
  const { code, out } = await baton(['export', name, '--target', 'certificate'])
  expect([code, out]).toEqual([0, 'wrote certified.certificate.json\n'])
  const honest = await baton(['verify', name, '--certificate', 'certified.certificate.json'])
  expect([honest.code, honest.out]).toEqual([0, 'Covered.\n'])
  const certificate = JSON.parse(readFileSync(path.join(folder, 'certified.certificate.json'), 'utf8'))
  const changed = file('changed.json', JSON.stringify({ ...certificate, required: {} }))
  const refused = await baton(['verify', name, '--certificate', changed])
  expect([refused.code, refused.out.includes('“pay” needs approve')]).toEqual([1, true])
})

test('the proof is exported in words, with the day and the fingerprint of the certificate', async () => {
  const name = file('proven.handoff', COVERED)
  const { code, out } = await baton(['export', name, '--target', 'proof', '-o', '-'])
  expect(code).toBe(0)
  expect(out).toContain('# Proof of coverage')
  expect(out).toMatch(/Written on \d{4}-\d\d-\d\d\./)
  expect(out).toContain('Every way from a source of doubt to the one action that needs consent passes a gate')
  expect(out).toMatch(/Certificate: sha256:[0-9a-f]{64}/)
  await baton(['export', name, '--target', 'proof-page'])
  expect(readFileSync(path.join(folder, 'proven.proof.html'), 'utf8')).toMatch(/^<!doctype html>/)
})

test('export without a target lists the targets', async () => {
  const { code, err } = await baton(['export', file('pay.handoff', COVERED)])
  expect([code, err.includes('policy')]).toEqual([2, true])
})

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

test('export makes the folder that it is asked to write to', async () => {
  const { code } = await baton([
    'export',
    file('pay.handoff', COVERED),
    '--target',
    'svg',
    '-o',
    'new/drawings',
  ])
  expect(code).toBe(0)
  expect(readFileSync(path.join(folder, 'new/drawings/pay.svg'), 'utf8')).toMatch(/^<svg /)
})
