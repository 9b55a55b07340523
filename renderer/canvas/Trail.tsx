// The way back out of the inside of a step, over the canvas.
import { IconChevronRight } from '@tabler/icons-react'
import { Fragment } from 'react'
import { trailOf } from '../../shared/report/fold.ts'
import { useTabView, useWorkflow } from '../state/hooks.ts'
import { words } from '../words/words.ts'
import { lookOutside } from './folding-edits.ts'
import classes from './Trail.module.css'

export function Trail() {
  const scope = useTabView((state) => state.scope)
  const workflow = useWorkflow()
  if (scope === null || !workflow) return null
  const trail = trailOf(workflow, scope)
  return (
    <nav className={classes.trail} aria-label={words.folding.trail}>
      <button type="button" className={classes.part} onClick={() => lookOutside(null)}>
        {workflow.name || words.folding.whole}
      </button>
      {trail.map(({ id, name }) => (
        <Fragment key={id}>
          <IconChevronRight size={14} aria-hidden="true" />
          {id === scope ? (
            <span className={classes.here} aria-current="location">
              {name || words.common.unnamed}
            </span>
          ) : (
            <button type="button" className={classes.part} onClick={() => lookOutside(id)}>
              {name || words.common.unnamed}
            </button>
          )}
        </Fragment>
      ))}
    </nav>
  )
}
