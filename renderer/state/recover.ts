// Brings back what the last session left without closing: the text it began with, and every edit since.
import { startHistory } from '../../shared/commands/history.ts'
import { applyPatches, readPatch } from '../../shared/document/patch.ts'
import type { Patch } from '../../shared/document/patch.ts'
import { readDocument } from '../../shared/document/read.ts'
import type { CallOut } from '../../shared/host/contract.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { host } from './host.ts'
import { openDialog } from './dialogs.ts'
import { watch } from './files.ts'
import { beginJournal } from './journal.ts'
import { showMessage, showProblem } from './messages.ts'
import { placed } from './placed.ts'
import { addTab } from './tabs.ts'

type Leftover = CallOut<'journal.recover'>['documents'][number]

/** Opens every document that was left over. Returns how many. */
export async function recoverDocuments(): Promise<number> {
  try {
    const { documents } = await host().call('journal.recover', {})
    const recovered = documents.filter(recover)
    if (recovered.length > 0) {
      openDialog({ kind: 'recovered', tabs: recovered.map(({ document }) => document) })
    }
    return recovered.length
  } catch (error) {
    showProblem('The recovery journal could not be read. Files on disk are untouched.', error)
    return 0
  }
}

function recover(leftover: Leftover): boolean {
  const base = readDocument(leftover.base)
  if (!base.ok) {
    showProblem(`${leftover.name} could not be recovered`, base.faults[0]?.message ?? '')
    return false
  }
  const { workflow, lost } = replay(base.value.workflow, leftover.patches)
  addTab({
    id: leftover.document,
    workflow: base.value.workflow,
    name: leftover.name,
    path: leftover.path,
    savedHash: leftover.savedHash,
    history: startHistory(placed(workflow), { saved: false }),
    recovered: true,
  })
  void beginJournal(leftover.document)
  if (leftover.path !== null) watch(null, leftover.path)
  if (lost > 0) {
    showMessage({
      tone: 'problem',
      title: `${leftover.name}: the last ${lost} edits could not be read`,
      text: 'Everything before them is here.',
    })
  }
  return true
}

/** As many edits as can be read; a damaged one ends it, since later ones build on it. */
function replay(
  base: Workflow,
  texts: readonly string[],
): { readonly workflow: Workflow; readonly lost: number } {
  const patches: Patch[] = []
  for (const text of texts) {
    const patch = readPatch(text)
    if (!patch.ok) break
    patches.push(patch.value)
  }
  for (let count = patches.length; count > 0; count--) {
    const workflow = applyPatches(base, patches.slice(0, count))
    if (workflow.ok) return { workflow: workflow.value, lost: texts.length - count }
  }
  return { workflow: base, lost: texts.length }
}
