// Asks once before edits would be lost.
import { Button } from '@mantine/core'
import { finishDialog } from '../../state/dialogs.ts'
import type { UnsavedAnswer } from '../../state/dialogs.ts'
import { documents, findTab } from '../../state/documents.ts'
import { words } from '../../words/words.ts'
import { DialogActions, DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'

const said = words.dialogs.unsaved

interface UnsavedDialogProps {
  readonly tabs: readonly string[]
  readonly answer: (answer: UnsavedAnswer) => void
}

export function UnsavedDialog({ tabs, answer }: UnsavedDialogProps) {
  const names = tabs.flatMap((id) => findTab(documents.getState(), id)?.name ?? [])
  const give = (given: UnsavedAnswer): void => {
    finishDialog()
    answer(given)
  }
  return (
    <DialogFrame title={said.title(tabs.length)}>
      <ul className={classes.list}>
        {names.map((name, index) => (
          <li key={index}>{name}</li>
        ))}
      </ul>
      <p className={classes.text}>{said.text}</p>
      <DialogActions>
        <Button variant="subtle" color="red" onClick={() => give('discard')}>
          {said.discard}
        </Button>
        <Button onClick={() => give('cancel')}>{said.cancel}</Button>
        <Button variant="filled" data-autofocus onClick={() => give('save')}>
          {said.save}
        </Button>
      </DialogActions>
    </DialogFrame>
  )
}
