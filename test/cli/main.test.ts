import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { MAX_DOCUMENT_BYTES } from '../../shared/host/contract.ts'
import { baton, COVERED, file, folder } from './support.ts'

test('help lists every command; nothing to do is a mistake', async () => {
  const [help, nothing] = [await baton(['--help']), await baton([])]
  expect([help.code, nothing.code]).toEqual([0, 2])
  for (const name of [
    'check',
    'suggest',
    'verify',
    'simulate',
    'import',
    'export',
    'fmt',
    'schema',
    'explain',
    'serve',
  ]) {
    expect(help.out).toMatch(new RegExp(`^ {2}${name} `, 'm'))
    expect((await baton([name, '--help'])).code).toBe(0)
  }
})

test('a mistyped command or option is answered with the way out', async () => {
  const [command, option, level] = [
    await baton(['chekc']),
    await baton(['check', '--nope', 'x']),
    await baton(['check', 'x', '--fail-on', 'all']),
  ]
  expect([command.code, option.code, level.code]).toEqual([2, 2, 2])
  expect(command.err).toContain('did you mean check?')
  expect(level.err).toContain('error, warning, info, never')
})

test.each([
  ['a folder', '.', /not a file/],
  ['a file that is not there', 'nowhere.handoff', /nowhere\.handoff/],
])('%s is refused with the reason', async (_what, name, reason) => {
  const { code, err } = await baton(['check', name])
  expect([code, reason.test(err)]).toEqual([2, true])
})

test('binary, truncated and oversized files are refused quickly, with the place or the limit', async () => {
  const binary = file('binary.handoff', Uint8Array.from([0xff, 0xfe, 0x00, 0x80]))
  const truncated = file('truncated.handoff', '{"format":"handoff","version":1,\n"steps":[')
  const large = file('large.handoff', new Uint8Array(MAX_DOCUMENT_BYTES + 1).fill(32))
  const started = performance.now()
  const [a, b, c] = [
    await baton(['check', binary]),
    await baton(['check', truncated]),
    await baton(['check', large]),
  ]
  expect([a.code, b.code, c.code]).toEqual([2, 2, 2])
  expect(a.err).toContain('UTF-8')
  expect(b.err).toMatch(/line 2/)
  expect(c.err).toContain('32.0 MB')
  expect(performance.now() - started).toBeLessThan(15_000)
})

test('a reader that goes away is no failure', async () => {
  const main = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))
  const child = spawn(process.execPath, [main, 'check', file('covered.handoff', COVERED)], { cwd: folder })
  child.stdout.destroy()
  let err = ''
  child.stderr.on('data', (text: Buffer) => (err += text.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect([code, err]).toEqual([0, ''])
})

test('the version is that of the package', async () => {
  expect(await baton(['--version'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  })
})

test('standard input that never ends, or is no text, is refused with the limit', async () => {
  const main = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))
  const child = spawn(process.execPath, [main, 'check', '-'], { cwd: folder })
  let err = ''
  child.stderr.on('data', (text: Buffer) => (err += text.toString()))
  const chunk = Buffer.alloc(1024 * 1024, 32)
  child.stdin.on('error', () => undefined)
  const pour = (): void => void (child.stdin.writable && child.stdin.write(chunk, () => setImmediate(pour)))
  pour()
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect([code, err]).toEqual([2, '-: standard input is longer than 32 MB\n'])
  const binary = await baton(['check', '-'], Buffer.from([0x7b, 0xff, 0xfe]))
  expect([binary.code, binary.err]).toEqual([2, '-: standard input is not text in UTF-8\n'])
})

test('a place that cannot be written to is said as it is', async () => {
  const name = file('covered.handoff', COVERED)
  const { code, err } = await baton(['export', name, '--target', 'policy', '-o', path.join(name, 'inside')])
  expect([code, err]).toEqual([
    2,
    'baton export: inside could not be made: part of its path is not a folder.\n',
  ])
})
