import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { baton, COVERED, file, folder, OPEN } from './support.ts'

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

test('what was put off wakes when its day is past; what covers a finding counts as long as it is there', async () => {
  const decided = (more: object) =>
    file('decided.handoff', {
      ...OPEN,
      dispositions: [
        { finding: 'S9@pay', status: 'snoozed', reason: 'pilot', by: 'kim', at: '', facts: '', ...more },
      ],
    })
  const later = await baton(['check', decided({ until: '2999-01-01' })])
  const woken = await baton(['check', decided({ until: '2020-01-01' })])
  const covered = await baton(['check', decided({ status: 'covered-by', coveredBy: { text: 'the bank' } })])
  const gone = await baton(['check', decided({ status: 'covered-by', coveredBy: { handoff: 'gone' } })])
  expect([later.code, woken.code, covered.code, gone.code]).toEqual([0, 1, 0, 1])
  expect(later.out).toContain('1 snoozed')
  expect(woken.out).toContain('1 come back')
  expect(covered.out).toContain('1 covered')
})

test('decisions about whole rules are found beside the document or above it, and never count for a guard', async () => {
  mkdirSync(path.join(folder, 'team', 'deep'), { recursive: true })
  mkdirSync(path.join(folder, 'team', '.baton'), { recursive: true })
  file('team/deep/open.handoff', OPEN)
  const decide = (...rules: string[]) =>
    file(
      'team/.baton/dispositions.json',
      JSON.stringify({
        version: 1,
        dispositions: rules.map((finding) => ({
          finding,
          status: 'dismissed',
          scope: 'workspace',
          reason: 'house',
        })),
      }),
    )
  const args = ['check', 'team/deep/open.handoff', '--format', 'json', '--show-dismissed']
  decide()
  const [before] = JSON.parse((await baton(args)).out).files
  const rules: string[] = [...new Set<string>(before.findings.map(({ rule }: { rule: string }) => rule))]
  expect(rules).toContain('S9')
  decide(...rules)
  const ran = await baton(args)
  const [after] = JSON.parse(ran.out).files
  expect(after.findings.map(({ rule }: { rule: string }) => rule)).toEqual(['S9'])
  expect(after.decisions.dismissed).toBe(before.findings.length - 1)
  expect(after.aside).toHaveLength(before.findings.length - 1)
  expect(ran.code).toBe(1)
  file('team/.baton/dispositions.json', '{"version":1,"dispositions":[{}]}')
  const broken = await baton(args)
  expect(broken.code).toBe(2)
  expect(broken.err).toContain('dispositions.json: dispositions[0].finding')
})

test('--rules asks a pack of the team; one that does not do what its examples say is refused with its place', async () => {
  const rule = {
    id: 'big',
    title: 'Big payments',
    for: 'step',
    when: 'verb = "pay" and level >= 3',
    severity: 'error',
    message: '“{name}” is big.',
  }
  const pack = (more: object) =>
    file(
      'house.rules.json',
      JSON.stringify({
        format: 'handoff-rules',
        formatVersion: 1,
        id: 'house',
        version: '1',
        title: 'House',
        rules: [{ ...rule, ...more }],
      }),
    )
  const covered = file('covered.handoff', COVERED)
  const found = await baton(['check', covered, '--rules', pack({})])
  expect([found.code, found.out]).toEqual([1, expect.stringContaining('house/big@pay  “pay” is big.')])
  const silent = await baton(['check', covered, '--rules', pack({ when: 'level > 4' })])
  expect(silent.code).toBe(0)
  const wrong = await baton([
    'check',
    covered,
    '--rules',
    pack({ examples: { mustFire: [{ facts: { level: 1 } }] } }),
  ])
  expect([wrong.code, wrong.err]).toEqual([
    2,
    expect.stringContaining('rules[0].examples.mustFire[0]: this must make a finding, and does not'),
  ])
})
