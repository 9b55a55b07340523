// Places all steps anew, moving little where little changed, as one undo step; and fits the view.
import { runCommand } from '../state/edit.ts'
import { askCanvas } from './canvas-store.ts'
import { present } from './edits.ts'
import { tidied } from './folding-edits.ts'

export function tidy(): void {
  const now = present()
  if (!now) return
  runCommand({ type: 'setLayout', positions: tidied(now.workflow) })
  askCanvas('fit')
}
