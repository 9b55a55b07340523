// npm run smoke:electron: starts the built app in the real Electron, where its program is. Exit 0: passed. 77: NOT RUN,
// there is no program (1 with BATON_REQUIRE_ELECTRON). 1: failed. The package `electron` itself is never required: from
// version 42 on that downloads.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const PROGRAMS = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
const UNPROVEN = [
  'windows, menus and dialogs of the system',
  'the real contextBridge and the sandbox of the system',
  'app:// in Electron itself',
  'restoring a window on a real screen',
]
const LIMIT_MS = 60_000

const program = findProgram()
if (!existsSync(program)) {
  notRun(program)
  process.exit(process.env['BATON_REQUIRE_ELECTRON'] ? 1 : 77)
}
// Playwright throws outside of its promise when the program dies at once.
process.on('uncaughtException', failed)
process.on('unhandledRejection', failed)
setTimeout(() => failed(new Error(`no result after ${LIMIT_MS / 1000} s`)), LIMIT_MS).unref()
await smoke(program)
console.log('ELECTRON SMOKE TEST passed')
process.exit(0)

function findProgram() {
  const named = process.env['BATON_ELECTRON']
  if (named) return path.resolve(named)
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(root, 'node_modules/electron/dist')
  return path.resolve(dist, PROGRAMS[process.platform] ?? 'electron')
}

function notRun(program) {
  const line = '#'.repeat(100)
  console.log(`\n${line}\n##  ELECTRON SMOKE TEST: NOT RUN`)
  console.log(`##  There is no Electron program at ${program}`)
  console.log(`##  Not proven on this machine:`)
  for (const what of UNPROVEN) console.log(`##    - ${what}`)
  console.log(`${line}\n`)
}

function failed(error) {
  console.error(`ELECTRON SMOKE TEST FAILED: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}

async function smoke(program) {
  const { _electron } = await import('playwright-core')
  const data = mkdtempSync(path.join(os.tmpdir(), 'baton-smoke-'))
  process.on('exit', () => rmSync(data, { recursive: true, force: true }))
  const env = { ...process.env, BATON_DATA: data }
  const app = await _electron.launch({ executablePath: program, args: [root], env, timeout: 30_000 })
  const page = await app.firstWindow()
  await page.getByRole('heading', { name: 'Baton' }).waitFor()
  const seen = await app.evaluate(({ BrowserWindow, app: main }) => {
    const [window] = BrowserWindow.getAllWindows()
    const { sandbox, contextIsolation, nodeIntegration } = window.webContents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, visible: window.isVisible(), ready: main.isReady() }
  })
  expectEqual(seen, {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    visible: true,
    ready: true,
  })
  expectEqual(new URL(page.url()).protocol, 'app:')
  const bridge = await page.evaluate(async () => {
    const reply = await window.batonHost.call('app.info', {})
    return [reply.ok, Object.keys(window.batonHost), typeof window.require, typeof window.process]
  })
  expectEqual(bridge, [true, ['call', 'subscribe', 'pathForFile'], 'undefined', 'undefined'])
  await app.close()
}

function expectEqual(seen, wanted) {
  const [left, right] = [JSON.stringify(seen), JSON.stringify(wanted)]
  if (left !== right) throw new Error(`expected ${right}, found ${left}`)
}
