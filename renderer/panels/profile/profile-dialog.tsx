// The profile of a document: a preset, and what this team does differently, with what it would change here.
import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { presetName, PROFILE_NAMES, withPreset } from '../../../shared/model/profile.ts'
import type { ProfileSettings } from '../../../shared/model/profile.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { closeDialog, finishDialog } from '../../state/dialogs.ts'
import { runCommand } from '../../state/edit.ts'
import { useWorkflow } from '../../state/hooks.ts'
import { words } from '../../words/words.ts'
import { DialogActions, DialogFrame } from '../dialogs/dialog-frame.tsx'
import { Differences } from './differences.tsx'
import { faultsOf, profileChange } from './draft.ts'
import { figuresUnder } from './effect.ts'
import type { ProfileFigures } from './effect.ts'
import { MinutesFields } from './minutes-fields.tsx'
import classes from './profile.module.css'
import { RuleFields } from './rule-fields.tsx'
import { StrengthTable } from './strength-table.tsx'
import { ThresholdFields } from './threshold-fields.tsx'

const said = words.profile

export function ProfileDialog() {
  const workflow = useWorkflow()
  if (!workflow) return null
  return <ProfileForm workflow={workflow} />
}

function ProfileForm({ workflow }: { readonly workflow: Workflow }) {
  const [draft, setDraft] = useState<ProfileSettings>(workflow.profile)
  const faults = useMemo(() => faultsOf(draft), [draft])
  const apply = (): void => {
    finishDialog()
    runCommand({ type: 'setDocument', profile: profileChange(draft) })
  }
  return (
    <DialogFrame title={said.title} width={880}>
      <div className={classes.head}>
        <SegmentedControl
          aria-label={said.preset}
          value={presetName(draft.extends)}
          onChange={(value) => setDraft(withPreset(draft, value))}
          data={PROFILE_NAMES.map((value) => ({ value, label: said.presets[value] }))}
        />
        <p className={classes.about}>{said.about[presetName(draft.extends)]}</p>
        <TextInput
          aria-label={said.name}
          placeholder={said.namePlaceholder}
          value={draft.name ?? ''}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
      </div>
      <div className={classes.columns}>
        <div>
          <StrengthTable draft={draft} faults={faults} onChange={setDraft} />
          <ThresholdFields draft={draft} onChange={setDraft} />
          <MinutesFields draft={draft} faults={faults} onChange={setDraft} />
        </div>
        <div className={classes.right}>
          <Differences draft={draft} onChange={setDraft} />
          <RuleFields draft={draft} onChange={setDraft} />
        </div>
      </div>
      <div className={classes.foot}>
        <Effect workflow={workflow} draft={draft} refused={faults.length > 0} />
        <DialogActions>
          <Button onClick={closeDialog}>{words.common.cancel}</Button>
          <Button variant="filled" disabled={faults.length > 0} onClick={apply}>
            {said.apply}
          </Button>
        </DialogActions>
      </div>
    </DialogFrame>
  )
}

interface EffectProps {
  readonly workflow: Workflow
  readonly draft: ProfileSettings
  readonly refused: boolean
}

/** What applying it would change here. Worked out a moment after the last change, so that the fields never wait. */
function Effect({ workflow, draft, refused }: EffectProps) {
  const later = useDeferredValue(draft)
  const [asOf] = useState(() => new Date().toISOString().slice(0, 10))
  const now = useMemo(() => figuresUnder(workflow, workflow.profile, asOf), [workflow, asOf])
  const then = useMemo(
    () => (faultsOf(later).length > 0 ? null : figuresUnder(workflow, later, asOf)),
    [workflow, later, asOf],
  )
  return (
    <div className={classes.effect} role="status">
      {refused || !then ? (
        <span className={classes.bad}>{said.refused}</span>
      ) : (
        <Figures now={now} then={then} />
      )}
    </div>
  )
}

function Figures({ now, then }: { readonly now: ProfileFigures; readonly then: ProfileFigures }) {
  const same = now.handoffs === then.handoffs && now.minutes === then.minutes && now.open === then.open
  if (same) return <span>{said.noEffect(then.handoffs, words.common.minutes(then.minutes))}</span>
  return (
    <span>
      <strong>{said.handoffs(then.handoffs - now.handoffs)}</strong>
      {said.minutes(words.common.minutes(then.minutes), words.common.minutes(now.minutes))}
      {said.open(then.open, now.open)}
    </span>
  )
}
