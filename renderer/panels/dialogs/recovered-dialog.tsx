// After a session that ended early: the edits are back, and for each document somebody says what to do with them.
import { Button } from '@mantine/core'
import { finishDialog } from '../../state/dialogs.ts'
import type { DocumentsState } from '../../state/documents.ts'
import { reload } from '../../state/disk.ts'
import { useDocuments } from '../../state/hooks.ts'
import { removeTab } from '../../state/tabs.ts'
import { words } from '../../words/words.ts'
import { Clip } from '../parts/clip.tsx'
import { DialogActions, DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'

const said = words.dialogs.recovered

export function RecoveredDialog({ tabs: ids }: { readonly tabs: readonly string[] }) {
  const all = useDocuments(selectTabs)
  const tabs = all.filter((tab) => tab.recovered && ids.includes(tab.id))
  return (
    <DialogFrame title={said.title(ids.length)} width={560}>
      <p className={classes.text}>{said.text}</p>
      <ul className={classes.items}>
        {tabs.map((tab) => (
          <li key={tab.id} className={classes.recovered}>
            <div className={classes.recoveredName}>
              <Clip text={tab.name} />
              <Clip text={tab.path ?? said.unsavedFile} className={classes.place!} />
            </div>
            {tab.path !== null && (
              <Button size="compact-xs" onClick={() => void reload(tab.id)}>
                {said.saved}
              </Button>
            )}
            <Button size="compact-xs" variant="subtle" color="red" onClick={() => removeTab(tab.id)}>
              {said.discard}
            </Button>
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button variant="filled" data-autofocus onClick={finishDialog}>
          {tabs.length === 1 ? said.keep : said.done}
        </Button>
      </DialogActions>
    </DialogFrame>
  )
}

function selectTabs(state: DocumentsState): DocumentsState['tabs'] {
  return state.tabs
}
