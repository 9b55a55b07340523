// Documents in the window: what is saved and what is not, one undo stack, files that change under us, and a journal
// from which every edit comes back.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { undoLabel } from '../../../shared/commands/history.ts'
import { newWorkflow } from '../../../shared/document/new.ts'
import { writeDocument } from '../../../shared/document/write.ts'
import { dialogs, finishDialog } from '../../../renderer/state/dialogs.ts'
import type { ConflictAnswer, UnsavedAnswer } from '../../../renderer/state/dialogs.ts'
import { close } from '../../../renderer/state/close.ts'
import { documents, findTab, saveStatus, workflowOf } from '../../../renderer/state/documents.ts'
import type { DocumentTab } from '../../../renderer/state/documents.ts'
import { endBurst, redo, runCommand, undo } from '../../../renderer/state/edit.ts'
import { fileChanged } from '../../../renderer/state/disk.ts'
import { openPath, openText } from '../../../renderer/state/open.ts'
import { save } from '../../../renderer/state/save.ts'
import { flushJournals } from '../../../renderer/state/journal.ts'
import { messages } from '../../../renderer/state/messages.ts'
import { recoverDocuments } from '../../../renderer/state/recover.ts'
import { newDocument, reopenClosed, reorder } from '../../../renderer/state/tabs.ts'
import { hashOf, useFakeHost } from './fake-host.ts'
import type { FakeHost } from './fake-host.ts'

const FILE = '/work/refunds.handoff'
let fake: FakeHost

beforeEach(() => {
  vi.useFakeTimers()
  fake = useFakeHost()
  fake.files.set(FILE, writeDocument(newWorkflow('Refunds')))
})

afterEach(async () => {
  // Every journal of a test ends with it: the writers live as long as the window does.
  for (const { id } of documents.getState().tabs) await closing(id)
  documents.setState({ tabs: [], active: null, closed: [] })
  messages.setState({ messages: [] })
  finishDialog()
  vi.useRealTimers()
})

describe('saved or not', () => {
  it('says unsaved after an edit, and saved again after undo', async () => {
    const id = (await openPath(FILE))!
    expect(status(id)).toBe('saved')
    rename('Other')
    expect(status(id)).toBe('unsaved')
    undo()
    expect(status(id)).toBe('saved')
    redo()
    expect(status(id)).toBe('unsaved')
  })

  it('is saved once the file holds it, and its journal says so', async () => {
    const id = (await openPath(FILE))!
    rename('Other')
    await vi.advanceTimersByTimeAsync(200)
    expect(fake.journals.has(id)).toBe(true)
    expect(await save(id)).toBe(true)
    expect(fake.files.get(FILE)).toContain('"name": "Other"')
    expect(status(id)).toBe('saved')
    await vi.advanceTimersByTimeAsync(0)
    expect(fake.journals.get(id)!.patches.at(-1)).toContain('"saved":{"path":"/work/refunds.handoff"')
  })

  it('keeps an edit that was made while the file was written', async () => {
    const id = (await openPath(FILE))!
    rename('First')
    const saving = save(id)
    rename('Second')
    await saving
    expect(status(id)).toBe('unsaved')
    expect(fake.files.get(FILE)).toContain('First')
    await flushJournals()
    expect(fake.journals.get(id)!.patches.at(-1)).toContain('"at":-1')
  })

  it('tells a refused edit and changes nothing', async () => {
    const id = (await openPath(FILE))!
    expect(runCommand({ type: 'removeSteps', ids: ['nobody'] })).toBe(false)
    expect(messages.getState().messages.at(-1)!.title).toBe('This edit was refused')
    expect(status(id)).toBe('saved')
  })

  it('does not let a read-only document be edited', () => {
    const text = writeDocument(newWorkflow('Locked'))
    openText({ text, name: 'locked.handoff', path: '/locked.handoff', hash: hashOf(text), writable: false })
    expect(rename('Other')).toBe(false)
  })

  it('joins edits of one burst into one undo step', async () => {
    const id = (await openPath(FILE))!
    for (const name of ['O', 'Ot', 'Oth']) {
      runCommand({ type: 'setDocument', name }, { coalesce: 'name' })
    }
    undo()
    expect(workflowOf(tab(id)).name).toBe('Refunds')
  })
})

