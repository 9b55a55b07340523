// What goes into the clipboard and what comes out of it.
import { fragmentOf, FragmentSchema } from '../../shared/commands/fragment.ts'
import type { Fragment } from '../../shared/commands/fragment.ts'
import { importText } from '../../shared/importers/index.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { Imported, ImportReport } from '../../shared/importers/types.ts'
import { openDialog } from '../state/dialogs.ts'
import { runCommand } from '../state/edit.ts'
import { announce, showMessage } from '../state/messages.ts'
import { EMPTY_SELECTION } from '../state/view.ts'
import { words } from '../words/words.ts'
import { present, selectNewSteps } from './edits.ts'
import { positionsOf } from './positions.ts'
import { pasteOffset } from './paste-place.ts'
import { lookedAt } from './whereabouts.ts'

const KIND = 'baton-steps'

/** The selected steps as text, or null when none is selected. */
export function copyText(): string | null {
  return clipboardText('copy')
}

/** The same for steps that go now: put back into the same document, they come back as what they were. */
export function cutText(): string | null {
  return clipboardText('cut')
}

function clipboardText(how: 'copy' | 'cut'): string | null {
  const now = present()
  const { steps, notes } = now?.selection ?? EMPTY_SELECTION
  if (!now || steps.length + notes.length === 0) return null
  announce(words.canvas.copied(steps.length + notes.length))
  const fragment = withPositions(now.workflow, steps, notes)
  return JSON.stringify({ kind: KIND, ...(how === 'cut' && { cutFrom: now.tab }), fragment }, null, 2)
}

/** Puts text onto the canvas: steps copied from a document, or anything that an importer knows. */
export function pasteText(text: string): void {
  const now = present()
  if (!now) return
  const read = readFragment(text)
  const imported = read ? null : readImport(text)
  const fragment = read?.fragment ?? (imported && importedFragment(imported.workflow, now.workflow))
  if (!fragment || fragment.steps.length + (fragment.notes?.length ?? 0) === 0) return
  const offset = pasteOffset(now.workflow, fragment, lookedAt())
  const ids = read?.cutFrom === now.tab ? 'own' : 'new'
  if (!runCommand({ type: 'pasteFragment', ...fragment, offset, ids })) return
  selectNewSteps(now)
  if (imported) tellImport(imported.report, fragment.steps.length)
}

interface Clipboard {
  readonly fragment: Fragment
  /** The tab that it was cut out of; anything else for a copy. */
  readonly cutFrom: unknown
}

function readFragment(text: string): Clipboard | null {
  try {
    const value = JSON.parse(text) as {
      readonly kind?: unknown
      readonly fragment?: unknown
      readonly cutFrom?: unknown
    } | null
    if (value?.kind !== KIND) return null
    const read = FragmentSchema.safeParse(value.fragment)
    return read.success ? { fragment: read.data, cutFrom: value.cutFrom } : null
  } catch {
    return null
  }
}

function readImport(text: string): Imported | null {
  const imported = importText(text)
  if (imported.ok) return imported.value
  showMessage({
    tone: 'problem',
    title: words.canvas.pasteRefused,
    text: imported.faults[0]?.message ?? '',
  })
  return null
}

/** What was read into steps is partly guessed, and nobody has seen the guesses yet. */
function tellImport(report: ImportReport, steps: number): void {
  showMessage({
    tone: 'success',
    title: words.editing.pasted(report.format, steps),
    text: words.editing.pastedGuesses(report.guesses.length, report.blindSpots.length),
    action: {
      label: words.editing.showReport,
      run: () => openDialog({ kind: 'paste-report', report }),
    },
  })
}

/** All of it; between steps that are there already without the start and the end that the import had to add. */
function importedFragment(workflow: Workflow, into: Workflow): Fragment {
  const added = new Set(
    workflow.origin?.steps.flatMap(({ step, source }) => (source === undefined ? step : [])),
  )
  const steps = into.steps.length === 0 ? workflow.steps : workflow.steps.filter(({ id }) => !added.has(id))
  return withPositions(
    workflow,
    steps.map(({ id }) => id),
    workflow.layout.notes.map(({ id }) => id),
  )
}

function withPositions(workflow: Workflow, ids: readonly string[], notes: readonly string[]): Fragment {
  const positions = positionsOf(workflow)
  const fragment = fragmentOf(workflow, ids, notes)
  return {
    ...fragment,
    positions: Object.fromEntries(
      fragment.steps.map(({ id }) => {
        const at = positions.get(id)!
        return [id, [at.x, at.y] as const]
      }),
    ),
  }
}
