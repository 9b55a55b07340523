// A pane of the window: a heading, a place for buttons beside it, and a body that scrolls.
import type { ReactNode } from 'react'
import classes from './Pane.module.css'

export interface PaneProps {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Pane({ title, actions, children }: PaneProps) {
  return (
    <section className={classes.pane} aria-label={title}>
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {actions}
      </header>
      <div className={classes.body}>{children}</div>
    </section>
  )
}
