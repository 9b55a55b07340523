// baton diff: what is looser is said first and decides the exit code; the same in JSON.
import { expect, test } from 'vitest'
import { baton, COVERED, file, OPEN } from './support.ts'

test('what is looser makes the answer 1, in both formats; what is tighter does not', async () => {
  const [covered, open] = [file('covered.handoff', COVERED), file('open.handoff', OPEN)]
  const codes: unknown[] = []
  for (const sides of [
    [covered, open],
    [open, covered],
    [open, open],
  ])
    for (const format of ['text', 'json'])
      codes.push((await baton(['diff', ...sides, '--format', format])).code)
  expect(codes).toEqual([1, 1, 0, 0, 0, 0])
})

test('the text says who is no longer asked, and what changed', async () => {
  const { out } = await baton(['diff', file('covered.handoff', COVERED), file('open.handoff', OPEN)])
  expect(out).toContain('error   ungated@pay  “pay” is no longer behind a person.')
  expect(out).toContain('− policy    handoff “pay”')
  expect(out).toContain("8 min → 4 min of people's time a run")
})

test('the JSON has the names of the format', async () => {
  const { out } = await baton([
    'diff',
    file('covered.handoff', COVERED),
    file('open.handoff', OPEN),
    '--format',
    'json',
  ])
  const { version, structural, behavioural } = JSON.parse(out)
  expect(version).toBe(1)
  expect(structural.map(({ key }: { key: string }) => key)).toEqual(['handoff approve_pay policy'])
  expect(behavioural.newlyUngated).toEqual([
    { step: 'pay', name: 'pay', before: 'approve', after: 'none', path: ['start', 'pay'] },
  ])
})

test('--fail-on moves the limit', async () => {
  const sides = [file('covered.handoff', COVERED), file('open.handoff', OPEN)]
  expect((await baton(['diff', ...sides, '--fail-on', 'never'])).code).toBe(0)
})

test('one side may be standard input, and files of other tools are read as ever', async () => {
  const { code, out } = await baton(
    ['diff', file('a.mmd', 'flowchart TD\n  a([Start]) --> b[Pay]\n'), '-'],
    'flowchart TD\n  a([Start]) --> b[Pay]\n  b --> d[Tell]\n  d --> c([End])\n',
  )
  expect(code).toBe(0)
  expect(out).toContain('+ structure step “Tell”')
})

test.each([
  [['one.handoff'], 'exactly two files'],
  [['-', '-'], 'Only one side'],
  [['missing.handoff', 'open.handoff'], 'missing.handoff'],
])('%j could not run', async (words, says) => {
  file('open.handoff', OPEN)
  const { code, err, out } = await baton(['diff', ...words])
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(says)
})

test('labels from a file steer no terminal', async () => {
  const evil = { ...OPEN, steps: OPEN.steps.map((step) => ({ ...step, name: `\u001b[2J${step.name}` })) }
  const { out } = await baton(['diff', file('open.handoff', OPEN), file('evil.handoff', evil)])
  expect(out).not.toContain('\u001b')
})
