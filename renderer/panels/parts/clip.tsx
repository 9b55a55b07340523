// One line of text that shows the whole of itself on hover or focus where it had to be cut.
import { Tooltip } from '@mantine/core'
import { useState } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import classes from './parts.module.css'

interface ClipProps {
  /** The whole text, for the tooltip. */
  readonly text: string
  /** The same text with emphasis, where there is any. */
  readonly children?: ReactNode
  readonly className?: string
}

export function Clip({ text, children, className }: ClipProps) {
  const [cut, setCut] = useState(false)
  const measure = ({ currentTarget }: MouseEvent<HTMLElement>): void =>
    setCut(currentTarget.scrollWidth > currentTarget.clientWidth)
  return (
    <Tooltip
      label={text}
      disabled={!cut}
      openDelay={400}
      multiline
      classNames={{ tooltip: classes.tooltip! }}
      transitionProps={{ duration: 0 }}
    >
      <span className={className ? `${classes.clip} ${className}` : classes.clip} onMouseEnter={measure}>
        {children ?? text}
      </span>
    </Tooltip>
  )
}
