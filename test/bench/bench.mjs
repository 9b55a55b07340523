// `npm run bench`: runs every bench and compares in one run. `--only PART` picks benches by name; `--against REV` adds
// another revision of ours as a contender.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { FIGURES } from './figures.ts'
import { BENCHES } from './index.ts'
import { measure, table, verdicts } from './measure.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { values } = parseArgs({ options: { only: { type: 'string' }, against: { type: 'string' } } })
const chosen = BENCHES.filter((bench) => bench.name.includes(values.only ?? ''))
const figures = FIGURES.filter(({ name }) => name.includes(values.only ?? ''))

/** @type {(() => unknown)[]} */
const closing = []
let missed = 0
try {
  const other = values.against === undefined ? undefined : checkOut(values.against)
  for (const bench of chosen) await run(bench, other)
} finally {
  for (const close of closing.toReversed()) await close()
}
for (const { name, print } of figures) console.log(`\n${name}\n${print()}`)
console.log(`\n${chosen.length} benches, ${missed} goals missed`)
process.exitCode = missed === 0 && chosen.length + figures.length > 0 ? 0 : 1

/**
 * @param {import('./bench.ts').Bench} bench
 * @param {string | undefined} other
 */
async function run(bench, other) {
  const closeLater = (/** @type {() => unknown} */ close) => closing.push(close)
  const contenders = [{ name: 'ours', repeat: await bench.ours(root, closeLater) }]
  if (other !== undefined)
    contenders.push({ name: `${values.against}`, repeat: await bench.ours(other, closeLater) })
  for (const [name, prepare] of Object.entries(bench.rivals ?? {}))
    contenders.push({ name, repeat: await prepare(closeLater) })
  const times = await measure(contenders, bench.repetitions)
  console.log(`\n${bench.name} (${bench.repetitions} repetitions)\n${table(times)}`)
  for (const { met, text } of verdicts(bench.goals, times)) {
    if (!met) missed++
    console.log(`  ${met ? 'met   ' : 'MISSED'} ${text}`)
  }
}

/** The sources of another revision, in a folder of their own with our packages. */
function checkOut(/** @type {string} */ revision) {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-bench-'))
  execFileSync('git', ['worktree', 'add', '--detach', '--quiet', '--force', folder, revision], { cwd: root })
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
  closing.push(() => {
    execFileSync('git', ['worktree', 'remove', '--force', folder], { cwd: root })
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
