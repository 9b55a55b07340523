import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { baton, COVERED, file, folder, OPEN } from './support.ts'

test('verify tells covered from not covered, and shows the walk', async () => {
  const open = await baton(['verify', file('open.handoff', OPEN), '--format', 'json'])
  const covered = await baton(['verify', file('covered.handoff', COVERED), '--format', 'json'])
  expect([open.code, covered.code]).toEqual([1, 0])
  expect(JSON.parse(covered.out)).toEqual({ version: 1, covered: true, faults: [] })
  expect(JSON.parse(open.out).faults[0].walk).toEqual(['start', 'pay'])
})

test('a certificate holds for the workflow once its gates are placed, and not before', async () => {
  const name = file('certified.handoff', OPEN)
  file('certificate.json', (await baton(['suggest', name, '--format', 'json'])).out)
  const before = await baton(['verify', name, '--certificate', 'certificate.json'])
  await baton(['suggest', name, '--apply'])
  const after = await baton(['verify', name, '--certificate', 'certificate.json'])
  expect([before.code, after.code]).toEqual([1, 0])
})

test('a certificate that lies is caught, and one of another workflow too', async () => {
  const name = file('lied.handoff', COVERED)
  const honest = JSON.parse((await baton(['suggest', name, '--format', 'json'])).out).certificate
  const lies = [
    { ...honest, required: {} },
    { ...honest, liveSources: [] },
    { ...honest, gates: [] },
    { ...honest, workflow: 'sha256:another' },
  ]
  const codes = []
  for (const lie of lies)
    codes.push((await baton(['verify', name, '-c', file('lie.json', JSON.stringify(lie))])).code)
  expect(codes).toEqual([1, 1, 1, 1])
})

test('what is no certificate is refused with the place', async () => {
  const { code, err } = await baton([
    'verify',
    file('covered.handoff', COVERED),
    '-c',
    file('no.json', '{"format":"x"}'),
  ])
  expect([code, err.split('\n')[0]]).toEqual([2, expect.stringContaining('no.json: format')])
  expect(readFileSync(path.join(folder, 'no.json'), 'utf8')).toBe('{"format":"x"}')
})
