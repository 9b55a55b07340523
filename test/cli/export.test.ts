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
