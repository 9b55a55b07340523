// The button at the foot of a card that has steps inside: it shows them, or closes them to one block.
import { IconMinus, IconPlus } from '@tabler/icons-react'
import type { Inside, SceneStep } from '../../../shared/report/scene/types.ts'
import { words } from '../../words/words.ts'
import { openOrClose } from '../folding-edits.ts'
import classes from './StepNode.module.css'

interface InsideButtonProps {
  readonly step: SceneStep
  readonly inside: Inside
}

export function InsideButton({ step, inside: { count, closed } }: InsideButtonProps) {
  const label = closed ? words.folding.open(count) : words.folding.close
  const Icon = closed ? IconPlus : IconMinus
  return (
    <button
      type="button"
      className={`${classes.inside} nodrag nopan`}
      tabIndex={-1}
      title={label}
      aria-label={`${label}: ${step.name}`}
      aria-expanded={!closed}
      onClick={(event) => {
        event.stopPropagation()
        openOrClose(step.id)
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon size={12} stroke={2.4} aria-hidden="true" />
      {closed && count}
    </button>
  )
}
