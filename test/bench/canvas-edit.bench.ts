// From a key that changes a tag to the frame that shows it, in the window, on a document with 1,000 steps; and the same
// on a small one, which says how much of it is the machine.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Bench, CloseLater, Repetition } from './bench.ts'
import { wideWorkflow } from './wide-workflow.ts'

type AppWindowModule = typeof import('../browser/support/app-window.ts')

const MANY = 1000
const FEW = 30
const here = fileURLToPath(new URL('../../', import.meta.url))

export const canvasEdit: Bench = {
  name: `one tag on a document of ${MANY} steps, from the key to the painted frame`,
  repetitions: 30,
  goals: [{ kind: 'at-most', milliseconds: 100 }],
  ours: (root, closeLater) => editing(root, MANY, closeLater),
  rivals: { [`${FEW} steps`]: (closeLater) => editing(here, FEW, closeLater) },
}

async function editing(root: string, steps: number, closeLater: CloseLater): Promise<Repetition> {
  execFileSync(process.execPath, [path.join(root, 'electron/build/build-app.mjs')], { stdio: 'inherit' })
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-canvas-edit-'))
  closeLater(() => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'wide.handoff')
  writeFileSync(file, JSON.stringify(wideWorkflow(steps)))
  const support = pathToFileURL(path.join(root, 'test/browser/support/app-window.ts')).href
  const { openApp } = (await import(support)) as AppWindowModule
  const { page, close } = await openApp({ files: [file] })
  closeLater(close)
  // The last action of the document: everything before it can lead to it.
  const subject = `step_${Math.floor((steps - 8) / 5) * 5 + 3}`
  await page.keyboard.press('Control+f')
  await page.keyboard.type(subject)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.locator(`[data-item="step:${subject}"][data-selected]`).waitFor()
  let level = 3
  return () => {
    level = level === 3 ? 2 : 3
    return page.evaluate(keyToFrame, { key: String(level), item: `step:${subject}` })
  }
}

// Runs in the page. The frame is painted when a message that was posted from inside it arrives; a timer would wait
// behind what the app itself puts off until after the paint. Afterwards it waits for the findings, so that the analysis
// of one edit is not counted as the drawing of the next.
async function keyToFrame({ key, item }: { readonly key: string; readonly item: string }): Promise<number> {
  const spoken = () => document.querySelector(`[data-item="${item}"]`)?.getAttribute('aria-label')
  const before = spoken()
  const start = performance.now()
  const init = { key, code: `Digit${key}`, bubbles: true, cancelable: true }
  ;(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', init))
  while (spoken() === before) {
    if (performance.now() > start + 5000) throw new Error('the card did not change within 5 s')
    await new Promise(requestAnimationFrame)
  }
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = resolve
    port2.postMessage('painted')
  })
  const painted = performance.now() - start
  await new Promise((resolve) => setTimeout(resolve, 700))
  return painted
}