describe('a file that changes under us', () => {
  it('is followed by a document without edits', async () => {
    const id = (await openPath(FILE))!
    const text = writeDocument(newWorkflow('From elsewhere'))
    fake.files.set(FILE, text)
    await fileChanged(FILE, hashOf(text))
    expect(workflowOf(tab(id)).name).toBe('From elsewhere')
    expect(status(id)).toBe('saved')
  })

  it('is a conflict for one with edits, which are kept', async () => {
    const id = (await openPath(FILE))!
    rename('Mine')
    await fileChanged(FILE, 'sha256:other')
    expect(status(id)).toBe('conflict')
    expect(workflowOf(tab(id)).name).toBe('Mine')
  })

  it('is never overwritten without asking', async () => {
    const id = (await openPath(FILE))!
    rename('Mine')
    fake.files.set(FILE, 'somebody else')
    const saving = save(id)
    await answerConflict('cancel')
    expect(await saving).toBe(false)
    expect(fake.files.get(FILE)).toBe('somebody else')
    expect(status(id)).toBe('conflict')
  })

  it('is overwritten when asked to', async () => {
    const id = (await openPath(FILE))!
    rename('Mine')
    fake.files.set(FILE, 'somebody else')
    const saving = save(id)
    await answerConflict('overwrite')
    expect(await saving).toBe(true)
    expect(fake.files.get(FILE)).toContain('Mine')
  })

  it('keeps everything when it cannot be written', async () => {
    const id = (await openPath(FILE))!
    rename('Mine')
    fake.fail('file.write', { code: 'io', message: 'the disk is full' })
    expect(await save(id)).toBe(false)
    expect(messages.getState().messages.at(-1)!.text).toContain('the disk is full')
    expect(messages.getState().messages.at(-1)!.action!.label).toBe('Save under another name…')
    expect(status(id)).toBe('unsaved')
    expect(await save(id)).toBe(true)
  })
})

describe('the journal', () => {
  it('begins once and then grows by patches, at most every 150 ms', async () => {
    const id = newDocument()
    for (const name of ['A', 'B', 'C']) rename(name)
    await vi.advanceTimersByTimeAsync(150)
    rename('D')
    await vi.advanceTimersByTimeAsync(150)
    expect(fake.log.filter((name) => name === 'journal.begin')).toHaveLength(1)
    // What it begins with is marked as the first revision.
    expect(fake.journals.get(id)!.patches).toHaveLength(3)
  })

  it('brings every edit back', async () => {
    const id = newDocument()
    rename('Kept')
    runCommand({ type: 'addStep', step: { id: 'x', kind: 'action', name: 'Pay' }, at: [10, 20] })
    await flushJournals()
    rename('Kept too')
    await vi.advanceTimersByTimeAsync(200)
    const text = writeDocument(workflowOf(tab(id)))
    documents.setState({ tabs: [], active: null })
    expect(await recoverDocuments()).toBe(1)
    expect(writeDocument(workflowOf(tab(id)))).toBe(text)
    expect(status(id)).toBe('recovered')
  })

  it('gives back what comes before a damaged edit, and says so', async () => {
    const id = newDocument()
    rename('Good')
    await vi.advanceTimersByTimeAsync(200)
    rename('Lost')
    await vi.advanceTimersByTimeAsync(200)
    fake.journals.get(id)!.patches[2] = '{"nonsense"'
    documents.setState({ tabs: [], active: null })
    await recoverDocuments()
    expect(workflowOf(tab(id)).name).toBe('Good')
    expect(messages.getState().messages.at(-1)!.title).toContain('the last 1 edits could not be read')
  })

  it('starts anew after a failure, so that no later edit is lost', async () => {
    const id = newDocument()
    rename('One')
    await vi.advanceTimersByTimeAsync(200)
    fake.fail('journal.append', { code: 'io', message: 'no room' })
    rename('Two')
    await vi.advanceTimersByTimeAsync(200)
    expect(messages.getState().messages.at(-1)!.tone).toBe('problem')
    rename('Three')
    await vi.advanceTimersByTimeAsync(200)
    documents.setState({ tabs: [], active: null })
    await recoverDocuments()
    expect(workflowOf(tab(id)).name).toBe('Three')
  })
})

describe('the undo stack', () => {
  it('survives a save, and the end of the window', async () => {
    const id = (await openPath(FILE))!
    rename('One')
    endBurst()
    rename('Two')
    await save(id)
    rename('Three')
    undo()
    undo()
    await flushJournals()
    documents.setState({ tabs: [], active: null })
    expect(await recoverDocuments()).toBe(1)
    expect(stackNames(id)).toEqual({ past: ['Refunds'], present: 'One', future: ['Two', 'Three'] })
    redo()
    // Its file holds this very revision.
    expect(status(id)).toBe('recovered')
    await save(id)
    undo()
    expect(status(id)).toBe('unsaved')
    redo()
    expect(status(id)).toBe('saved')
  })

  it('comes back with a document that is saved, and nothing is asked', async () => {
    const id = (await openPath(FILE))!
    rename('Saved')
    await save(id)
    await flushJournals()
    documents.setState({ tabs: [], active: null })
    expect(await recoverDocuments()).toBe(0)
    await vi.advanceTimersByTimeAsync(0)
    expect(dialogs.getState().dialog).toBeNull()
    expect(status(id)).toBe('saved')
    expect(undoLabel(tab(id).history)).toBe('rename document')
    undo()
    expect(status(id)).toBe('unsaved')
  })

  it('comes back twice in a row, edits in between included', async () => {
    const id = newDocument()
    for (const name of ['One', 'Two', 'Three']) {
      rename(name)
      await flushJournals()
      documents.setState({ tabs: [], active: null })
      await recoverDocuments()
    }
    expect(stackNames(id).past).toEqual(['Untitled', 'One', 'Two'])
  })

  it('of a saved document whose file changed since gives way to the file', async () => {
    const id = (await openPath(FILE))!
    rename('Saved')
    await save(id)
    await flushJournals()
    documents.setState({ tabs: [], active: null })
    fake.files.set(FILE, writeDocument(newWorkflow('Theirs')))
    await recoverDocuments()
    await vi.advanceTimersByTimeAsync(0)
    expect(workflowOf(tab(id)).name).toBe('Theirs')
    expect(status(id)).toBe('saved')
    expect(stackNames(id).past).toEqual([])
  })

  it('of an edited document whose file changed since is a conflict', async () => {
    const id = (await openPath(FILE))!
    rename('Mine')
    await flushJournals()
    documents.setState({ tabs: [], active: null })
    fake.files.set(FILE, writeDocument(newWorkflow('Theirs')))
    await recoverDocuments()
    await vi.advanceTimersByTimeAsync(0)
    expect(workflowOf(tab(id)).name).toBe('Mine')
    expect(status(id)).toBe('conflict')
  })

  it('ends a burst of typing where a field is left', () => {
    const id = newDocument()
    const typed = (name: string): unknown =>
      runCommand({ type: 'setDocument', name }, { coalesce: 'document name' })
    typed('O')
    typed('On')
    endBurst()
    typed('One')
    expect(stackNames(id).past).toEqual(['Untitled', 'On'])
  })
})

