// From a key that changes a tag to the painted frame that shows it, in the window, on a document with 1,000 steps; and the same
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
  const item = `step:${subject}`
  await page.evaluate(watchKeys)
  let level = 3
  return async () => {
    level = level === 3 ? 2 : 3
    await page.evaluate(expectFrame, item)
    await page.keyboard.press(String(level))
    const milliseconds = await page.evaluate(keyToPaint)
    // The findings of this edit are not to be counted as the drawing of the next.
    await page.waitForTimeout(700)
    return milliseconds
  }
}

declare global {
  interface Window {
    batonKeys?: PerformanceEventTiming[]
    batonFrame?: Promise<{ readonly at: number; readonly milliseconds: number }>
  }
}

// In the page: the browser's own account of every key, from the key to the paint after it.
function watchKeys(): void {
  window.batonKeys = []
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.name === 'keydown') window.batonKeys!.push(entry as PerformanceEventTiming)
  })
  observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
}

// In the page: waits for the next key and the frame after it, which must have the change in it. A task of the highest
// priority that is posted from inside the frame runs right after it; a timer or a message may run much later, behind
// what the app itself puts off until the frame is painted.
function expectFrame(item: string): void {
  const spoken = () => document.querySelector(`[data-item="${item}"]`)?.getAttribute('aria-label')
  const before = spoken()
  window.batonFrame = new Promise((resolve, reject) => {
    const onKey = ({ timeStamp }: KeyboardEvent): void => {
      requestAnimationFrame(() => {
        if (spoken() === before) reject(new Error('the first frame after the key does not show the change'))
        const painted = () => resolve({ at: timeStamp, milliseconds: performance.now() - timeStamp })
        void scheduler.postTask(painted, { priority: 'user-blocking' })
      })
    }
    addEventListener('keydown', onKey, { once: true, capture: true })
  })
}

// In the page: the measured time, or the browser's own where that is longer; it is given in steps of 8 ms.
async function keyToPaint(): Promise<number> {
  const { at, milliseconds } = await window.batonFrame!
  await new Promise((resolve) => setTimeout(resolve, 100))
  const own = window.batonKeys!.findLast((entry) => Math.abs(entry.startTime - at) < 1)
  return Math.max(milliseconds, (own?.duration ?? 0) - 8)
}
