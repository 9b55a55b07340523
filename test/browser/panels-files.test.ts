// Nothing is lost without somebody having said so: files that change under us, sessions that end early, documents that
// close, imports that guess. On a host without dialogs of its own, by keyboard.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openApp, type AppWindow } from './support/app-window.ts'

const REFUNDS = new URL('../fixtures/golden/refunds_at_the_help_desk.handoff', import.meta.url).pathname

let window: AppWindow
let folder: string
let file: string
let page: Page

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-files-'))
  file = path.join(folder, 'refunds.handoff')
  copyFileSync(REFUNDS, file)
  window = await openApp({ files: [file] })
  page = window.page
})

afterEach(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
  // Whatever a test is about: a page that logs an error or hurts its security policy is a fault.
  if (window.complaints.length > 0) throw new Error(window.complaints.join('\n'))
})

describe('a file that changed on disk while it was edited here', () => {
  it('is not overwritten until somebody chooses, and then is', async () => {
    await rename('Mine')
    const theirs = readFileSync(file, 'utf8').replace('Refunds at the help desk', 'Theirs')
    writeFileSync(file, theirs)
    await page.getByRole('button', { name: 'Conflict', exact: true }).click()
    await page.getByRole('dialog', { name: 'The file has changed on disk' }).waitFor()
    expect(readFileSync(file, 'utf8')).toBe(theirs)
    await page.getByRole('button', { name: /Keep mine/ }).click()
    await saved()
    expect(readFileSync(file, 'utf8')).toContain('"Mine"')
  })

  it('can be taken instead, which loses the edits, as the choice says', async () => {
    await rename('Mine')
    writeFileSync(file, readFileSync(file, 'utf8').replace('Refunds at the help desk', 'Theirs'))
    await page.getByRole('button', { name: 'Conflict', exact: true }).click()
    const choice = page.getByRole('button', { name: /Take the file from disk/ })
    expect(await choice.textContent()).toContain('Your edits since the last save are lost.')
    await choice.click()
    await expect.poll(() => nameField().inputValue()).toBe('Theirs')
    await saved()
    expect(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled()).toBe(true)
  })
})

describe('a session that ends early', () => {
  it('gives the edits back, and says so; discarding them takes a click', async () => {
    await rename('Never saved')
    // One second is what the journal promises.
    await page.waitForTimeout(1000)
    page = await window.crashAndReopen()
    const dialog = page.getByRole('dialog', { name: 'One document was recovered' })
    await dialog.getByText('refunds.handoff', { exact: true }).waitFor()
    await dialog.getByRole('button', { name: 'Keep the edits' }).click()
    await page.getByRole('button', { name: 'Recovered', exact: true }).waitFor()
    expect(await nameField().inputValue()).toBe('Never saved')
    expect(readFileSync(file, 'utf8')).not.toContain('Never saved')
    // With the edits comes the way back from them.
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => nameField().inputValue()).toBe('Refunds at the help desk')
    await page.getByRole('button', { name: 'Redo', exact: true }).click()
    await expect.poll(() => nameField().inputValue()).toBe('Never saved')
    await page.keyboard.press('Control+s')
    await saved()
    expect(readFileSync(file, 'utf8')).toContain('Never saved')
  })
})

describe('closing', () => {
  it('asks before edits are lost, and loses nothing on cancel', async () => {
    await rename('Unsaved')
    await page.keyboard.press('Control+F4')
    const dialog = page.getByRole('dialog', { name: 'Save before closing?' })
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    expect(await nameField().inputValue()).toBe('Unsaved')
    await page.keyboard.press('Control+F4')
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('heading', { name: 'Baton' }).waitFor()
    expect(readFileSync(file, 'utf8')).toContain('"Unsaved"')
  })
})

describe('the file browser', () => {
  it('saves under another name and opens it again, by keyboard', async () => {
    await page.keyboard.press('Control+Shift+s')
    const name = page.getByLabel('File name')
    await name.fill('copy')
    await page.getByRole('button', { name: 'refunds.handoff, file' }).waitFor()
    await name.press('Enter')
    await expect.poll(() => existsSync(path.join(folder, 'copy.handoff'))).toBe(true)
    await page.keyboard.press('Control+F4')
    await page.getByRole('heading', { name: 'Baton' }).waitFor()
    await page.keyboard.press('Control+o')
    await page.getByRole('button', { name: 'copy.handoff, file' }).press('Enter')
    await page.getByRole('treegrid').waitFor()
    expect(await page.getByRole('tab', { name: 'copy.handoff' }).count()).toBe(1)
  })

  it('refuses a name that is none', async () => {
    await page.keyboard.press('Control+Shift+s')
    await page.getByLabel('File name').fill('../elsewhere')
    await page.getByText('Write a file name without slashes.').waitFor()
    expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true)
  })
})

describe('an import', () => {
  it('says what it guessed, and a text that is nothing opens nothing', async () => {
    await paste('flowchart TD\n  ask([Request]) --> draft[Draft a reply] --> mail[Send the mail]')
    const report = page.getByRole('dialog', { name: 'What the import made of it' })
    await report.getByText('Guessed').waitFor()
    await report.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('row', { name: 'Draft a reply' }).waitFor()
    await paste('dear diary')
    await page.getByText('could not be imported').waitFor()
    expect(await page.getByRole('tablist', { name: 'Open documents' }).getByRole('tab').count()).toBe(2)
  })
})

function nameField() {
  return page.locator('[data-field="name"]').first()
}

/** Renames the document in the inspector, which shows it while nothing is selected. */
async function rename(name: string): Promise<void> {
  await nameField().fill(name)
  await page.getByRole('button', { name: 'Unsaved', exact: true }).waitFor()
}

async function saved(): Promise<void> {
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor()
}

async function paste(text: string): Promise<void> {
  await page.getByRole('menuitem', { name: 'File' }).click()
  await page.getByRole('menuitem', { name: 'Import…' }).click()
  await page.getByLabel('Paste n8n JSON or a Mermaid flowchart').fill(text)
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click()
}
