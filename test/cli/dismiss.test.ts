// Rules that are set aside for every document of a folder, from the command line.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { baton, COVERED, file, folder } from './support.ts'

const KEPT = path.join(folder, '.baton', 'dispositions.json')
const kept = () => JSON.parse(readFileSync(KEPT, 'utf8')) as { readonly dispositions: readonly object[] }

beforeEach(() => {
  mkdirSync(path.dirname(KEPT), { recursive: true })
  writeFileSync(KEPT, JSON.stringify({ version: 1, dispositions: [], note: 'ours' }))
})

test('the rule no longer speaks, is counted, and speaks again once it is taken back', async () => {
  // A gate that nobody can refuse or let run out.
  const [gate] = COVERED.handoffs
  const document = file('bare.handoff', {
    ...COVERED,
    handoffs: [{ id: gate!.id, kind: gate!.kind, strength: gate!.strength, at: gate!.at }],
  })
  const found = async () => {
    const { out } = await baton(['check', document, '--format', 'json'])
    const [checked] = (JSON.parse(out) as { files: [{ findings: { rule: string }[]; dismissed: number }] })
      .files
    return { rules: [...new Set(checked.findings.map(({ rule }) => rule))], dismissed: checked.dismissed }
  }
  const before = await found()
  const rule = before.rules[0]!
  const set = await baton([
    'dismiss',
    rule.toLowerCase(),
    '--reason',
    'Kept elsewhere',
    '--by',
    'Kim',
    '--up-to',
    'error',
  ])
  expect([set.code, set.out]).toEqual([0, `${rule}  set aside, up to error: Kept elsewhere (Kim)\n`])
  const during = await found()
  expect(during.rules).toEqual(before.rules.filter((each) => each !== rule))
  expect(during.dismissed).toBeGreaterThan(before.dismissed)
  expect(kept()).toMatchObject({
    note: 'ours',
    dispositions: [
      { finding: rule, scope: 'workspace', status: 'dismissed', at: expect.stringMatching(/^\d{4}-/) },
    ],
  })
  expect((await baton(['dismiss', rule, '--take-back'])).out).toBe('Nothing is set aside here.\n')
  expect(await found()).toEqual(before)
})

test('a folder below uses the file above; a second decision replaces the first', async () => {
  mkdirSync(path.join(folder, 'below'), { recursive: true })
  await baton(['dismiss', 'X14', '--reason', 'one', '--in', 'below'])
  await baton(['dismiss', 'X14', '--reason', 'two', '--until', '2099-01-31', '--in', 'below'])
  expect(existsSync(path.join(folder, 'below', '.baton'))).toBe(false)
  expect(kept().dispositions).toMatchObject([{ reason: 'two', status: 'snoozed', until: '2099-01-31' }])
})

test.each([
  [['X99', '--reason', 'r'], /There is no rule “X99”/],
  [['S2', '--reason', 'r'], /S2 guards coverage/],
  [['X14@pay', '--reason', 'r'], /is about one place/],
  [['X14'], /Say why/],
  [['X14', '--reason', 'r', '--until', 'soon'], /give a day/],
  [['X14', '--take-back'], /is not set aside here/],
  [['X14', 'X1', '--reason', 'r'], /Give one rule/],
])('%j is refused, and nothing is written', async (words, message) => {
  const before = readFileSync(KEPT, 'utf8')
  const { code, out, err } = await baton(['dismiss', ...words])
  expect([code, out, err]).toEqual([2, '', expect.stringMatching(message)])
  expect(readFileSync(KEPT, 'utf8')).toBe(before)
})

test('a file that cannot be read is never written over', async () => {
  writeFileSync(KEPT, '{"version":1,"dispositions":[{}]}')
  const { code, err } = await baton(['dismiss', 'X14', '--reason', 'r'])
  expect([code, err]).toEqual([2, expect.stringContaining('dispositions[0].finding')])
  expect(readFileSync(KEPT, 'utf8')).toBe('{"version":1,"dispositions":[{}]}')
})
