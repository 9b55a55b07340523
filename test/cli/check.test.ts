import { expect, test } from 'vitest'
import { baton, COVERED, file, OPEN } from './support.ts'

test('check answers 1 for an open workflow and 0 for a covered one, in both formats', async () => {
  const files = [file('open.handoff', OPEN), file('covered.handoff', COVERED)]
  const codes: unknown[] = []
  for (const name of files) {
    for (const format of ['text', 'json']) codes.push((await baton(['check', name, '--format', format])).code)
  }
  expect(codes).toEqual([1, 1, 0, 0])
})

test('check prints findings, coverage, the walk and the placement as JSON', async () => {
  const { out } = await baton(['check', file('open.handoff', OPEN), '--format', 'json'])
  const { version, files } = JSON.parse(out)
  const [{ findings, covered, counterexamples, placement }] = files
  expect(version).toBe(1)
  expect(covered).toBe(false)
  expect(counterexamples).toEqual([
    { action: 'pay', missing: 'approve', carried: 0, path: ['start', 'pay'], transitions: ['t1'] },
  ])
  expect(findings.map((f: { id: string; severity: string }) => `${f.id} ${f.severity}`)).toEqual([
    'S9@pay error',
  ])
  expect(placement.approvalMinutesPerRun).toBe(4)
})

test('--fail-on moves the limit and nothing else', async () => {
  const name = file('open.handoff', OPEN)
  const ran = []
  for (const level of ['error', 'never']) ran.push(await baton(['check', name, '--fail-on', level]))
  expect(ran.map(({ code }) => code)).toEqual([1, 0])
  expect(ran[0]!.out).toBe(ran[1]!.out)
})

test('one bad file does not hide the others, and the answer is 2', async () => {
  const bad = file('bad.handoff', '{ "format": "handoff", "version": 1, "steps": [ { "id": "a" } ] }')
  const { code, out, err } = await baton([
    'check',
    bad,
    'missing.handoff',
    file('covered.handoff', COVERED),
    '--format',
    'json',
  ])
  const { files } = JSON.parse(out)
  expect(code).toBe(2)
  expect(
    files.map((each: { covered?: boolean; faults?: string[] }) => each.covered ?? each.faults?.length),
  ).toEqual([2, 1, true])
  expect(err).toContain('bad.handoff: steps[0].kind')
  expect(err).toContain('missing.handoff')
})

test('what a person dismissed is counted and does not fail the check, until its facts change', async () => {
  const dismissed = (facts: string) =>
    file('dismissed.handoff', {
      ...OPEN,
      dispositions: [{ finding: 'S9@pay', status: 'dismissed', reason: 'pilot', by: 'kim', at: '', facts }],
    })
  const still = await baton(['check', dismissed('')])
  const changed = await baton(['check', dismissed('sha256:other')])
  expect([still.code, changed.code]).toEqual([0, 1])
  expect(still.out).toContain('1 dismissed')
})

test('labels from a file never reach the terminal as commands', async () => {
  const hostile = {
    ...OPEN,
    steps: OPEN.steps.map((step) => (step.id === 'pay' ? { ...step, name: '\u001b[2J\u202Eevil' } : step)),
  }
  const { out } = await baton(['check', file('hostile.handoff', hostile)])
  expect(out).toContain('evil')
  // oxlint-disable-next-line no-control-regex -- these are the characters that must not be there
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/)
})

test('a file of another tool is checked as it is', async () => {
  const { code, out } = await baton(
    ['check', '-', '--format', 'json'],
    'flowchart LR\n  A([Start]) --> B[Send refund] --> C([End])\n',
  )
  expect(code).toBeLessThan(2)
  expect(JSON.parse(out).files).toHaveLength(1)
})
