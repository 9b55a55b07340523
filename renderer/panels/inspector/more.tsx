// Fields that are seldom set, folded away. Opens by itself where one of them is set, or is asked for by a finding.
import { useState } from 'react'
import type { ReactNode } from 'react'
import { words } from '../../words/words.ts'
import classes from './inspector.module.css'

interface MoreProps {
  /** One of the fields inside is set: what somebody said is never hidden. */
  readonly said: boolean
  readonly children: ReactNode
}

export function More({ said, children }: MoreProps) {
  // As it was on arrival: clearing the last field must not close the fold under somebody's hands.
  const [open] = useState(said)
  return (
    <details className={classes.more} open={open}>
      <summary>{words.inspector.more}</summary>
      <div className={classes.moreFields}>{children}</div>
    </details>
  )
}
