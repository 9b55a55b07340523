// Every field that is seldom set, by keyboard alone: what counts is what is in the file afterwards, and that one undo takes it
// back. And a finding leads to its field, also where that is folded away.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { readDocument } from '../../shared/document/read.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { openApp, type AppWindow } from './support/app-window.ts'

/** A model writes an offer, a person approves it, it is written anew, and it is sent. */
const OFFERS = {
  format: 'handoff',
  version: 1,
  name: 'Offers',
  brief: { successCondition: 'Sent.' },
  parties: [{ id: 'desk', name: 'Desk', kind: 'role' }],
  steps: [
    { id: 'start', kind: 'start', name: 'Inquiry' },
    { id: 'write', kind: 'model', name: 'Write the offer', uncertainty: { level: 3, label: 'content' } },
    { id: 'rest', kind: 'wait', name: 'Wait for the price' },
    { id: 'again', kind: 'subflow', name: 'Check it again' },
    { id: 'check', kind: 'subflow', name: 'Check it' },
    { id: 'look', kind: 'step', name: 'Look at it', parent: 'check' },
    { id: 'polish', kind: 'model', name: 'Polish it', uncertainty: { level: 2 }, produces: ['offer'] },
    {
      id: 'send',
      kind: 'action',
      verb: 'send',
      name: 'Send the offer',
      consequence: { level: 3, reversibility: 3 },
      uses: ['offer'],
    },
    { id: 'end', kind: 'end', name: 'Done', outcome: 'ok' },
  ],
  transitions: [
    ['start', 'write'],
    ['write', 'rest'],
    ['rest', 'check'],
    ['check', 'again'],
    ['again', 'polish'],
    ['polish', 'send'],
    ['send', 'end'],
  ].map(([from, to]) => ({ id: `${from}-${to}`, from, to })),
  handoffs: [
    {
      id: 'yes',
      kind: 'sign-off',
      strength: 'approve',
      at: { before: 'rest' },
      title: 'Approve the offer',
      when: 'amount > 100 and customer.country = "DE"',
      assignee: { role: 'desk' },
      binding: 'artifact-hash',
      timeout: { after: 'PT4H', then: 'abort' },
    },
  ],
  scenarios: [{ id: 'run', name: 'A run', seed: 1, script: [] }],
  layout: {
    steps: Object.fromEntries(
      ['start', 'write', 'rest', 'check', 'again', 'polish', 'send', 'end', 'look'].map((id, i) => [
        id,
        id === 'look' ? [600, 200] : [i * 220, 0],
      ]),
    ),
  },
}

let window: AppWindow
let folder: string
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-fields-'))
  const file = path.join(folder, 'offers.handoff')
  writeFileSync(file, JSON.stringify(OFFERS))
  window = await openApp({ files: [file] })
  page = window.page
  page.setDefaultTimeout(6000)
  await page.getByRole('row', { name: 'Send the offer' }).waitFor()
})

afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

afterEach(() => {
  // Whatever a test is about: a page that logs an error or hurts its security policy is a fault.
  if (window.complaints.length > 0) throw new Error(window.complaints.join('\n'))
})

/** A field: how to get to its element, whether it is folded, which keys set it, and where it is in the file. */
interface Case {
  readonly of: string
  readonly field: string
  readonly folded?: boolean
  readonly keys: readonly string[]
  readonly read: (workflow: Workflow) => unknown
  readonly is: unknown
}

const step =
  (id: string, field: string) =>
  (workflow: Workflow): unknown =>
    Object.entries(workflow.steps.find((each) => each.id === id)!).find(([key]) => key === field)?.[1]

const CASES: readonly Case[] = [
  {
    of: 'Wait for the price',
    field: 'duration',
    keys: ['2 h'],
    read: step('rest', 'duration'),
    is: 'PT2H',
  },
  {
    of: 'Wait for the price',
    field: 'changesState',
    keys: ['Space'],
    read: step('rest', 'changesState'),
    is: true,
  },
  {
    of: 'Send the offer',
    field: 'changesState',
    keys: ['Enter'],
    read: step('send', 'changesState'),
    is: true,
  },
  {
    of: 'Check it again',
    field: 'calls',
    keys: ['ArrowDown', 'ArrowDown', 'Enter'],
    read: step('again', 'calls'),
    is: 'check',
  },
  {
    of: 'Write the offer',
    field: 'uses',
    folded: true,
    keys: ['prices', 'Enter'],
    read: step('write', 'uses'),
    is: ['prices'],
  },
  {
    // The name that another step works from is offered.
    of: 'Write the offer',
    field: 'produces',
    folded: true,
    keys: ['of', 'ArrowDown', 'Enter'],
    read: step('write', 'produces'),
    is: ['offer'],
  },
  {
    of: '',
    field: 'semantics/join',
    folded: true,
    keys: ['Tab', 'Space'],
    read: ({ semantics }) => semantics,
    is: { join: 'causal' },
  },
  {
    of: '',
    field: 'asOf',
    folded: true,
    keys: ['2027-01-31'],
    read: ({ asOf }) => asOf,
    is: '2027-01-31',
  },
]

