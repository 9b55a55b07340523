// Pasting text of another format: it becomes a new document.
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { closeDialog, finishDialog } from '../../state/dialogs.ts'
import { openText, openWithDialog } from '../../state/open.ts'
import { words } from '../../words/words.ts'
import { DialogActions, DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'

const said = words.dialogs.import

export function ImportDialog() {
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const confirm = (): void => {
    setTried(true)
    if (text.trim() === '') return
    finishDialog()
    openText({ text, name: said.fileName })
  }
  return (
    <DialogFrame title={said.title} width={560}>
      <Textarea
        data-autofocus
        className={classes.mono}
        label={said.label}
        description={said.hint}
        placeholder={said.placeholder}
        rows={12}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        {...(tried && text.trim() === '' && { error: said.empty })}
      />
      <DialogActions>
        <Button
          variant="subtle"
          onClick={() => {
            finishDialog()
            void openWithDialog()
          }}
        >
          {said.orFile}
        </Button>
        <Button onClick={closeDialog}>{words.common.cancel}</Button>
        <Button variant="filled" onClick={confirm}>
          {said.confirm}
        </Button>
      </DialogActions>
    </DialogFrame>
  )
}
