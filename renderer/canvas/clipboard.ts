// What goes into the clipboard and what comes out of it.
import { fragmentOf, FragmentSchema } from '../../shared/commands/fragment.ts'
import type { Fragment } from '../../shared/commands/fragment.ts'
import { importText } from '../../shared/importers/index.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { runCommand } from '../state/edit.ts'
import { announce, showMessage } from '../state/messages.ts'
import { words } from '../words/words.ts'
import { present, selectNewSteps } from './edits.ts'
import { positionsOf } from './positions.ts'
import { boundsOf } from '../../shared/report/scene/rects.ts'
import type { Rect } from '../../shared/report/scene/rects.ts'

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
  if (!now || now.selection.steps.length === 0) return null
  announce(words.canvas.copied(now.selection.steps.length))
  const fragment = withPositions(now.workflow, now.selection.steps)
  return JSON.stringify({ kind: KIND, ...(how === 'cut' && { cutFrom: now.tab }), fragment }, null, 2)
}

/** Puts text onto the canvas: steps copied from a document, or anything that an importer knows. */
export function pasteText(text: string): void {
  const now = present()
  if (!now) return
  const read = readFragment(text)
  const fragment = read?.fragment ?? importedFragment(text)
  if (!fragment || fragment.steps.length === 0) return
  const offset = offsetFor(now.workflow, fragment)
  const ids = read?.cutFrom === now.tab ? 'own' : 'new'
  if (runCommand({ type: 'pasteFragment', ...fragment, offset, ids })) selectNewSteps(now)
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

function importedFragment(text: string): Fragment | null {
  const imported = importText(text)
  if (!imported.ok) {
    showMessage({
      tone: 'problem',
      title: words.canvas.pasteRefused,
      text: imported.faults[0]?.message ?? '',
    })
    return null
  }
  const { workflow } = imported.value
  return withPositions(
    workflow,
    workflow.steps.map(({ id }) => id),
  )
}

function withPositions(workflow: Workflow, ids: readonly string[]): Fragment {
  const positions = positionsOf(workflow)
  const fragment = fragmentOf(workflow, ids)
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

/** Copies land below what is there, so that they never cover it. */
function offsetFor(workflow: Workflow, fragment: Fragment): readonly [number, number] {
  const there = boundsOf([...positionsOf(workflow).values()].map(asRect))
  const pasted = boundsOf(Object.values(fragment.positions).map(([x, y]) => asRect({ x, y })))
  if (!there || !pasted) return [0, 0]
  return [Math.round(there.x - pasted.x), Math.round(there.y + there.height + 48 - pasted.y)]
}

function asRect({ x, y }: { readonly x: number; readonly y: number }): Rect {
  return { x, y, width: 184, height: 64 }
}
