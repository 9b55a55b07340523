// The file changed on disk, or went away, while there are edits here: somebody has to choose, and is told what each
// choice keeps and loses.
import { Button } from '@mantine/core'
import { finishDialog } from '../../state/dialogs.ts'
import type { ConflictAnswer } from '../../state/dialogs.ts'
import { documents, findTab } from '../../state/documents.ts'
import { besideName } from '../../state/pick.ts'
import { words } from '../../words/words.ts'
import { DialogActions, DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'

const said = words.files.conflict

interface ConflictDialogProps {
  readonly tab: string
  readonly answer: (answer: ConflictAnswer) => void
}

export function ConflictDialog({ tab: id, answer }: ConflictDialogProps) {
  const tab = findTab(documents.getState(), id)
  const name = tab?.name ?? ''
  const gone = tab?.conflict === 'gone'
  const give = (given: ConflictAnswer): void => {
    finishDialog()
    answer(given)
  }
  const option = (given: ConflictAnswer, title: string, hint: string) => (
    <button key={given} type="button" className={classes.option} onClick={() => give(given)}>
      <span className={classes.optionTitle}>{title}</span>
      <br />
      <span className={classes.hint}>{hint}</span>
    </button>
  )
  return (
    <DialogFrame title={gone ? said.goneTitle : said.changedTitle} width={520}>
      <p className={classes.text}>{gone ? said.gone(name) : said.changed(name)}</p>
      <div className={classes.options}>
        {gone
          ? [
              option('overwrite', said.writeAgain, said.writeAgainHint),
              option('save-as', said.saveAs, said.saveAsHint),
            ]
          : [
              option('keep-both', said.keepBoth, said.keepBothHint(besideName(name, 1))),
              option('compare', said.compare, said.compareHint),
              option('save-as', said.saveAs, said.saveAsHint),
              option('reload', said.reload, said.reloadHint),
              option('overwrite', said.overwrite, said.overwriteHint),
            ]}
      </div>
      <DialogActions>
        <Button onClick={() => give('cancel')}>{said.cancel}</Button>
      </DialogActions>
    </DialogFrame>
  )
}
