// The built app with a wide workflow in it, as a contender.
import { openApp } from '../../browser/support/app-window.ts'
import { wideWorkflow } from '../wide-workflow.ts'
import type { Side } from './gestures.ts'

/** Opens a workflow of `steps` steps by dropping it on the window. */
export async function openOurs(steps: number): Promise<Side> {
  const { page, close } = await openApp()
  const text = JSON.stringify(wideWorkflow(steps))
  const openMs = await page.evaluate(drop, text)
  await page.waitForTimeout(4000)
  const box = (await page.locator('.react-flow').boundingBox())!
  const middle = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }
  const press = async (key: string): Promise<void> => {
    await page.keyboard.press(key)
    await page.waitForTimeout(900)
  }
  const find = async (step: string): Promise<void> => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type(step)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.locator(`[data-item="step:${step}"]`).waitFor()
    await page.waitForTimeout(1500)
  }
  return {
    name: 'ours',
    page,
    openMs,
    stepSelector: '.react-flow__node',
    middle,
    near: async () => {
      await find(`step_${Math.floor(steps / 40) * 20 + 8}`)
      await press('Alt+1')
    },
    fit: () => press('f'),
    paste: () => page.evaluate(paste, copied()),
    tagged: async () => {
      // The last action of the document: everything before it can lead to it.
      await find(`step_${Math.floor((steps - 8) / 5) * 5 + 3}`)
    },
    close,
  }
}

/** 200 steps as the clipboard holds them. */
function copied(): string {
  const { steps, transitions, layout } = wideWorkflow(202) as {
    readonly steps: readonly { readonly id: string }[]
    readonly transitions: readonly { readonly from: string; readonly to: string }[]
    readonly layout: { readonly steps: object }
  }
  const inner = steps.filter(({ id }) => id.startsWith('step_'))
  const ids = new Set(inner.map(({ id }) => id))
  const positions = Object.fromEntries(Object.entries(layout.steps).filter(([id]) => ids.has(id)))
  return JSON.stringify({
    kind: 'baton-steps',
    fragment: {
      steps: inner,
      transitions: transitions.filter(({ from, to }) => ids.has(from) && ids.has(to)),
      handoffs: [],
      positions,
    },
  })
}

// In the page: drops a file and waits until nothing more comes into the drawing; the time of the last step that did.
function drop(text: string): Promise<number> {
  const transfer = new DataTransfer()
  transfer.items.add(new File([text], 'wide.handoff', { type: 'application/json' }))
  const started = performance.now()
  const target = document.querySelector('h1') ?? document.body
  target.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
  return new Promise((resolve) => {
    let seen = 0
    let at = 0
    let still = 0
    requestAnimationFrame(function look() {
      const now = document.querySelectorAll('.react-flow__node').length
      if (now === seen) still++
      else [seen, at, still] = [now, 0, 0]
      if (seen > 0 && at === 0) {
        void scheduler.postTask(() => (at ||= performance.now()), { priority: 'user-blocking' })
      }
      if (seen > 0 && still > 20) resolve(at - started)
      else requestAnimationFrame(look)
    })
  })
}

function paste(text: string): void {
  ;(document.activeElement as HTMLElement | null)?.blur()
  const transfer = new DataTransfer()
  transfer.setData('text/plain', text)
  document.body.dispatchEvent(
    new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: transfer }),
  )
}
