// What became of something between two revisions: a sign beside it, so that it is never told by colour alone.
import type { ChangeKind } from '../../../shared/model/difference.ts'
import { words } from '../../words/words.ts'
import classes from './ChangeMark.module.css'

const said = words.compare

export function ChangeMark({ change }: { readonly change: ChangeKind }) {
  return (
    <span className={classes.mark} data-change={change} title={said.kinds[change]} aria-hidden="true">
      {said.marks[change]}
    </span>
  )
}

/** What a screen reader says of something, with what became of it. */
export function spokenWith(spoken: string, change: ChangeKind | undefined): string {
  return change ? `${spoken}, ${said.kinds[change].toLowerCase()}` : spoken
}