describe('tabs', () => {
  it('asks before it closes an edited one, and keeps it on cancel', async () => {
    const id = newDocument()
    rename('Edited')
    const closed = close(id)
    answerUnsaved('cancel')
    expect(await closed).toBe(false)
    expect(findTab(documents.getState(), id)).not.toBeNull()
  })

  it('does not ask about one that nobody touched', async () => {
    const id = newDocument()
    expect(await close(id)).toBe(true)
    expect(dialogs.getState().dialog).toBeNull()
  })

  it('opens the one closed last again with its edits, and journals it again', async () => {
    const id = newDocument()
    rename('Edited')
    const closed = close(id)
    answerUnsaved('discard')
    await closed
    await vi.advanceTimersByTimeAsync(0)
    expect(fake.journals.has(id)).toBe(false)
    reopenClosed()
    await vi.advanceTimersByTimeAsync(0)
    expect(workflowOf(tab(id)).name).toBe('Edited')
    expect(fake.journals.get(id)!.patches.join('')).toContain('Edited')
    undo()
    expect(workflowOf(tab(id)).name).toBe('Untitled')
  })

  it('moves to another place in the row', () => {
    const [a, b, c] = [newDocument(), newDocument(), newDocument()]
    reorder(c, 0)
    expect(documents.getState().tabs.map(({ id }) => id)).toEqual([c, a, b])
  })

  it('shows an open file instead of opening it twice', async () => {
    const id = await openPath(FILE)
    newDocument()
    expect(await openPath(FILE)).toBe(id)
    expect(documents.getState().active).toBe(id)
  })

  it('says what is wrong with a file that cannot be read', async () => {
    fake.files.set('/bad.handoff', '{"format":"handoff","version":1,"steps":[{"id":"a"}]}')
    expect(await openPath('/bad.handoff')).toBeNull()
    expect(messages.getState().messages.at(-1)!.text).toContain('steps[0].kind')
    expect(documents.getState().tabs).toEqual([])
  })

  it('gives every step of an unplaced document a place, without calling it edited', () => {
    const workflow = { ...newWorkflow('Unplaced'), layout: { steps: {}, notes: [] } }
    const text = writeDocument(workflow)
    const id = openText({ text, name: 'u.handoff', path: '/u.handoff', hash: hashOf(text) })!
    expect(Object.keys(workflowOf(tab(id)).layout.steps).toSorted()).toEqual(['end', 'start'])
    expect(status(id)).toBe('saved')
  })
})

function rename(name: string): boolean {
  return runCommand({ type: 'setDocument', name })
}

function tab(id: string): DocumentTab {
  return findTab(documents.getState(), id)!
}

function stackNames(id: string) {
  const { past, present, future } = tab(id).history
  const names = (pile: typeof past): string[] => (pile ? [pile.workflow.name, ...names(pile.below)] : [])
  return { past: names(past).toReversed(), present: present.name, future: names(future) }
}

function status(id: string): string {
  return saveStatus(tab(id))
}

function answerUnsaved(answer: UnsavedAnswer): void {
  const { dialog } = dialogs.getState()
  if (dialog?.kind !== 'unsaved') throw new Error('nobody asked')
  finishDialog()
  dialog.answer(answer)
}

async function answerConflict(answer: ConflictAnswer): Promise<void> {
  await vi.waitFor(() => expect(dialogs.getState().dialog?.kind).toBe('conflict'))
  const { dialog } = dialogs.getState()
  finishDialog()
  if (dialog?.kind === 'conflict') dialog.answer(answer)
}

async function closing(id: string): Promise<void> {
  const closed = close(id)
  const { dialog } = dialogs.getState()
  if (dialog?.kind === 'unsaved') answerUnsaved('discard')
  await closed
}
