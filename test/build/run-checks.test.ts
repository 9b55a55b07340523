// `npm test` itself: a failing check hides none after it, nothing hangs, and the last line is the sum.
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../architecture/source-files.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-checks-test-'))
  cpSync(path.join(root, 'electron/build'), path.join(folder, 'electron/build'), { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const passes = stage('passes', 'console.log("fine")')
const fails = stage('fails', 'process.exit(3)')
const notRun = stage('absent', 'process.exit(77)')
const hangs = { ...stage('hangs', 'setInterval(() => {}, 1000)'), limitMinutes: 0.01 }

describe('run-checks', () => {
  it('counts a check as one test, and goes on after a failure', async () => {
    const { code, lines } = await runChecks([fails, notRun, passes])
    expect(code).toBe(1)
    expect(lines.at(-1)).toBe('1 passed, 1 failed, 1 skipped')
    expect(
      lines.filter((line) => / s {2}\d+ passed/.test(line)).map((line) => line.slice(0, 18).trim()),
    ).toEqual([
      'fails    FAILED',
      'absent   NOT RUN',
      'passes   ok',
      'fails    FAILED',
      'absent   NOT RUN',
      'passes   ok',
    ])
  })

  it('ends well when everything passed', async () => {
    const { code, lines } = await runChecks([passes])
    expect({ code, last: lines.at(-1) }).toEqual({ code: 0, last: '1 passed, 0 failed' })
  })

  it('stops what hangs, and goes on', async () => {
    const { code, lines } = await runChecks([hangs, passes])
    expect({ code, last: lines.at(-1) }).toEqual({ code: 1, last: '1 passed, 1 failed' })
    expect(lines).toContain('Stopping hangs: it took longer than 0.01 minutes.')
  })

  it('adds up the tests of the suites', async () => {
    const suites = [
      suite('a', { numPassedTests: 7, numFailedTests: 0 }),
      suite('b', { numPassedTests: 5, numFailedTests: 0 }),
    ]
    const { code, lines } = await runChecks([...suites, passes])
    expect({ code, last: lines.at(-1) }).toEqual({ code: 0, last: '13 passed, 0 failed' })
  })

  it.each([
    ['failed tests', { numPassedTests: 7, numFailedTests: 2 }, 1, '7 passed, 2 failed'],
    ['an error outside any test', { numPassedTests: 7, numFailedTests: 0 }, 1, '7 passed, 1 failed'],
    ['no tests at all', { numPassedTests: 0, numFailedTests: 0 }, 0, '0 passed, 1 failed'],
    ['no report', undefined, 0, '0 passed, 1 failed'],
  ])('takes a suite with %s for a failure', async (_, report, exitCode, last) => {
    const { code, lines } = await runChecks([suite('suite', report, exitCode)])
    expect({ code, last: lines.at(-1) }).toEqual({ code: 1, last })
  })

  it('runs only what it is told to', async () => {
    const { lines } = await runChecks([fails, passes], ['--only', 'passes'])
    expect(lines.at(-1)).toBe('1 passed, 0 failed')
  })

  it('refuses a check that does not exist', async () => {
    const { code, lines } = await runChecks([passes], ['--only', 'typos'])
    expect({ code, last: lines.at(-1) }).toEqual({
      code: 2,
      last: 'baton: There is no check called typos. Usage: npm test -- --only passes',
    })
  })
})

interface PlantedStage {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly counts: 'check' | 'tests'
  readonly limitMinutes: number
}

function stage(name: string, program: string): PlantedStage {
  return { name, command: 'node', args: ['-e', program], counts: 'check', limitMinutes: 1 }
}

// Stands for vitest: writes the report that it was asked for. `--` keeps Node from reading the options as its own.
function suite(name: string, report: object | undefined, exitCode = 0): PlantedStage {
  const text = JSON.stringify({ numPendingTests: 0, numTodoTests: 0, ...report })
  const write = `
    const option = process.argv.find((arg) => arg.startsWith('--outputFile.json='))
    require('node:fs').writeFileSync(option.slice('--outputFile.json='.length), ${JSON.stringify(text)})`
  const program = `${report === undefined ? '' : write}\nprocess.exit(${exitCode})`
  return { ...stage(name, program), args: ['-e', program, '--'], counts: 'tests' }
}

function runChecks(
  stages: readonly PlantedStage[],
  args: readonly string[] = [],
): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const planted = `export const NOT_RUN = 77\nexport const stages = ${JSON.stringify(stages)}\n`
  writeFileSync(path.join(folder, 'electron/build/stages.mjs'), planted)
  const script = path.join(folder, 'electron/build/run-checks.mjs')
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), lines: `${stdout}${stderr}`.trimEnd().split('\n') })
    })
  })
}
