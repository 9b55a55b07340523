// A process that is killed in the middle of saving leaves the old text or the new one, and at least the last it called saved.
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { freshFolder } from '../support/folders.ts'

const ROUNDS = 20
const SOURCE = pathToFileURL(path.resolve('electron/core/files')).href

/** Saves ever longer documents and prints the number of each when it is saved. */
const WRITER = `
  import { readFileSync } from 'node:fs'
  import { saveFile } from '${SOURCE}/write-file.ts'
  import { nodeFileSystem } from '${SOURCE}/file-system.ts'
  const file = process.argv[1]
  for (let n = 1 + JSON.parse(readFileSync(file, 'utf8')).n; ; n++) {
    const text = JSON.stringify({ n, filling: 'x'.repeat(50_000), end: n })
    await saveFile(nodeFileSystem, { path: file, text, baseHash: null, replace: 'always' })
    process.stdout.write(n + '\\n')
  }`

it(`holds through ${ROUNDS} kills at random moments`, { timeout: 120_000 }, async () => {
  const file = path.join(freshFolder(), 'refunds.handoff')
  writeFileSync(file, JSON.stringify({ n: 0, end: 0 }))
  let saves = 0
  for (let round = 0; round < ROUNDS; round++) {
    const said = await killWriter(file, 20 + Math.random() * 80)
    const { n, end } = JSON.parse(readFileSync(file, 'utf8')) as { n: number; end: number }
    expect(end, `round ${round}`).toBe(n)
    expect(n, `round ${round}`).toBeGreaterThanOrEqual(said ?? 0)
    saves = Math.max(saves, n)
  }
  // A writer that never wrote would survive everything.
  expect(saves).toBeGreaterThan(ROUNDS)
})

/** The last number that the writer called saved before it was killed, `afterMs` after its first. */
function killWriter(file: string, afterMs: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', WRITER, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (part: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs)
      said += part.toString()
    })
    child.on('error', reject)
    child.on('close', () => resolve(Number(said.trimEnd().split('\n').at(-1))))
  })
}
