// Places all steps anew, as one undo step, and fits the view.
import { layoutWorkflow } from '../../shared/report/layout.ts'
import { runCommand } from '../state/edit.ts'
import { askCanvas } from './canvas-store.ts'
import { present } from './edits.ts'

export function tidy(): void {
  const now = present()
  if (!now) return
  runCommand({ type: 'setLayout', positions: layoutWorkflow(now.workflow) })
  askCanvas('fit')
}
