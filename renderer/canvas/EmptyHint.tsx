// What an empty canvas says.
import { IconPlus } from '@tabler/icons-react'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useWorkflow } from '../state/hooks.ts'
import { words } from '../words/words.ts'
import classes from './EmptyHint.module.css'

export function EmptyHint() {
  const workflow = useWorkflow()
  if (!workflow || workflow.steps.length > 0) return null
  return (
    <div className={classes.hint}>
      <EmptyState icon={<IconPlus size={22} />} title={words.canvas.empty}>
        {words.canvas.emptyHint}
      </EmptyState>
    </div>
  )
}
