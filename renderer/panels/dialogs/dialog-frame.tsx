// The frame of every dialog: a title, a way out by Escape, and the keyboard kept inside while it is open.
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { closeDialog } from '../../state/dialogs.ts'
import { words } from '../../words/words.ts'
import classes from './dialogs.module.css'

interface DialogFrameProps {
  readonly title: string
  /** Width in pixels. */
  readonly width?: number
  /** False while Escape means something else inside. */
  readonly closeOnEscape?: boolean
  readonly children: ReactNode
}

export function DialogFrame({ title, width = 460, closeOnEscape = true, children }: DialogFrameProps) {
  return (
    <Modal
      opened
      onClose={closeDialog}
      title={title}
      size={width}
      closeOnEscape={closeOnEscape}
      classNames={{ header: classes.header!, title: classes.title!, body: classes.body! }}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      {children}
    </Modal>
  )
}

/** The row of buttons at the end of a dialog; the one that does the thing comes last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>
}
