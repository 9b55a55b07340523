// What comes at the window from its edges: tabs that are dragged, files that are dropped, and a part that breaks.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openApp, type AppWindow } from './support/app-window.ts'

const SAMPLES = new URL('../../resources/samples/', import.meta.url).pathname

let folder: string
let window: AppWindow
let page: Page

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-edges-'))
  const files = ['customer-refunds', 'code-change', 'data-export'].map((name) => {
    const file = path.join(folder, `${name}.handoff`)
    writeFileSync(file, readFileSync(path.join(SAMPLES, `${name}.handoff`)))
    return file
  })
  window = await openApp({ files })
  page = window.page
})

afterEach(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

it('a tab goes where it is dragged, and keeps its document', async () => {
  expect(await tabs()).toEqual(['customer-refunds.handoff', 'code-change.handoff', 'data-export.handoff'])
  await tab('data-export.handoff').dragTo(tab('customer-refunds.handoff'))
  await expect.poll(tabs).toEqual(['data-export.handoff', 'customer-refunds.handoff', 'code-change.handoff'])
  await tab('data-export.handoff').click()
  await expect.poll(() => page.title()).toBe('data-export.handoff – Baton')
  expect(window.complaints).toEqual([])
})

it('a dropped file is opened, a dropped file that is none is refused with its name, and the page stays', async () => {
  const before = page.url()
  await drop('dropped.handoff', readFileSync(path.join(SAMPLES, 'meeting-notes.handoff'), 'utf8'))
  await page.getByRole('tab', { name: 'dropped' }).waitFor()
  await drop('diary.txt', 'dear diary')
  await page.getByText('diary.txt', { exact: false }).first().waitFor()
  expect(await tabs()).toHaveLength(4)
  expect(page.url()).toBe(before)
  expect(window.complaints).toEqual([])
})

it('a part that breaks takes no document with it: it says so, and shows everything again', async () => {
  await page.locator('[data-field="name"]').first().fill('Still here')
  await page.getByRole('button', { name: 'Unsaved', exact: true }).waitFor()
  const mend = await breakDrawing(page)
  // Whatever is drawn next breaks: the answer of the analysis, or the other document that this asks for.
  await page.evaluate(() => document.querySelectorAll<HTMLElement>('[role="tab"]')[1]?.click())
  const alert = page.getByRole('alert')
  await alert.getByText('planted').waitFor()
  await mend()
  await alert.getByRole('button', { name: 'Show the window again' }).click()
  await page.getByRole('tab', { name: 'data-export' }).click()
  await expect.poll(() => page.locator('[data-field="name"]').first().inputValue()).toBe('Still here')
})

function tab(name: string) {
  return page.getByRole('tab', { name })
}

function tabs(): Promise<string[]> {
  return page.getByRole('tablist', { name: 'Open documents' }).getByRole('tab').allTextContents()
}

async function drop(name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    (file) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([file.text], file.name))
      return transfer
    },
    { name, text },
  )
  const target = page.getByRole('region', { name: 'Canvas' })
  await target.dispatchEvent('dragover', { dataTransfer: data })
  await target.dispatchEvent('drop', { dataTransfer: data })
}

// Lets every list that is drawn throw, as a mistake in a panel would; the answer ends that.
async function breakDrawing(target: Page): Promise<() => Promise<void>> {
  const own = await target.evaluateHandle(() => {
    const lists = Array.prototype as { flatMap: unknown }
    const { flatMap } = lists
    lists.flatMap = () => {
      throw new Error('planted')
    }
    return { lists, flatMap }
  })
  return () => target.evaluate(({ lists, flatMap }) => void (lists.flatMap = flatMap), own)
}