it.each(CASES)('$field of “$of”', { timeout: 60_000 }, async ({ of, field, folded, keys, read, is }) => {
  await show(of)
  const there = inspector().locator(`[data-field="${field}"]`)
  expect(await there.isVisible()).toBe(folded !== true)
  if (folded) {
    await inspector().locator('summary', { hasText: 'More' }).focus()
    await page.keyboard.press('Enter')
  }
  const before = read(await saved())
  expect(before).not.toEqual(is)
  await focus(there)
  for (const key of keys) {
    if (/^[A-Z]\w{2,}$/.test(key)) await page.keyboard.press(key)
    else await page.keyboard.type(key)
  }
  expect(read(await saved())).toEqual(is)
  await undo()
  expect(read(await saved())).toEqual(before)
})

it('a day that is none is refused beside its field', { timeout: 60_000 }, async () => {
  await show('')
  await inspector().locator('summary', { hasText: 'More' }).focus()
  await page.keyboard.press('Enter')
  await focus(inspector().locator('[data-field="asOf"]'))
  await page.keyboard.type('tomorrow')
  await page.getByText('Write a day such as').waitFor()
  expect((await saved()).asOf).toBeUndefined()
  await page.keyboard.press('Escape')
  await page.getByText('Write a day such as').waitFor({ state: 'detached' })
})

it(
  'a transition that never gets a suggestion, and the list of such rulings',
  { timeout: 60_000 },
  async () => {
    // A step, and with "e" its way out.
    await page.locator('[data-item="step:start"]').focus()
    await page.keyboard.press('e')
    await inspector().locator('[data-field="probability"]').waitFor()
    await inspector().locator('summary', { hasText: 'More' }).focus()
    await page.keyboard.press('Enter')
    await focus(inspector().locator('[data-field="placing/forbidden"]'))
    await page.keyboard.press('Space')
    expect((await saved()).placing?.forbidden).toEqual([{ on: 'start-write' }])
    await show('')
    await inspector()
      .getByRole('button', { name: /^Remove Never suggest/ })
      .focus()
    await page.keyboard.press('Enter')
    expect((await saved()).placing).toBeUndefined()
    await undo()
    await undo()
  },
)

it('the values of a recorded run: what conditions ask for is there', { timeout: 60_000 }, async () => {
  await page.keyboard.press('Control+2')
  await page.getByRole('button', { name: 'Start a run' }).click()
  await page.getByRole('button', { name: 'Recorded runs' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'A run' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('menuitem', { name: 'Change A run…' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Value of amount' }).focus()
  await page.keyboard.type('250')
  await page.getByRole('textbox', { name: 'Value of customer.country' }).focus()
  await page.keyboard.type('FR')
  expect(await seriousFaults('[role=dialog]')).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Change', exact: true }).focus()
  await page.keyboard.press('Enter')
  expect((await saved()).scenarios[0]?.values).toEqual({ amount: 250, customer: { country: 'FR' } })
  await undo()
  expect((await saved()).scenarios[0]?.values).toBeUndefined()
  await page.keyboard.press('Control+1')
})

it('a finding opens the fold that its field is in', { timeout: 60_000 }, async () => {
  await page.getByRole('tab', { name: 'Findings' }).click()
  const finding = page.getByRole('button', { name: /makes “offer” after it/ })
  await finding.click()
  await expect.poll(focusedField).toBe('produces')
  const fold = inspector().locator('summary', { hasText: 'More' })
  await fold.focus()
  await page.keyboard.press('Enter')
  expect(await inspector().locator('[data-field="produces"]').isVisible()).toBe(false)
  await finding.click()
  await expect.poll(focusedField).toBe('produces')
})

it('axe finds nothing serious in an open fold', { timeout: 60_000 }, async () => {
  for (const of of ['Wait for the price', 'Check it again', '']) {
    await show(of)
    await inspector().locator('summary', { hasText: 'More' }).first().focus()
    await page.keyboard.press('Enter')
    expect(await seriousFaults('fieldset'), of).toEqual([])
  }
})

function inspector(): Locator {
  return page.getByRole('group', { name: 'Inspector', exact: true })
}

/** The step of this name; with no name the document, which is shown when nothing is selected. */
async function show(name: string): Promise<void> {
  // By way of another element, so that every fold is as it is on arrival.
  const rows = [page.getByRole('row', { name: 'Inquiry' }), page.getByRole('row', { name, exact: true })]
  await rows[0]!.click()
  await rows[0]!.focus()
  if (name === '') {
    await page.locator('.react-flow__pane').click({ position: { x: 140, y: 8 } })
    await page.getByLabel('Runs that begin in a day').waitFor()
    return
  }
  const row = page.getByRole('row', { name }).first()
  await row.click()
  await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe(name)
}

async function focus(field: Locator): Promise<void> {
  await field.evaluate((element) => {
    const target = element.matches('input, textarea, button')
      ? element
      : element.querySelector('input, textarea, button')
    if (target instanceof HTMLElement) target.focus()
  })
}

async function undo(): Promise<void> {
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
}

function focusedField(): Promise<string | null> {
  return page.evaluate(
    () => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null,
  )
}

async function seriousFaults(where: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).include(where).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`)
}

/** The document as it is on disk after saving. */
async function saved(): Promise<Workflow> {
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor()
  const read = readDocument(readFileSync(path.join(folder, 'offers.handoff'), 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value.workflow
}
