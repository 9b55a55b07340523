// A titled part of a panel, with room for buttons beside the title.
import { useId } from 'react'
import type { ReactNode } from 'react'
import classes from './parts.module.css'

interface SectionProps {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Section({ title, actions, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <h3 id={id} className={classes.sectionTitle}>
          {title}
        </h3>
        {actions}
      </div>
      {children}
    </section>
  )
}
