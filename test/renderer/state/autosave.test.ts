// Saving without being asked: off unless chosen, after a pause, and never over what somebody else wrote.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { newWorkflow } from '../../../shared/document/new.ts'
import { writeDocument } from '../../../shared/document/write.ts'
import { autosaveNow, followAutosave, setAutosave } from '../../../renderer/state/autosave.ts'
import { dialogs } from '../../../renderer/state/dialogs.ts'
import { documents, findTab, saveStatus } from '../../../renderer/state/documents.ts'
import { runCommand } from '../../../renderer/state/edit.ts'
import { flushJournals } from '../../../renderer/state/journal.ts'
import { messages } from '../../../renderer/state/messages.ts'
import { openPath } from '../../../renderer/state/open.ts'
import { recoverDocuments } from '../../../renderer/state/recover.ts'
import { loadSettings } from '../../../renderer/state/settings.ts'
import { newDocument, removeTab } from '../../../renderer/state/tabs.ts'
import { useFakeHost } from './fake-host.ts'
import type { FakeHost } from './fake-host.ts'

const FILE = '/work/refunds.handoff'
let fake: FakeHost
let stop: () => void

beforeEach(async () => {
  vi.useFakeTimers()
  fake = useFakeHost()
  fake.files.set(FILE, writeDocument(newWorkflow('Refunds')))
  stop = followAutosave()
  setAutosave(true)
})

afterEach(() => {
  stop()
  for (const { id } of documents.getState().tabs) removeTab(id)
  documents.setState({ tabs: [], active: null, closed: [] })
  messages.setState({ messages: [] })
  setAutosave(false)
  vi.useRealTimers()
})

it('waits for a pause, and saves once', async () => {
  const id = (await openPath(FILE))!
  for (const name of ['A', 'B', 'C']) {
    rename(name)
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(fake.log).not.toContain('file.write')
  await vi.advanceTimersByTimeAsync(600)
  expect(fake.files.get(FILE)).toContain('"name": "C"')
  expect(status(id)).toBe('saved')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(fake.log.filter((name) => name === 'file.write')).toHaveLength(1)
})

it('is off unless somebody chose it, and the choice is kept', async () => {
  expect(fake.settings.get('autosave')).toBe(true)
  fake.settings.delete('autosave')
  await loadSettings()
  await openPath(FILE)
  rename('A')
  await vi.advanceTimersByTimeAsync(60_000)
  await autosaveNow()
  expect(fake.log).not.toContain('file.write')
})

it('happens at once when the window is left', async () => {
  await openPath(FILE)
  rename('A')
  await autosaveNow()
  expect(fake.files.get(FILE)).toContain('"name": "A"')
})

it('never goes over a change by somebody else, and asks nothing by itself', async () => {
  const id = (await openPath(FILE))!
  const theirs = writeDocument(newWorkflow('Theirs'))
  fake.files.set(FILE, theirs)
  rename('Mine')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(fake.files.get(FILE)).toBe(theirs)
  expect(status(id)).toBe('conflict')
  expect(dialogs.getState().dialog).toBeNull()
  rename('Mine again')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(fake.files.get(FILE)).toBe(theirs)
})

it('leaves alone what has no file, may not be written, or came back and was not looked at', async () => {
  newDocument()
  rename('A')
  const id = (await openPath(FILE))!
  rename('Recovered')
  await flushJournals()
  documents.setState({ tabs: [], active: null })
  await recoverDocuments()
  expect(status(id)).toBe('recovered')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(fake.log).not.toContain('file.write')
})

it('says once that a disk is full, and tries again after a person did', async () => {
  const id = (await openPath(FILE))!
  fake.fail('file.write', { code: 'io', message: 'the disk is full' })
  rename('A')
  await vi.advanceTimersByTimeAsync(60_000)
  rename('B')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(messages.getState().messages).toHaveLength(1)
  expect(status(id)).toBe('unsaved')
})

function rename(name: string): void {
  runCommand({ type: 'setDocument', name })
}

function status(id: string) {
  return saveStatus(findTab(documents.getState(), id)!)
}
