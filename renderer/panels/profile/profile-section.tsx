// The profile in the document's inspector: which preset, what differs, and the way to the table.
import { Button } from '@mantine/core'
import { presetName } from '../../../shared/model/profile.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { openDialog } from '../../state/dialogs.ts'
import { words } from '../../words/words.ts'
import { differencesOf } from './draft.ts'
import classes from './profile.module.css'

const said = words.profile

export function ProfileSection({ profile }: Pick<Workflow, 'profile'>) {
  const differences = differencesOf(profile).length
  const preset = presetName(profile.extends)
  return (
    <div className={classes.section} data-field="profile/extends">
      <div className={classes.sectionText}>
        <div className={classes.sectionName}>{profile.name || said.presets[preset]}</div>
        <div className={classes.hint}>
          {preset === profile.extends
            ? said.summary(said.presets[preset], differences)
            : said.unknown(profile.extends)}
        </div>
      </div>
      <Button onClick={() => openDialog({ kind: 'profile' })}>{said.edit}</Button>
    </div>
  )
}
