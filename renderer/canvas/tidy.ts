// Places all steps anew, moving little where little changed, as one undo step; and fits the view.
import { steadyLayout } from '../../shared/report/steady-layout.ts'
import { runCommand } from '../state/edit.ts'
import { askCanvas } from './canvas-store.ts'
import { present } from './edits.ts'
import { positionsOf } from './positions.ts'

export function tidy(): void {
  const now = present()
  if (!now) return
  runCommand({ type: 'setLayout', positions: steadyLayout(now.workflow, positionsOf(now.workflow)) })
  askCanvas('fit')
}
