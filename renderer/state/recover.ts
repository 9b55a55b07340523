// Brings back what the last session left without closing: each document with its undo stack, saved or not.
import { replayHistory } from '../../shared/commands/history-log.ts'
import { readDocument } from '../../shared/document/read.ts'
import type { CallOut } from '../../shared/host/contract.ts'
import { host } from './host.ts'
import { openDialog } from './dialogs.ts'
import { lookAtFile, watch } from './disk.ts'
import { documents, findTab, hasEdits, stepFile } from './documents.ts'
import { beginJournal, continueJournal } from './journal.ts'
import { showMessage, showProblem } from './messages.ts'
import { showTab } from './tabs.ts'
import { words } from '../words/words.ts'

type Leftover = CallOut<'journal.recover'>['documents'][number]

/** Opens every document that was left over. Returns how many had edits that no file holds. */
export async function recoverDocuments(): Promise<number> {
  try {
    const { documents: left } = await host().call('journal.recover', {})
    const edited = left.toReversed().filter(recover)
    if (edited.length > 0) openDialog({ kind: 'recovered', tabs: edited.map(({ document }) => document) })
    return edited.length
  } catch (error) {
    showProblem(words.messages.noJournal, error)
    return 0
  }
}

/** True where it came back with edits that somebody has to be told of. */
function recover(leftover: Leftover): boolean {
  const base = readDocument(leftover.base)
  if (!base.ok) {
    showProblem(words.messages.notRecovered(leftover.name), base.faults[0]?.message ?? '')
    return false
  }
  const { workflow, readOnlyBecause } = base.value
  const { history, first, file, lost } = replayHistory(workflow, leftover.patches)
  const path = file?.path ?? leftover.path
  showTab({
    id: leftover.document,
    name: file?.name ?? leftover.name,
    path,
    savedHash: file?.hash ?? leftover.savedHash,
    history,
    // Where the journal no longer reaches back to it, no revision is what the document began with.
    first: first ?? { ...workflow },
    readOnly: readOnlyBecause ?? null,
    recovered: false,
    conflict: null,
    importReport: null,
  })
  if (lost === 0) continueJournal(leftover.document, leftover.patches.length)
  else void beginJournal(leftover.document)
  if (path !== null) {
    watch(null, path)
    void lookAtFile(path)
  }
  return asRecovered(leftover.document, lost)
}

function asRecovered(id: string, lost: number): boolean {
  const tab = findTab(documents.getState(), id)!
  if (lost === 0 && !hasEdits(tab)) return false
  stepFile(id, { kind: 'recovered' })
  if (lost > 0) {
    showMessage({
      tone: 'problem',
      title: words.messages.editsLost(tab.name, lost),
      text: words.messages.restIsHere,
    })
  }
  return true
}
