// Lines up or spaces out the selected steps, as one undo step.
import { sizeOf } from '../../shared/report/sizes.ts'
import { runCommand } from '../state/edit.ts'
import { announce } from '../state/messages.ts'
import { words } from '../words/words.ts'
import { aligned, distributed } from './arrange.ts'
import type { Alignment, Distribution } from './arrange.ts'
import { present } from './edits.ts'
import { positionsOf } from './positions.ts'

export type Arrangement = Alignment | Distribution

export function arrangeSelection(how: Arrangement): void {
  const now = present()
  if (!now) return
  const chosen = new Set(now.selection.steps)
  const places = positionsOf(now.workflow)
  const steps = now.workflow.steps.filter(({ id }) => chosen.has(id))
  const rects = new Map(steps.map((step) => [step.id, { ...places.get(step.id)!, ...sizeOf(step) }] as const))
  const positions = how === 'across' || how === 'down' ? distributed(rects, how) : aligned(rects, how)
  const commands = [{ type: 'moveSteps' as const, positions }]
  if (runCommand({ type: 'batch', label: words.editing.arrange[how], commands })) {
    announce(words.editing.arranged(rects.size))
  }
}
