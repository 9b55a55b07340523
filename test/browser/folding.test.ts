// Groups, blocks, the inside of a step and shades: made, closed, looked into and undone, by pointer and by keyboard.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readDocument } from '../../shared/document/read.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { openApp, type AppWindow } from './support/app-window.ts'

const SAMPLE = new URL('../../resources/samples/incident-response.handoff', import.meta.url).pathname

let window: AppWindow
let folder: string
let page: Page

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-folding-'))
  const file = path.join(folder, 'incident.handoff')
  copyFileSync(SAMPLE, file)
  window = await openApp({ files: [file], width: 1600, height: 1000 })
  page = window.page
  await step('Judge the alert').waitFor()
})

afterEach(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
  if (window.complaints.length > 0) throw new Error(window.complaints.join('\n'))
})

it('a group is made and named, closed to a block, opened and dissolved', async () => {
  await step('Look up what is known').click()
  await step('Judge the alert').click({ modifiers: ['Shift'] })
  await page.keyboard.press('Control+g')
  await page.getByRole('textbox', { name: 'Group' }).fill('Triage')
  await page.keyboard.press('Enter')
  const frame = page.getByRole('group', { name: 'Group “Triage”, 2 steps' })
  await frame.waitFor()
  await frame.getByRole('button', { name: 'Close to one block: Triage' }).click()
  await step(/Triage, sub-flow, 2 steps inside/).waitFor()
  expect(await step('Judge the alert').count()).toBe(0)
  expect((await saved()).layout.groups).toEqual([
    { id: 'group', name: 'Triage', steps: ['enrich', 'triage'], closed: true },
  ])
  // All of it is chosen with the block, so that it moves and goes as one.
  await step(/Triage, sub-flow/).click()
  await page.keyboard.press('Alt+ArrowDown')
  const { steps } = (await saved()).layout
  expect(steps['enrich']![1]).toBe(steps['triage']![1])
  await page.keyboard.press('Shift+C')
  await step('Judge the alert').waitFor()
  await page.keyboard.press('Control+Shift+g')
  await frame.waitFor({ state: 'detached' })
  for (let undone = 0; undone < 6; undone++) await page.keyboard.press('Control+z')
  expect(await saved()).toEqual(original())
})

it('an agent is closed and looked into, and the way back is at the top', async () => {
  await step('Investigate and contain').focus()
  await step('Investigate and contain').click()
  await page.keyboard.press('Shift+C')
  await step(/Investigate and contain, agent, 4 steps inside/).waitFor()
  expect(await step('Search the logs').count()).toBe(0)
  await page.keyboard.press('Shift+I')
  await step('Search the logs').waitFor()
  expect(await step('Judge the alert').count()).toBe(0)
  const trail = page.getByRole('navigation', { name: 'What is shown' })
  await trail.getByText('Investigate and contain').waitFor()
  await trail.getByRole('button', { name: 'Incident response' }).click()
  await trail.waitFor({ state: 'detached' })
  // It is chosen where one comes out again.
  await step(/Investigate and contain, agent, 4 steps inside/)
    .and(page.locator('[data-selected]'))
    .waitFor()
})

it('steps are shaded by a figure, which the legend names and takes away', async () => {
  await page.getByRole('menuitem', { name: 'View' }).click()
  await page
    .getByRole('menuitem', { name: /^Shade: consent/ })
    .or(page.getByRole('menuitemcheckbox', { name: /^Shade: consent/ }))
    .click()
  const legend = page.getByRole('region', { name: 'Shaded by' })
  await legend.getByText('Consent that arrives').waitFor()
  await page.getByText('no consent, needs approve').first().waitFor()
  await legend.getByRole('button', { name: 'No shading' }).click()
  await expect.poll(() => page.getByText('no consent, needs approve').count()).toBe(0)
})

function step(name: string | RegExp) {
  const canvas = page.getByRole('region', { name: 'Canvas' })
  return canvas
    .locator('[data-item^="step:"]')
    .and(canvas.getByRole('group', { name: typeof name === 'string' ? new RegExp(`, ${name},`) : name }))
}

async function saved(): Promise<Workflow> {
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor()
  return read(path.join(folder, 'incident.handoff'))
}

const original = (): Workflow => read(SAMPLE)

function read(file: string): Workflow {
  const document = readDocument(readFileSync(file, 'utf8'))
  if (!document.ok) throw new Error('not readable')
  return document.value.workflow
}
