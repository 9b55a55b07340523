// Dismisses a finding, which takes a reason: it is kept in the document with the facts of today.
import { Button, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { decideFinding, dismissSuggestion } from '../../state/decisions.ts'
import { closeDialog, finishDialog } from '../../state/dialogs.ts'
import { useAnalysis } from '../../state/hooks.ts'
import { words } from '../../words/en.ts'
import { DialogActions, DialogFrame } from './dialog-frame.tsx'
import classes from './dialogs.module.css'

const said = words.dialogs.dismiss

interface DismissDialogProps {
  readonly finding: string
  /** Key of the place whose suggested handoff is dismissed, with every finding that asks for it. */
  readonly suggestion: string | undefined
}

export function DismissDialog({ finding: id, suggestion }: DismissDialogProps) {
  const finding = useAnalysis()?.findings.find((other) => other.id === id)
  const [chosen, setChosen] = useState<string>('')
  const [own, setOwn] = useState('')
  const [tried, setTried] = useState(false)
  const reason = [chosen, own.trim()].filter((part) => part !== '').join('. ')
  if (!finding) {
    return (
      <DialogFrame title={said.title}>
        <p className={classes.text}>{said.gone}</p>
      </DialogFrame>
    )
  }
  const confirm = (): void => {
    setTried(true)
    if (reason === '') return
    finishDialog()
    if (suggestion === undefined) decideFinding(finding, { status: 'dismissed', reason })
    else dismissSuggestion(suggestion, { status: 'dismissed', reason })
  }
  return (
    <DialogFrame title={said.title}>
      <p className={classes.text}>
        {finding.rule} · {finding.message}
      </p>
      <Radio.Group
        label={said.reason}
        value={chosen}
        onChange={setChosen}
        {...(tried && reason === '' && { error: said.reasonNeeded })}
      >
        <div className={classes.options}>
          {said.reasons.map((text) => (
            <Radio key={text} size="xs" value={text} label={text} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={said.other}
        rows={2}
        value={own}
        onChange={(event) => setOwn(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && confirm()}
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
