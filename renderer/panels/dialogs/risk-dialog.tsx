// Accepts the risk of an action that runs without its handoff: with a reason, somebody who answers for it, and a day.
import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { authorName } from '../../state/author.ts'
import { closeDialog, finishDialog } from '../../state/dialogs.ts'
import { runCommand } from '../../state/edit.ts'
import { useWorkflow } from '../../state/hooks.ts'
import { words } from '../../words/words.ts'
import { stepName } from '../parts/names.ts'
import { DialogActions, DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'

const said = words.inspector.risk

export function RiskDialog({ step }: { readonly step: string }) {
  const workflow = useWorkflow()
  const known = workflow?.placing?.waivers.find((waiver) => waiver.step === step)
  const [reason, setReason] = useState(known?.reason ?? '')
  const [owner, setOwner] = useState(known?.owner ?? authorName())
  const [expires, setExpires] = useState(known?.expires ?? inHalfAYear())
  const [tried, setTried] = useState(false)
  if (!workflow) return null
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(expires)
  const confirm = (): void => {
    setTried(true)
    if (reason.trim() === '' || owner.trim() === '' || !isDay) return
    finishDialog()
    runCommand({ type: 'waiveDemand', waiver: { step, reason: reason.trim(), owner: owner.trim(), expires } })
  }
  return (
    <DialogFrame title={said.title(stepName(workflow, step))}>
      <p className={classes.text}>{said.text}</p>
      <Textarea
        label={said.reason}
        rows={2}
        value={reason}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
        {...(tried && reason.trim() === '' && { error: said.reasonNeeded })}
      />
      <TextInput
        label={said.owner}
        value={owner}
        onChange={(event) => setOwner(event.currentTarget.value)}
        {...(tried && owner.trim() === '' && { error: said.ownerNeeded })}
      />
      <TextInput
        type="date"
        label={said.expires}
        value={expires}
        onChange={(event) => setExpires(event.currentTarget.value)}
        {...(tried && !isDay && { error: said.dayNeeded })}
      />
      <p className={classes.hint}>{said.hint}</p>
      <DialogActions>
        <Button onClick={closeDialog}>{words.common.cancel}</Button>
        <Button variant="filled" onClick={confirm}>
          {said.confirm}
        </Button>
      </DialogActions>
    </DialogFrame>
  )
}

function inHalfAYear(): string {
  const day = new Date()
  day.setUTCMonth(day.getUTCMonth() + 6)
  return day.toISOString().slice(0, 10)
}
