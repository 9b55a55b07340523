// Comparing at work: what changed since the last commit is said, marked and taken back, by pointer and by keyboard.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readDocument } from '../../shared/document/read.ts'
import { writeDocument } from '../../shared/document/write.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { approvalBefore, BRIEF, payment, sketch } from '../../shared/rules/example.ts'
import { repository } from '../cli/git-support.ts'
import { openApp, type AppWindow } from './support/app-window.ts'

const covered = sketch(
  [
    { id: 'start', name: 'Order' },
    { id: 'draft', kind: 'model', name: 'Draft the offer' },
    { ...payment('pay'), name: 'Send offer' },
    { id: 'end', name: 'Done' },
  ],
  [
    ['start', 'draft'],
    ['draft', 'pay'],
    ['pay', 'end'],
  ],
  { brief: BRIEF, handoffs: [approvalBefore('pay', { title: 'Release the offer' })] },
)
/** Without the gate and without the first step; with another one, and everything moved. */
const loosened: Workflow = {
  ...covered,
  handoffs: covered.handoffs.filter(({ id }) => id !== 'approve_pay'),
  steps: [
    ...covered.steps.filter(({ id }) => id !== 'draft'),
    { id: 'log', kind: 'step', name: 'Write it down' },
  ],
  transitions: [
    { id: 't1', from: 'start', to: 'pay', kind: 'normal' },
    { id: 't3', from: 'pay', to: 'end', kind: 'normal' },
  ],
  layout: {
    ...covered.layout,
    steps: { start: [0, 0], pay: [400, 0], end: [700, 0], log: [400, 160] },
  },
}

let window: AppWindow
let folder: string
let page: Page

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-compare-'))
  const file = path.join(folder, 'flow.handoff')
  repository(folder, {
    ...covered,
    layout: { ...covered.layout, steps: { start: [0, 0], draft: [200, 0], pay: [420, 0], end: [700, 0] } },
  })
  writeFileSync(file, writeDocument(loosened))
  window = await openApp({ files: [file], theme: 'dark' })
  page = window.page
})

afterEach(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
  if (window.complaints.length > 0) throw new Error(window.complaints.join('\n'))
})

async function compareWithHead(): Promise<void> {
  await page.keyboard.press('Control+3')
  await page.getByText('Nothing is different').waitFor()
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption('head')
  await page.getByText('“Send offer” is no longer behind a person.').waitFor()
}

it('says what changed for people, marks every change, and takes one back as one edit', async () => {
  await compareWithHead()
  const canvas = page.getByRole('region', { name: 'Canvas' })
  for (const name of [/Draft the offer.*, removed$/, /Write it down.*, added$/])
    await canvas.getByRole('group', { name }).waitFor()
  await canvas.getByRole('button', { name: /^approve.*, removed$/ }).waitFor()
  // Moved only: counted, hidden, and shown when it is asked for.
  const moved = page.getByRole('region', { name: /^Only moved/ })
  expect(await moved.getByRole('listitem').count()).toBe(0)
  await moved.getByRole('button', { name: 'Show: Only moved' }).click()
  expect(await moved.getByRole('listitem').count()).toBe(3)

  await page.getByText('“Send offer” is no longer behind a person.').click()
  await canvas.locator('[data-walk]').filter({ hasText: 'Send offer' }).waitFor()

  await page.getByRole('radio', { name: 'Now' }).locator('..').click()
  await canvas.getByRole('group', { name: /Draft the offer/ }).waitFor({ state: 'detached' })
  await page.getByRole('radio', { name: 'Both' }).locator('..').click()

  await page.getByRole('radio', { name: 'Side by side' }).locator('..').click()
  const other = page.getByRole('img', { name: 'The other side, as it was' })
  await other.waitFor()
  // The two are as large as each other, and what is drawn on the left is there.
  const [left, right] = [await other.boundingBox(), await page.locator('.react-flow').boundingBox()]
  expect(Math.abs(left!.width - right!.width)).toBeLessThanOrEqual(2)
  expect(await other.evaluate(isPainted)).toBe(true)
  await page.getByRole('radio', { name: 'Both' }).locator('..').click()
  await other.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Restore Handoff: Release the offer from the other side' }).click()
  await page.getByText('“Send offer” is no longer behind a person.').waitFor({ state: 'detached' })
  expect((await saved()).handoffs.map(({ id }) => id)).toEqual(['approve_pay', 'brief'])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  expect((await saved()).handoffs.map(({ id }) => id)).toEqual(['brief'])
})

it('a class is restored by keyboard alone with what it needs, and nothing serious stands in the way', async () => {
  await compareWithHead()
  const found = await new AxeBuilder({ page }).analyze()
  const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => [id, nodes[0]!.html])).toEqual([])
  await page.getByRole('combobox', { name: 'Compare with' }).focus()
  const goal = 'Restore all of these: Flow'
  for (let i = 0; i < 60 && (await focused()) !== goal; i++) await page.keyboard.press('Tab')
  expect(await focused()).toBe(goal)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: /^Flow/ }).waitFor({ state: 'detached' })
  const now = await saved()
  expect(now.steps.map(({ id }) => id)).toEqual(['draft', 'end', 'pay', 'start'])
  expect(now.transitions.map(({ from, to }) => `${from} ${to}`)).toEqual([
    'start draft',
    'draft pay',
    'pay end',
  ])
})

it('without a copy, and outside of a repository, it says so', async () => {
  await page.keyboard.press('Control+3')
  const side = page.getByRole('combobox', { name: 'Compare with' })
  await side.selectOption('backup')
  await page.getByText(/There is no last good copy beside this file yet/).waitFor()
  rmSync(path.join(folder, '.git'), { recursive: true })
  await side.selectOption('head')
  await page.getByText(/is in no git repository/).waitFor()
  await side.selectOption('opened')
  await page.getByText('Nothing is different').waitFor()
  expect(await page.getByText('Nobody is asked').count()).toBe(0)
})

function focused(): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)
}

/** What the document is now, as its file holds it. */
async function saved(): Promise<Workflow> {
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor()
  const read = readDocument(readFileSync(path.join(folder, 'flow.handoff'), 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value.workflow
}

function isPainted(element: Element): boolean {
  const { width, height } = element as HTMLCanvasElement
  const { data } = (element as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height)
  return data.some((value) => value > 0)
}
