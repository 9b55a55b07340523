// The file changed on disk and here: somebody has to choose, and is told what each choice loses.
import { Button } from '@mantine/core'
import { finishDialog } from '../../state/dialogs.ts'
import type { ConflictAnswer } from '../../state/dialogs.ts'
import { documents, findTab } from '../../state/documents.ts'
import { words } from '../../words/words.ts'
import { DialogActions, DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'

const said = words.dialogs.conflict

interface ConflictDialogProps {
  readonly tab: string
  readonly answer: (answer: ConflictAnswer) => void
}

export function ConflictDialog({ tab, answer }: ConflictDialogProps) {
  const name = findTab(documents.getState(), tab)?.name ?? ''
  const give = (given: ConflictAnswer): void => {
    finishDialog()
    answer(given)
  }
  const option = (given: ConflictAnswer, title: string, hint: string) => (
    <button type="button" className={classes.option} onClick={() => give(given)}>
      <span className={classes.optionTitle}>{title}</span>
      <br />
      <span className={classes.hint}>{hint}</span>
    </button>
  )
  return (
    <DialogFrame title={said.title} width={520}>
      <p className={classes.text}>{said.text(name)}</p>
      <div className={classes.options}>
        {option('save-as', said.saveAs, said.saveAsHint)}
        {option('reload', said.reload, said.reloadHint)}
        {option('overwrite', said.overwrite, said.overwriteHint)}
      </div>
      <DialogActions>
        <Button onClick={() => give('cancel')}>{said.cancel}</Button>
      </DialogActions>
    </DialogFrame>
  )
}
